"""Meaning as numbers: latent semantic analysis of English and Korean text fitted together.

Every section with both its texts, and every entry of the glossary, is one joint text. Terms are
weighted by TF-IDF; the singular vectors come from the small Gram matrix of the joint texts
(Deerwester et al. 1990; two languages in one space: Landauer and Littman 1990). Stored are a vector
for each joint text, through which a question gets its own, and one for each section and language.
"""

from __future__ import annotations

import base64
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 240
"""Numbers in a vector."""
POWER = 0.5
"""How much the strong dimensions count more: the power of the singular value."""
MOST = 127
"""The largest number of an int8."""
_SMALL = 1e-6

Floats = NDArray[np.float64]


def weights(joint: Sequence[Counter[str]]) -> tuple[dict[str, int], Floats, Floats]:
    """The number of every term, its IDF, and the matrix of joint texts and terms in rows of length 1."""
    found = Counter(term for text in joint for term in text)
    number = {term: at for at, term in enumerate(sorted(found))}
    idf = np.array([math.log(len(joint) / found[term]) for term in number])
    matrix = np.zeros((len(joint), len(number)))
    for row, text in enumerate(joint):
        at = [number[term] for term in text]
        matrix[row, at] = np.log1p(list(text.values())) * idf[at]
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return number, idf, matrix / np.where(length > 0, length, 1)


def _as_int8(rows: Floats, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """Rounded to int8 along an axis, and by what to multiply to have the numbers back."""
    largest = np.abs(rows).max(axis=axis, keepdims=True)
    step = np.where(largest > 0, largest / MOST, 1)
    return np.rint(rows / step).astype(np.int8), step.reshape(-1)


def _coded(numbers: NDArray[np.int8]) -> str:
    return base64.b64encode(numbers.tobytes()).decode()


def vectors(joint: Sequence[Counter[str]], places: Sequence[Counter[str]]) -> dict[str, Any]:
    """The vectors of the joint texts (`reach`, with a `scale` for each column) and of the `places`."""
    number, idf, matrix = weights(joint)
    values, columns = np.linalg.eigh(matrix @ matrix.T)
    kept = [at for at in reversed(range(len(values))) if values[at] > _SMALL][:SIZE]
    columns = columns[:, kept]
    turned = columns[np.abs(columns).argmax(axis=0), range(len(kept))]
    columns = columns * np.sign(turned)  # the solver may turn a vector round: the largest entry is positive
    reach = columns * values[kept] ** ((POWER - 1) / 2)
    whole, scale = _as_int8(reach, 0)
    hidden = np.zeros((len(places), len(number)))
    for row, text in enumerate(places):
        at = [number[term] for term in text]
        hidden[row, at] = np.log1p(list(text.values())) * idf[at]
    stand, _ = _as_int8(hidden @ matrix.T @ reach, 1)
    rounded = [float(f"{each:.6g}") for each in scale]
    return {"size": len(kept), "scale": rounded, "reach": _coded(whole), "places": _coded(stand)}

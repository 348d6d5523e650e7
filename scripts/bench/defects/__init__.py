"""The kinds of defect that the mutation run plants: what goes wrong when people edit a course.

A kind is one function: it walks through a sound course and yields every place where its defect can
be put in. Its docstring says what happened, in an editor's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.bench.defects import claims, items, labs, lessons, questions, translations, writing
from scripts.bench.defects.ground import Defect, Ground

Kind = Callable[[Ground], Iterator[Defect]]

KINDS: tuple[Kind, ...] = (
    *questions.KINDS,
    *items.KINDS,
    *lessons.KINDS,
    *writing.KINDS,
    *claims.KINDS,
    *translations.KINDS,
    *labs.KINDS,
)


def name(kind: Kind) -> str:
    """A kind's name as the run prints it."""
    return str(getattr(kind, "__name__", "")).replace("_", " ")

"""The stored model: one file with the pieces and the weights in whole numbers of 8 bits.

    4 bytes   length of the head
    head      JSON in ASCII: shape, pieces, merges (pairs of piece numbers), tensors (name, shape)
    then for each matrix: one scale (float32) for each row, then its rows (int8); for each vector: float32

All numbers little-endian. A weight is its whole number times the scale of its row.
"""

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
MATRIX = 2
LEVELS = 127


def rounded(matrix: Floats) -> tuple[Floats, NDArray[np.int8]]:
    """The scale of each row, and the row in whole numbers."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-8).astype(np.float32) / np.float32(LEVELS)
    return scales, np.rint(matrix / scales[:, None]).astype(np.int8)


def packed(
    shape: dict[str, Any], pieces: list[str], merges: list[tuple[str, str]], tensors: dict[str, Floats]
) -> bytes:
    """The bytes of the stored model."""
    numbers = {piece: number for number, piece in enumerate(pieces)}
    head = {
        "shape": shape,
        "pieces": pieces,
        "merges": [[numbers[left], numbers[right]] for left, right in merges],
        "tensors": [[name, list(tensor.shape)] for name, tensor in tensors.items()],
    }
    body = []
    for tensor in tensors.values():
        if tensor.ndim == MATRIX:
            scales, whole = rounded(tensor)
            body += [scales.astype("<f4").tobytes(), whole.tobytes()]
        else:
            body.append(tensor.astype("<f4").tobytes())
    said = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    said += b" " * (-len(said) % 4)
    return struct.pack("<I", len(said)) + said + b"".join(body)


def unpacked(data: bytes) -> tuple[dict[str, Any], dict[str, Floats]]:
    """The head, and the weights as the lab computes with them."""
    (length,) = struct.unpack_from("<I", data)
    head = json.loads(data[4 : 4 + length])
    place = 4 + length
    tensors = {}
    for name, shape in head["tensors"]:
        if len(shape) == MATRIX:
            high, wide = shape
            scales = np.frombuffer(data, "<f4", high, place)
            whole = np.frombuffer(data, np.int8, high * wide, place + 4 * high).reshape(high, wide)
            tensors[name] = (whole * scales[:, None]).astype(np.float32)
            place += 4 * high + high * wide
        else:
            tensors[name] = np.frombuffer(data, "<f4", shape[0], place).astype(np.float32)
            place += 4 * shape[0]
    return head, tensors


def read(file: Path) -> tuple[dict[str, Any], dict[str, Floats]]:
    """A stored model (*.bin), or the last weights of a training (*.pt; needs PyTorch)."""
    if file.suffix != ".pt":
        return unpacked(file.read_bytes())
    import torch  # noqa: PLC0415 - nothing else needs it

    saved = torch.load(file, weights_only=True)
    numbers = {piece: number for number, piece in enumerate(saved["pieces"])}
    head = {
        "shape": saved["shape"],
        "pieces": list(saved["pieces"]),
        "merges": [[numbers[left], numbers[right]] for left, right in saved["merges"]],
        "facts": saved["facts"],
    }
    return head, {name: tensor.float().numpy() for name, tensor in saved["weights"].items()}

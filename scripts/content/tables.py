"""The tables of a Markdown text, and what only looks like one.

Python-Markdown makes a table of lines with pipes only if nothing stands right above them and the
second one is a line of dashes with as many cells as the first. All other pipes are shown as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from scripts.content.markdown import prose_lines
from scripts.content.model import Place

_PIPE = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"\s*:?-+:?\s*")


@dataclass(frozen=True)
class Row:
    """A line of a table and the text of its cells."""

    cells: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Table:
    """Lines with pipes. `ruled`: the second is the line of dashes; `apart`: nothing stands right above."""

    rows: tuple[Row, ...]
    ruled: bool
    apart: bool


Line = tuple[int, str, str]
"""The number of a line, its text with code blanked out, and as it is written."""


def _blocks(text: str) -> Iterator[list[Line]]:
    """The lines between blank lines and fences."""
    written = text.split("\n")
    block: list[Line] = []
    for number, line in prose_lines(text):
        if block and (not line.strip() or number != block[-1][0] + 1):
            yield block
            block = []
        if line.strip():
            block.append((number, line, written[number - 1]))
    if block:
        yield block


def _cells(blanked: str, written: str) -> tuple[str, ...]:
    """The cells of a line: cut at its pipes, those in code left alone."""
    cuts = [-1, *(pipe.start() for pipe in _PIPE.finditer(blanked)), len(written)]
    cells = [written[a + 1 : b].strip() for a, b in pairwise(cuts)]
    first = 1 if blanked.lstrip().startswith("|") else 0
    last = len(cells) - 1 if blanked.rstrip().endswith("|") and not blanked.rstrip().endswith("\\|") else None
    return tuple(cells[first:last])


def _is_ruler(line: str) -> bool:
    cells = _cells(line, line)
    return "|" in line and all(_DASHES.fullmatch(cell) for cell in cells) and bool(cells)


def tables(text: str, path: str, lines_before: int = 0) -> Iterator[Table]:
    """The tables of a text whose first line is line `lines_before + 1` of the file."""
    for block in _blocks(text) if "|" in text else ():
        piped = list(dropwhile(lambda line: not line[1].lstrip().startswith("|"), block))
        if not piped and len(block) > 1 and _is_ruler(block[1][1]) and "|" in block[0][1]:
            piped = block
        if piped:
            rows = tuple(
                Row(_cells(blanked, written), Place(path, number + lines_before))
                for number, blanked, written in piped
            )
            ruled = len(rows) > 1 and _is_ruler(piped[1][1]) and len(rows[1].cells) == len(rows[0].cells)
            if len(rows[0].cells) == 1:  # then every line has to begin with a pipe
                ruled = ruled and all(blanked.lstrip().startswith("|") for _, blanked, _ in piped)
            yield Table(rows, ruled, apart=len(piped) == len(block))

"""The entries of a YAML list of ours in its own text, each with the comments above it."""

from __future__ import annotations

import re

Key = tuple[tuple[int, str], ...]

_DIGITS = re.compile(r"([0-9]+)")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_KEY = re.compile(r"( *)([A-Za-z_][\w-]*):(?:\s|$)")


def natural(name: str) -> Key:
    """For sorting as people do: `kor-a-32` before `kor-a-100`."""
    parts = _DIGITS.split(name)
    return tuple((int(part), "") if n % 2 else (-1, part) for n, part in enumerate(parts))


def split(text: str, margin: int = 0) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first entry, and each entry's name and text, at this indentation.

    Comments and empty lines belong to the entry below them; those at the very top of a file to the file.
    """
    head: list[str] = []
    entries: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in _LINE.findall(text):
        key = _KEY.match(line)
        waiting.append(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if key and len(key[1]) == margin:
            if not entries and not margin:
                head += waiting[:-1]
                waiting = [line]
            entries.append((key[2], waiting))
        else:
            (entries[-1][1] if entries else head).extend(waiting)
        waiting = []
    (entries[-1][1] if entries else head).extend(waiting)
    return "".join(head), [(name, "".join(lines)) for name, lines in entries]

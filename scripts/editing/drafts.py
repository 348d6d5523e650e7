"""What a command is about to write: decided in full before the first file is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.content.records import is_id
from scripts.content.unfinished import SIGN

MAX_TITLE = 120
"""Characters; no heading of ours is longer."""
_NOT_IN_TITLES = frozenset("<>[]{}`#|\\")


class Refused(Exception):
    """Nothing was written; says why, and what to do instead."""


@dataclass(frozen=True)
class Draft:
    """The texts to write, by path from the course's root, and what is to do next."""

    files: Mapping[str, str]
    next_steps: tuple[str, ...] = ()


def sound_id(name: str) -> str:
    """The name, if it can be an id, a folder and an address. Raises `Refused`."""
    if not is_id(name):
        raise Refused(f"“{name}” is not an id: lower-case words joined by hyphens")
    return name


def sound_title(title: str | None, without: str) -> str:
    """A title in one line, or the place to fill where there is none. Raises `Refused`."""
    words = " ".join((title or "").split())
    if not words.isprintable() or _NOT_IN_TITLES & set(words) or len(words) > MAX_TITLE:
        raise Refused(
            f"“{words[:40]}” is no title: up to {MAX_TITLE} characters, without < > [ ] {{ }} ` # | \\"
        )
    return words or f"{SIGN} {without}"


def refuse_to_overwrite(root: Path, paths: Mapping[str, str]) -> None:
    """Raises `Refused` for the first file that is there already."""
    for path in paths:
        if (root / path).exists() or (root / path).is_symlink():
            raise Refused(f"{path} exists already: choose another name")


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write every text with LF line ends. Raises `Refused` for a path that leads out of the course."""
    home = root.resolve()
    for path in files:
        if not (root / path).resolve().is_relative_to(home):
            raise Refused(f"{path} leads out of the course")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")

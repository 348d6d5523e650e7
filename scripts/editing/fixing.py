"""What is mechanical is mended here, and shown as a difference before anything is written."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.content.frontmatter import read_text
from scripts.content.model import Course, Problem
from scripts.content.revisions import ROOMS
from scripts.editing.drafts import Draft, Refused
from scripts.editing.lists import SORTED, sort_list
from scripts.editing.markers import mend_markers
from scripts.editing.shuffling import shuffle
from scripts.editing.tidy import tidy_markdown, tidy_yaml
from scripts.editing.translating import kept_fresh, relative

ENDINGS = (".md", ".yml")


def mended(path: str, text: str) -> str:
    """The text of one file with everything mechanical mended; twice is the same as once."""
    if not path.endswith(".md"):
        tidied = tidy_yaml(text)
        return sort_list(path, tidied) if path in SORTED else tidied
    tidied = tidy_markdown(text)
    return mend_markers(tidied) if path.startswith("quizzes/") else tidied


def _files(root: Path, wanted: Sequence[str]) -> Iterator[str]:
    """The course's texts, or those that the wanted paths name or hold. Raises `Refused`."""
    found = sorted(
        file.relative_to(root).as_posix()
        for room in ROOMS
        for file in (root / room).rglob("*")
        if file.suffix in ENDINGS and file.is_file() and not file.is_symlink()
    )
    names = [relative(path, root) for path in wanted]
    for name in names:
        if not any(path == name or path.startswith(f"{name}/") for path in found):
            raise Refused(f"no text of the course at {name}")
    yield from (p for p in found if not names or any(p == n or p.startswith(f"{n}/") for n in names))


def _read(root: Path, path: str) -> str | None:
    """A file's text byte by byte; None where the check says that it cannot be read."""
    unreadable: list[Problem] = []
    if read_text(root / path, path, unreadable) is None:
        return None
    return (root / path).read_bytes().decode("utf-8")


def _shuffled(course: Course, new: Mapping[str, str]) -> dict[str, str]:
    """The banks of every module of which one is among the new texts, with shuffled options."""
    found: dict[str, str] = {}
    for module in course.in_order():
        paths = {language: bank.place.path for language, bank in module.banks.items()}
        if set(paths.values()) & set(new):
            found |= shuffle(
                module.id,
                {
                    language: (path, new.get(path) or mended(path, _read(course.root, path) or ""))
                    for language, path in paths.items()
                },
            )
    return found


def fixes(course: Course, wanted: Sequence[str] = (), *, shuffled: bool = False) -> Draft:
    """Every text that would change, as it would be then. Raises `Refused` for a path of nothing."""
    old = {path: _read(course.root, path) for path in _files(course.root, wanted)}
    new = {path: mended(path, text) for path, text in old.items() if text is not None}
    new |= _shuffled(course, new) if shuffled else {}
    changed = {path: text for path, text in new.items() if text != _read(course.root, path)}
    return Draft(kept_fresh(course, changed))


def _shown(text: str) -> list[str]:
    """The lines of a text; what cannot be seen is spelled out."""
    *lines, last = text.split("\n")
    lines += [last, "\\ no line end"] if last else []
    return [
        "".join(c if c.isprintable() or c == "\t" else f"\\u{ord(c):04x}" for c in line) for line in lines
    ]


def difference(root: Path, files: Mapping[str, str]) -> Iterator[str]:
    """What writing these texts would change, as a unified diff."""
    for path, text in sorted(files.items()):
        before = _shown(_read(root, path) or "")
        yield from difflib.unified_diff(before, _shown(text), f"a/{path}", f"b/{path}", lineterm="")

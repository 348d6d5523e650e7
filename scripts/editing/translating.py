"""Marks a translation as read against the English text that stands there now, or as changed along with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from scripts.content.frontmatter import fingerprint, read_text
from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Bank, Course, Page

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^translates:.*\n", re.MULTILINE)


def pairs(course: Course) -> dict[str, tuple[Page | Bank, Page | Bank]]:
    """Every translated file with its English sibling, by the translation's path."""
    texts: dict[str, Page | Bank] = {page.place.path: page for page in course.all_pages()}
    texts.update((bank.place.path, bank) for _, bank in course.banks())
    found = {}
    for path, english in texts.items():
        for language in LANGUAGES[1:]:
            other = texts.get(in_language(path, language))
            if english.language == LANGUAGES[0] and other:
                found[other.place.path] = (english, other)
    return found


def stale(course: Course) -> list[str]:
    """The translations that were not made from the English text of today, by path."""
    return sorted(
        p for p, (english, other) in pairs(course).items() if english.fingerprint != other.translates
    )


def with_fingerprint(text: str, fingerprint: str) -> str:
    """A translation's text with `translates:` set in its head; a head is made where none is."""
    line = f"translates: {fingerprint}\n"
    head = _HEAD.match(text)
    if not head:
        return f"---\n{line}---\n\n{text}"
    kept = _LINE.sub("", head[1])
    return f"---\n{kept}{line}{text[head.end(1) :]}"


def accept(course: Course, path: str) -> None:
    """Mark one translation as read. Raises KeyError where the path is no translation of the course."""
    english, _ = pairs(course)[path]
    file = course.root / path
    file.write_text(with_fingerprint(file.read_text("utf-8-sig"), english.fingerprint), "utf-8", newline="\n")


def kept_fresh(course: Course, files: Mapping[str, str]) -> dict[str, str]:
    """New texts, with the fingerprints of translations that were fresh before and change in the same way."""
    new = dict(files)
    for path, (english, other) in pairs(course).items():
        changed = new.get(english.place.path)
        if (
            changed is None
            or other.translates != english.fingerprint
            or other.translates == fingerprint(changed)
        ):
            continue
        text = new.get(path) or read_text(course.root / path, path, [])
        if text is not None:
            new[path] = with_fingerprint(text, fingerprint(changed))
    return new


def relative(path: str, root: Path) -> str:
    """A path as the course writes it, whether it was given from the root or in full."""
    full = Path(path).resolve()
    return full.relative_to(root.resolve()).as_posix() if full.is_relative_to(root.resolve()) else path

"""Read a Markdown file: its head as a record, its body as text, and what it was made from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.content.model import Place, Problem
from scripts.content.records import Record, read_record
from scripts.content.unfinished import places_to_fill

_HEAD = re.compile(r"---[ \t]*\n(|.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_OPENED = re.compile(r"---[ \t]*(?:\n|\Z)")
MAX_BYTES = 1_000_000
"""No lesson comes near this; a larger file is not one of ours."""

MAX_LINE = 10_000
"""No paragraph comes near this, in characters."""

MAX_LINES = 5_000
"""No page and no bank comes near this."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Document:
    """A Markdown file split in two. `lines_before` is the length of the head in lines."""

    place: Place
    head: Record | None
    body: str
    lines_before: int
    fingerprint: str


class _Unreadable(Exception):
    """Carries the line, the words and the way to mend it."""

    def __init__(self, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line


def _is_linked(file: Path, path: str) -> bool:
    """Whether a symbolic link stands anywhere on the way from the course's root to the file."""
    return any(part.is_symlink() for part in (file, *list(file.parents)[: path.count("/")]))


def _decoded(file: Path, path: str) -> str:
    """The text of a UTF-8 file. Raises `_Unreadable`."""
    try:
        if _is_linked(file, path):
            raise _Unreadable("reached through a symbolic link", "put the file itself there")
        if not file.is_file():  # reading a pipe would wait for ever
            raise _Unreadable("not a file", "put a text file there")
        if file.stat().st_size > MAX_BYTES:
            raise _Unreadable("larger than 1 MB", "split it, or keep data elsewhere")
        data = file.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise _Unreadable(f"cannot be read: {error.strerror}", "look at its name and its rights") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _Unreadable("not UTF-8", "save the file as UTF-8", line) from error


def _sound(text: str) -> str:
    """The text with LF line ends. Raises `_Unreadable` where it cannot be a text of ours."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"contains the control character U+{ord(found[0]):04X}"
        raise _Unreadable(what, "save it as plain text, or take the character out", line)
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > MAX_LINE:
            what = f"a line of more than {MAX_LINE} characters"
            raise _Unreadable(what, "break it into paragraphs", number)
    return text


def read_text(file: Path, path: str, problems: list[Problem]) -> str | None:
    """The text of a UTF-8 file with LF line ends, or None with a problem noted."""
    try:
        text = _sound(_decoded(file, path))
    except _Unreadable as error:
        place = Place(path, error.line)
        problems.append(Problem(place, error.message, error.hint, rule="files-can-be-read"))
        return None
    problems.extend(places_to_fill(text, path))
    return text


def fingerprint(text: str) -> str:
    """Ten hexadecimal digits that change with the words, not with white space or the head's layout."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]


def read_document(file: Path, path: str, problems: list[Problem]) -> Document | None:
    """Split a Markdown file into head and body; None when it cannot be read at all."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    if text.count("\n") > MAX_LINES:
        what, hint = f"more than {MAX_LINES} lines", "split it into pages"
        problems.append(Problem(Place(path, MAX_LINES + 1), what, hint, rule="files-can-be-read"))
        return None
    return document_in(text, path, problems)


def document_in(text: str, path: str, problems: list[Problem]) -> Document:
    """The head and the body of a text with LF line ends."""
    found = _HEAD.match(text)
    if _OPENED.match(text) and not found:
        problems.append(
            Problem(
                Place(path), "the head has no end", "close it with a line “---”", rule="heads-are-complete"
            )
        )
    if not found:
        return Document(Place(path), None, text, 0, fingerprint(text))
    head = read_record(found[1], path, problems, "heads-are-complete", first_line=1)
    before = found[0].count("\n")
    return Document(Place(path), head, text[found.end() :], before, fingerprint(text))

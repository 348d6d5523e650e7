"""The running text of a page, paragraph by paragraph, each with its words free of mark-up.

Rules about wording, claims and translation read these; where headings, links and markers stand is
the outline's business (`markdown.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from scripts.content.markdown import INLINE_HTML, prose_lines
from scripts.content.model import Paragraph, Place

Kind = Literal["heading", "text", "item", "row", "quote"]

_BOX = re.compile(r'( *)(?:!!!|\?\?\?\+?)\s+([\w-]+)[^"]*(?:"(.*)")?')
_HEADING = re.compile(r"#{1,6}\s+(.*)$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r">\s*")
_RULER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$")
_SECTION = re.compile(r"\{\s*#([\w-]+)")
_CITED = re.compile(r"\[\^([^\[\]\s]+)\]")
_PICTURE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ANGLED = re.compile(r"<(?:https?://[^>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_MARKED = re.compile(r"[\[\]`*_<{\\]")
_MARKS = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    r"|\[\^[^\[\]\s]+\]|<!--.*?-->|\{\s*[#.:][^{}]*\}|\*+|__|(?<!\w)_|_(?!\w)|`"
)


@lru_cache(maxsize=1 << 15)  # many rules ask for the words of the same option
def plain(text: str) -> str:
    """The words of a Markdown text in one line: link words stay, targets, marks and citations go.

    A sign behind a backslash is the sign itself.

    >>> plain("**Read** [the Act](act.md), Art. 5.[^kor-a-01]")
    'Read the Act, Art. 5.'
    """
    if not _MARKED.search(text):
        return " ".join(text.split())
    if "](" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "<" in text:
        text = INLINE_HTML.sub(r"\2", _ANGLED.sub("", text))
    return " ".join(_MARKS.sub(r"\1", text).split())


def _apart(line: str) -> tuple[Kind, str] | None:
    """What a line begins that is no plain text: a row of a table, a quotation or an item of a list."""
    if line.startswith("|"):
        return "row", line.strip("|").replace("|", " | ")
    if quoted := _QUOTE.match(line):
        return "quote", line[quoted.end() :]
    if item := _ITEM.match(line):
        return "item", line[item.end() :]
    return None


class _Reader:
    """Gathers lines into paragraphs; knows the section and the box that it stands in."""

    def __init__(self, path: str, lines_before: int) -> None:
        self.path, self.before = path, lines_before
        self.section = self.box = ""
        self.indent = 0
        self.kind: Kind = "text"
        self.lines: list[str] = []
        self.start = 0

    def flush(self) -> Iterator[Paragraph]:
        if not self.lines:
            return
        text, self.lines = " ".join(self.lines), []
        if words := plain(text):
            cited = tuple(_CITED.findall(text)) if "[^" in text else ()
            place = Place(self.path, self.start + self.before)
            yield Paragraph(self.kind, text, words, self.section, self.box, place, cited)

    def begin(self, kind: Kind, number: int, line: str) -> Iterator[Paragraph]:
        yield from self.flush()
        self.kind, self.start, self.lines = kind, number, [line]

    def read(self, number: int, line: str) -> Iterator[Paragraph]:
        stripped = line.strip()
        if self.box and stripped and len(line) - len(line.lstrip()) <= self.indent:
            yield from self.flush()
            self.box = ""
        if not stripped or stripped.startswith("<!--") or _RULER.fullmatch(stripped):
            yield from self.flush()
        elif box := _BOX.match(line):
            yield from self.flush()
            self.box, self.indent = box[2], len(box[1])
            yield from self.begin("heading", number, box[3] or "")
            yield from self.flush()
        elif heading := _HEADING.match(line):
            yield from self.flush()
            named = _SECTION.search(line)
            if line.startswith("## "):
                self.section = named[1] if named else ""
            yield from self.begin("heading", number, heading[1])
            yield from self.flush()
        elif apart := _apart(stripped):
            kind, words = apart
            if kind == self.kind == "quote" and any(self.lines) and words:
                self.lines.append(words)
            else:
                yield from self.begin(kind, number, words)
        elif self.lines:
            self.lines.append(stripped)
        else:
            yield from self.begin("text", number, stripped)


def paragraphs(text: str, path: str, lines_before: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of a text whose first line is line `lines_before + 1` of the file."""
    reader = _Reader(path, lines_before)
    found = [each for number, line in prose_lines(text) for each in reader.read(number, line)]
    return (*found, *reader.flush())

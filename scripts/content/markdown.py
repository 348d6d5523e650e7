"""What stands where in a Markdown text: headings, links, pictures, citations, markers, notes.

The one place where Markdown is scanned; it reads line by line and leaves code fences alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.content.model import Citation, Heading, Link, Marker, Note, Outline, Place

_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_BRACES = re.compile(r"\{([^{}]*)\}$")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*(?:<([^<>]*)>|((?:[^()\s<>]|\([^()\s]*\))*))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_CITATION = re.compile(r"(?!^\[[^\]]*\]:)\[\^([^\[\]\s]+)\]")
_FOOTNOTE = re.compile(r"\s*\[\^([^\[\]\s]+)\]:")
_MARKER = re.compile(r"\s*<!--\s*([a-z-]+)(?::([^<>]*)|\s*)-->\s*$")
_NOTE = re.compile(r'\s*\?\?\?\+?\s+instructor\b\s*(?:"(.*)")?')
_MINUTES = re.compile(r"\((\d{1,3})\s*(?:min|분)\)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})([^`]*)$")
_ATTRIBUTE = re.compile(r'([\w-]+)=(?:"([^"]*)"|(\S+))')
_HEADING_ID = re.compile(r"(?:^|\s)#([\w-]+)")
_STRAY = re.compile(r"(?<!\\)`")
_CODE = re.compile(r"(?<![\\`])(`++)(?:.+?)(?<!`)\1(?!`)")


class _Fences:
    """Follows the code fences of a text line by line; `opened` is the line of the one it stands in."""

    def __init__(self) -> None:
        self.mark, self.opened = "", 0

    def hold(self, number: int, line: str) -> bool:
        """Whether this line, asked for in order, is part of a code fence."""
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if mark and not self.mark:
            self.mark, self.opened = mark[1], number
        elif mark and mark[1].startswith(self.mark) and not mark[2].strip():
            self.mark, self.opened = "", 0
        elif not self.mark:
            return False
        return True


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines outside code fences with their numbers from 1; inline code is blanked out."""
    fences = _Fences()
    for number, line in enumerate(text.split("\n"), start=1):
        if not fences.hold(number, line):
            yield number, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line


def open_fence(text: str) -> int:
    """The line, from 1, of a code fence that nothing closes; 0 where there is none."""
    fences = _Fences()
    for number, line in enumerate(text.split("\n"), start=1):
        fences.hold(number, line)
    return fences.opened


INLINE_HTML = re.compile(r"<(kbd|sub|sup)>([^<>]*)</\1>")
"""The HTML that a text may hold: a key (`<kbd>Tab</kbd>`), a raised or lowered sign, without attributes."""

_INFO = re.compile(r"[\w#.+-]*\s*")


def loose_code(text: str) -> Iterator[tuple[int, str]]:
    """Code that Python-Markdown would read in another way than `prose_lines`: the line and what is wrong.

    What stands in code is judged by no rule, so nobody may disagree about where it ends.
    """
    fence, start = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, start = mark[1], number
            if line[0].isspace() or not _INFO.fullmatch(mark[2].strip()):
                yield number, f"“{line.strip()[:30]}” begins no block of code"
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            if mark[1] != fence or line[0].isspace():
                yield number, f"“{line.strip()}” does not end the block of code that “{fence}” began"
            fence = ""
        elif not fence and "`" in line and _STRAY.search(_CODE.sub("", line)):
            yield number, "a backquote without a partner on its line"
    if fence:
        yield start, f"the block of code that “{fence}” begins has no end"


def attributes(braces: str) -> tuple[str, Mapping[str, str]]:
    """The id and the `name=value` pairs of `{ #id name=value }`."""
    found = _HEADING_ID.search(braces)
    pairs = {m[1]: m[2] if m[2] is not None else m[3] for m in _ATTRIBUTE.finditer(braces)}
    return (found[1] if found else ""), pairs


def _heading(line: str, place: Place) -> Heading | None:
    found = _HEADING.match(line)
    if not found:
        return None
    text = found[2].rstrip()
    braces = _BRACES.search(text)
    name, pairs = attributes(braces[1] if braces else "")
    words = text[: braces.start()] if braces else text
    return Heading(len(found[1]), words.strip(), name, pairs, place)


def _begun(line: str) -> str:
    """What a line holds of a link that ends on the next one: its words may be wrapped."""
    start = line.rfind("[")
    return f"{line[max(start - 1, 0) :]} " if start >= 0 and "]" not in line[start:] else ""


def scan(text: str, path: str, lines_before: int = 0) -> Outline:
    """The outline of a text whose first line is line `lines_before + 1` of the file."""
    headings: list[Heading] = []
    links: list[Link] = []
    pictures: list[Link] = []
    markers: list[Marker] = []
    notes: list[Note] = []
    citations: list[Citation] = []
    begun = section = ""
    footnotes: list[Citation] = []
    for number, line in prose_lines(text):
        place = Place(path, number + lines_before)
        if heading := _heading(line, place):
            headings.append(heading)
            section = heading.id if heading.level == 2 else section  # noqa: PLR2004 - a level
        if marker := _MARKER.match(line):
            markers.append(Marker(marker[1], tuple((marker[2] or "").split()), place))
        if note := _NOTE.match(line):
            minutes = _MINUTES.search(note[1] or "")
            notes.append(Note(int(minutes[1]) if minutes else None, place, note[1] or "", section))
        if "](" in line:
            for link in _LINK.finditer(begun + line):
                (pictures if link[1] else links).append(Link(link[2], link[3] or link[4] or "", place))
        begun = _begun(line)
        if "[^" in line:
            footnotes += (Citation(m[1], place) for m in (_FOOTNOTE.match(line),) if m)
            citations += (Citation(m[1], place) for m in _CITATION.finditer(line))
    return Outline(
        tuple(headings),
        tuple(links),
        tuple(pictures),
        tuple(markers),
        tuple(notes),
        tuple(citations),
        tuple(footnotes),
    )

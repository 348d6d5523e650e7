"""What stands where in a Markdown text: headings, links, pictures, citations, markers, notes.

The one place where Markdown is scanned; it reads line by line and leaves code fences alone. What
Markdown would render and this does not read is named by `strays.py`, so that nothing goes unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from scripts.content.model import Citation, Heading, Link, Marker, Note, Outline, Place

_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_BRACES = re.compile(r"\{([^{}]*)\}$")
_LINK = re.compile(
    r"(!?)\[(?!\^[^\]\s]+\]\()((?:[^\[\]]|\[[^\[\]]*\])*+)\]"
    r"\(\s*+(?:<([^<>]*)>|((?:[^()\s<>]|\([^()\s]*\))*+))(?:\s++(?:\"[^\"]*\"|'[^']*'))?\s*+\)"
)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+|[^<>\s@!]+@[^<>\s@]+)>")
_CITATION = re.compile(r"(?<!\\)(?!^\[[^\]]*\]:)\[\^([^\[\]\s]+)\]")
_FOOTNOTE = re.compile(r"\s*\[\^([^\[\]\s]+)\]:")
_MARKER = re.compile(r"\s*+<!--\s*+([a-z-]+)(?::([^<>]*?)|\s*+)-->\s*$")
_COMMENT = re.compile(r"<!--\s*+([A-Za-z-]+)\s*+(?::([^<>]*?))?-->")
_NOTE = re.compile(r'\s*\?\?\?\+?\s+instructor\b\s*(?:"(.*)")?')
_MINUTES = re.compile(r"\((\d{1,3})\s*(?:min|분)\)")
_FENCE = re.compile(r"(`{3,}|~{3,}) *\.?[\w#.+-]* *$")
_CLOSED = re.compile(r"(`{3,}|~{3,}) *$")
_ATTRIBUTE = re.compile(r'(?<![\w-])([\w-]++)=(?:"([^"]*)"|(\S+))')
_HEADING_ID = re.compile(r"(?:^|\s)#([\w-]+)")
_CODE = re.compile(r"(?<![\\`])(`++)(?:.+?)(?<!`)\1(?!`)")


def _code_lines(lines: list[str]) -> Iterator[range]:
    """Where the fenced code stands, as Python-Markdown sees it: one that is never closed is none."""
    closers: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line[:3] in ("```", "~~~") and (closed := _CLOSED.match(line)):
            closers.setdefault(closed[1], []).append(at)
    end = -1
    for at, line in enumerate(lines):
        fence = _FENCE.match(line) if at > end and line[:3] in ("```", "~~~") else None
        ends = closers.get(fence[1], []) if fence else []
        if (after := bisect_right(ends, at)) < len(ends):
            end = ends[after]
            yield range(at, end + 1)


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines outside code fences with their numbers from 1; inline code is blanked out."""
    lines = text.split("\n")
    code = {at for block in _code_lines(lines) for at in block} if "```" in text or "~~~" in text else ()
    for at, line in enumerate(lines):
        if at not in code:
            yield at + 1, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line


INLINE_HTML = re.compile(r"<(kbd|sub|sup)>([^<>]*)</\1>")
"""The HTML that a text may hold: a key (`<kbd>Tab</kbd>`), a raised or lowered sign, without attributes."""


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


def _begun(before: str, line: str) -> str:
    """What has been read of a link that ends on a later line: its words may be wrapped."""
    start = line.rfind("[")
    if start >= 0:
        return f"{line[max(start - 1, 0) :]} " if "]" not in line[start:] else ""
    return f"{before}{line} " if before and line.strip() and "]" not in line else ""


def _links(begun: str, line: str, place: Place) -> Iterator[tuple[str, Link]]:
    """The links and pictures that end on a line (`""`, `"!"`), and what cannot be read as one (`"?"`)."""
    text, known = begun + line, set()
    for found in _LINK.finditer(text):
        known.add(found.end(2))
        yield found[1], Link(found[2], found[3] or found[4] or "", place)
    for found in _CITATION.finditer(text) if "](" in text else ():
        known.add(found.end() - 1)
    at = text.find("](")
    while at >= 0:
        if at not in known:
            yield "?", Link(text[max(text.rfind("[", 0, at), 0) :][:40], "", place)
        at = text.find("](", at + 1)


def _autolink(address: str, place: Place) -> Link:
    """`<https://…>` or `<name@example.org>`: the address is its own words."""
    return Link(address, address if "://" in address else f"mailto:{address}", place)


def _lost(line: str, place: Place) -> Iterator[Marker]:
    """Comments that are written like markers on a line that holds something else, or in capitals."""
    for found in _COMMENT.finditer(line):
        yield Marker(found[1].lower(), tuple((found[2] or "").split()), place)


def scan(text: str, path: str, lines_before: int = 0) -> Outline:
    """The outline of a text whose first line is line `lines_before + 1` of the file."""
    headings: list[Heading] = []
    links: dict[str, list[Link]] = {"": [], "!": [], "?": []}
    markers: list[Marker] = []
    lost: list[Marker] = []
    notes: list[Note] = []
    citations: list[Citation] = []
    begun = section = ""
    footnotes: list[Citation] = []
    for number, line in prose_lines(text):
        place = Place(path, number + lines_before)
        if line.startswith("#") and (heading := _heading(line, place)):
            headings.append(heading)
            section = heading.id if heading.level == 2 else section  # noqa: PLR2004 - a level
        if "<" in line:
            links[""] += (_autolink(m[1], place) for m in _AUTOLINK.finditer(line))
            if marker := _MARKER.match(line):
                markers.append(Marker(marker[1], tuple((marker[2] or "").split()), place))
            elif "<!--" in line:
                lost += _lost(line, place)
        if "???" in line and (note := _NOTE.match(line)):
            minutes = _MINUTES.search(note[1] or "")
            notes.append(Note(int(minutes[1]) if minutes else None, place, note[1] or "", section))
        if "](" in line:
            for kind, link in _links(begun, line, place):
                links[kind].append(link)
        begun = _begun(begun, line) if begun or "[" in line else ""
        if "[^" in line:
            footnotes += (Citation(m[1], place) for m in (_FOOTNOTE.match(line),) if m)
            citations += (Citation(m[1], place) for m in _CITATION.finditer(line))
    return Outline(
        tuple(headings),
        tuple(links[""]),
        tuple(links["!"]),
        tuple(markers),
        tuple(notes),
        tuple(citations),
        tuple(footnotes),
        tuple(links["?"]),
        tuple(lost),
    )

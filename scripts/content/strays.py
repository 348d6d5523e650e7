"""What Markdown would render as something that the reader does not take it for.

There is one way to write each thing here: headings with `#` at the line's start, links as
`[words](address)`, code between fences. Whatever Markdown knows besides is named, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.markdown import prose_lines
from scripts.content.model import Place, Stray

Found = tuple[int, str, str, str]
"""Line, what it is, how to write it, the words."""

_HEADING = re.compile(
    r'(?:\s|>|<!--[^>]*-->|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]]*\]:\s|(?:!!!|\?\?\?\+?)\s[^"]*")*+(#{1,6})(.*)'
)
_UNDERLINE = re.compile(r"[\s>]*+(=+|-+)\s*$")
_APART = re.compile(r"#.*(?<!\\)|\s*<!--.*?-->\s*")
"""A line that ends what stands before the next one."""
_DEFINITION = re.compile(
    r"(?:[\s>]|<!--[^>]*-->|[-*+]\s|\d{1,9}[.)]\s)*+\[(?!\^)[^\[\]]+\]:\s*(?:\S+\s*(?:[\"'(].*)?)?$"
)
_REFERENCE = re.compile(r"\[(?!\^)[^\[\]]+\]\[(?!\^)[^\[\]]*\](?![\[(])")
_FENCE = re.compile(r"[\s>]*+(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:`{3}|~{3})")
_WHOLE_FENCE = re.compile(r"(?:`{3,}|~{3,}) *\.?[\w#.+-]* *$")
_BACKQUOTE = re.compile(r"(?<!\\)`")
_DAY = re.compile(r"[\s>]*+(?:[-*+]\s+)?(\d{1,4}\. \d{1,2}\.(?: \d{1,2}\.)?)\s")
_HOLDER = re.compile(r" {0,3}(?:[-*+]\s|\d{1,9}[.)]\s|!!!|\?\?\?|\[\^[^\]]*\]:)")

_TITLE = "a heading begins at the line’s start: “## Words { #id }”; for the sign itself write “\\#”"
_ACROSS = "write “## Words { #id }”; for a line across the page leave an empty line above it"
_INLINE = "write the link where it stands: [words](address)"


def _heading(number: int, line: str) -> Iterator[Found]:
    found = _HEADING.match(line)
    if not found:
        return
    words = re.sub(r"\{[^{}]*\}\s*$", "", found[2]).rstrip()
    if found.start(1) or not found[2][:1].isspace():
        yield number, f"“{line.strip()[:40]}” is no heading of ours", _TITLE, words
    elif words.endswith("#") and not words.endswith("\\#"):
        yield number, "the “#” at the end of a heading is not shown", "leave it out, or write “\\#”", words


def _underline(number: int, line: str, above: str) -> Iterator[Found]:
    mark = _UNDERLINE.match(line)
    words = above.strip(" \t>") if ">" in line else above.strip()
    if mark and words and not _APART.fullmatch(above):
        yield number, f"the line under “{words[:40]}” makes it a heading", _ACROSS, mark[1]


def _reference(number: int, line: str) -> Iterator[Found]:
    if "]:" in line and _DEFINITION.match(line):
        yield number, f"an address apart from its link: “{line.strip()[:40]}”", _INLINE, line
    elif "][" in line:
        for found in _REFERENCE.finditer(line):
            yield number, f"“{found[0][:40]}” is no link of ours", _INLINE, found[0]


def _day(number: int, line: str) -> Iterator[Found]:
    """A Korean date at a line's start: each of its numbers begins a list inside the one before."""
    if found := _DAY.match(line):
        hint = "put a word before it, or write it as 2026-10-09"
        yield number, f"“{found[1]}” at the line’s start becomes lists in lists", hint, found[1]


def _code(number: int, line: str) -> Iterator[Found]:
    """A fence that `prose_lines` did not take for one, or a backquote that is left over."""
    if _WHOLE_FENCE.match(line):
        yield (
            number,
            f"the code fence “{line.strip()}” is never closed",
            "end the code with the same line",
            line,
        )
    elif _FENCE.match(line):
        hint = "“```” stands at the line’s start, with one word at most behind it"
        yield number, f"“{line.strip()[:40]}” is no code fence", hint, line
    elif _BACKQUOTE.search(line):
        hint = "code in a line begins and ends in it; for the sign itself write “\\`”"
        yield number, "a backquote without its pair", hint, line


def _indented(prose: list[tuple[int, str, str]]) -> Iterator[Found]:
    """Lines that begin with four spaces and belong to no list and no box: Markdown makes code of them."""
    held, blank = False, True
    for number, line, _ in prose:
        inner = line.strip()
        if not inner:
            blank = True
            continue
        if not line.startswith(("    ", "\t")):
            held = bool(_HOLDER.match(line)) or (held and not blank)
        elif blank and not held:
            yield (
                number,
                f"“{inner[:40]}” is set as code",
                "begin at the line’s start; code stands in fences",
                line,
            )
        blank = False


def _found(prose: list[tuple[int, str, str]]) -> Iterator[Found]:
    above, last = "", 0
    for number, line, without_code in prose:
        if "#" in line:
            yield from _heading(number, line)
        if line.lstrip(" \t>")[:1] in ("=", "-"):
            yield from _underline(number, line, above if last == number - 1 else "")
        if "[" in line:
            yield from _reference(number, without_code)
        if ". " in line:
            yield from _day(number, line)
        if "`" in without_code or "~~~" in line:
            yield from _code(number, without_code)
        above, last = line, number


def strays(text: str, path: str, lines_before: int = 0) -> tuple[Stray, ...]:
    """What is written another way in a text whose first line is line `lines_before + 1` of the file."""
    lines = text.split("\n")
    prose = [(number, lines[number - 1], line) for number, line in prose_lines(text)]
    found = sorted([*_found(prose), *_indented(prose)])
    return tuple(Stray(what, hint, words, Place(path, at + lines_before)) for at, what, hint, words in found)

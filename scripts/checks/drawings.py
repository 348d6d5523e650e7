"""Rules for the SVG drawings of modules: they become part of the page, so they must be plain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts.content.frontmatter import read_text
from scripts.content.model import Course, Place, Problem

ELEMENTS = frozenset(
    {"svg", "title", "desc", "g", "rect", "circle", "ellipse", "line", "path", "polyline", "polygon"}
    | {"text", "tspan"}
)
"""What a drawing is made of."""
_REFUSED = re.compile(r"on\w+|style|id|fill|stroke|.*href|font-family|class\w+")
_BOX = re.compile(r"0 0 \d+(?:\.\d+)? \d+(?:\.\d+)?")
_NAMESPACE = "{http://www.w3.org/2000/svg}"

_NAMED = re.compile(r"<[\w.-]+|[\w.-]+=")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORDED = re.compile(r"<(text|tspan|title|desc)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>([^<]*)")
_KOREAN = re.compile(r'\sdata-ko="([^"]*)"')
_LETTER = re.compile(r"[^\W\d_]")
_HANGUL = re.compile(r"[가-힣]")
_NAME = re.compile(r"\S*[A-Z0-9]\S*[A-Z0-9]\S*|\S*[A-Z]\S*\d\S*")

Fault = tuple[int, str, str]
"""A line of a drawing, what is wrong there, and how to mend it."""


def _drawings(course: Course) -> Iterator[tuple[Path, str]]:
    """Every drawing in the folders of strands and modules, with its path from the course's root."""
    for strand in course.strands:
        for file in sorted((course.root / "modules" / strand.id).rglob("*.svg")):
            yield file, file.relative_to(course.root).as_posix()


def drawings_are_plain(course: Course) -> Iterator[Problem]:
    """A drawing is well-formed SVG of shapes and words, with a viewBox, colours in classes, no code.

    그림은 도형과 글자로 된 올바른 SVG이며, `viewBox`가 있고, 색은 `class`로 정하고, 코드를 넣지 않습니다.
    """
    for file, path in _drawings(course):
        yield from (Problem(Place(path, line), what, hint) for line, what, hint in _faults(file))


def _faults(file: Path) -> Iterator[Fault]:
    unread: list[Problem] = []
    text = read_text(file, file.name, unread)
    if text is None:
        yield from ((problem.place.line, problem.message, problem.hint) for problem in unread)
        return
    if found := re.search("<!DOCTYPE|<!ENTITY", text):
        yield _line(text, found.start()), "a document type is not used here", "begin with <svg …>"
        return
    try:
        root = ET.fromstring(text)  # noqa: S314 - no document type, so no entities
    except ET.ParseError as error:
        yield error.position[0], f"not well-formed: {error}", "open it in a browser to see where"
        return
    if root.tag != f"{_NAMESPACE}svg" or not _BOX.fullmatch(root.get("viewBox", "")):
        what = 'begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">'
        yield _where(text, "<svg"), "no <svg> with a viewBox", what
    yield from _foreign(root, text)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _where(text: str, pattern: str) -> int:
    """The line on which a well-formed drawing first has this; line 1 where it hides behind a prefix."""
    found = re.search(pattern, text)
    return _line(text, found.start()) if found else 1


def _foreign(root: ET.Element, text: str) -> Iterator[Fault]:
    """Elements and attributes that a drawing of ours does not have, each named once."""
    tags = {element.tag.removeprefix(_NAMESPACE) for element in root.iter()} - ELEMENTS
    names = {name.rpartition("}")[2] for element in root.iter() for name in element.attrib}
    refused = {name for name in names if _REFUSED.fullmatch(name)}
    first: dict[str, int] = {}
    for number, line in enumerate(text.split("\n") if tags or refused else (), start=1):
        for name in _NAMED.findall(line):
            first.setdefault(name, number)
    for tag in sorted(tags):
        known = f"use {', '.join(sorted(ELEMENTS))}"
        yield first.get(f"<{tag}", 1), f"<{tag}> is not used in drawings", known
    for name in sorted(refused):
        what = f"the attribute “{name}” is not used in drawings"
        yield first.get(f"{name}=", 1), what, "colours come from classes: see CONTRIBUTING.md"


def drawings_speak_korean(course: Course) -> Iterator[Problem]:
    """Every drawing has a title, and all of its words stand in Korean beside the English.

    그림마다 제목이 있고, 그림의 제목과 그림 속 글자는 모두 영어와 한국어로 적혀 있습니다.

    Korean stands in `data-ko="…"` of the same element. Numbers need none. A name may stay as it is:
    when it is written like ChatGPT or GOV.UK, or when the module's Korean page writes it so, too.
    """
    known = _latin_of_korean_pages(course)
    for file, path in _drawings(course):
        text = read_text(file, path, [])
        if text is not None:
            names = known.get(path.rpartition("/")[0], frozenset())
            yield from (Problem(Place(path, line), what, hint) for line, what, hint in _silent(text, names))


def _latin_of_korean_pages(course: Course) -> dict[str, frozenset[str]]:
    """The Latin words of each Korean page that stands beside drawings, by its folder."""
    pages = (page for page in course.all_pages() if page.language == "ko" and page.outline.pictures)
    return {
        page.place.path.rpartition("/")[0]: frozenset(re.findall(r"[A-Za-z][\w.-]*", page.text))
        for page in pages
    }


def _silent(text: str, names: frozenset[str]) -> Iterator[Fault]:
    """The words of a drawing that say nothing in Korean."""
    text = _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    titled, line, upto = False, 1, 0
    for found in _WORDED.finditer(text):
        line, upto = line + text.count("\n", upto, found.start()), found.start()
        words = " ".join(html.unescape(found[3]).split())
        korean = _KOREAN.search(found[2])
        titled = titled or (found[1] == "title" and bool(_LETTER.search(words)))
        if _LETTER.search(words) and not _says(korean[1] if korean else None, names):
            yield line, *_mute(found[1], words, korean and korean[1])
    if not titled:
        hint = '<title data-ko="…">…</title> as its first element'
        yield _where(text, "<svg"), "the drawing has no title", hint


def _says(korean: str | None, names: frozenset[str]) -> bool:
    """Whether the Korean words of a drawing are Korean, or a number or name that needs no translation."""
    if korean is None or not korean.strip():
        return False
    latin = [word for word in re.findall(r"[A-Za-z][\w.-]*", korean) if len(word) > 1]
    return bool(_HANGUL.search(korean)) or all(_NAME.fullmatch(word) or word in names for word in latin)


def _mute(tag: str, words: str, korean: str | None) -> tuple[str, str]:
    if korean is None:
        return f"<{tag}> “{words}” has no Korean", 'add data-ko="…" to the element'
    if not korean.strip():
        return f"<{tag}> “{words}”: data-ko is empty", "write the same in Korean"
    return f"<{tag}> “{words}”: “{korean}” is not Korean", "write the same in Korean in data-ko"

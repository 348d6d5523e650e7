"""Rules for the SVG drawings of modules: they become part of the page, so they must be plain."""

from __future__ import annotations

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


def drawings_are_plain(course: Course) -> Iterator[Problem]:
    """A drawing is well-formed SVG of shapes and words, with a viewBox, colours in classes, no code."""
    for strand in course.strands:
        for file in sorted((course.root / "modules" / strand.id).rglob("*.svg")):
            place = Place(file.relative_to(course.root).as_posix())
            yield from (Problem(place, what, hint) for what, hint in _faults(file))


def _faults(file: Path) -> Iterator[tuple[str, str]]:
    unread: list[Problem] = []
    text = read_text(file, file.name, unread)
    if text is None:
        yield from ((problem.message, problem.hint) for problem in unread)
        return
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "a document type is not used here", "begin with <svg …>"
        return
    try:
        root = ET.fromstring(text)  # noqa: S314 - no document type, so no entities
    except ET.ParseError as error:
        yield f"not well-formed: {error}", "open it in a browser to see where"
        return
    if root.tag != f"{_NAMESPACE}svg" or not _BOX.fullmatch(root.get("viewBox", "")):
        yield (
            "no <svg> with a viewBox",
            'begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">',
        )
    yield from _foreign(root)


def _foreign(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Elements and attributes that a drawing of ours does not have, each named once."""
    tags = {element.tag.removeprefix(_NAMESPACE) for element in root.iter()}
    names = {name.rpartition("}")[2] for element in root.iter() for name in element.attrib}
    for tag in sorted(tags - ELEMENTS):
        yield f"<{tag}> is not used in drawings", f"use {', '.join(sorted(ELEMENTS))}"
    for name in sorted(name for name in names if _REFUSED.fullmatch(name)):
        yield (
            f"the attribute “{name}” is not used in drawings",
            "colours come from classes: see CONTRIBUTING.md",
        )

"""Rules for lesson pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.content.markdown import prose_lines
from scripts.content.model import Course, Module, Page, Place, Problem

FIXED = ("story", "activity", "check", "key-points")
MARKERS = {
    "quiz": True,
    "sort": True,
    "worksheet": True,
    "continue": False,
    "course-map": False,
    "pathways": False,
    "thread": False,
    "strand": False,
    "glossary": False,
    "sources": False,
    "storage": False,
}
"""What a page may ask for, and whether the marker names something."""

_RAW = re.compile(r"<(?!!--)/?[a-zA-Z][^>]*>?|\bjavascript:")
_ADDRESS = re.compile(r"(?<=\]\()<[^<>]*>|<(?:https?://[^>\s]+|[^<>\s@]+@[^<>\s@]+)>")


_STYLED = (
    (
        re.compile(r"^\s*+\|?(?:\s*+:?-++:?\s*+\|)*\s*+(?::-+|-+:)"),
        "aligned columns",
        "write | --- | for every column",
    ),
    (
        re.compile(r"\{[^{}]*\b(?:style|href|src|on[a-z]+)\s*="),
        "a style, an address or a handler in braces",
        "leave only ids in braces",
    ),
    (re.compile(r"<!--(?!.*-->)"), "a comment that does not end on its line", "close it with -->"),
)
"""What Markdown lets through although the page's policy would refuse it, or it would eat the page."""


def _lesson_pages(course: Course) -> Iterator[tuple[Module, Page]]:
    for module in course.in_order():
        for page in module.pages.values():
            yield module, page


def sections_stand_in_order(course: Course) -> Iterator[Problem]:
    """A lesson has the sections story, idea-…, activity, check, key-points, in this order."""
    for _, page in _lesson_pages(course):
        ids = [heading.id for heading in page.sections]
        shape = ["idea" if name.startswith("idea-") else name for name in ids]
        wanted = ["story", *["idea"] * shape.count("idea"), *FIXED[1:]]
        if shape != wanted or not shape.count("idea"):
            yield Problem(
                page.place,
                f"the sections are {', '.join(ids) or 'missing'}",
                "second-level headings: story, one or more idea-…, activity, check, key-points",
            )


def headings_have_ids(course: Course) -> Iterator[Problem]:
    """A page has one first-level heading; all others carry an id in braces that stands once in the page."""
    for page in course.all_pages():
        titles = [heading for heading in page.outline.headings if heading.level == 1]
        if len(titles) != 1:
            yield Problem(page.place, f"{len(titles)} first-level headings", "begin with one “# Title”")
        seen = Counter(heading.id for heading in page.outline.headings)
        for heading in page.outline.headings:
            if heading.level > 1 and not heading.id:
                yield Problem(heading.place, f"“{heading.text}” has no id", "add “{ #two-words }” after it")
            elif heading.id and seen[heading.id] > 1:
                yield Problem(
                    heading.place, f"the id “{heading.id}” stands twice", "give each heading its own"
                )


def markers_are_known(course: Course) -> Iterator[Problem]:
    """A marker `<!-- kind: names -->` asks for something that the build can make."""
    for page in course.all_pages():
        for marker in page.outline.markers:
            if marker.kind not in MARKERS:
                yield Problem(marker.place, f"unknown marker “{marker.kind}”", f"known: {', '.join(MARKERS)}")
            elif MARKERS[marker.kind] != bool(marker.names):
                words = "needs names" if MARKERS[marker.kind] else "takes no names"
                yield Problem(marker.place, f"the marker “{marker.kind}” {words}", "see CONTRIBUTING.md")


def activities_are_shown_once(course: Course) -> Iterator[Problem]:
    """Every sorting task and worksheet of a module's folder is asked for once in each of its pages."""
    for module, page in _lesson_pages(course):
        for kind, found in (("sort", module.sorts), ("worksheet", module.worksheets)):
            asked = [(name, marker) for marker in page.markers(kind) for name in marker.names]
            count = Counter(name for name, _ in asked)
            for name, marker in asked:
                if name not in found:
                    yield Problem(marker.place, f"no file {name}.{kind}.yml", "write it, or mend the name")
                elif count[name] > 1:
                    yield Problem(marker.place, f"{kind} “{name}” is shown twice", "leave one marker")
            for name in found:
                if not count[name]:
                    yield Problem(
                        found[name].place, f"not shown in {page.place.path}", f"add <!-- {kind}: {name} -->"
                    )


def pages_contain_no_html(course: Course) -> Iterator[Problem]:
    """Pages and banks are Markdown: no HTML tags, no styles, no scripts."""
    for page in course.all_pages():
        for number, found in _raw_html(page.text):
            yield _no_html(Place(page.place.path, number + page.lines_before), found)
    for _, bank in course.banks():
        for question in bank.questions:
            parts = [(question.place, f"{question.stem}\n\n{question.explanation}")]
            parts += [(choice.place, f"{choice.text}\n{choice.feedback}") for choice in question.choices]
            yield from (_no_html(place, found) for place, text in parts for _, found in _raw_html(text))


def _raw_html(text: str) -> Iterator[tuple[int, str]]:
    """The first piece of HTML in each line that has one, with the line's number from 1."""
    for number, line in prose_lines(text) if "<" in text or "javascript:" in text else ():
        found = _RAW.search(_ADDRESS.sub("", line)) if "<" in line or "javascript:" in line else None
        if found:
            yield number, found[0]


def _no_html(place: Place, found: str) -> Problem:
    return Problem(place, f"raw HTML “{found[:30]}”", "write Markdown, or put it in `backquotes`")


def pages_bring_no_styles(course: Course) -> Iterator[Problem]:
    """Columns are not aligned, braces carry ids only, and comments end on their line."""
    for page in course.all_pages():
        for number, line in prose_lines(page.text):
            for pattern, what, hint in _STYLED:
                if pattern.search(line):
                    yield Problem(Place(page.place.path, number + page.lines_before), what, hint)

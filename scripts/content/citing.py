"""Who cites what: a page by its own notes, and by those of the labs and charts that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from scripts.content.model import Chart, Citation, Course, Page, Place


def citations_in(exercise: object) -> Iterator[Citation]:
    """What an exercise or a chart cites: every `cites` of the record and of what it holds, with its line."""
    if is_dataclass(exercise):
        place = getattr(exercise, "cites_place", None) or getattr(exercise, "place", None)
        yield from (Citation(name, place or Place("")) for name in getattr(exercise, "cites", ()))
        for field in fields(exercise):
            yield from citations_in(getattr(exercise, field.name))
    elif isinstance(exercise, Mapping):
        for each in exercise.values():
            yield from citations_in(each)
    elif isinstance(exercise, list | tuple) and not isinstance(exercise, Place):
        for each in exercise:
            yield from citations_in(each)


def all_citations(course: Course) -> Iterator[Citation]:
    """Every citation of the pages, and of the labs and charts, whichever page shows them."""
    for page in course.all_pages():
        yield from page.outline.citations
    for lab in course.labs.values():
        yield from citations_in(lab.exercises)
    for module in course.modules.values():
        yield from citations_in(module.charts)


def cited_by(course: Course, page: Page) -> list[str]:
    """The sources that a page cites, each once: in its text, then in the labs and charts that it shows."""
    found = [citation.source for citation in page.outline.citations]
    for marker in page.markers("lab"):
        for name in marker.names:
            folder, _, exercise = name.partition("/")
            held = course.labs[folder].exercises if folder in course.labs else {}
            shown = held.get(exercise) if exercise else held
            found += [citation.source for citation in citations_in(shown)]
    for chart in _charts(course, page):
        found += [citation.source for citation in citations_in(chart)]
    return list(dict.fromkeys(found))


def _charts(course: Course, page: Page) -> Iterator[Chart]:
    """The charts that a page shows; they stand in its module's folder."""
    names = [name for marker in page.markers("chart") for name in marker.names]
    for module in course.modules.values() if names else ():
        if page in module.pages.values():
            yield from (module.charts[name] for name in names if name in module.charts)

"""What changed in pages: their sentences, heads, figures, citations, links and activities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scripts.content.model import Chart, Course, Module, Page, Sort, Worksheet
from scripts.reports.changes.records import Change, Changed, counted, facts, names, texts
from scripts.reports.changes.sentences import sentence_changes, sentences
from scripts.reports.changes.stale import STALE, became_stale


def page_changes(base: Course, course: Course) -> Iterator[Changed]:
    """Every page that came, went or reads differently."""
    before, after = ({page.place.path: page for page in each.all_pages()} for each in (base, course))
    stale = became_stale(base, course)
    modules = {module.place.path: module for module in course.in_order()}
    was = {module.place.path: module for module in base.in_order()}
    for path in dict.fromkeys((*before, *after)):
        old, new = before.get(path), after.get(path)
        found = list(_page(old, new))
        if path in modules and path in was:
            found += _module(was[path], modules[path])
        if path in stale:
            found.append(Change(STALE))
        page = new or old
        if page:
            yield Changed(path, page.title, tuple(found), page.language)


def _page(old: Page | None, new: Page | None) -> Iterator[Change]:
    if old is None or new is None:
        page = old or new
        length = counted(len(sentences(page.paragraphs)), "sentence") if page else ""
        yield Change(f"The page is new: {length}" if new else f"The page is gone: {length}")
        return
    yield from texts("", {"Summary": old.summary}, {"Summary": new.summary})
    yield from texts("Objective", old.objectives, new.objectives)
    yield from sentence_changes(sentences(old.paragraphs), sentences(new.paragraphs))
    figures = [{p.target: p.text for p in page.outline.pictures} for page in (old, new)]
    yield from texts("Text alternative of", *figures)
    yield from names("Citations", *([c.source for c in page.outline.citations] for page in (old, new)))
    yield from names("Links", *([link.target for link in page.outline.links] for page in (old, new)))


def _module(old: Module, new: Module) -> Iterator[Change]:
    """What the head says for all languages, and the activities."""
    yield from facts(
        {"Minutes": old.minutes, "Needs": old.needs, "Last reviewed": old.reviewed},
        {"Minutes": new.minutes, "Needs": new.needs, "Last reviewed": new.reviewed},
    )
    yield from names("Sorting tasks", old.sorts, new.sorts)
    yield from names("Worksheets", old.worksheets, new.worksheets)
    yield from names("Charts", old.charts, new.charts)
    for name, chart in new.charts.items():
        if name in old.charts and _chart(replace(old.charts[name], place=chart.place)) != _chart(chart):
            yield Change(f"The chart “{name}” changed")
    for name, sort in new.sorts.items():
        if name in old.sorts and _sort(old.sorts[name]) != _sort(sort):
            yield Change(f"The sorting task “{name}” changed")
    for name, sheet in new.worksheets.items():
        if name in old.worksheets and _sheet(old.worksheets[name]) != _sheet(sheet):
            yield Change(f"The worksheet “{name}” changed")


def _sort(sort: Sort) -> object:
    """A sorting task without its place in the file."""
    items = [(item.id, item.text, item.goes, item.because) for item in sort.items]
    return sort.title, sort.question, sort.choices, items


def _sheet(sheet: Worksheet) -> object:
    return sheet.title, sheet.fields


def _chart(chart: Chart) -> object:
    """A chart without the places in its file."""
    here = chart.place
    return chart.title, [
        replace(pilot, place=here, cites_place=here, finding=replace(pilot.finding, place=here))
        for pilot in chart.pilots
    ]

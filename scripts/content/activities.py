"""The things that a learner does in the page: sorting tasks and worksheets, from their YAML."""

from __future__ import annotations

from pathlib import Path

from scripts.content.frontmatter import read_text
from scripts.content.model import Problem, SheetField, Sort, SortItem, Worksheet
from scripts.content.records import Record, is_id, read_record

RULE = "activities-are-complete"
FEWEST = 2
"""Choices of a sorting task, at least."""
KINDS = ("sort", "worksheet")
FIELD_KINDS = ("line", "text", "table", "checklist")


def _words_by_id(record: Record, key: str, *, needed: bool = True) -> dict[str, dict[str, str]]:
    outer = record.record(key, needed=needed)
    if outer is None:
        return {}
    for name in outer.value:
        if not is_id(name):
            outer.problem(name, f"“{name}” is not an id", "lower-case words joined by hyphens")
    return {name: dict(outer.words(name)) for name in outer.value}


def _item(name: str, record: Record) -> SortItem:
    """An item stands in every language beside `goes` and `because`."""
    text = {language: record.text(language) for language in ("en", "ko")}
    item = SortItem(name, text, record.names("goes"), record.words("because"), record.place())
    record.done()
    return item


def sort_in(name: str, record: Record) -> Sort:
    """The sorting task that a file holds."""
    sort = Sort(
        name,
        record.place(),
        record.words("title"),
        record.words("question"),
        _words_by_id(record, "choices"),
        tuple(_item(item, inner) for item, inner in record.records("items")),
    )
    if not sort.items or len(sort.choices) < FEWEST:
        record.problem("items", "a sorting task has items and at least two choices", "see CONTRIBUTING.md")
    for item in sort.items:
        for choice in set(item.goes) - set(sort.choices):
            record.problems.append(
                Problem(item.place, f"{item.id}: no choice “{choice}”", "see “choices:”", rule=RULE)
            )
    record.done()
    return sort


def _field(name: str, record: Record) -> SheetField:
    kind = record.one_of("kind", FIELD_KINDS)
    parts = {"table": "columns", "checklist": "items"}.get(kind)
    result = SheetField(
        name,
        kind,
        record.words("label"),
        record.words("hint", needed=False),
        record.whole("rows", needed=kind == "table", default=4),
        _words_by_id(record, parts) if parts else {},
    )
    record.done()
    return result


def worksheet_in(name: str, record: Record) -> Worksheet:
    """The worksheet that a file holds."""
    fields = tuple(_field(field, inner) for field, inner in record.records("fields"))
    worksheet = Worksheet(name, record.place(), record.words("title"), fields)
    record.done()
    return worksheet


def read_activities(
    folder: Path, path: str, problems: list[Problem]
) -> tuple[dict[str, Sort], dict[str, Worksheet]]:
    """The sorting tasks and the worksheets of one module's folder, by name."""
    sorts: dict[str, Sort] = {}
    worksheets: dict[str, Worksheet] = {}
    for file in sorted(folder.glob("*.yml")):
        name, _, kind = file.name.removesuffix(".yml").rpartition(".")
        if kind == "chart":
            continue
        where = f"{path}/{file.name}"
        text = read_text(file, where, problems)
        record = read_record(text, where, problems, RULE) if text is not None else None
        if record is None:
            continue
        if kind in KINDS and not is_id(name):
            record.problem("", f"“{name}” is not an id", "name the file in words joined by hyphens")
        if kind == "sort":
            sorts[name] = sort_in(name, record)
        elif kind == "worksheet":
            worksheets[name] = worksheet_in(name, record)
        else:
            hint = "name it NAME.sort.yml, NAME.worksheet.yml or NAME.chart.yml"
            record.problem("", f"“{file.name}” is no activity", hint)
    return sorts, worksheets

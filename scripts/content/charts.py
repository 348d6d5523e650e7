"""Pilots side by side, from their YAML: who tried what, how it was found out, and what was found."""

from __future__ import annotations

from pathlib import Path

from scripts.content.frontmatter import read_text
from scripts.content.model import Chart, Finding, Pilot, Place, Problem
from scripts.content.records import Record, is_id, read_record

RULE = "charts-are-complete"
METHODS = ("self-report", "self-report-compared", "logged", "compared", "randomised", "not-stated")
"""How something was found out, from asking to drawing by lot; in this order they are shown."""
SCALES = ("minutes-a-day", "minutes-a-day-of-use")
"""Units that are drawn, each on a scale of its own: a day on which the tool rested is no day of use."""
NUMBERS = (*SCALES, "per-cent")
"""Units that have a number."""
UNITS = (*NUMBERS, "words", "not-found")
"""What a finding may be: a number, nothing but words, or something looked for and not found."""


def _finding(record: Record | None, place: Place) -> Finding:
    if record is None:
        return Finding("", None, None, about=False, says={}, place=place)
    unit = record.one_of("unit", UNITS)
    low, high, about = (record.number(key) for key in ("low", "high", "about"))
    if about is not None and (low is not None or high is not None):
        record.problem("about", "“about” stands beside “low” or “high”", "leave one of them")
    number = low if about is None else about
    unit = unit if unit in UNITS else ""  # told already
    finding = Finding(unit, number, high, about is not None, record.words("says"), record.place("unit"))
    record.done()
    return finding


def _pilot(name: str, record: Record) -> Pilot:
    pilot = Pilot(
        id=name,
        place=record.place(),
        name=record.words("name"),
        country=record.words("country"),
        by=record.words("by"),
        year=record.text("year", needed=False),
        people=record.words("people"),
        method=record.one_of("method", METHODS),
        finding=_finding(record.record("result"), record.place()),
        measured=record.words("measured"),
        cites=record.names("cites"),
        cites_place=record.place("cites"),
    )
    record.done()
    return pilot


def chart_in(name: str, record: Record) -> Chart:
    """The chart that a file holds."""
    pilots = tuple(_pilot(pilot, inner) for pilot, inner in record.records("pilots"))
    chart = Chart(name, record.place(), record.words("title"), pilots)
    if not pilots:
        record.problem("pilots", "a chart has pilots", "see CONTRIBUTING.md")
    record.done()
    return chart


def read_charts(folder: Path, path: str, problems: list[Problem]) -> dict[str, Chart]:
    """The charts of one module's folder, by name."""
    charts: dict[str, Chart] = {}
    for file in sorted(folder.glob("*.chart.yml")):
        name, where = file.name.removesuffix(".chart.yml"), f"{path}/{file.name}"
        text = read_text(file, where, problems)
        record = read_record(text, where, problems, RULE) if text is not None else None
        if record is None:
            continue
        if not is_id(name):
            record.problem("", f"“{name}” is not an id", "name the file in words joined by hyphens")
        charts[name] = chart_in(name, record)
    return charts

"""Rules for charts: numbers that can be, and sources that were read."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.charts import NUMBERS, SCALES
from scripts.content.model import Course, Finding, Pilot, Problem

LONGEST = 480
"""Minutes that can be saved in a day, at most: a working day of eight hours."""
WHOLE = 100
"""Per cent, at most."""


def _pilots(course: Course) -> Iterator[Pilot]:
    for module in course.in_order():
        for chart in module.charts.values():
            yield from chart.pilots


def chart_numbers_are_possible(course: Course) -> Iterator[Problem]:
    """A number in a chart fits its unit: minutes a working day, a share the whole; low lies below high.

    도표의 수치는 단위에 맞습니다. 분은 근무 시간, 비율은 전체를 넘지 않고, 범위는 작은 값이 앞에 옵니다.

    A result in `minutes-a-day`, `minutes-a-day-of-use` or `per-cent` has its number in `low`, a rounded one
    in `about`, a range in `low` and `high`. One in `words` or `not-found` has none: a number of another kind
    stands in `says`, and is not drawn.
    """
    for pilot in _pilots(course):
        if what := _fault(pilot.finding):
            hint = "see “Charts” in CONTRIBUTING.md"
            yield Problem(pilot.finding.place, f"{pilot.id}: {what}", hint)


def _fault(finding: Finding) -> str:
    """What is wrong with a finding's numbers, or nothing."""
    low, high = finding.low, finding.high
    if finding.unit not in NUMBERS:
        named = finding.unit and (low is not None or high is not None)
        return f"“{finding.unit}” takes no number" if named else ""
    if low is None:
        return f"“{finding.unit}” needs a number"
    most = LONGEST if finding.unit in SCALES else WHOLE
    if not all(0 <= number <= most for number in (low, high) if number is not None):
        return f"a number that is not from 0 to {most}"
    return "“low” is not below “high”" if high is not None and low >= high else ""


def charts_rest_on_what_was_read(course: Course) -> Iterator[Problem]:
    """Behind every entry of a chart stands at least one source that was read.

    도표의 항목마다 뒷받침하는 출처 가운데 적어도 하나는 실제로 읽은 자료입니다.

    A source with `status: named` is known by name only; nobody here has read what it found.
    """
    for pilot in _pilots(course):
        behind = [course.sources[name] for name in pilot.cites if name in course.sources]
        if behind and all(source.status == "named" for source in behind):
            what = f"{pilot.id} rests only on “{behind[0].id}”, which is named and was not read"
            yield Problem(pilot.cites_place, what, "read the source, or cite one that was read")

"""A translation names the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from scripts.checks.aligned import Twin, twins
from scripts.checks.lines import Lines
from scripts.checks.numbers import Number, differences
from scripts.content.model import Course, Problem


def translations_name_the_same_numbers(course: Course) -> Iterator[Problem]:
    """A translation names the numbers, dates, times, percentages and sums of money of its English text.

    번역문에는 영어 원문에 나오는 수, 날짜, 시각, 비율, 금액이 빠짐없이 같은 값으로 나옵니다.

    Compared are paragraph with paragraph, option with option, and so on, also in activities, sources, the
    glossary and drawings. `5만` is `50,000`, `3.4 million won` is `340만 원`, `November` is `11월`, `2 p.m.`
    is `오후 2시` or `14:00`, `twelve` may be `12` or `열두`. A whole number below 13 without a unit is told
    only where another one stands instead: languages differ in what they say with a small number.
    """
    lines = Lines(course)
    for twin in twins(course):
        missing, extra = differences(twin.english, twin.other)
        for lost, found in islice(zip_longest(missing, extra), MOST):
            yield _problem(lines, twin, lost, found)


MOST = 5
"""So many differences are told of one text: where there are more, it is another text."""


def _problem(lines: Lines, twin: Twin, lost: Number | None, found: Number | None) -> Problem:
    hint = "name the same numbers in both languages"
    there = lines.within(twin.source, twin.english, _seen(lost))
    if found:
        place = lines.within(twin.place, twin.other, _seen(found))
        which = f", which has “{lost.text}”" if lost else ""
        return Problem(place, f"“{found.text}” is not in the English text{which} ({there})", hint)
    # in a file of both languages, the line of the English number is nearest
    place = there if twin.source.path == twin.place.path else lines.within(twin.place, twin.other)
    return Problem(place, f"without the “{lost.text if lost else ''}” of the English text ({there})", hint)


def _seen(number: Number | None) -> str:
    """The part of a number that no line break can cut."""
    return number.text.split()[0] if number else ""

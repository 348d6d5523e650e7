"""A translation names the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from scripts.checks.aligned import Twin, twins, where, where_in_english
from scripts.checks.numbers import Number, differences
from scripts.content.model import Course, Place, Problem


def translations_name_the_same_numbers(course: Course) -> Iterator[Problem]:
    """A translation names the numbers, dates, times, percentages and sums of money of its English text.

    번역문에는 영어 원문에 나오는 수, 날짜, 시각, 비율, 금액이 빠짐없이 같은 값으로 나옵니다.

    Compared are paragraph with paragraph, option with option, and so on, also in activities, sources, the
    glossary and drawings. `5만` is `50,000`, `3.4 million won` is `340만 원`, `November` is `11월`, `2 p.m.`
    is `오후 2시` or `14:00`, `twelve` may be `12` or `열두`. A whole number below 13 without a unit is told
    only where another one stands instead: languages differ in what they say with a small number.
    """
    for twin in twins(course):
        missing, extra = differences(twin.english, twin.other)
        for lost, found in zip_longest(missing, extra):
            yield _problem(course, twin, lost, found)


def _problem(course: Course, twin: Twin, lost: Number | None, found: Number | None) -> Problem:
    hint = "name the same numbers in both languages"
    english = f"“{lost.text}” ({where_in_english(course, twin, _seen(lost))})" if lost else ""
    if found:
        what = f"“{found.text}” is not in the English text"
        place, start = where(course, twin, _seen(found)), where_in_english(course, twin, "")
        return Problem(place, f"{what}, which has {english}" if lost else f"{what} ({start})", hint)
    return Problem(_beginning(course, twin, lost), f"without the number {english} of the English text", hint)


def _seen(number: Number) -> str:
    """The part of a number that no line break can cut."""
    return number.text.split()[0]


def _beginning(course: Course, twin: Twin, lost: Number | None) -> Place:
    """Where the translation begins; in a file of both languages the line of the English number."""
    if lost and twin.source.path == twin.place.path:
        return where_in_english(course, twin, _seen(lost))
    return where(course, twin, "")

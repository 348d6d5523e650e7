"""Rules that the reading itself applies: what could not be read, or not be meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.model import Course, Problem
from scripts.content.unfinished import RULE


def _read(course: Course, rule: str) -> Iterator[Problem]:
    return (problem for problem in course.problems if problem.rule == rule)


def files_can_be_read(course: Course) -> Iterator[Problem]:
    """Every file exists where the plan says, is UTF-8 text and is smaller than 1 MB."""
    yield from _read(course, "files-can-be-read")


def heads_are_complete(course: Course) -> Iterator[Problem]:
    """A page begins with a head that has the keys it needs, and no others."""
    yield from _read(course, "heads-are-complete")


def plan_is_complete(course: Course) -> Iterator[Problem]:
    """`modules/course.yml` names strands, modules, thread and pathways with known keys only."""
    yield from _read(course, "plan-is-complete")


def sources_are_complete(course: Course) -> Iterator[Problem]:
    """An entry of `modules/sources.yml` says what, who, when, where, how it was read and until when."""
    yield from _read(course, "sources-are-complete")


def glossary_is_complete(course: Course) -> Iterator[Problem]:
    """A glossary entry has its term and its meaning in every language."""
    yield from _read(course, "glossary-is-complete")


def retired_is_complete(course: Course) -> Iterator[Problem]:
    """An entry of `quizzes/retired.yml` says since when a question is asked no more, and why."""
    yield from _read(course, "retired-is-complete")


def activities_are_complete(course: Course) -> Iterator[Problem]:
    """A sorting task or worksheet has its words in every language, and every item has a place to go."""
    yield from _read(course, "activities-are-complete")


def nothing_is_left_to_fill(course: Course) -> Iterator[Problem]:
    """No place is left to fill: the sign “✎” and the words behind it have given way to what they ask for.

    “✎” 표시와 그 뒤의 안내 문구를 실제 내용으로 바꾸어, 채울 곳을 남기지 않습니다.

    `course new` puts the sign wherever somebody has to write, and you may use it yourself: “✎ look the
    number up”. As long as a line bears it, no other rule judges that line. Inside `backquotes` it means
    nothing.
    """
    yield from _read(course, RULE)


def questions_are_well_formed(course: Course) -> Iterator[Problem]:
    """A question is a heading and one `<quiz>` block in the syntax of mkdocs-quiz, with nothing around it."""
    yield from _read(course, "questions-are-well-formed")

"""The report on a course: every figure in it is computed here, before anything is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.checks import check
from scripts.content.model import Course, Problem, Term
from scripts.reports.changes import changes
from scripts.reports.changes.records import Changed
from scripts.reports.coverage import Coverage, StrandTime, coverage, times
from scripts.reports.tells import Tells, bank_tells, course_tells
from scripts.reports.upkeep import (
    SOON,
    Due,
    ModuleTerms,
    Translation,
    due,
    module_terms,
    translations,
    unused_terms,
)


@dataclass(frozen=True)
class Base:
    """Another state of the course: its name in git, how it read, and the files that git sees differ."""

    revision: str
    course: Course
    files: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Report:
    """What the report says, for a day, and beside a base revision if there is one."""

    course: Course
    today: datetime.date
    base: str
    problems: tuple[Problem, ...]
    changed: tuple[Changed, ...]
    coverage: tuple[Coverage, ...]
    banks: tuple[Tells, ...]
    languages: tuple[Tells, ...]
    times: tuple[StrandTime, ...]
    translations: tuple[Translation, ...]
    sources: tuple[Due, ...]
    terms: tuple[ModuleTerms, ...]
    unused: tuple[Term, ...]

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.problems) - self.errors

    @property
    def questions(self) -> int:
        """The questions of the source language."""
        return sum(len(module.questions) for module in self.coverage)

    @property
    def objectives(self) -> int:
        """The objectives of all modules."""
        return sum(len(module.objectives) for module in self.coverage)

    @property
    def gaps(self) -> int:
        """The objectives that are tested too little."""
        return sum(len(module.gaps) for module in self.coverage)

    @property
    def to_translate(self) -> tuple[Translation, ...]:
        """The translations that are stale or missing."""
        return tuple(each for each in self.translations if each.state != "fresh")

    @property
    def overdue(self) -> tuple[Due, ...]:
        """The sources past their day of review."""
        return tuple(each for each in self.sources if each.days < 0)

    @property
    def soon(self) -> tuple[Due, ...]:
        """The sources that come up for review within the next 90 days."""
        return tuple(each for each in self.sources if 0 <= each.days <= SOON)

    @property
    def later(self) -> Due | None:
        """The next source to be reviewed after that."""
        return next((each for each in self.sources if each.days > SOON), None)


def make_report(course: Course, today: datetime.date, base: Base | None = None) -> Report:
    """Compute the report."""
    return Report(
        course,
        today,
        base.revision if base else "",
        tuple(check(course, base.course if base else None, today)),
        changes(base.course, course, base.files) if base else (),
        tuple(coverage(course)),
        tuple(bank_tells(course)),
        tuple(course_tells(course)),
        tuple(times(course)),
        tuple(translations(course)),
        tuple(due(course, today)),
        tuple(module_terms(course)),
        unused_terms(course),
    )

"""Which questions ask for which objective, and what the modules take in minutes against their targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.thresholds import QUESTIONS_AN_OBJECTIVE
from scripts.content.model import LANGUAGES, Course, Module, Question, Strand, Words

SOURCE = LANGUAGES[0]


@dataclass(frozen=True)
class Coverage:
    """A module's objectives and the questions that ask for them (the source language's; the keys are one)."""

    module: Module
    title: str
    objectives: Words
    questions: tuple[Question, ...]

    def asked(self, objective: str) -> tuple[Question, ...]:
        """The questions that ask for an objective."""
        return tuple(question for question in self.questions if question.objective == objective)

    def missing(self, objective: str) -> int:
        """How many more questions an objective needs."""
        return max(0, int(QUESTIONS_AN_OBJECTIVE.value) - len(self.asked(objective)))

    @property
    def gaps(self) -> tuple[str, ...]:
        """The objectives that are tested too little."""
        return tuple(name for name in self.objectives if self.missing(name))

    @property
    def lost(self) -> tuple[Question, ...]:
        """The questions without an objective that the module has."""
        return tuple(question for question in self.questions if question.objective not in self.objectives)


def coverage(course: Course) -> Iterator[Coverage]:
    """The coverage of every module, in the order of the course."""
    for module in course.in_order():
        page, bank = module.page(SOURCE), module.bank(SOURCE)
        yield Coverage(module, page.title, page.objectives, bank.questions if bank else ())


@dataclass(frozen=True)
class ModuleTime:
    """What a module takes: its minutes, those of the lecture in its notes, and what stands behind them."""

    id: str
    title: str
    minutes: int
    lecture: int
    words: int
    questions: int
    activities: int


@dataclass(frozen=True)
class StrandTime:
    """A strand's minutes against its target."""

    strand: Strand
    modules: tuple[ModuleTime, ...]

    @property
    def minutes(self) -> int:
        """The sum of its modules."""
        return sum(module.minutes for module in self.modules)

    @property
    def verdict(self) -> str:
        """How the sum stands to the target, in words."""
        more = self.minutes - self.strand.target_minutes
        return f"{abs(more)} min {'over' if more > 0 else 'under'} the target" if more else "on target"


def times(course: Course) -> Iterator[StrandTime]:
    """The times of every strand, in the order of the course."""
    for strand in course.strands:
        modules = (course.modules[name] for name in strand.modules if name in course.modules)
        yield StrandTime(strand, tuple(map(_time, modules)))


def _time(module: Module) -> ModuleTime:
    page, bank = module.page(SOURCE), module.bank(SOURCE)
    lesson = (paragraph for paragraph in page.paragraphs if paragraph.box != "instructor")
    return ModuleTime(
        module.id,
        page.title,
        module.minutes,
        sum(note.minutes or 0 for note in page.outline.notes),
        sum(len(paragraph.plain.split()) for paragraph in lesson),
        len(bank.questions) if bank else 0,
        len(module.sorts) + len(module.worksheets),
    )

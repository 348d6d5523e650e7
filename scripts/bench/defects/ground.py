"""The sound course that defects are put into, and the edits that put them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.content.load import in_language, in_source
from scripts.content.model import LANGUAGES, Bank, Choice, Course, Page, Paragraph, Place, Question

Pair = tuple[Page, Paragraph, Place | None]
"""A page, one of its paragraphs, and where the same one stands in the other language, if that is known."""


@dataclass(frozen=True)
class Defect:
    """One edit of one file, and the places at which a problem tells the editor what he did."""

    path: str
    first: int
    """The line, from 1, at which the edit begins."""
    removed: int
    lines: tuple[str, ...]
    right: frozenset[Place]

    def applied(self, text: str) -> str:
        """The file's text with the defect in it."""
        lines = text.split("\n")
        lines[self.first - 1 : self.first - 1 + self.removed] = self.lines
        return "\n".join(lines)


@dataclass
class Ground:
    """A course with the lines of its files."""

    course: Course
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def lines(self, path: str) -> tuple[str, ...]:
        """The lines of a file of the course."""
        if path not in self.texts:
            self.texts[path] = tuple((self.course.root / path).read_text("utf-8").split("\n"))
        return self.texts[path]

    def line(self, place: Place) -> str:
        """The line at a place."""
        return self.lines(place.path)[place.line - 1]

    def edit(self, path: str, first: int, removed: int, lines: tuple[str, ...], *also: Place) -> Defect:
        """Put lines in the place of others; right are the new ones and the places named, moved along."""
        by = len(lines) - removed
        new = {Place(path, first + n) for n in range(len(lines))}
        moved = {
            Place(place.path, place.line + by)
            if place.path == path and place.line >= first + removed
            else place
            for place in also
        }
        return Defect(path, first, removed, lines, frozenset(new | moved))

    def change(self, place: Place, line: str, *also: Place) -> Defect:
        """Write another line in the place of one."""
        return self.edit(place.path, place.line, 1, (line,), *also)

    def banks(self) -> Iterator[Bank]:
        """Every bank of every language."""
        return (bank for _, bank in self.course.banks())

    def questions(self, kind: str = "") -> Iterator[Question]:
        """Every question of every language, or those that are answered in one way."""
        for bank in self.banks():
            yield from (question for question in bank.questions if kind in ("", question.kind))

    def options(self) -> Iterator[tuple[Question, Choice]]:
        """Every option with its question."""
        for question in self.questions():
            yield from ((question, choice) for choice in question.choices)

    def after(self, choice: Choice) -> int:
        """The first line behind an option and its feedback."""
        lines, at = self.lines(choice.place.path), choice.place.line
        while at < len(lines) and lines[at].startswith(">"):
            at += 1
        return at + 1

    def twin(self, question: Question) -> Question:
        """The same question in the other language."""
        module = self.course.modules[question.module]
        language = LANGUAGES[1] if in_source(question.place.path) == question.place.path else LANGUAGES[0]
        return module.question(question.id, language) or question

    def about(self, question: Question) -> tuple[Place, ...]:
        """Where a difference between the languages of a question may be told: heading or first option."""
        both = (question, self.twin(question))
        return tuple(q.place for q in both) + tuple(q.choices[0].place for q in both if q.choices)

    def lessons(self) -> Iterator[Page]:
        """The pages of every module, in every language."""
        for module in self.course.in_order():
            yield from module.pages.values()

    def sibling(self, page: Page) -> Page:
        """The same page in the other language."""
        source = in_source(page.place.path)
        path = source if source != page.place.path else in_language(source, LANGUAGES[1])
        return next(other for other in self.course.all_pages() if other.place.path == path)

    def paragraphs(self, *kinds: str) -> Iterator[Pair]:
        """The paragraphs of the lessons, each with the place of its counterpart where both pages agree."""
        for page in self.lessons():
            others = self.sibling(page).paragraphs
            agree = [p.kind for p in page.paragraphs] == [p.kind for p in others]
            for number, paragraph in enumerate(page.paragraphs):
                if paragraph.kind in (kinds or ("text",)):
                    yield page, paragraph, others[number].place if agree else None


def places(*found: Place | None) -> tuple[Place, ...]:
    """The places that are known."""
    return tuple(place for place in found if place)


def in_words(page: Page, english: str, korean: str) -> str:
    """What an editor of that page would write."""
    return english if page.language == LANGUAGES[0] else korean


LINK = re.compile(r"(?<!!)\[([^\[\]^]+)\]\(([^()]+)\)")
CITATION = re.compile(r"\[\^[\w-]+\]")

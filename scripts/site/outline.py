"""What is made from the plan and the modules' heads: times, the map, the thread, the pathways."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.content.citing import cited_by
from scripts.content.model import Module, Page, Question, Strand
from scripts.site.mount import source_paths
from scripts.site.shell import Shell


@dataclass(frozen=True)
class Card:
    """A module as the map shows it."""

    module: Module
    page: Page
    questions: tuple[str, ...]
    number: str


@dataclass(frozen=True)
class StrandCards:
    """A strand with its modules and the minutes they take together."""

    strand: Strand
    number: int
    title: str
    page: Page | None
    cards: tuple[Card, ...]

    @property
    def folder(self) -> str:
        """Where its pages stand, as the start of their paths."""
        return f"modules/{self.strand.id}/"

    @property
    def minutes(self) -> int:
        """The sum of the modules' minutes."""
        return sum(card.module.minutes for card in self.cards)


@dataclass(frozen=True)
class Station:
    """A stop of the thread with the heading that it leads to."""

    module: Module
    page: Page
    heading: str
    section: str
    why: str


def minutes_of(shell: Shell, modules: Iterable[str]) -> int:
    """Minutes to work through all of these modules."""
    return sum(shell.course.modules[name].minutes for name in modules)


@functools.lru_cache(maxsize=4)
def course_map(shell: Shell) -> tuple[StrandCards, ...]:
    """Every strand in order, with its modules in order."""
    return tuple(
        StrandCards(
            strand,
            number,
            shell.strand_title(strand.id),
            shell.page_at(f"modules/{strand.id}/index.md"),
            tuple(
                _card(shell, shell.course.modules[name], f"{number}.{place}")
                for place, name in enumerate(strand.modules, start=1)
                if name in shell.course.modules
            ),
        )
        for number, strand in enumerate(shell.course.strands, start=1)
    )


def _card(shell: Shell, module: Module, number: str) -> Card:
    bank = module.bank(shell.language)
    questions = tuple(_asked(question) for question in bank.questions) if bank else ()
    return Card(module, module.page(shell.language), questions, number)


def _asked(question: Question) -> str:
    """A question as the progress script reads it: with its edition where that is not the first."""
    return question.id if question.edition == 1 else f"{question.id}@{question.edition}"


def card_of(shell: Shell, module: Module) -> tuple[StrandCards, Card]:
    """A module's card and the strand it stands in."""
    return next((cards, card) for cards in course_map(shell) for card in cards.cards if card.module is module)


@functools.lru_cache(maxsize=4)
def citing_pages(shell: Shell) -> dict[str, list[tuple[str, str]]]:
    """The pages that cite each source, as path and title, in the order of the site."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in source_paths(shell.course):
        page = shell.page_at(path)
        for source in cited_by(shell.course, page) if page else ():
            found.setdefault(source, []).append((path, page.title if page else path))
    return found


def thread(shell: Shell) -> tuple[Station, ...]:
    """The ethics-and-law thread, in order."""
    stations = []
    for stop in shell.course.thread:
        module = shell.course.modules[stop.module]
        page = module.page(shell.language)
        heading = next((h.text for h in page.sections if h.id == stop.section), page.title)
        stations.append(Station(module, page, heading, stop.section, shell.text(stop.why)))
    return tuple(stations)

"""What has to be kept up: translations, claims whose sources come up for review, and the glossary."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scripts.content.citing import cited_by
from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Bank, Course, Module, Page, Source, Term

SOON = 90
"""Days: what comes up for review within them is listed."""
_GLOSSARY = re.compile(r"(?:^|/)glossary\.md#([\w-]+)$")

State = Literal["fresh", "stale", "missing"]


@dataclass(frozen=True)
class Translation:
    """A page or bank in another language, and whether it was made from the English of today."""

    path: str
    state: State


def translations(course: Course) -> Iterator[Translation]:
    """The state of every translation that there is or should be, in the order of the course."""
    texts: dict[str, Page | Bank] = {page.place.path: page for page in course.all_pages()}
    texts.update((bank.place.path, bank) for _, bank in course.banks())
    for path, english in texts.items():
        for other in LANGUAGES[1:] if english.language == LANGUAGES[0] else ():
            name = in_language(path, other)
            made = texts.get(name)
            fresh: State = "fresh" if made and made.translates == english.fingerprint else "stale"
            yield Translation(name, fresh if made else "missing")


@dataclass(frozen=True)
class Due:
    """A source with the days until its review (below 0: since) and the pages that cite it."""

    source: Source
    days: int
    pages: tuple[Page, ...]

    @property
    def when(self) -> str:
        """The days in words."""
        if not self.days:
            return "today"
        return f"in {self.days} days" if self.days > 0 else f"{-self.days} days ago"


def due(course: Course, today: datetime.date) -> list[Due]:
    """Every source by its day of review, the earliest first."""
    pages = [page for page in course.all_pages() if page.language == LANGUAGES[0]]
    citing: dict[str, list[Page]] = {}
    for page in pages:
        for name in cited_by(course, page):
            citing.setdefault(name, []).append(page)
    found = [
        Due(source, days, tuple(citing.get(source.id, ())))
        for source in course.sources.values()
        if (days := _days(source.review_by, today)) is not None
    ]
    return sorted(found, key=lambda each: (each.days, each.source.id))


def _days(day: str, today: datetime.date) -> int | None:
    try:
        return (datetime.date.fromisoformat(day) - today).days
    except ValueError:
        return None


@dataclass(frozen=True)
class ModuleTerms:
    """The terms of the glossary that a lesson links to, and those that it uses without a link."""

    module: Module
    title: str
    linked: tuple[Term, ...]
    unlinked: tuple[Term, ...]


def _linked(page: Page) -> set[str]:
    return {found[1] for link in page.outline.links if (found := _GLOSSARY.search(link.target))}


@dataclass(frozen=True)
class _Word:
    """A term as running text has it: in English a word of its own, maybe in the plural."""

    word: str
    pattern: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        return self.word in text and bool(self.pattern.search(text))


def _words(course: Course, language: str) -> dict[str, _Word]:
    end = r"(?:s|es)?(?!\w)" if language == LANGUAGES[0] else ""
    words = {name: term.term.get(language, "").casefold() for name, term in course.terms.items()}
    return {
        name: _Word(word, re.compile(rf"(?<!\w){re.escape(word)}{end}"))
        for name, word in words.items()
        if word
    }


def _used(page: Page, words: dict[str, _Word]) -> set[str]:
    text = " ".join(paragraph.plain for paragraph in page.paragraphs).casefold()
    return {name for name, word in words.items() if word.stands_in(text)}


def module_terms(course: Course) -> Iterator[ModuleTerms]:
    """The terms of every module, in the order of the course, as its English page has them."""
    words = _words(course, LANGUAGES[0])
    for module in course.in_order():
        page = module.page(LANGUAGES[0])
        linked = _linked(page)
        used = _used(page, words) - linked
        linked_terms, unlinked = (
            tuple(term for name, term in course.terms.items() if name in names) for names in (linked, used)
        )
        yield ModuleTerms(module, page.title, linked_terms, unlinked)


def unused_terms(course: Course) -> tuple[Term, ...]:
    """The terms that no page links to and no page uses, in either language."""
    words = {language: _words(course, language) for language in LANGUAGES}
    used: set[str] = set()
    for page in course.all_pages():
        used |= _linked(page) | _used(page, words[page.language])
    return tuple(term for name, term in course.terms.items() if name not in used)

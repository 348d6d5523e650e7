"""What changed in the sources and the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.library import GLOSSARY, SOURCES
from scripts.content.model import LANGUAGES, Course, Source, Term, Words
from scripts.reports.changes.records import Change, Changed, Quote, facts, names


def library_changes(base: Course, course: Course) -> Iterator[Changed]:
    """The sources that came, went, were renewed or corrected, and the terms."""
    yield Changed(SOURCES, "Sources", tuple(_sources(base, course)))
    yield Changed(GLOSSARY, "Glossary", tuple(_terms(base, course)))


def _sources(base: Course, course: Course) -> Iterator[Change]:
    yield from names("Sources", base.sources, course.sources)
    for name, source in course.sources.items():
        if name in base.sources:
            yield from _source(base.sources[name], source)


def _source(old: Source, new: Source) -> Iterator[Change]:
    if new.review_by != old.review_by:
        done = "renewed" if new.review_by > old.review_by else "to be reviewed earlier"
        note = f": {new.reviewed}" if new.reviewed != old.reviewed else ""
        yield Change(f"Source {new.id} {done}: review by {old.review_by} → {new.review_by}{note}")
    known = [
        {"title": _one(s.title), "publisher": _one(s.publisher), "date": s.date, "locator": _one(s.locator)}
        | {"address": s.address, "status": s.status, "kind": s.kind}
        for s in (old, new)
    ]
    yield from (Change(f"Source {new.id}: {each.words}") for each in facts(*known))
    yield from _reworded(f"Source {new.id}: what it supports", old.says, new.says)


def _one(words: Words) -> str:
    """The text in the source language, which stands for all."""
    return words.get(LANGUAGES[0], "")


def _terms(base: Course, course: Course) -> Iterator[Change]:
    yield from names("Terms", base.terms, course.terms)
    for name, term in course.terms.items():
        if name in base.terms:
            yield from _term(base.terms[name], term)


def _term(old: Term, new: Term) -> Iterator[Change]:
    yield from _reworded(f"Term {new.id}: the word", old.term, new.term)
    yield from _reworded(f"Term {new.id}: its meaning", old.means, new.means)


def _reworded(what: str, old: Words, new: Words) -> Iterator[Change]:
    quotes = [Quote(old.get(key, ""), text) for key, text in new.items() if old.get(key, "") != text]
    if quotes:
        yield Change(f"{what} was reworded", tuple(quotes))

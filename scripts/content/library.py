"""What modules share: sources, glossary, retired questions, and addresses that no check can reach."""

from __future__ import annotations

from pathlib import Path

from scripts.content.frontmatter import read_text
from scripts.content.model import Place, Problem, Retired, Source, Term, Unreachable, Words
from scripts.content.records import Record, read_record

SOURCES = "modules/sources.yml"
GLOSSARY = "modules/glossary.yml"
RETIRED = "quizzes/retired.yml"
UNREACHABLE = "modules/links.allow.yml"


def _read(root: Path, path: str, problems: list[Problem], rule: str) -> Record | None:
    if not (root / path).exists():
        return None
    text = read_text(root / path, path, problems)
    return read_record(text, path, problems, rule) if text is not None else None


def _source(name: str, record: Record) -> Source:
    source = Source(
        name,
        record.place(),
        record.words("title"),
        record.words("publisher"),
        record.text("date"),
        record.words("locator", needed=False),
        record.text("address", needed=False),
        record.one_of("language", ("en", "ko", "nl", "de", "fr", "ja")),
        record.one_of("status", ("read", "named")),
        record.one_of("kind", ("primary", "secondary")),
        record.date("checked"),
        record.date("review_by"),
        record.words("says"),
        record.text("reviewed", needed=False),
        record.places(),
    )
    if source.address and not source.address.startswith(("https://", "http://")):
        record.problem("address", f"“{source.address}” is not a web address", "begin with https://")
    if any(letter in source.address for letter in ' <>"'):
        record.problem(
            "address", f"“{source.address}” has a sign that no address has", 'leave out spaces, <, > and "'
        )
    record.done()
    return source


def sources_in(record: Record) -> dict[str, Source]:
    """The sources of a file by id."""
    return {name: _source(name, inner) for name, inner in record.entries()}


def read_sources(root: Path, problems: list[Problem]) -> dict[str, Source]:
    """`modules/sources.yml` by id."""
    record = _read(root, SOURCES, problems, "sources-are-complete")
    return sources_in(record) if record else {}


def _term(name: str, record: Record) -> Term:
    term: Words = {}
    means: Words = {}
    places: dict[str, Place] = {}
    for language in ("en", "ko"):
        inner = record.record(language)
        if inner:
            term = {**term, language: inner.text("term")}
            means = {**means, language: inner.text("means")}
            places[language] = inner.place()
            inner.done()
    record.done()
    return Term(name, record.place(), term, means, places)


def terms_in(record: Record) -> dict[str, Term]:
    """The terms of a file by id."""
    return {name: _term(name, inner) for name, inner in record.entries()}


def read_glossary(root: Path, problems: list[Problem]) -> dict[str, Term]:
    """`modules/glossary.yml` by id."""
    record = _read(root, GLOSSARY, problems, "glossary-is-complete")
    return terms_in(record) if record else {}


def _retired(module: str, question: str, record: Record) -> Retired:
    retired = Retired(module, question, record.date("since"), record.text("why"), record.place())
    record.done()
    return retired


def retired_in(record: Record) -> tuple[Retired, ...]:
    """The retired questions of a file, module by module."""
    return tuple(
        _retired(module, question, inner)
        for module, questions in record.entries()
        for question, inner in questions.entries()
    )


def read_retired(root: Path, problems: list[Problem]) -> tuple[Retired, ...]:
    """`quizzes/retired.yml`: by module, the questions that were taken out, each with a day and a reason."""
    record = _read(root, RETIRED, problems, "retired-is-complete")
    return retired_in(record) if record else ()


def unreachable_in(record: Record) -> tuple[Unreachable, ...]:
    """The addresses that a file excuses, by how they begin."""
    for begins in record.value:
        if not begins.startswith(("https://", "http://")):
            record.problem(begins, f"“{begins}” does not begin as an address does", "begin with https://")
    return tuple(Unreachable(begins, record.text(begins), record.place(begins)) for begins in record.value)


def read_unreachable(root: Path, problems: list[Problem]) -> tuple[Unreachable, ...]:
    """`modules/links.allow.yml`: how an address begins, and why the link check need not reach it."""
    record = _read(root, UNREACHABLE, problems, "unreachable-addresses-say-why")
    return unreachable_in(record) if record else ()

"""The lab “Find the fabricated claim”: an answer, sentence by sentence, and its sources."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.model import Place, Words
from scripts.content.records import Record

LEVELS = ("easy", "usual", "hard")
VERDICTS = ("supported", "contradicted", "none")
KINDS = (
    "invented",
    "number",
    "time",
    "outdated",
    "agreement",
    "overgeneral",
    "reversed",
    "misattributed",
    "merged",
    "omitted",
    "settled",
)
"""How a sentence can be wrong; the words for it stand in the lab's `lab.yml`, under `kind_…`."""


@dataclass(frozen=True)
class Source:
    """A document of a case; its sentences count from 1."""

    id: str
    place: Place
    title: Words
    sentences: tuple[Words, ...]


@dataclass(frozen=True)
class Claim:
    """A sentence of the answer. `source` and `sentences` say what decides, unless it is in no source."""

    place: Place
    text: Words
    verdict: str
    kind: str
    """How it is wrong; empty for a supported one."""
    source: str
    sentences: tuple[int, ...]
    why: Words


@dataclass(frozen=True)
class Case:
    """An answer with its sources."""

    id: str
    place: Place
    title: Words
    level: str
    about: Words
    """What made the answer; empty where it was written for the course."""
    question: Words
    sources: tuple[Source, ...]
    answer: tuple[Claim, ...]


def _texts(record: Record, key: str) -> tuple[Words, ...]:
    """A list of texts in every language."""
    texts = []
    for item in record.items(key):
        texts.append({language: item.text(language) for language in ("en", "ko")})
        item.done()
    return tuple(texts)


def _numbers(record: Record, key: str) -> tuple[int, ...]:
    """A list of whole numbers from 1; it may be missing."""
    record.asked.add(key)
    value = record.value.get(key, [])
    if not isinstance(value, list) or not all(type(n) is int and n > 0 for n in value):
        record.problem(key, f"“{key}” must be a list of numbers from 1", f"write “{key}: [1, 2]”")
        return ()
    return tuple(value)


def _source(name: str, record: Record) -> Source:
    source = Source(name, record.place(), record.words("title"), _texts(record, "sentences"))
    record.done()
    return source


def _claim(record: Record) -> Claim:
    claim = Claim(
        record.place(),
        {language: record.text(language) for language in ("en", "ko")},
        record.one_of("verdict", VERDICTS),
        record.one_of("kind", KINDS) if "kind" in record.value else "",
        record.text("source", needed=False),
        _numbers(record, "sentences"),
        record.words("why"),
    )
    record.done()
    return claim


def read_case(name: str, record: Record) -> object:
    """The case that a file holds."""
    case = Case(
        name,
        record.place(),
        record.words("title"),
        record.one_of("level", LEVELS),
        record.words("about", needed=False),
        record.words("question"),
        tuple(_source(source, inner) for source, inner in record.records("sources")),
        tuple(_claim(item) for item in record.items("answer")),
    )
    record.done()
    return case

"""The lab of the model that a reader trains: its texts, and samples for a page without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record

STEPS = 3
"""Nonsense, fluent, copied: so many memories does a text name."""
COPIED = "="
"""How a stretch of a sample begins that stands in the text word for word."""


@dataclass(frozen=True)
class Source:
    """A text to train on, how the writing begins, and the memories of the three steps."""

    id: str
    place: Place
    title: Words
    note: Words
    start: Words
    characters: tuple[int, ...]
    words: tuple[int, ...]


@dataclass(frozen=True)
class Texts:
    """The texts of `texts.yml`, in their order."""

    place: Place
    texts: tuple[Source, ...]


@dataclass(frozen=True)
class Stretch:
    """A part of a sample: copied from the text or not."""

    text: str
    copied: bool


@dataclass(frozen=True)
class Sample:
    """What the model wrote with one memory and one seed."""

    memory: int
    seed: int
    share: int
    """Of a hundred: how much was copied."""
    stretches: tuple[Stretch, ...]
    written: str
    """An article as the model wrote it, or empty."""
    real: str
    """The same article in the text."""


@dataclass(frozen=True)
class Worked:
    """`worked.yml`: for each language a text, whether its pieces are words, and three samples."""

    place: Place
    source: Mapping[str, str]
    start: Mapping[str, str]
    samples: Mapping[str, tuple[Sample, ...]]
    for_page: bool = False


def _memories(record: Record, key: str) -> tuple[int, ...]:
    numbers = record.text(key).split()
    if len(numbers) != STEPS or not all(number.isdecimal() and int(number) for number in numbers):
        record.problem(key, "three memories are needed", "nonsense, fluent, copied: “1 3 10”")
        return (1, 2, 3)
    return tuple(int(number) for number in numbers)


def _source(name: str, record: Record) -> Source:
    title, note, start = (record.words(key) for key in ("title", "note", "start"))
    source = Source(
        name, record.place(), title, note, start, _memories(record, "characters"), _memories(record, "words")
    )
    record.done()
    return source


def _sample(record: Record) -> Sample:
    stretches = (
        Stretch(written.removeprefix(COPIED), written.startswith(COPIED))
        for written in record.names("stretches")
    )
    sample = Sample(
        record.whole("memory"),
        record.whole("seed"),
        int(record.text("share") or "0"),
        tuple(stretches),
        record.text("written", needed=False),
        record.text("real", needed=False),
    )
    record.done()
    return sample


def _worked(record: Record) -> Worked:
    source, start, samples = {}, {}, {}
    for language in LANGUAGES:
        inner = record.record(language)
        if inner is not None:
            source[language], start[language] = inner.text("source"), inner.text("start")
            samples[language] = tuple(_sample(each) for each in inner.items("samples"))
            inner.done()
    return Worked(record.place(), source, start, samples)


def read(name: str, record: Record) -> object:
    """What one file of the folder holds."""
    made: object
    if name == "worked":
        made = _worked(record)
    else:
        made = Texts(record.place(), tuple(_source(text, inner) for text, inner in record.records("texts")))
    record.done()
    return made

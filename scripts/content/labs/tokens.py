"""The tokens lab: sentences in both languages, and their counts as a page without scripts shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record

VOCABULARIES = ("r50k", "cl100k", "o200k")
"""Those of 2019, 2023 and 2024: the order of the counts in `worked.yml`."""


@dataclass(frozen=True)
class Pair:
    """A sentence in both languages: the page shows both, whatever its own language is."""

    id: str
    place: Place
    title: Words
    english: str
    korean: str


@dataclass(frozen=True)
class Pairs:
    """The sentences of `pairs.yml`, in their order."""

    place: Place
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Piece:
    """One token of a sentence and its id."""

    text: str
    id: int


@dataclass(frozen=True)
class Worked:
    """`worked.yml`: the counts of every sentence by its id, and the first sentence in pieces."""

    place: Place
    counts: Mapping[str, Mapping[str, tuple[int, ...]]]
    """By pair and language: one count for each of `VOCABULARIES`."""
    pieces: Mapping[str, tuple[Piece, ...]]
    """By language."""
    for_page: bool = False

    def total(self, language: str, vocabulary: int) -> int:
        """The tokens of all sentences in one language with one vocabulary, by its place in the list."""
        return sum(counts[language][vocabulary] for counts in self.counts.values())


def _pair(name: str, record: Record) -> Pair:
    sentence = record.words("sentence")
    pair = Pair(name, record.place(), record.words("title"), *(sentence[each] for each in LANGUAGES))
    record.done()
    return pair


def _counts(record: Record, language: str) -> tuple[int, ...]:
    numbers = record.text(language).split()
    if len(numbers) != len(VOCABULARIES) or not all(number.isdecimal() for number in numbers):
        record.problem(
            language,
            "three counts are needed",
            f"write one for each of {', '.join(VOCABULARIES)}: “25 27 27”",
        )
        return (1,) * len(VOCABULARIES)
    return tuple(int(number) for number in numbers)


def _pieces(record: Record, language: str) -> tuple[Piece, ...]:
    found = []
    for written in record.names(language):
        text, _, number = written.rpartition("/")
        if text and number.isdecimal():
            found.append(Piece(text, int(number)))
        else:
            record.problem(language, f"“{written}” is no piece", "write the piece, “/” and its id")
    return tuple(found)


def _worked(record: Record) -> Worked:
    counts = {}
    for name, inner in record.records("counts"):
        counts[name] = {language: _counts(inner, language) for language in LANGUAGES}
        inner.done()
    cut = record.record("pieces")
    pieces = {language: _pieces(cut, language) for language in LANGUAGES} if cut else {}
    if cut:
        cut.done()
    return Worked(record.place(), counts, pieces)


def read(name: str, record: Record) -> object:
    """What one file of the folder holds."""
    if name == "worked":
        made: object = _worked(record)
    else:
        made = Pairs(record.place(), tuple(_pair(pair, inner) for pair, inner in record.records("pairs")))
    record.done()
    return made

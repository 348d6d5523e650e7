"""The lab “Trace back”: a document line by line, and a summary whose sentences lead back to lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scripts.content.model import Place, Words
from scripts.content.records import Record


@dataclass(frozen=True)
class Line:
    """A line of the document."""

    id: str
    place: Place
    text: Words


@dataclass(frozen=True)
class Sentence:
    """A sentence of the summary with the lines that it needs; `none` says that no line supports it."""

    place: Place
    text: Words
    lines: tuple[str, ...]
    also: tuple[str, ...]
    """Lines that may be named as well."""
    none: bool
    why: Words


@dataclass(frozen=True)
class LeftOut:
    """A line that the summary did not take up, and whether that is the one it should have."""

    line: str
    place: Place
    important: bool
    why: Words


@dataclass(frozen=True)
class Text:
    """A document with its summary."""

    id: str
    place: Place
    title: Words
    asked: Words
    """What the summary was asked to be."""
    source: Words
    """The document's own title."""
    lines: tuple[Line, ...]
    summary: tuple[Sentence, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each line, from 1."""
        return {line.id: number for number, line in enumerate(self.lines, start=1)}

    def numbers_of(self, lines: Collection[str]) -> str:
        """The numbers of these lines in order, as a list to read."""
        return ", ".join(str(number) for line, number in self.numbers.items() if line in lines)


def _is_set(record: Record, key: str) -> bool:
    """Whether the key stands there with `true`."""
    record.asked.add(key)
    value = record.value.get(key, False)
    if value is not True and value is not False:
        record.problem(key, f"“{key}” must be true or missing", f"write “{key}: true”, or nothing")
    return value is True


def _line(name: str, record: Record) -> Line:
    line = Line(name, record.place(), {language: record.text(language) for language in ("en", "ko")})
    record.done()
    return line


def _sentence(record: Record) -> Sentence:
    sentence = Sentence(
        record.place(),
        {language: record.text(language) for language in ("en", "ko")},
        record.names("lines", needed=False),
        record.names("also", needed=False),
        _is_set(record, "none"),
        record.words("why"),
    )
    record.done()
    return sentence


def _left_out(name: str, record: Record) -> LeftOut:
    left_out = LeftOut(name, record.place(), _is_set(record, "important"), record.words("why"))
    record.done()
    return left_out


def read_traced(name: str, record: Record) -> object:
    """The document with its summary that a file holds."""
    text = Text(
        name,
        record.place(),
        record.words("title"),
        record.words("asked"),
        record.words("source"),
        tuple(_line(line, inner) for line, inner in record.records("lines")),
        tuple(_sentence(item) for item in record.items("summary")),
        tuple(_left_out(line, inner) for line, inner in record.records("left_out")),
    )
    record.done()
    return text

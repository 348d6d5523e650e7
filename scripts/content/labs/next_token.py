"""The next-token lab's files: its steps, written by editors, and what programs wrote about the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.content.model import Place, Words
from scripts.content.records import Record

MADE = {"model": True, "recall": True, "worked": False}
"""What programs of `scripts/city/` write, and whether the page's script gets it, too."""


@dataclass(frozen=True)
class Sample:
    """A text to begin with."""

    label: Words
    text: Words


@dataclass(frozen=True)
class Step:
    """What the reader does in one step, and what to notice."""

    id: str
    place: Place
    title: Words
    task: Words
    notice: Words
    texts: tuple[Sample, ...]
    guesses: tuple[Words, ...]
    """What the reader may expect, before the bars are shown; the first one is the model's likeliest."""


@dataclass(frozen=True)
class Steps:
    """The steps in their order, and the services whose training texts can be looked up."""

    place: Place
    lookup: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Made:
    """What a program measured or computed; nobody writes it by hand."""

    place: Place
    value: Mapping[str, Any]
    for_page: bool


def _sample(record: Record) -> Sample:
    sample = Sample(record.words("label"), record.words("text"))
    record.done()
    return sample


def _guess(record: Record) -> Words:
    words = {language: record.text(language) for language in ("en", "ko")}
    record.done()
    return words


def _step(name: str, record: Record) -> Step:
    step = Step(
        name,
        record.place(),
        record.words("title"),
        record.words("task"),
        record.words("notice"),
        tuple(_sample(each) for each in record.items("texts")),
        tuple(_guess(each) for each in record.items("guesses", needed=False)),
    )
    record.done()
    return step


def read_file(name: str, record: Record) -> Steps | Made:
    """One file of the lab's folder."""
    if name in MADE:
        return Made(record.place(), record.value, MADE[name])
    steps = tuple(_step(each, inner) for each, inner in record.records("steps"))
    made = Steps(record.place(), record.names("lookup"), steps)
    record.done()
    return made

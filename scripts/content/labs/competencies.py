"""The framework of the self-assessment: competencies, their sentences, and the modules they recommend."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record


@dataclass(frozen=True)
class Domain:
    """A domain of the source's framework, in which competencies stand."""

    id: str
    name: Words


@dataclass(frozen=True)
class Competency:
    """What somebody can do, and how it shows, from the first sentence to the last."""

    id: str
    domain: str
    name: Words
    says: Words
    levels: tuple[Words, ...]
    modules: tuple[str, ...]
    place: Place
    modules_place: Place


@dataclass(frozen=True)
class Framework:
    """All that a reader assesses himself by; `goal` is the number of the sentence to be reached."""

    name: str
    place: Place
    about: Words
    cites: tuple[str, ...]
    cites_place: Place
    goal: int
    domains: tuple[Domain, ...]
    competencies: tuple[Competency, ...]

    @property
    def recommends(self) -> frozenset[str]:
        """The modules that any of the competencies names."""
        return frozenset(name for each in self.competencies for name in each.modules)


def _sentence(record: Record) -> Words:
    sentence = {language: record.text(language) for language in LANGUAGES}
    record.done()
    return sentence


def _domains(record: Record) -> tuple[Domain, ...]:
    inner = record.record("domains")
    return tuple(Domain(name, inner.words(name)) for name in inner.value) if inner else ()


def _competency(name: str, record: Record, domains: tuple[str, ...]) -> Competency:
    competency = Competency(
        name,
        record.one_of("domain", domains),
        record.words("name"),
        record.words("is"),
        tuple(map(_sentence, record.items("levels"))),
        record.names("modules", needed=False),
        record.place(),
        record.place("modules"),
    )
    record.done()
    return competency


def read_framework(name: str, record: Record) -> Framework:
    """What one file says."""
    domains = _domains(record)
    ids = tuple(domain.id for domain in domains)
    framework = Framework(
        name,
        record.place(),
        record.words("about"),
        record.names("cites"),
        record.place("cites"),
        record.whole("goal"),
        domains,
        tuple(_competency(each, inner, ids) for each, inner in record.records("competencies")),
    )
    record.done()
    return framework

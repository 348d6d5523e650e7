"""Check before you paste: its rules, its examples, and what its checker misses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record

SEVERITIES = ("block", "mask", "look")
CERTAINTIES = ("certain", "likely", "possible")
SAYS = ("found", "missed", "nothing")
"""What the checker says to a part of a document: found, missed, or rightly nothing."""
_PIECE = re.compile(r"<([a-z]+)>")

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Rule:
    """A pattern and what it finds. A judge, or else a certainty and a reason, stands for the rest."""

    kind: str
    pattern: str
    judge: str
    certainty: str
    reason: str


@dataclass(frozen=True)
class Rules:
    """What the checker knows."""

    place: Place
    kinds: Mapping[str, Texts]
    names: Texts
    cues: Texts
    patterns: Texts
    english_names: tuple[Rule, ...]
    rules: tuple[Rule, ...]
    for_page: bool = False
    """It comes as a data script."""


@dataclass(frozen=True)
class Sample:
    """A document that the reader may try out."""

    id: str
    label: Words
    text: Words


@dataclass(frozen=True)
class Samples:
    """The documents to try out, in the order of their buttons."""

    samples: tuple[Sample, ...]


@dataclass(frozen=True)
class Part:
    """A part of a document: what the checker says to it, and why that is so."""

    text: Words
    says: str
    because: Words


@dataclass(frozen=True)
class Document:
    """A document of which the checker misses something."""

    id: str
    title: Words
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Missed:
    """The exercise: find what the checker missed."""

    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Found:
    """One finding of the worked example."""

    found: str
    kind: str
    severity: str
    reason: str


@dataclass(frozen=True)
class Edition:
    """The worked example in one language."""

    text: str
    findings: tuple[Found, ...]
    masked: str
    missed: str
    because: str


@dataclass(frozen=True)
class Worked:
    """The worked example: what stands in print and without JavaScript."""

    editions: Mapping[str, Edition]
    for_page: bool = False


@dataclass(frozen=True)
class Daily:
    """The checker alone, for daily use."""

    title: Words
    for_page: bool = False


def _texts(record: Record, key: str) -> Texts:
    inner = record.record(key)
    return {name: inner.text(name) for name in inner.value} if inner else {}


def _fill(record: Record, key: str, pattern: str, pieces: Texts) -> str:
    """The pattern with its pieces, which may hold pieces themselves."""
    for _ in range(4):
        for name in _PIECE.findall(pattern):
            if name not in pieces:
                record.problem(key, f"no piece “{name}”", f"there are: {', '.join(pieces)}")
        pattern = _PIECE.sub(lambda match: pieces.get(match[1], ""), pattern)
    return pattern


def _rule(record: Record, pieces: Texts, kind: str = "") -> Rule:
    kind = kind or record.text("kind")
    pattern = _fill(record, "pattern", record.text("pattern"), pieces)
    judge = "" if kind == "name" else record.text("judge", needed=False)
    rule = Rule(
        kind,
        pattern,
        judge,
        "" if judge else record.one_of("certainty", CERTAINTIES),
        "" if judge else record.text("reason"),
    )
    record.done()
    return rule


def _kind(name: str, record: Record) -> Texts:
    inner = record.record(name)
    if inner is None:
        return {}
    texts = {"severity": inner.one_of("severity", SEVERITIES)}
    texts |= {language: inner.text(language, needed=False) for language in LANGUAGES}
    inner.done()
    return texts


def _rules(record: Record) -> Rules:
    pieces = _texts(record, "pieces")
    kinds = record.record("kinds")
    rules = Rules(
        record.place(),
        {name: _kind(name, kinds) for name in kinds.value} if kinds else {},
        _texts(record, "names"),
        {key: _fill(record, "cues", text, pieces) for key, text in _texts(record, "cues").items()},
        {key: _fill(record, "patterns", text, pieces) for key, text in _texts(record, "patterns").items()},
        tuple(_rule(each, pieces, "name") for each in record.items("english_names")),
        tuple(_rule(each, pieces) for each in record.items("rules")),
    )
    for rule in rules.rules:
        if rule.kind not in rules.kinds:
            record.problem("rules", f"no kind “{rule.kind}”", f"there are: {', '.join(rules.kinds)}")
    return rules


def _samples(record: Record) -> Samples:
    samples = []
    for name, inner in record.records("samples"):
        samples.append(Sample(name, inner.words("label"), inner.words("text")))
        inner.done()
    return Samples(tuple(samples))


def _part(record: Record) -> Part:
    text = {language: record.text(language) for language in LANGUAGES}
    part = Part(text, record.one_of("says", SAYS), record.words("because"))
    record.done()
    return part


def _missed(record: Record) -> Missed:
    documents = []
    for name, inner in record.records("documents"):
        parts = tuple(_part(each) for each in inner.items("parts"))
        document = Document(name, inner.words("title"), parts)
        if not any(part.says == "missed" for part in document.parts):
            inner.problem("parts", "nothing is missed here", "a part that the checker misses: “says: missed”")
        documents.append(document)
        inner.done()
    return Missed(tuple(documents))


def _found(record: Record) -> Found:
    severity = record.one_of("severity", SEVERITIES)
    found = Found(record.text("found"), record.text("kind"), severity, record.text("reason"))
    record.done()
    return found


def _edition(record: Record) -> Edition:
    findings = tuple(_found(each) for each in record.items("findings"))
    text, masked, missed = (record.text(key) for key in ("text", "masked", "missed"))
    edition = Edition(text, findings, masked, missed, record.text("because"))
    record.done()
    if edition.missed not in edition.text:
        record.problem("missed", "these words do not stand in the text", "copy them from “text:”")
    return edition


def _worked(record: Record) -> Worked:
    inner = {language: record.record(language) for language in LANGUAGES}
    return Worked({language: _edition(each) for language, each in inner.items() if each})


def _daily(record: Record) -> Daily:
    return Daily(record.words("title"))


FILES: Mapping[str, Callable[[Record], object]] = {
    "rules": _rules,
    "samples": _samples,
    "missed": _missed,
    "worked": _worked,
    "daily": _daily,
}


def paste_file(name: str, record: Record) -> object:
    """What a file of the lab holds."""
    read = FILES.get(name)
    if read is None:
        record.problem("", f"the lab “paste” has no file “{name}.yml”", f"its files: {', '.join(FILES)}")
        return None
    result = read(record)
    record.done()
    return result

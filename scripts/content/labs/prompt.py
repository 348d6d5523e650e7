"""The prompt workbench's rules and tasks, from `rules.yml`, and what the rules say of a prompt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record

COUNTS = ("min", "max")
PATTERNS = ("match", "not")
KINDS = (*COUNTS, *PATTERNS, "nopii")
ALL = "all"
"""What a rule names as its part that looks at the whole prompt."""
MET, OPEN, UNUSED = "met", "open", "unused"


@dataclass(frozen=True)
class Part:
    """A field of the workbench. `fenced`: the label of material, which stands between two lines."""

    id: str
    label: Words
    hint: Words
    rows: int
    fenced: Words
    sometimes: bool
    """Whether it is filled only where it helps: empty, it breaks no rule."""


@dataclass(frozen=True)
class Rule:
    """A rule of form. It counts characters without white space, or looks for a pattern."""

    id: str
    place: Place
    part: str
    kind: str
    pattern: Words
    count: Mapping[str, int]
    praise: Words
    advice: Words
    places: Mapping[str, Place]
    """Where each language's pattern stands."""


@dataclass(frozen=True)
class Side:
    """A weak or a sound prompt for a task, with an output written for the course."""

    place: Place
    values: Mapping[str, Words]
    personal: Mapping[str, tuple[str, ...]]
    """The personal data in it, word for word."""
    output: Words
    note: Words


@dataclass(frozen=True)
class Task:
    """Something to ask for, asked badly and well."""

    id: str
    title: Words
    situation: Words
    weak: Side
    sound: Side


@dataclass(frozen=True)
class Workbench:
    """The whole file."""

    place: Place
    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]
    tasks: tuple[Task, ...]

    def part(self, name: str) -> Part | None:
        """A part by its id; None for what speaks of the whole prompt."""
        return next((part for part in self.parts if part.id == name), None)

    def review(self, side: Side, language: str) -> dict[str, str]:
        """What each rule says of a task's prompt, by the rule's id, as the page's engine would say it."""
        return {rule.id: self._state(rule, side, language) for rule in self.rules}

    def _state(self, rule: Rule, side: Side, language: str) -> str:
        part = self.part(rule.part)
        text = (
            side.values.get(part.id, {}).get(language, "").strip() if part else joined(side.values, language)
        )
        if not text:
            return UNUSED if part and part.sometimes else OPEN
        if rule.kind == "nopii":
            return OPEN if side.personal.get(language) else MET
        return MET if _holds(rule, text, language) else OPEN


def _flag(record: Record, key: str) -> bool:
    record.asked.add(key)
    value = record.value.get(key, False)
    if not isinstance(value, bool):
        record.problem(key, f"“{key}” must be true or false")
    return value is True


def _part(name: str, record: Record) -> Part:
    part = Part(
        name,
        record.words("label"),
        record.words("hint"),
        record.whole("rows", default=2),
        record.words("fenced", needed=False),
        _flag(record, "sometimes"),
    )
    record.done()
    return part


def _count(record: Record, *, needed: bool) -> dict[str, int]:
    inner = record.record("count", needed=needed)
    if inner is None:
        return {}
    count = {language: inner.whole(language) for language in LANGUAGES}
    inner.done()
    return count


def _rule(name: str, record: Record, parts: tuple[str, ...]) -> Rule:
    kind = record.one_of("kind", KINDS)
    pattern = record.record("pattern", needed=False)
    rule = Rule(
        name,
        record.place(),
        record.one_of("part", parts),
        kind,
        record.words("pattern", needed=kind in PATTERNS),
        _count(record, needed=kind in COUNTS),
        record.words("praise"),
        record.words("advice"),
        pattern.places() if pattern else {},
    )
    record.done()
    return rule


def _values(record: Record, parts: tuple[str, ...]) -> dict[str, Words]:
    inner = record.record("values")
    if inner is None:
        return {}
    for name in set(inner.value) - set(parts):
        inner.problem(name, f"there is no part “{name}”", f"parts: {', '.join(parts)}")
    return {name: inner.words(name) for name in inner.value}


def _personal(record: Record) -> dict[str, tuple[str, ...]]:
    inner = record.record("personal", needed=False)
    if inner is None:
        return dict.fromkeys(LANGUAGES, ())
    found = {language: inner.names(language) for language in LANGUAGES}
    inner.done()
    return found


def _side(record: Record, key: str, parts: tuple[str, ...]) -> Side:
    inner = record.record(key)
    if inner is None:
        return Side(record.place(), {}, dict.fromkeys(LANGUAGES, ()), {}, {})
    side = Side(
        record.place(key),
        _values(inner, parts),
        _personal(inner),
        inner.words("output"),
        inner.words("note"),
    )
    for language, texts in side.personal.items():
        for text in texts:
            if text not in joined(side.values, language):
                inner.problem("personal", f"“{text}” does not stand in the prompt", "write it as it stands")
    inner.done()
    return side


def _task(name: str, record: Record, parts: tuple[str, ...]) -> Task:
    task = Task(
        name,
        record.words("title"),
        record.words("situation"),
        _side(record, "weak", parts),
        _side(record, "sound", parts),
    )
    record.done()
    return task


def read(_name: str, record: Record) -> Workbench:
    """The workbench that a file holds."""
    parts = tuple(_part(name, inner) for name, inner in record.records("parts"))
    names = tuple(part.id for part in parts)
    workbench = Workbench(
        record.place(),
        parts,
        tuple(_rule(name, inner, (*names, ALL)) for name, inner in record.records("rules")),
        tuple(_task(name, inner, names) for name, inner in record.records("tasks")),
    )
    record.done()
    return workbench


def joined(values: Mapping[str, Words], language: str) -> str:
    """What all parts hold, as the rules about the whole prompt read it."""
    texts = (words.get(language, "").strip() for words in values.values())
    return "\n".join(text for text in texts if text)


def size(text: str) -> int:
    """Characters without white space, counted as a browser counts them."""
    return len("".join(text.split()).encode("utf-16-le", "surrogatepass")) // 2


def _holds(rule: Rule, text: str, language: str) -> bool:
    if rule.kind in COUNTS:
        count = rule.count.get(language, 0)
        return size(text) >= count if rule.kind == "min" else size(text) <= count
    found = re.search(rule.pattern.get(language, ""), text, re.IGNORECASE)
    return bool(found) is (rule.kind == "match")

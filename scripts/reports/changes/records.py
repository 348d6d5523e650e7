"""How a change is told: the words, and what stood there before and after."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Part = tuple[Literal["same", "gone", "new"], str]


@dataclass(frozen=True)
class Quote:
    """A text before and after; empty where there was or is none."""

    before: str
    after: str
    note: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Both texts in one: the words that stayed, those that went and those that came."""
        if not self.before or not self.after:
            return (("new", self.after),) if self.after else (("gone", self.before),)
        old, new = self.before.split(), self.after.split()
        found: list[Part] = []
        for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                found.append(("same", " ".join(old[i:j])))
            else:
                found += [("gone", " ".join(old[i:j]))] if j > i else []
                found += [("new", " ".join(new[k:m]))] if m > k else []
        return tuple(found)


@dataclass(frozen=True)
class Change:
    """One change in words: “2 sentences changed”, with the texts where they help."""

    words: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Changed:
    """A file that changed, by its path and what readers call it."""

    path: str
    title: str
    changes: tuple[Change, ...]
    language: str = "en"


def counted(number: int, thing: str) -> str:
    """A number with its noun: `1 sentence`, `2 sentences`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def facts(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Change]:
    """Named values that differ: `minutes: 25 → 30`."""
    for name, value in after.items():
        if before[name] != value:
            yield Change(f"{name}: {_said(before[name])} → {_said(value)}")


def _said(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value)) or "none"
    return str(value) or "none"


def texts(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """Texts by id that came, went, or were reworded: the objectives of a module."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, ""), after.get(key, "")
        if old != new:
            done = "reworded" if old and new else "added" if new else "taken out"
            yield Change(f"{name} {key} {done}", (Quote(old, new),))


def names(name: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """Names that came or went: the citations of a page."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    for done, found in (
        ("added", [n for n in new if n not in old]),
        ("gone", [n for n in old if n not in new]),
    ):
        if found:
            yield Change(f"{name} {done}: {', '.join(found)}")

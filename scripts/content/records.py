"""YAML read key by key: every value has a line, and what is wrong becomes a problem, not an error."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from scripts.content.model import LANGUAGES, Exemption, Place, Problem, Words

KeyPath = tuple[str, ...]
MAX_DEPTH = 12
"""No file of ours nests deeper than four; this keeps a hostile one from exhausting the stack."""
MAX_EVENTS = 50_000
"""No list of ours comes near this: a source makes about forty."""
MOST = 10_000
"""No count of ours, of minutes or of rows, is larger."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Safe, and in C where PyYAML was built with it: five times as fast here."""
ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""What an id looks like: it names files and folders, too."""
_ID = re.compile(rf"(?=.{{1,80}}\Z){ID}")


def is_id(text: str) -> bool:
    """Whether a name is lower-case words joined by hyphens."""
    return bool(_ID.fullmatch(text))


class _Broken(Exception):
    """Carries the line and the words of the first thing that YAML cannot mean."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def _line(at: yaml.Node | yaml.Event) -> int:
    return int(at.start_mark.line) + 1 if at.start_mark else 1


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _scalar(node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - YAML decides
    """The value of a scalar. Only a plain number is one: 12:30, 007 and 1.50 stay the text they are."""
    try:
        value = yaml.constructor.SafeConstructor().construct_object(node)  # one keeps all that it made
        written = str(value)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:
        raise _Broken(_line(node), f"“{node.value[:40]}” cannot be read") from error
    if isinstance(value, datetime.date):
        return value.isoformat()
    return node.value if _is_number(value) and written != node.value else value


def _look_through(text: str) -> None:
    """Raises `_Broken` for what would exhaust memory or stack once it is put together."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=LOADER)):
        if count > MAX_EVENTS:
            raise _Broken(_line(event), "too many entries for one file")
        if getattr(event, "anchor", None):
            raise _Broken(_line(event), "anchors and aliases (& and *) are not used here")
        if tag := getattr(event, "tag", None):
            raise _Broken(_line(event), f"tags are not used here: “{tag[:40]}”")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Broken(_line(event), "nested too deeply")


def _plain(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int]) -> Any:  # noqa: ANN401
    """Turn a node into dicts, lists and scalars, noting the line of every key."""
    lines.setdefault(path, _line(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, str(n)), lines) for n, item in enumerate(node.value)]
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            raise _Broken(_line(key_node), "a key must be a word")
        if key in result:
            raise _Broken(_line(key_node), f"the key “{key}” stands twice")
        lines[(*path, key)] = _line(key_node)
        result[key] = _plain(value_node, (*path, key), lines)
    return result


@dataclass
class Record:
    """One mapping of a file. Ask for each key by the kind of its value; then call `done`."""

    path: str
    value: Mapping[str, Any]
    lines: Mapping[KeyPath, int]
    problems: list[Problem]
    rule: str
    at: KeyPath = ()
    first_line: int = 0
    asked: set[str] = field(default_factory=set)

    def place(self, key: str = "") -> Place:
        """Where the key stands; without one, where the mapping begins."""
        at = (*self.at, key) if key else self.at
        return Place(self.path, self.first_line + self.lines.get(at, self.lines.get(self.at, 1)))

    def places(self) -> dict[str, Place]:
        """Where each key of this mapping stands."""
        return {key: self.place(key) for key in self.value}

    def problem(self, key: str, message: str, hint: str = "") -> None:
        """Note that the value of this key cannot be used."""
        self.problems.append(Problem(self.place(key), message, hint, rule=self.rule))

    def _get(self, key: str, kind: type, what: str, *, needed: bool) -> Any:  # noqa: ANN401
        self.asked.add(key)
        value = self.value.get(key)
        if value is None:
            if needed:
                self.problem(key, f"the key “{key}” is missing", f"add “{key}:” and {what}")
            return None
        if not isinstance(value, kind) or isinstance(value, bool):
            self.problem(key, f"“{key}” must be {what}", f"write {what} after “{key}:”")
            return None
        return value

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text; empty when missing or wrong."""
        self.asked.add(key)
        value = self.value.get(key)
        if _is_number(value):
            return str(value)
        text: str = (self._get(key, str, "a text", needed=needed) or "").strip()
        if needed and not text and isinstance(value, str):
            self.problem(key, f"“{key}” is empty", f"write a text after “{key}:”")
        return text

    def whole(self, key: str, *, needed: bool = True, default: int = 0) -> int:
        """A whole number from 1."""
        value = self._get(key, int, "a whole number", needed=needed)
        if value is not None and not 1 <= value <= MOST:
            self.problem(key, f"“{key}” must be from 1 to {MOST}")
            return default
        return default if value is None else int(value)

    def number(self, key: str) -> float | None:
        """A number, if there is one."""
        self.asked.add(key)
        value = self.value.get(key)
        if value is None or _is_number(value):
            return value
        self.problem(key, f"“{key}” must be a number", f"write a number after “{key}:”, without its unit")
        return None

    def date(self, key: str) -> str:
        """A day as YYYY-MM-DD."""
        text = self.text(key)
        if text and not _is_day(text):
            self.problem(key, f"“{key}: {text}” is not a day", "write it as 2026-11-22")
        return text

    def one_of(self, key: str, options: tuple[str, ...]) -> str:
        """One of a few words."""
        text = self.text(key)
        if text and text not in options:
            self.problem(key, f"“{key}: {text}” is not known", f"use one of: {', '.join(options)}")
        return text

    def names(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of names; a single name counts as a list of one."""
        if isinstance(self.value.get(key), str):
            text = self.text(key)
            return (text,) if text else ()
        items = self._get(key, list, "a list of names", needed=needed) or []
        if needed and self.value.get(key) == []:
            self.problem(key, f"“{key}” is empty", f"write “{key}: [one, two]”")
        if not all(isinstance(item, str) for item in items):
            self.problem(key, f"“{key}” must be a list of names", f"write “{key}: [one, two]”")
            return ()
        return tuple(items)

    def words(self, key: str, *, needed: bool = True) -> Words:
        """A text in every language; one plain text stands for all of them."""
        if isinstance(self.value.get(key), str | int | float):
            text = self.text(key, needed=needed)
            return dict.fromkeys(LANGUAGES, text)
        record = self.record(key, needed=needed)
        if record is None:
            return dict.fromkeys(LANGUAGES, "")
        result = {language: record.text(language) for language in LANGUAGES}
        record.done()
        return result

    def exemptions(self) -> tuple[Exemption, ...]:
        """What `allow:` of this mapping says: rules that need not hold, each with its reason."""
        inner = self.record("allow", needed=False)
        if inner is None:
            return ()
        return tuple(Exemption(name, inner.text(name), inner.place(name)) for name in inner.value)

    def record(self, key: str, *, needed: bool = True) -> Record | None:
        """A mapping inside this one."""
        value = self._get(key, dict, "a mapping", needed=needed)
        if value is None:
            return None
        return Record(
            self.path, value, self.lines, self.problems, self.rule, (*self.at, key), self.first_line
        )

    def records(self, key: str, *, needed: bool = True) -> list[tuple[str, Record]]:
        """A mapping of ids to mappings; ids that are not well made are problems."""
        outer = self.record(key, needed=needed)
        return outer.entries() if outer else []

    def entries(self) -> list[tuple[str, Record]]:
        """This mapping as ids with their mappings."""
        pairs = []
        for name in self.value:
            if not is_id(name):
                self.problem(name, f"“{name}” is not an id", "lower-case words joined by hyphens")
            inner = self.record(name)
            if inner is not None:
                pairs.append((name, inner))
        return pairs

    def items(self, key: str, *, needed: bool = True) -> list[Record]:
        """A list of mappings."""
        found = []
        for n, item in enumerate(self._get(key, list, "a list", needed=needed) or []):
            at = (*self.at, key, str(n))
            if isinstance(item, dict):
                args = (self.path, item, self.lines, self.problems, self.rule, at, self.first_line)
                found.append(Record(*args))
            else:
                self.problem(key, f"each entry of “{key}” must be a mapping")
        return found

    def done(self) -> None:
        """Every key that nobody asked for is a problem."""
        for key in self.value:
            if key not in self.asked:
                known = ", ".join(sorted(self.asked))
                self.problem(key, f"unknown key “{key}”", f"known keys here: {known}")


def _mapping(text: str) -> tuple[dict[str, Any], dict[KeyPath, int]]:
    """A YAML text's mapping and the line of each key. Raises `_Broken` for anything else."""
    lines: dict[KeyPath, int] = {}
    try:
        _look_through(text)
        node = yaml.compose(text, Loader=LOADER)
        value = _plain(node, (), lines) if node is not None else {}
    except yaml.YAMLError as error:
        mark, words = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
        message = f"not valid YAML: {' '.join(words.split())}"
        last = text.rstrip().count("\n") + 1  # what is never closed is missed behind the end
        raise _Broken(min(mark.line + 1, last) if mark else 1, message) from error
    if not isinstance(value, dict):
        raise _Broken(1, "expected “key: value” lines")
    return value, lines


def read_record(
    text: str, path: str, problems: list[Problem], rule: str, first_line: int = 0
) -> Record | None:
    """The mapping that a YAML text holds, or None with a problem noted.

    `first_line` is the number of lines that stand before the text in its file.
    """
    try:
        value, lines = _mapping(text)
    except _Broken as error:
        hint = "check indentation, and put a text that contains “: ” or “#” in quotes"
        problems.append(Problem(Place(path, first_line + error.line), error.message, hint, rule=rule))
        return None
    return Record(path, value, lines, problems, rule, (), first_line)

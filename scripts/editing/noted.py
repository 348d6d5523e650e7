"""What a reader asks of a YAML file, noted while the real reader runs: so a schema cannot say anything else.

`Noted` is a `Record` without a file. It answers every question with something plausible, and writes down,
in the terms of JSON Schema, which key was asked for, as what, and whether it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.content.model import LANGUAGES, Exemption, Place, Words
from scripts.content.records import ID, MOST, KeyPath, Record

Schema = dict[str, Any]
Reader = Callable[[Record], object]

ANY = "any-name"
"""Stands for whatever name an editor gives an entry."""

_MAYBE_EMPTY: Schema = {"type": ["string", "number"]}
_TEXT: Schema = {**_MAYBE_EMPTY, "minLength": 1}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_WHOLE: Schema = {"type": "integer", "minimum": 1, "maximum": MOST}
_IN_EVERY_LANGUAGE: Schema = {
    "type": "object",
    "properties": dict.fromkeys(LANGUAGES, _TEXT),
    "required": list(LANGUAGES),
    "additionalProperties": False,
}


class _Anything(Mapping[str, Any]):
    """A mapping that has every key, and names one of them when it is gone through."""

    def __getitem__(self, key: str) -> None:
        return None

    def __iter__(self) -> Iterator[str]:
        return iter((ANY,))

    def __len__(self) -> int:
        return 1

    def __contains__(self, key: object) -> bool:
        return True


@dataclass
class Notes:
    """What the records of one run share: each mapping's schema, the words to choose from, the choices."""

    choices: Mapping[KeyPath, str] = field(default_factory=dict)
    schemas: dict[KeyPath, Schema] = field(default_factory=dict)
    options: dict[KeyPath, tuple[str, ...]] = field(default_factory=dict)


class Noted(Record):
    """A record that notes what it is asked."""

    def __init__(self, notes: Notes, at: KeyPath = ()) -> None:
        super().__init__("", _Anything(), {}, [], "", at)
        self.notes = notes
        self.schema: Schema = {"type": "object", "properties": {}, "required": []}
        notes.schemas[at] = self.schema

    def _note(self, key: str, schema: Schema, *, needed: bool) -> None:
        if key == ANY:
            self.schema["additionalProperties"] = schema
            return
        self.schema["properties"][key] = schema if needed else {"anyOf": [schema, {"type": "null"}]}
        if needed:
            self.schema["required"].append(key)

    def place(self, key: str = "") -> Place:
        """Nowhere: there is no file."""
        return Place(key)

    def problem(self, key: str, message: str, hint: str = "") -> None:
        """Nothing is wrong here: the values are not an editor's."""

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text."""
        self._note(key, _TEXT if needed else _MAYBE_EMPTY, needed=needed)
        return ANY

    def whole(self, key: str, *, needed: bool = True, default: int = 0) -> int:
        """A whole number."""
        self._note(key, _WHOLE, needed=needed)
        return default or 1

    def number(self, key: str) -> float | None:
        """A number, if there is one."""
        self._note(key, {"type": "number"}, needed=False)
        return None

    def date(self, key: str) -> str:
        """A day."""
        self._note(key, _DAY, needed=True)
        return "2026-11-22"

    def one_of(self, key: str, options: tuple[str, ...]) -> str:
        """The word that this run is to choose, else the first."""
        self._note(key, {"enum": list(options)}, needed=True)
        self.notes.options[(*self.at, key)] = options
        return self.notes.choices.get((*self.at, key), options[0])

    def names(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A name or a list of them."""
        listed: Schema = {"type": "array", "items": {"type": "string"}, "minItems": int(needed)}
        self._note(key, {"anyOf": [{"type": "string", "minLength": 1}, listed]}, needed=needed)
        return (ANY,)

    def words(self, key: str, *, needed: bool = True) -> Words:
        """A text, or one in every language."""
        plain = _TEXT if needed else _MAYBE_EMPTY
        self._note(key, {"anyOf": [plain, _IN_EVERY_LANGUAGE]}, needed=needed)
        return dict.fromkeys(LANGUAGES, ANY)

    def texts(self, key: str, *, needed: bool = True) -> Words:
        """Names with texts."""
        self._note(key, {"type": "object", "additionalProperties": _TEXT}, needed=needed)
        return {ANY: ANY}

    def exemptions(self) -> tuple[Exemption, ...]:
        """Rules with reasons."""
        self.texts("allow", needed=False)
        return ()

    def record(self, key: str, *, needed: bool = True) -> Record:
        """A mapping inside this one."""
        inner = Noted(self.notes, (*self.at, key))
        self._note(key, inner.schema, needed=needed)
        return inner

    def entries(self) -> list[tuple[str, Record]]:
        """One entry, standing for all."""
        self.schema["propertyNames"] = {"pattern": f"^{ID}$"}
        return super().entries()

    def items(self, key: str, *, needed: bool = True) -> list[Record]:
        """One item, standing for all."""
        inner = Noted(self.notes, (*self.at, key, ANY))
        self._note(key, {"type": "array", "items": inner.schema}, needed=needed)
        return [inner]

    def done(self) -> None:
        """No other key is known."""
        self.schema.setdefault("additionalProperties", False)


def _run(reader: Reader, choices: Mapping[KeyPath, str]) -> tuple[Schema, Notes]:
    notes = Notes(choices)
    record = Noted(notes)
    reader(record)
    return record.schema, notes


def _by_choice(key: str, variants: Mapping[str, Schema]) -> Schema:
    """A mapping whose keys depend on the word under one of them."""
    all_keys = {name: value for schema in variants.values() for name, value in schema["properties"].items()}
    first, *others = variants.values()
    needed = [name for name in first["required"] if all(name in other["required"] for other in others)]
    cases = [
        {"if": {"properties": {key: {"const": word}}, "required": [key]}, "then": schema}
        for word, schema in variants.items()
    ]
    return {"type": "object", "properties": all_keys, "required": needed, "allOf": cases}


def schema_of(reader: Reader) -> Schema:
    """The schema of what a reader accepts: run once, and once more for each other word it may choose."""
    schema, notes = _run(reader, {})
    for at, (first, *others) in notes.options.items():
        variants = {first: dict(notes.schemas[at[:-1]])}
        variants.update((word, _run(reader, {at: word})[1].schemas[at[:-1]]) for word in others)
        if any(variant != variants[first] for variant in variants.values()):
            notes.schemas[at[:-1]].clear()
            notes.schemas[at[:-1]].update(_by_choice(at[-1], variants))
    return schema

"""The lists of sources, terms and retired questions in order: entries by id, keys as their reader asks."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.content.library import GLOSSARY, RETIRED, SOURCES, retired_in, sources_in, terms_in
from scripts.editing.entries import natural, split
from scripts.editing.noted import Reader, schema_of
from scripts.editing.tidy import meaning

SORTED: dict[str, Reader] = {SOURCES: sources_in, GLOSSARY: terms_in, RETIRED: retired_in}
"""The files that are lists, and what reads them."""


def _keys(path: str) -> list[str]:
    """The keys of an entry in the order in which they are read."""
    return list(schema_of(SORTED[path])["additionalProperties"]["properties"])


def _ordered(entry: str, keys: Sequence[str]) -> str:
    """An entry with its keys in this order; unknown ones last, as they stood."""
    head, parts = split(entry, margin=2)
    place = {key: n for n, key in enumerate(keys)}
    parts.sort(key=lambda part: place.get(part[0], len(keys)))
    return head + "".join(text for _, text in parts)


def sort_list(path: str, text: str) -> str:
    """A list in order, comments with the entry below them, if it says the same then."""
    head, entries = split(text)
    keys = _keys(path)
    entries.sort(key=lambda entry: natural(entry[0]))
    after = head + "".join(_ordered(entry, keys) if keys else entry for _, entry in entries)
    said = meaning(text)
    return after if said is not None and said == meaning(after) else text

"""The interface's own words, in every language, from `words.yml` beside this file."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from scripts.content.model import Words
from scripts.content.records import LOADER

FILES = (Path(__file__).with_name("words.yml"), Path(__file__).with_name("page_words.yml"))


def _all() -> dict[str, Words]:
    loaded: dict[str, Words] = {}
    for file in FILES:
        loaded |= yaml.load(file.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - LOADER is a safe one
    return loaded


def words(language: str) -> Words:
    """Every word of the interface in one language, by key."""
    return {key: texts[language] for key, texts in _all().items()}


SPOKEN = (
    "confirm_",
    "glossary_",
    "lab_",
    "mark_",
    "notes_",
    "progress_",
    "quiz_",
    "scheme_",
    "search_",
    "sort_",
    "storage_",
    "summary_",
    "worksheet_",
)
"""How the keys begin of the words that scripts say; the others stand in templates only."""


def write_words(language: str, file: Path) -> None:
    """The words that scripts say, as a script: pages share it, and it loads from a folder."""
    spoken = {key: text for key, text in words(language).items() if key.startswith(SPOKEN)}
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(spoken, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"var courseWords = {text};\n", "utf-8")

"""The texts that new files are made of, language by language, from `templates/`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Template

from scripts.content.frontmatter import fingerprint
from scripts.content.load import in_language
from scripts.content.model import LANGUAGES

_TEMPLATES = Path(__file__).parent / "templates"
_PART = re.compile(r"^%% ([a-z-]+)\n(.*?)(?=^%% |\Z)", re.DOTALL | re.MULTILINE)


def _filled(text: str, values: dict[str, object]) -> str:
    return Template(text.strip("\n")).substitute({key: str(value) for key, value in values.items()})


@cache
def _parts(language: str) -> dict[str, str]:
    text = (_TEMPLATES / in_language("parts.md", language)).read_text("utf-8")
    return {found[1]: found[2] for found in _PART.finditer(text)}


def part(name: str, language: str, **values: object) -> str:
    """One part of a page or bank, without the line end after it."""
    return _filled(_parts(language)[name], values)


def template(name: str, **values: object) -> str:
    """A file that is the same in every language, without the line end after it."""
    return _filled((_TEMPLATES / name).read_text("utf-8"), values)


def in_every_language(path: str, make: Callable[[str, str], str]) -> dict[str, str]:
    """A file and its translations by path; `make` gets the language and the fingerprint of the English."""
    english = make(LANGUAGES[0], "")
    others = {in_language(path, language): make(language, fingerprint(english)) for language in LANGUAGES[1:]}
    return {path: english, **others}

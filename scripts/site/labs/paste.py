"""Check before you paste: the rules as a data script."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from scripts.content.labs.paste import Rule, Rules
from scripts.content.model import Course


def _slim(rule: Rule) -> dict[str, str]:
    return {key: value for key, value in asdict(rule).items() if value}


def paste_data(course: Course, root: Path) -> dict[str, Any]:  # noqa: ARG001 - a maker's shape
    """What `pasteEngine.use` takes, as `rules`."""
    rules = course.labs["paste"].exercises["rules"]
    if not isinstance(rules, Rules):
        raise TypeError("overrides/assets/labs/paste/rules.yml could not be read")
    syllables = ("surnames", "given")
    names = {key: "".join(text.split()) if key in syllables else text for key, text in rules.names.items()}
    return {
        "rules": {
            "kinds": rules.kinds,
            "names": names,
            "cues": rules.cues,
            "patterns": rules.patterns,
            "english_names": [_slim(rule) for rule in rules.english_names],
            "rules": [_slim(rule) for rule in rules.rules],
        }
    }

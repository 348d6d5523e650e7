"""The table of thresholds as a page shows it: English from the code, Korean from a file beside this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from scripts.checks.thresholds import TABLE, Threshold
from scripts.content.model import LANGUAGES

Row = tuple[str, str, str, str]

HEADS = {
    "en": ("Number", "Value", "What it means", "Source"),
    "ko": ("기준", "값", "뜻", "근거"),
}


def in_korean() -> Mapping[str, Mapping[str, str]]:
    """The Korean words of every threshold, by its English name."""
    read: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        Path(__file__).with_name("thresholds.ko.yml").read_text("utf-8")
    )
    return read


def _value(threshold: Threshold) -> str:
    """The number: a share of something as a percentage, anything else as it is."""
    return f"{threshold.value:.0%}".replace("%", " %") if threshold.value < 1 else f"{threshold.value:g}"


def rows(language: str) -> Iterator[Row]:
    """A row for each threshold; one without Korean words is shown in English."""
    yield HEADS[language]
    yield ("---",) * 4
    korean = in_korean() if language != LANGUAGES[0] else {}
    for threshold in TABLE:
        english = {"name": threshold.name, "unit": threshold.unit, "means": threshold.means}
        words = korean.get(threshold.name, {**english, "source": threshold.source})
        name = words["name"][:1].upper() + words["name"][1:]
        yield name, f"`{_value(threshold)}` {words['unit']}", words["means"], words["source"]

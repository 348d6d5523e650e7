"""Which translations became stale: their English text changed, and nobody has read both since."""

from __future__ import annotations

from scripts.content.model import Course
from scripts.reports.upkeep import translations

STALE = "The translation became stale: its English text changed, and nobody has read both since"


def became_stale(base: Course, course: Course) -> set[str]:
    """The translations that are stale now and were not in `base`, by path."""
    before, after = (
        {each.path for each in translations(state) if each.state == "stale"} for state in (base, course)
    )
    return after - before

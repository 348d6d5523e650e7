"""What changed between two states of the course, in words that an editor understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.content.load import in_source
from scripts.content.model import Course
from scripts.reports.changes.library import library_changes
from scripts.reports.changes.pages import page_changes
from scripts.reports.changes.plan import plan_changes
from scripts.reports.changes.questions import bank_changes
from scripts.reports.changes.records import Change, Changed

PICTURES = (".svg", ".png", ".jpg", ".webp")


def changes(base: Course, course: Course, files: Sequence[tuple[str, str]]) -> tuple[Changed, ...]:
    """Every file that reads differently than in `base`, a translation after its page.

    `files` are those that differ as git sees it, with `A`, `M` or `D`: of figures the model knows no more.
    """
    found = [
        *page_changes(base, course),
        *bank_changes(base, course),
        *plan_changes(base, course),
        *library_changes(base, course),
        *_figures(files),
    ]
    return tuple(sorted((each for each in found if each.changes), key=_in_order))


def _in_order(changed: Changed) -> tuple[str, bool]:
    english = in_source(changed.path) if changed.path.endswith(".md") else changed.path
    return english, english != changed.path


def _figures(files: Sequence[tuple[str, str]]) -> Iterator[Changed]:
    """Figures that were drawn, changed or taken away."""
    done = {"A": "New figure", "M": "The figure changed: look at it", "D": "The figure is gone"}
    for state, path in files:
        if path.endswith(PICTURES) and path.startswith("modules/"):
            yield Changed(path, path.rpartition("/")[2], (Change(done[state]),))

"""The texts that the reader trains a model on: the Constitution, and the course's own lessons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.content.model import LANGUAGES, Course, Page

CONSTITUTION = "overrides/assets/labs/ngram/constitution.txt"
MOST = 60_000
"""Characters of the lessons at most: enough to learn from, and still trained in an instant."""


def _lines(page: Page) -> Iterator[str]:
    """What a learner reads on a page, a paragraph a line; tables and presenters' notes left out."""
    for paragraph in page.paragraphs:
        if paragraph.box != "instructor" and paragraph.kind != "row" and paragraph.plain.strip():
            yield " ".join(paragraph.plain.split())


def lessons(course: Course, language: str) -> str:
    """The text of the lessons in one language, in their order, as whole paragraphs."""
    taken: list[str] = []
    room = MOST
    for module in course.modules.values():
        page = module.pages.get(language)
        for line in _lines(page) if page else ():
            room -= len(line) + 1
            if room < 0:
                return "\n".join(taken) + "\n"
            taken.append(line)
    return "\n".join(taken) + "\n"


def data(course: Course, root: Path) -> dict[str, str]:
    """The texts, each a data script."""
    constitution = (root / CONSTITUTION).read_text("utf-8")
    return {"constitution": constitution, **{f"lessons-{each}": lessons(course, each) for each in LANGUAGES}}

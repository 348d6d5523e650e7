"""Defects of a lesson's structure: head, headings, notes, figures, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.bench.defects.ground import Defect, Ground, in_words, places
from scripts.content.model import LANGUAGES, Page, Place


def heading_id_removed(ground: Ground) -> Iterator[Defect]:
    """A heading has lost its id."""
    for page in ground.lessons():
        for heading in page.sections:
            line = re.sub(r"\s*\{.*\}$", "", ground.line(heading.place))
            yield ground.change(heading.place, line)


def heading_level_jumps(ground: Ground) -> Iterator[Defect]:
    """A fourth-level heading stands below a second-level one."""
    for page in ground.lessons():
        twins = {heading.id: heading.place for heading in ground.sibling(page).sections}
        for heading in page.sections:
            title = in_words(page, "More on this", "더 알아보기")
            lines = ("", f"#### {title} {{ #more-on-{heading.id} }}")
            also = places(twins.get(heading.id))
            yield ground.edit(page.place.path, heading.place.line + 1, 0, lines, *also)


def _head(ground: Ground, page: Page, start: str) -> Place:
    """The line of a page's head that begins with these words."""
    lines = ground.lines(page.place.path)[: page.lines_before]
    return Place(page.place.path, next(n for n, line in enumerate(lines, 1) if line.startswith(start)))


def objective_cannot_be_observed(ground: Ground) -> Iterator[Defect]:
    """An objective begins with “Understand”."""
    for page in ground.lessons():
        for name in page.objectives:
            place = _head(ground, page, f"  {name}:")
            words = in_words(page, "Understand what the tool does.", "도구가 하는 일을 이해합니다.")
            yield ground.change(place, f"  {name}: {words}")


def needless_exception(ground: Ground) -> Iterator[Defect]:
    """The head allows what no rule finds."""
    for page in ground.lessons():
        lines = ("allow:", "  pages-contain-no-html: An older page.")
        place = _head(ground, page, "summary:")
        yield ground.edit(place.path, place.line + 1, 0, lines)


def head_without_a_key(ground: Ground) -> Iterator[Defect]:
    """A key of the head is gone."""
    for page in ground.lessons():
        for key in ("minutes:", "reviewed:") if page.language == LANGUAGES[0] else ("summary:",):
            place = _head(ground, page, key)
            yield ground.edit(place.path, place.line, 1, (), Place(place.path, 1), Place(place.path, 2))


def note_takes_longer(ground: Ground) -> Iterator[Defect]:
    """A presenter's note takes seven minutes more."""
    for page in ground.lessons():
        others = ground.sibling(page).outline.notes
        for number, note in enumerate(page.outline.notes):
            line = re.sub(r"\((\d+)", lambda m: f"({int(m[1]) + 7}", ground.line(note.place))
            other = others[number].place if number < len(others) else None
            yield ground.change(note.place, line, *places(other))


def picture_without_words(ground: Ground) -> Iterator[Defect]:
    """A figure has lost its text alternative."""
    for page in ground.lessons():
        for picture in page.outline.pictures:
            yield ground.change(picture.place, f"![]({picture.target})")


def table_without_header(ground: Ground) -> Iterator[Defect]:
    """The line below a table's header is gone, so that no table is made."""
    for page in ground.lessons():
        lines = ground.lines(page.place.path)
        for number, line in enumerate(lines, start=1):
            if re.fullmatch(r"\|(?:\s*-+\s*\|)+", line):
                above, below = Place(page.place.path, number - 1), Place(page.place.path, number + 1)
                yield ground.edit(page.place.path, number, 1, (), above, below)


KINDS = (
    heading_id_removed,
    heading_level_jumps,
    objective_cannot_be_observed,
    needless_exception,
    head_without_a_key,
    note_takes_longer,
    picture_without_words,
    table_without_header,
)

"""The bones of a page: what stands in every language, in words that are the same in every language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.content.model import Page, Paragraph, Place


class Bone(NamedTuple):
    """A heading, marker, citation …, with the paragraph (of its section) in or after which it stands."""

    what: str
    place: Place
    section: str = ""
    paragraph: int = 0


class Skeleton:
    """A page with its paragraphs by section, to find out in which of them a line stands."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sections: dict[str, list[Paragraph]] = {}
        self._at: list[tuple[str, int]] = []
        for paragraph in page.paragraphs:
            inside = self.sections.setdefault(paragraph.section, [])
            self._at.append((paragraph.section, len(inside)))
            inside.append(paragraph)
        self._lines = [paragraph.place.line for paragraph in page.paragraphs]

    def bone(self, what: str, place: Place) -> Bone:
        """The bone with the paragraph in or after which its line stands."""
        above = bisect_right(self._lines, place.line)
        return Bone(what, place, *self._at[above - 1]) if above else Bone(what, place)


def _headings(page: Page) -> Iterator[tuple[str, Place]]:
    for heading in page.outline.headings:
        yield f"heading “{'#' * heading.level} {heading.id or '…'}”", heading.place


def _markers(page: Page) -> Iterator[tuple[str, Place]]:
    for marker in page.outline.markers:
        yield f"marker “{' '.join((marker.kind, *marker.names))}”", marker.place


def _pictures(page: Page) -> Iterator[tuple[str, Place]]:
    return ((f"picture “{picture.target}”", picture.place) for picture in page.outline.pictures)


def _notes(page: Page) -> Iterator[tuple[str, Place]]:
    for note in page.outline.notes:
        minutes = "without minutes" if note.minutes is None else f"of {note.minutes} min"
        yield f"presenter’s note {minutes}", note.place


def _boxes(page: Page) -> Iterator[tuple[str, Place]]:
    before = ""
    for paragraph in page.paragraphs:
        begins = paragraph.box != before or paragraph.kind == "heading"
        if begins and paragraph.box not in {"", "instructor"}:
            yield f"box “{paragraph.box}”", paragraph.place
        before = paragraph.box


IN_ORDER: tuple[Callable[[Page], Iterator[tuple[str, Place]]], ...] = (
    _headings,
    _markers,
    _pictures,
    _notes,
    _boxes,
)
"""What follows one another in the same order in every language."""


def _citations(page: Page) -> Iterator[tuple[str, Place]]:
    return ((f"citation [^{each.source}]", each.place) for each in page.outline.citations)


def _links(page: Page) -> Iterator[tuple[str, Place]]:
    """Inner links by their target; another site may have an address for each language."""
    for link in page.outline.links:
        yield "link to another site" if "://" in link.target else f"link to “{link.target}”", link.place


def _paragraphs(page: Page) -> Iterator[tuple[str, Place]]:
    for each in page.paragraphs:
        if each.kind == "row":
            yield f"table row of {each.text.count(' | ') + 1} cells", each.place
        elif each.kind != "heading":
            yield "list item" if each.kind == "item" else "paragraph", each.place


CITED: tuple[Callable[[Page], Iterator[tuple[str, Place]]], ...] = (_citations, _links)
"""What a section has in every language, in whatever order the language asks for."""

COUNTED: tuple[Callable[[Page], Iterator[tuple[str, Place]]], ...] = (_paragraphs,)
"""What a section has as many of in every language."""

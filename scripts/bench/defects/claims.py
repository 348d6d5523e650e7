"""Defects of claims: citations and the list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.bench.defects.ground import CITATION, Defect, Ground, places
from scripts.content.library import SOURCES
from scripts.content.model import Place

_FIGURE = re.compile(r"\d\s?%|\b\d{1,3},\d{3}|\b(?:19|20)\d\d\b|(?:19|20)\d\d년|Article \d|제\d+조")
"""What needs a source: a share, a large number, a year, an article of law."""
LONG_AGO, LATER = "2026-01-31", "2029-12-31"


def figure_without_citation(ground: Ground) -> Iterator[Defect]:
    """The citations of a paragraph that states a figure are gone."""
    for _, paragraph, other in ground.paragraphs("text", "item"):
        line = ground.line(paragraph.place)
        if paragraph.citations and _FIGURE.search(paragraph.plain):
            yield ground.change(paragraph.place, CITATION.sub("", line), *places(other))


def source_unknown(ground: Ground) -> Iterator[Defect]:
    """A citation names a source that is not in the list."""
    for page in ground.lessons():
        for citation in page.outline.citations:
            line = ground.line(citation.place).replace(f"[^{citation.source}]", "[^int-z-99]", 1)
            yield ground.change(citation.place, line)


def _fields(ground: Ground, key: str) -> Iterator[tuple[Place, Place]]:
    """The line of a key in every source, and the line where that source begins."""
    lines = ground.lines(SOURCES)
    for source in ground.course.sources.values():
        at = next(n for n in range(source.place.line, len(lines)) if lines[n].startswith(f"  {key}:"))
        yield Place(SOURCES, at + 1), source.place


def source_out_of_date(ground: Ground) -> Iterator[Defect]:
    """A source should have been read again long ago."""
    for place, entry in _fields(ground, "review_by"):
        yield ground.change(place, f"  review_by: {LONG_AGO}", entry)


def review_put_off(ground: Ground) -> Iterator[Defect]:
    """A source's day of review was moved, and nothing says that anybody read it."""
    for place, entry in _fields(ground, "review_by"):
        yield ground.change(place, f"  review_by: {LATER}", entry)


def source_without_status(ground: Ground) -> Iterator[Defect]:
    """A source does not say whether it was read."""
    for place, entry in _fields(ground, "status"):
        yield ground.edit(place.path, place.line, 1, (), entry)


KINDS = (
    figure_without_citation,
    source_unknown,
    source_out_of_date,
    review_put_off,
    source_without_status,
)

"""Every address of another site that the course names, with each line that names it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from scripts.content.library import SOURCES
from scripts.content.markdown import scan
from scripts.content.model import Course, Place

WEB = ("https://", "http://")


def _lines(root: Path, path: str) -> list[str]:
    return (root / path).read_text("utf-8").split("\n") if (root / path).is_file() else []


def _of_sources(course: Course) -> Iterator[tuple[str, Place]]:
    """The addresses of the list of sources, each at its own line of the entry."""
    lines = _lines(course.root, SOURCES)
    for source in course.sources.values():
        first = source.place.line
        below = enumerate(lines[first:], start=first + 1)
        at = next((number for number, line in below if source.address in line), first)
        if source.address:
            yield source.address, Place(SOURCES, at)


def _of_texts(course: Course) -> Iterator[tuple[str, Place]]:
    """The addresses of links and pictures in pages and banks."""
    for page in course.all_pages():
        yield from ((link.target, link.place) for link in page.outline.links)
    for _, bank in course.banks():
        outline = scan("\n".join(_lines(course.root, bank.place.path)), bank.place.path)
        yield from ((link.target, link.place) for link in outline.links)


def addresses(course: Course) -> dict[str, list[Place]]:
    """Each address once, without its `#anchor`, in the order of the files. `check` names what is none."""
    found: dict[str, list[Place]] = {}
    for address, place in sorted([*_of_sources(course), *_of_texts(course)], key=lambda pair: pair[1]):
        if address.startswith(WEB) and _can_be_read(address):
            found.setdefault(urldefrag(address).url, []).append(place)
    return found


def _can_be_read(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False

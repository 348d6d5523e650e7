"""Which line of a template makes an element that no page, no question and no list wrote."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from scripts.content.model import Place
from scripts.site.links.markup import Reference

ROOM = "overrides"
OURS = "course-"
"""How the classes of our own templates begin; the theme's templates are not ours to mend."""


def template_lines(root: Path) -> list[tuple[Place, str]]:
    """Every line of our templates, and of the settings that they take addresses from."""
    files = [*sorted((root / ROOM).rglob("*.html")), root / "mkdocs.yml"]
    return [
        (Place(file.relative_to(root).as_posix(), number), line)
        for file in files
        if file.is_file()
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1)
    ]


def _signs(reference: Reference, lands: str, source: str) -> Iterator[tuple[str, int]]:
    """What the line would hold, and how much that says: the address, the element's class, one around it."""
    path = lands.partition("#")[0]
    yield from ((f"'{each}'", 4) for each in (path, source) if each)
    yield (path, 3)
    yield (f"'{posixpath.dirname(path)}/' ~", 2)  # a name that the template puts together
    own, *around = reference.classes or ("",)
    yield from ((name, 2) for name in own.split() if name.startswith(OURS))
    yield from ((name, 1) for name in next(_ours(around), ()))


def _ours(around: list[str]) -> Iterator[list[str]]:
    """The classes of the elements around, from the inside out, as far as they are ours."""
    for classes in around:
        if names := [name for name in classes.split() if name.startswith(OURS)]:
            yield names


def template_line(
    lines: list[tuple[Place, str]], reference: Reference, lands: str, source: str
) -> Place | None:
    """The line that most speaks for having made the reference; None where nothing does.

    `source` is the source file of the page at which it lands, if there is one.
    """
    signs = list(dict.fromkeys(_signs(reference, lands, source)))
    best, most = None, 0
    for place, line in lines:
        said = sum(weight for sign, weight in signs if len(sign) > 1 and sign in line)
        if said > most:
            best, most = place, said
    return best

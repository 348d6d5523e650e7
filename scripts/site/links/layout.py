"""Which line of a template makes an element that no page, no question and no list wrote."""

from __future__ import annotations

import posixpath
from pathlib import Path

from scripts.content.model import Place
from scripts.site.links.markup import Reference

ROOM = "overrides"
OURS = "course-"
"""How the classes of our own templates begin; the theme's templates are not ours to mend."""


Line = tuple[Place, str]


def template_lines(root: Path) -> list[Line]:
    """Every line of our templates, and of the settings that they take addresses from."""
    files = [*sorted((root / ROOM).rglob("*.html")), root / "mkdocs.yml"]
    return [
        (Place(file.relative_to(root).as_posix(), number), line)
        for file in files
        if file.is_file()
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1)
    ]


def _ours(classes: str) -> list[str]:
    return [name for name in classes.split() if name.startswith(OURS)]


def _nearest(around: tuple[str, ...]) -> list[str]:
    """The classes of ours on the innermost element around that has some."""
    return next((ours for classes in around if (ours := _ours(classes))), [])


def _address(lands: str, source: str) -> dict[str, int]:
    """How templates write an address, and how much each way says."""
    path = lands.partition("#")[0]
    folder = posixpath.dirname(path)
    signs = {path: 3}
    if folder:
        signs[f"'{folder}/' ~"] = 2  # a name that the template puts together
    if source:
        signs[f"'{source}'"] = 3
    return signs


def template_line(lines: list[Line], reference: Reference, lands: str, source: str) -> Place | None:
    """The line that most speaks for having made the reference; None where nothing does.

    `source` is the source file of the page at which it lands, if there is one. A page that is linked
    outside of anything of ours is no sign: many templates name it.
    """
    own, around = _ours(reference.classes[0]) if reference.classes else [], _nearest(reference.classes[1:])
    named = {*own, *around}
    signs = _address(lands, source) if named or not source else {}
    files = {place.path for place, line in lines if any(name in line for name in named)}
    signs |= dict.fromkeys(around, 1) | dict.fromkeys(own, 2)
    best, most = None, 0
    for place, line in lines:
        said = sum(weight for sign, weight in signs.items() if sign in line)
        if said > most and (not named or place.path in files):
            best, most = place, said
    return _with_tag(lines, best, reference.tag) if best else None


def _with_tag(lines: list[Line], place: Place, tag: str) -> Place:
    """The first line from here on in the same file that opens such an element; `place` if none does."""
    later = (at for at, line in lines if at.path == place.path and at >= place and f"<{tag}" in line)
    return next(later, place)

"""From a fault on a built page to the line that an editor mends.

Every place in the page's source files that writes the broken address is a problem of its own. What
no source file writes is made by a template; a footer that is broken on every page is one problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote

from scripts.content.load import PLAN
from scripts.content.model import Course, Place, Problem
from scripts.site.links.faults import Fault
from scripts.site.links.layout import ROOM, template_line, template_lines
from scripts.site.links.written import Origin, declared, literal, origins, written


def _offered(fault: Fault) -> bool:
    return fault.reference.tag == "index"


Line = tuple[Place, str]
"""A line of a source file, and the address that it writes."""


class Tracer:
    """Finds the places of faults; reads the files of the course as it needs them."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.origins = origins(course)

    @cached_property
    def templates(self) -> list[tuple[Place, str]]:
        """The lines of our templates."""
        return template_lines(self.course.root)

    def origin(self, fault: Fault) -> Origin | None:
        """What the page with the fault is made of. The search offers what the page it leads to declares."""
        return self.origins.get(fault.lands.partition("#")[0] if _offered(fault) else fault.page)

    def lines(self, fault: Fault) -> list[Line]:
        """Where the sources of the page write the fault, and in which words; may be empty."""
        origin = self.origin(fault)
        if origin is None:
            return []
        if fault.reference.tag == "page":
            return [(origin.page.place, fault.page)]
        if fault.reference.tag == "id" or _offered(fault):
            wanted = fault.lands.partition("#")[2]
            return [(place, f"#{name}") for name, place in declared(origin) if wanted and name == wanted][-1:]
        return self._written(origin, fault)

    def _written(self, origin: Origin, fault: Fault) -> list[Line]:
        target, whole = fault.reference.target, "#" in fault.lands
        found = [
            (link.place, link.target or target)
            for link in written(origin)
            if (link.lands if whole else link.lands.partition("#")[0]) == fault.lands
            or (target and unquote(link.target) == unquote(target))
        ]
        return found or [(place, target) for place in literal(origin, target) if target]

    def template(self, fault: Fault) -> Place | None:
        """The line of our templates that makes it."""
        there = self.origins.get(fault.lands.partition("#")[0])
        return template_line(self.templates, fault.reference, fault.lands, there.path if there else "")

    def file_of_its_own(self, fault: Fault) -> Place:
        """The first line of what the page is made from; in a style sheet of ours, the line itself."""
        if origin := self.origin(fault):
            return origin.page.place
        path = f"{ROOM}/{fault.page}"
        file = self.course.root / path
        if not file.is_file():
            return Place(PLAN)
        lines = enumerate(file.read_text("utf-8").split("\n"), start=1)
        target = fault.reference.target
        return Place(path, next((number for number, line in lines if target and target in line), 1))


def _hint(hint: str, pages: Iterable[str], *, layout: bool) -> str:
    """How to mend it, with the pages that show it."""
    first, *others = sorted(set(pages))
    where = f"on {first}" + (f" and {len(others)} more pages" if others else "")
    return f"{hint} ({where}{'; no line of the page writes it: it comes from the layout' if layout else ''})"


def problems(course: Course, faults: Iterable[Fault]) -> Iterator[Problem]:
    """Each fault at every line that writes it, once, in the order of the files."""
    tracer = Tracer(course)
    found: dict[tuple[Place, str, str], list[tuple[Fault, str, bool]]] = {}
    for fault in faults:
        lines = tracer.lines(fault)
        template = None if lines else tracer.template(fault)
        for place, target in lines or [(template or tracer.file_of_its_own(fault), fault.reference.target)]:
            entry = (fault, target, not lines and template is None)
            found.setdefault((place, fault.rule, fault.lands), []).append(entry)
    for (place, rule, _), same in sorted(found.items(), key=lambda item: item[0]):
        fault, target, layout = same[0]
        message = " ".join(f"“{target}” {fault.what}".split())
        hint = _hint(fault.hint, (each.page for each, _, _ in same), layout=layout)
        yield Problem(place, message, hint, rule=rule)

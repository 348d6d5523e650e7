"""Where a page's links are written: in its Markdown, its bank, the list of sources, the plan, or raw HTML."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from scripts.content.library import GLOSSARY, SOURCES
from scripts.content.load import PLAN, SOURCE, in_language, language_of
from scripts.content.markdown import scan
from scripts.content.model import LANGUAGES, Course, Module, Page, Place
from scripts.site.mount import address


@dataclass(frozen=True)
class Written:
    """A link in a source file: its target as written, and where on the site that lands."""

    target: str
    lands: str
    place: Place


@dataclass(frozen=True)
class Origin:
    """What one page of the site is made of: its English path, its language, its page and its module."""

    course: Course
    path: str
    language: str
    page: Page
    module: Module | None

    @property
    def files(self) -> list[str]:
        """The files that it is made of, the likeliest first: Markdown, bank, activities, drawings, lists."""
        own = [self.page.place.path]
        if self.module:
            bank = self.module.bank(self.language)
            own += [bank.place.path] if bank else []
            own += [task.place.path for task in self.module.sorts.values()]
            own += [sheet.place.path for sheet in self.module.worksheets.values()]
            own += [chart.place.path for chart in self.module.charts.values()]
            folder = self.course.root / posixpath.dirname(self.path)
            own += [file.relative_to(self.course.root).as_posix() for file in sorted(folder.glob("*.svg"))]
        return [*own, SOURCES, GLOSSARY, PLAN]

    def lines(self, path: str) -> list[str]:
        """A file's lines; none where there is no such file."""
        file = self.course.root / path
        return file.read_text("utf-8").split("\n") if file.is_file() else []


def _lands(origin: Origin, target: str) -> str:
    """Where a link of this page lands on the site; empty for other sites."""
    if "://" in target or target.startswith("mailto:"):
        return ""
    before, _, anchor = unquote(target).partition("#")
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(origin.path), before)) if before else origin.path
    )
    inside = path.startswith(("docs/", "modules/"))
    there = address(path, origin.language) if inside and path.endswith(".md") else path.partition("/")[2]
    return f"{there}#{anchor}" if anchor else there


def written(origin: Origin) -> Iterator[Written]:
    """Every link and picture in Markdown, every citation, and every station of the thread, on this page."""
    here = address(origin.path, origin.language)
    for path in (name for name in origin.files if name.endswith(".md")):
        outline = scan("\n".join(origin.lines(path)), path)
        for link in (*outline.links, *outline.pictures):
            yield Written(link.target, _lands(origin, link.target), link.place)
        for citation in outline.citations:
            note = f"#fn:{citation.source}"
            yield Written(note, f"{here}{note}", citation.place)
    if any(origin.page.markers("thread")):
        for stop in origin.course.thread:
            module = origin.course.modules.get(stop.module)
            there = address(module.place.path, origin.language) if module else ""
            yield Written("", f"{there}#{stop.section}" if stop.section else there, stop.place)


def declared(origin: Origin) -> Iterator[tuple[str, Place]]:
    """Every id that a source file gives to something on this page, with its place."""
    for heading in origin.page.outline.headings:
        yield heading.id, heading.place
    bank = origin.module.bank(origin.language) if origin.module else None
    for question in bank.questions if bank else ():
        yield f"q-{question.id}", question.place
    if any(origin.page.markers("glossary")):
        yield from ((term.id, term.place) for term in origin.course.terms.values())
    if any(origin.page.markers("sources")):
        yield from ((source.id, source.place) for source in origin.course.sources.values())
    for kind, tasks in (("s", origin.module.sorts), ("w", origin.module.worksheets)) if origin.module else ():
        yield from ((f"{kind}-{name}", task.place) for name, task in tasks.items())


def literal(origin: Origin, target: str) -> Iterator[Place]:
    """The lines of the page's files that hold the address letter by letter: raw HTML, link definitions."""
    wanted = [
        f"{before}{target}{after}" for before, after in (('"', '"'), ("'", "'"), ("]: ", ""), ("=", ">"))
    ]
    for path in origin.files:
        for number, line in enumerate(origin.lines(path), start=1):
            if target in html.unescape(line) and any(words in html.unescape(line) for words in wanted):
                yield Place(path, number)


def origins(course: Course) -> dict[str, Origin]:
    """Every page of the site, by its address, with what it is made of."""
    found = {}
    for language in LANGUAGES:
        for path, page, module in _pages(course):
            translated = (
                course.pages.get(in_language(path, language)) if not module else module.page(language)
            )
            origin = Origin(course, path, language, translated or page, module)
            found[address(path, language)] = origin
    return found


def _pages(course: Course) -> Iterator[tuple[str, Page, Module | None]]:
    yield from ((path, page, None) for path, page in course.pages.items() if language_of(path) == SOURCE)
    yield from ((module.place.path, module.page(SOURCE), module) for module in course.modules.values())

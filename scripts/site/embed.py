"""Puts things where a page asks for them with a marker.

Questions go in as Markdown, before mkdocs-quiz looks at the page; everything else as HTML,
made by the templates in `overrides/course/`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from scripts.content.markdown import prose_lines
from scripts.content.model import Chart, Module, Page, Question, Sort
from scripts.site.charts import NARROW, WIDE, drawn, rows
from scripts.site.figures import DRAWING, inline
from scripts.site.labs import lab_part
from scripts.site.mount import address
from scripts.site.outline import citing_pages, course_map, minutes_of, thread
from scripts.site.quizzes import RenderedQuestion, fill_gaps, read_rendering, source_block
from scripts.site.shell import Shell

_MARKER = re.compile(r"^[ \t]*<!--\s*([a-z-]+)(?::\s*([^<>]*?))?\s*-->[ \t]*$", re.MULTILINE)


@dataclass
class Embedding:
    """The parts of one page while it is being made."""

    shell: Shell
    path: str
    page: Page
    module: Module | None
    questions: list[Question] = field(default_factory=list)
    rendered: dict[int, RenderedQuestion] = field(default_factory=dict)
    drawings: list[tuple[str, str]] = field(default_factory=list)

    def link(self, path: str, anchor: str = "") -> str:
        """The address of another page, seen from this one."""
        here = posixpath.dirname(address(self.path, self.shell.language)) or "."
        there = posixpath.relpath(address(path, self.shell.language), here)
        return f"{there}#{anchor}" if anchor else there

    def asked(self) -> Iterator[Question]:
        """The questions that the page's quiz markers name, in order."""
        for marker in self.page.markers("quiz"):
            for name in marker.names:
                question = self.module.question(name, self.shell.language) if self.module else None
                if question:
                    yield question

    def markdown(self, text: str) -> str:
        """The page's Markdown with its questions in plain mkdocs-quiz syntax."""

        def expand(found: re.Match[str]) -> str:
            names = (found[2] or "").split()
            if found[1] != "quiz" or not self.module:
                return found[0]
            asked = [self.module.question(name, self.shell.language) for name in names]
            here = [question for question in asked if question]
            self.questions += here
            return "\n\n".join(source_block(question) for question in here) + "\n\n<!-- quiz-summary -->"

        def drawing(found: re.Match[str]) -> str:
            self.drawings.append((found[1], found[2]))
            return f"<!-- drawing: {len(self.drawings) - 1} -->"

        lines = text.split("\n")
        for number, _ in prose_lines(text):  # a fence shows what stands in it
            line = lines[number - 1]
            if "<!--" in line or "](" in line:
                lines[number - 1] = DRAWING.sub(drawing, _MARKER.sub(expand, line))
        return "\n".join(lines)

    def drawing(self, number: int) -> Markup:
        """A drawing of the page, inside it."""
        label, name = self.drawings[number]
        file = self.shell.course.root / posixpath.dirname(self.path) / name
        return inline(file.read_text("utf-8"), self.shell.language, label)

    def question(self, html: str, number: int) -> str:
        """The plugin's HTML of question `number` (from 0) as the course's own form."""
        rendered = read_rendering(html, self.questions[number])
        self.rendered[number] = rendered
        form = self.shell.render(
            "question",
            q=rendered.question,
            rendered=rendered,
            stem=fill_gaps(rendered.stem, lambda gap: self._gap(rendered.question, gap)),
            number=number + 1,
            total=len(self.questions),
        )
        return str(form)

    def _gap(self, question: Question, number: int) -> Markup:
        longest = max(len(answer) for answer in question.gaps[number].answers)
        size = min(max(longest + 2, 8), 24)
        return self.shell.render("gap", number=number, total=len(question.gaps), size=size)

    def html(self, page: str) -> str:
        """The page's HTML with every other marker replaced, and the answers at its end."""

        def fill(found: re.Match[str]) -> str:
            kind, names = found[1], (found[2] or "").split()
            part = PARTS.get(kind)
            return str(part(self, names)) if part else found[0]

        return _MARKER.sub(fill, page) + str(self._keys())

    def _keys(self) -> Markup:
        sorts = self.sorts()
        if not self.rendered and not sorts:
            return Markup()
        return self.shell.render("keys", e=self, questions=sorted(self.rendered.items()), sorts=sorts)

    def citing(self, source: str) -> list[tuple[str, str]]:
        """The pages that cite a source: path and title, in the order of the course."""
        return citing_pages(self.shell).get(source, [])

    def sorts(self) -> list[Sort]:
        """The sorting tasks that the page shows."""
        if not self.module:
            return []
        names = [name for marker in self.page.markers("sort") for name in marker.names]
        return [self.module.sorts[name] for name in names if name in self.module.sorts]


def _part(template: str) -> Callable[[Embedding, list[str]], Markup]:
    """A marker that takes no names and only needs its template."""

    def part(e: Embedding, _names: list[str]) -> Markup:
        shell = e.shell
        minutes = partial(minutes_of, shell)
        return shell.render(
            template, e=e, strands=course_map(shell), stations=thread(shell), minutes_of=minutes
        )

    return part


def _activities(e: Embedding, names: list[str], template: str) -> Markup:
    found = getattr(e.module, f"{template}s") if e.module else {}
    parts = [e.shell.render(template, e=e, task=found[name]) for name in names if name in found]
    return Markup().join(parts)


def _charts(e: Embedding, names: list[str]) -> Markup:
    found = e.module.charts if e.module else {}
    charts = [found[name] for name in names if name in found]
    return Markup().join(_chart(e, chart) for chart in charts)


def _chart(e: Embedding, chart: Chart) -> Markup:
    drawings = [drawn(chart, e.shell, width) for width in (WIDE, NARROW)]
    return e.shell.render("chart", e=e, chart=chart, drawings=drawings, rows=rows(chart, e.shell))


PARTS: dict[str, Callable[[Embedding, list[str]], Markup]] = {
    "quiz-summary": _part("summary"),
    "course-map": _part("map"),
    "continue": _part("continue"),
    "pathways": _part("pathways"),
    "thread": _part("thread"),
    "strand": _part("strand"),
    "glossary": _part("glossary"),
    "sources": _part("sources"),
    "storage": _part("storage"),
    "lab": lambda e, names: Markup().join(lab_part(e.shell, name, e.link) for name in names),
    "drawing": lambda e, names: e.drawing(int(names[0])),
    "chart": _charts,
    "sort": lambda e, names: _activities(e, names, "sort"),
    "worksheet": lambda e, names: _activities(e, names, "worksheet"),
}
"""What a page may ask for, by the marker's first word; `quiz` is expanded before."""

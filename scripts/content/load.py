"""Finds the files of a course and reads them into one `Course`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from scripts.content.activities import read_activities
from scripts.content.charts import read_charts
from scripts.content.frontmatter import Document, read_document, read_text
from scripts.content.labs import read_labs
from scripts.content.library import read_glossary, read_retired, read_sources, read_unreachable
from scripts.content.markdown import scan
from scripts.content.model import (
    LANGUAGES,
    LECTURE_MINUTES,
    Bank,
    Course,
    Module,
    Objective,
    Page,
    Pathway,
    Place,
    Problem,
    Stop,
    Strand,
)
from scripts.content.prose import paragraphs
from scripts.content.questions import read_bank
from scripts.content.records import Record, is_id, read_record
from scripts.content.strays import strays

PLAN = "modules/course.yml"
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
TEMPLATES = ("home.html",)
"""What a page about the course may ask for instead of the usual frame."""
SOURCE = LANGUAGES[0]


def is_plain(path: str) -> bool:
    """Whether a path is made of names that mean the same on every machine and in every address."""
    return all(_PLAIN.fullmatch(name) for name in path.split("/"))


def language_of(path: str) -> str:
    """The language of a Markdown file: `index.ko.md` is Korean, `index.md` the source language."""
    name, _, ending = path.rsplit("/", 1)[-1].removesuffix(".md").rpartition(".")
    return ending if name and ending in LANGUAGES[1:] else SOURCE


def in_language(path: str, language: str) -> str:
    """The sibling of a source-language Markdown file: `a/index.md` → `a/index.ko.md`."""
    return path if language == SOURCE else f"{path.removesuffix('.md')}.{language}.md"


def in_source(path: str) -> str:
    """The source-language sibling of a Markdown file: `a/index.ko.md` → `a/index.md`."""
    language = language_of(path)
    return path if language == SOURCE else f"{path.removesuffix(f'.{language}.md')}.md"


def _aims(head: Record) -> tuple[Objective, ...]:
    """The objectives in the head of a module's page, each with its line."""
    inner = head.record("objectives")
    if inner is None:
        return ()
    for name in inner.value:
        if not is_id(name):
            inner.problem(name, f"“{name}” is not an id", "name the objectives o1, o2, o3")
    return tuple(Objective(name, inner.text(name), inner.place(name)) for name in inner.value)


def _page(document: Document, head: Record, language: str, *, module: bool) -> Page:
    """A page from its document; asks the head only for what every page may say."""
    outline = scan(document.body, document.place.path, document.lines_before)
    return Page(
        document.place,
        language,
        next((h.text for h in outline.headings if h.level == 1), ""),
        head.text("summary"),
        outline,
        document.body,
        _aims(head) if module else (),
        head.text("translates", needed=False) if language != SOURCE else "",
        document.fingerprint,
        document.lines_before,
        head.exemptions(),
        paragraphs(document.body, document.place.path, document.lines_before),
        {key: head.place(key) for key in head.value},
        strays(document.body, document.place.path, document.lines_before),
    )


def _read_pages(
    root: Path, path: str, problems: list[Problem], *, module: bool
) -> tuple[dict[str, Page], dict[str, Record]]:
    """A page in each language in which it can be read, and the heads, not yet finished."""
    pages, heads = {}, {}
    for language in LANGUAGES:
        name = in_language(path, language)
        document = read_document(root / name, name, problems) if (root / name).exists() else None
        if document is None:
            continue
        if document.head is None:
            hint = "begin the file with a line “---”, its keys, and a line “---”"
            if not any(p.place.path == name for p in problems):
                what = "the page has no head"
                problems.append(Problem(document.place, what, hint, rule="heads-are-complete"))
            continue
        heads[language] = document.head
        pages[language] = _page(document, document.head, language, module=module)
    return pages, heads


def _banks(root: Path, strand: str, name: str, problems: list[Problem]) -> dict[str, Bank]:
    banks = {}
    for language in LANGUAGES:
        path = in_language(f"quizzes/{strand}/{name}.md", language)
        document = read_document(root / path, path, problems) if (root / path).exists() else None
        if document is not None:
            banks[language] = read_bank(document, name, language, problems)
    return banks


def _module(root: Path, strand: str, name: str, problems: list[Problem]) -> Module | None:
    """One module, or None when its English page cannot be read."""
    folder = f"modules/{strand}/{name}"
    pages, heads = _read_pages(root, f"{folder}/index.md", problems, module=True)
    if SOURCE not in pages:
        if not (root / folder / "index.md").exists():
            hint = f"write it, or take “{name}” out of {PLAN}; “course new module” makes one"
            what = "the module has no English page"
            problems.append(Problem(Place(f"{folder}/index.md"), what, hint, rule="files-can-be-read"))
        return None
    head = heads[SOURCE]
    minutes, needs = head.whole("minutes"), head.names("needs", needed=False)
    reviewed = head.date("reviewed")
    for each in heads.values():
        each.done()
    sorts, worksheets = read_activities(root / folder, folder, problems)
    charts = read_charts(root / folder, folder, problems)
    banks = _banks(root, strand, name, problems)
    place = pages[SOURCE].place
    return Module(
        name, strand, place, minutes, needs, reviewed, pages, banks, sorts, worksheets, head.places(), charts
    )


def _other_pages(root: Path, strands: tuple[Strand, ...], problems: list[Problem]) -> dict[str, Page]:
    """The pages about the course and the strands' own, by path."""
    names = {f"modules/{strand.id}/index.md" for strand in strands}
    for name in sorted(names):
        if not (root / name).exists():
            what, hint = "the strand has no English page", f"write it, or take the strand out of {PLAN}"
            problems.append(Problem(Place(name), what, hint, rule="files-can-be-read"))
    docs = (file.relative_to(root).as_posix() for file in (root / "docs").rglob("*.md"))
    names |= {name for name in docs if language_of(name) == SOURCE and is_plain(name)}
    found = {}
    for name in sorted(names):
        pages, heads = _read_pages(root, name, problems, module=False)
        for head in heads.values():
            head.text("title", needed=False)
            if "template" in head.value:
                head.one_of("template", TEMPLATES)
            head.names("hide", needed=False)
            head.done()
        found.update({page.place.path: page for page in pages.values()})
    return found


def _strand(name: str, record: Record) -> Strand:
    strand = Strand(
        name, record.place(), record.whole("target_minutes"), record.names("modules", needed=False)
    )
    record.done()
    return strand


def _stop(record: Record) -> Stop:
    stop = Stop(
        record.text("module"),
        record.text("section", needed=False),
        record.words("why"),
        record.place("module"),
    )
    record.done()
    return stop


def _pathway(name: str, record: Record) -> Pathway:
    pathway = Pathway(name, record.words("title"), record.names("modules"), record.place())
    record.done()
    return pathway


def plan_in(plan: Record, root: Path) -> Course:
    """What the plan alone says of the course: its strands, thread, pathways, exceptions and lectures."""
    course = Course(
        root,
        plan.text("id"),
        tuple(_strand(name, record) for name, record in plan.records("strands") if is_id(name)),
        thread=tuple(_stop(record) for record in plan.items("thread", needed=False)),
        pathways=tuple(_pathway(name, r) for name, r in plan.records("pathways", needed=False)),
        allow=plan.exemptions(),
        lecture_minutes=plan.whole("lecture_minutes", needed=False, default=LECTURE_MINUTES),
    )
    plan.done()
    return course


def load_course(root: Path) -> Course:
    """Read the course below `root`. Never raises for bad content: see `Course.problems`."""
    problems: list[Problem] = []
    plan: Record | None = None
    if (root / PLAN).exists():
        text = read_text(root / PLAN, PLAN, problems)
        plan = read_record(text, PLAN, problems, "plan-is-complete") if text is not None else None
    else:
        hint = "run the command in the course's own folder"
        problems.append(Problem(Place(PLAN), "no course here", hint, rule="files-can-be-read"))
    if plan is None:
        return Course(root, "", problems=tuple(problems))
    course = plan_in(plan, root)
    names = ((strand.id, name) for strand in course.strands for name in strand.modules if is_id(name))
    found = [_module(root, strand, name, problems) for strand, name in names]
    return replace(
        course,
        modules={module.id: module for module in found if module},
        pages=_other_pages(root, course.strands, problems),
        sources=read_sources(root, problems),
        terms=read_glossary(root, problems),
        labs=read_labs(root, problems),
        retired=read_retired(root, problems),
        unreachable=read_unreachable(root, problems),
        problems=tuple(problems),
    )

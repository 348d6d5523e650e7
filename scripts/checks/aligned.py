"""The same text in both languages, side by side: what the rules about translation compare."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scripts.content.frontmatter import read_text
from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Bank, Course, Module, Page, Paragraph, Place, Question, Words
from scripts.content.prose import plain
from scripts.content.questions import GAP

SOURCE, *OTHERS = LANGUAGES
_DRAWN = re.compile(r'\sdata-ko="([^"]*)"[^>]*>([^<]*)<')


class Twin(NamedTuple):
    """A text of the source language and its translation, with the place where each begins."""

    english: str
    other: str
    source: Place
    place: Place


def page_pairs(course: Course) -> Iterator[tuple[Page, Page | None, str]]:
    """Every page with its translation (None where there is none) and the language."""
    for module in course.in_order():
        for language in OTHERS:
            yield module.pages[SOURCE], module.pages.get(language), language
    for path, page in course.pages.items():
        if page.language == SOURCE:
            for language in OTHERS:
                yield page, course.pages.get(in_language(path, language)), language


def bank_pairs(course: Course) -> Iterator[tuple[Bank, Bank | None, str]]:
    """Every bank with its translation (None where there is none) and the language."""
    for module in course.in_order():
        for language in OTHERS:
            if SOURCE in module.banks:
                yield module.banks[SOURCE], module.banks.get(language), language


def question_pairs(english: Bank, other: Bank) -> Iterator[tuple[Question, Question]]:
    """The questions that both banks have; of those with the same id, the first with the first."""
    left: dict[str, list[Question]] = {}
    for question in other.questions:
        left.setdefault(question.id, []).append(question)
    for question in english.questions:
        if left.get(question.id):
            yield question, left[question.id].pop(0)


def sections(page: Page) -> dict[str, list[Paragraph]]:
    """The paragraphs by the id of their section, `""` for what stands above the first one."""
    found: dict[str, list[Paragraph]] = {}
    for paragraph in page.paragraphs:
        found.setdefault(paragraph.section, []).append(paragraph)
    return found


def shape(paragraphs: Iterable[Paragraph]) -> list[tuple[str, str]]:
    """What kinds of paragraph follow one another, and in which boxes."""
    return [(paragraph.kind, paragraph.box) for paragraph in paragraphs]


_NOTE = ("heading", "instructor")
"""The title of a presenter’s note: its minutes are a bone of the page."""


def _paragraphs(english: Page, other: Page) -> Iterator[Twin]:
    """Paragraph beside paragraph where a section has the same shape in both, else the whole section."""
    theirs, mine = sections(english), sections(other)
    for name, source in theirs.items():
        target = mine.get(name, [])
        if shape(source) == shape(target):
            for e, o in zip(source, target, strict=True):
                if (e.kind, e.box) != _NOTE:
                    yield Twin(e.plain, o.plain, e.place, o.place)
        elif target:
            texts = ["\n".join(paragraph.plain for paragraph in each) for each in (source, target)]
            yield Twin(texts[0], texts[1], source[0].place, target[0].place)


def _page(english: Page, other: Page) -> Iterator[Twin]:
    yield Twin(english.summary, other.summary, english.place, other.place)
    for name in english.objectives:
        if name in other.objectives:
            yield Twin(english.objectives[name], other.objectives[name], english.place, other.place)
    yield from _paragraphs(english, other)


def _said(text: str) -> str:
    """A text of a bank without mark-up, with the preferred answer in each gap: the others are spellings."""
    if "[" not in text:
        return text
    return plain(GAP.sub(lambda gap: gap[1].partition("|")[0], text))


def _question(english: Question, other: Question) -> Iterator[Twin]:
    yield Twin(english.title, other.title, english.place, other.place)
    yield Twin(_said(english.stem), _said(other.stem), english.place, other.place)
    yield Twin(_said(english.explanation), _said(other.explanation), english.place, other.place)
    twins = {choice.id: choice for choice in other.choices}
    for choice in english.choices:
        if twin := twins.get(choice.id):
            yield Twin(_said(choice.text), _said(twin.text), choice.place, twin.place)
            yield Twin(_said(choice.feedback), _said(twin.feedback), choice.place, twin.place)


def _activities(module: Module) -> Iterator[tuple[Words, Place]]:
    for sort in module.sorts.values():
        yield from ((words, sort.place) for words in (sort.title, sort.question, *sort.choices.values()))
        for item in sort.items:
            yield from ((item.text, item.place), (item.because, item.place))
    for sheet in module.worksheets.values():
        yield sheet.title, sheet.place
        for each in sheet.fields:
            yield from ((words, sheet.place) for words in (each.label, each.hint, *each.parts.values()))
    for chart in module.charts.values():
        yield chart.title, chart.place
        for pilot in chart.pilots:
            said = (pilot.name, pilot.country, pilot.by, pilot.people, pilot.finding.says, pilot.measured)
            yield from ((words, pilot.place) for words in said)


def words(course: Course) -> Iterator[tuple[Words, Place]]:
    """The texts that stand in one file in every language."""
    for module in course.in_order():
        yield from _activities(module)
    yield from ((stop.why, stop.place) for stop in course.thread)
    yield from ((pathway.title, pathway.place) for pathway in course.pathways)
    yield from ((source.says, source.place) for source in course.sources.values())
    yield from ((term.means, term.place) for term in course.terms.values())


def _drawings(course: Course) -> Iterator[Twin]:
    """All the words of a drawing as one text: a sentence is cut into lines differently in each language."""
    for strand in course.strands:
        for file in sorted((course.root / "modules" / strand.id).rglob("*.svg")):
            place = Place(file.relative_to(course.root).as_posix())
            words = _DRAWN.findall(read_text(file, place.path, []) or "")
            korean, english = ("\n".join(html.unescape(pair[side]) for pair in words) for side in (0, 1))
            yield Twin(english, korean, place, place)


def written(course: Course, language: str = OTHERS[0]) -> Iterator[Twin]:
    """Every text of the course that stands in both languages, but for what is said in place of a picture."""
    for english, other, _ in page_pairs(course):
        if other is not None:
            yield from _page(english, other)
    for bank, translated, _ in bank_pairs(course):
        if translated is not None:
            for pair in question_pairs(bank, translated):
                yield from _question(*pair)
    for said, place in words(course):
        if SOURCE in said and language in said:
            yield Twin(said[SOURCE], said[language], place, place)
    yield from _drawings(course)


def _alternatives(course: Course) -> Iterator[Twin]:
    for english, other, _ in page_pairs(course):
        pictures = other.outline.pictures if other else ()
        for e, o in zip(english.outline.pictures, pictures, strict=False):
            if e.target == o.target:
                yield Twin(e.text, o.text, e.place, o.place)


def twins(course: Course) -> Iterator[Twin]:
    """Every text of the course that stands in both languages, the text alternatives of pictures last."""
    yield from written(course)
    yield from _alternatives(course)

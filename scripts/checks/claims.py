"""Rules for claims of fact: what could be looked up says where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from re import Pattern

from scripts.checks.excuses import called_made_up, names_of_the_real, needs_no_source
from scripts.checks.facts import Fact, facts
from scripts.content.model import LANGUAGES, Course, Page, Paragraph, Place, Problem
from scripts.content.prose import sentences

_FEW = 10
"""Counts below are spelled out in English and no claim by themselves: two visits, 3일."""


@dataclass(frozen=True)
class _Stretch:
    """A paragraph, the head of the table that it stands in, and what is cited for it."""

    paragraph: Paragraph
    head: str
    sources: tuple[str, ...]
    introduced: tuple[str, ...]


def _stretches(page: Page) -> Iterator[_Stretch]:
    """The running text: no headings, no presenter notes. A list shares the sources of its introduction."""
    block: list[Paragraph] = []
    for paragraph in (*page.paragraphs, None):
        if paragraph is None or paragraph.kind in ("heading", "text"):
            yield from _block(block)
            block = []
        if paragraph is not None and paragraph.kind != "heading" and paragraph.box != "instructor":
            block.append(paragraph)


def _block(block: list[Paragraph]) -> Iterator[_Stretch]:
    lead = block[0] if block and block[0].kind == "text" else None
    shared = list(sentences(lead.text))[-1][1] if lead and len(block) > 1 else ()
    head = next((member.plain for member in block if member.kind == "row"), "")
    cited = tuple(name for member in block for name in member.citations)
    for member in block:
        if member is lead:
            yield _Stretch(member, "", member.citations, cited)
        else:
            yield _Stretch(member, head if member.kind == "row" else "", (*member.citations, *shared), ())


def _spellings(fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A fact as the page may repeat it: a day also as its month or its year."""
    yield fact.kind, fact.value
    if fact.kind == "day":
        year, month, day = fact.value
        yield from (("day", (year, month, "")), ("day", ("", month, day)), ("year", (year,)))


def _few(fact: Fact) -> bool:
    return fact.kind == "count" and fact.value[0].isdigit() and int(fact.value[0]) < _FEW


def _open_facts(page: Page, real: Pattern[str]) -> Iterator[tuple[Paragraph, list[Fact]]]:
    """By paragraph, the facts that stand without a source and nowhere else on the page with one."""
    made_up = called_made_up(page)
    known: set[tuple[str, tuple[str, ...]]] = set()
    left: list[tuple[Paragraph, list[Fact]]] = []
    for stretch in _stretches(page):
        bare: list[Fact] = []
        parts = [(words, list(facts(words))) for words, _ in sentences(stretch.paragraph.text)]
        for at, (words, found) in enumerate(parts, start=1):
            backed = stretch.sources or (at == len(parts) and stretch.introduced)
            for fact in found:
                if backed or needs_no_source(fact, words, stretch.paragraph, stretch.head, made_up, real):
                    known.update(_spellings(fact))
                elif not _few(fact):
                    bare.append(fact)
        left.append((stretch.paragraph, bare))
    for paragraph, bare in left:
        if bare := [fact for fact in bare if (fact.kind, fact.value) not in known]:
            yield paragraph, bare


def _place(page: Page, paragraph: Paragraph, fact: Fact) -> Place:
    """The line of a wrapped paragraph on which the fact begins."""
    first = paragraph.place.line - page.lines_before - 1
    number = fact.words.split()[0]
    for at, line in enumerate(page.text.split("\n")[first:]):
        if not line.strip():
            break
        if fact.words in line or (number in line and line.rstrip().endswith(number)):
            return Place(paragraph.place.path, paragraph.place.line + at)
    return paragraph.place


def claims_are_cited(course: Course) -> Iterator[Problem]:
    """A day, an article of law, a share, a sum, or a count with its unit has a source in its paragraph.

    날짜, 법 조문, 비율, 금액, 단위가 붙은 수가 있는 문단에는 출처가 달려 있습니다.

    Meant is running text about the world: “on 28 August 2026”, “Art. 23”, “25%”, “KRW 30,000”,
    “1,200 officials”, “in 2024 the city began”. The source may stand anywhere in the paragraph; a list or a
    table may have it in the sentence that introduces it. What the page says with its source in one place
    may be repeated without it in another, as key points do.

    No source is asked for in headings, presenter notes and questions; in the story and the activity, unless
    the sentence names a law or a publisher of `modules/sources.yml`; for counts of the course itself (“20
    minutes a module”) and counts below 10; for the day of the text (“as of 22 November 2026”, “현재”).

    Is the number an example? Then tell the reader: “(numbers made up)”, “invented for this course”, “in this
    example”, “지어낸 숫자입니다”, “이 과정을 위해 썼습니다”. In a section that says so, quotations, tables
    and lists need no source either. Is no source to be found? Say that, too: “unconfirmed”, “no announcement
    was found”, “확인되지 않았습니다”, “발표를 찾지 못했습니다”.
    """
    real = {language: names_of_the_real(course, language) for language in LANGUAGES}
    for page in course.all_pages():
        for paragraph, bare in _open_facts(page, real[page.language]):
            words = ", ".join(f"“{fact.words}”" for fact in bare)
            yield Problem(
                _place(page, paragraph, bare[0]),
                f"no source for {words}",
                "cite it as [^id] in this paragraph; or say there that it is made up, or unconfirmed",
                severity="warning",
            )

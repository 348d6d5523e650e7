"""Rules for claims of fact: what could be looked up says where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.excuses import Excuses, real_names
from scripts.checks.facts import Fact, facts, may_hold_facts
from scripts.content.model import LANGUAGES, Course, Page, Paragraph, Place, Problem, Source
from scripts.content.sentences import cited_sentences

_REPORTED = re.compile(
    r"\b(?:[Rr]eport\w*|[Aa]ccording to|newspapers?|[Pp]ress|broadcasters?|summar\w+|sa(?:id|ys?)"
    r"|criticis\w+|(?:our|course’s|course's) reading)\b|보도|알려[졌져진짐]|전해[졌져진짐]|따르면|언론|요약"
    r"|기사|방송|의 수치|해석|비판|지적|다고 (?:합니다|전합니다|했습니다)"
)
"""How a text says that it tells what somebody else told."""
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
    last = list(cited_sentences(lead.text))[-1:] if lead and len(block) > 1 else []
    shared = last[0][1] if last else ()
    head = next((member.plain for member in block if member.kind == "row"), "")
    cited = tuple(name for member in block for name in member.citations)
    for member in block:
        if member is lead:
            yield _Stretch(member, "", member.citations, cited)
        else:
            yield _Stretch(member, head if member.kind == "row" else "", (*member.citations, *shared), ())


def _spellings(fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A fact as the page may repeat it: a day also as its month or its year, a count with another unit."""
    yield fact.kind, fact.value
    if fact.kind == "day":
        year, month, day = fact.value
        yield from (("day", (year, month, "")), ("day", ("", month, day)), ("year", (year,)))
    if fact.kind == "count":
        yield "count", (fact.value[0],)


def _repeats(fact: Fact) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a fact may repeat: itself; a count also with another unit (412건, 412통)."""
    return (fact.kind, fact.value), (fact.kind, fact.value[:1])


def _few(fact: Fact) -> bool:
    return fact.kind == "count" and fact.value[0].isdigit() and int(fact.value[0]) < _FEW


def _sorted_facts(page: Page, real: re.Pattern[str]) -> Iterator[tuple[Paragraph, Fact, bool]]:
    """The facts of the running text, each with its paragraph, and whether it stands well there."""
    excused = Excuses(page, real)
    for stretch in _stretches(page):
        if not may_hold_facts(stretch.paragraph.plain):
            continue
        parts = list(cited_sentences(stretch.paragraph.text))
        for at, (words, _) in enumerate(parts, start=1):
            backed = bool(stretch.sources or (at == len(parts) and stretch.introduced))
            for fact in facts(words):
                well = backed or excused.hold(fact, words, stretch.paragraph, stretch.head)
                yield stretch.paragraph, fact, well


def _open_facts(page: Page, real: re.Pattern[str]) -> dict[Paragraph, list[Fact]]:
    """By paragraph, the facts that stand without a source and nowhere else on the page with one."""
    found = list(_sorted_facts(page, real))
    known = {spelling for _, fact, well in found if well for spelling in _spellings(fact)}
    left: dict[Paragraph, list[Fact]] = {}
    for paragraph, fact, well in found:
        if not well and not _few(fact) and not known.intersection(_repeats(fact)):
            left.setdefault(paragraph, []).append(fact)
    return left


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
    real = {language: real_names(course, language) for language in LANGUAGES}
    for page in course.all_pages():
        for paragraph, bare in _open_facts(page, real[page.language]).items():
            words = ", ".join(f"“{fact.words}”" for fact in bare)
            yield Problem(
                _place(page, paragraph, bare[0]),
                f"no source for {words}",
                "cite it as [^id] in this paragraph; or say there that it is made up, or unconfirmed",
                severity="warning",
            )


def _cited_sources(course: Course, names: tuple[str, ...]) -> list[Source]:
    return [course.sources[name] for name in names if name in course.sources]


def _is_its_own(fact: Fact, source: Source) -> bool:
    """Whether a day is that of the source itself, by which it is known without being read."""
    day = "-".join(part.zfill(2) for part in fact.value if part)
    return fact.kind in ("day", "year") and bool(day) and source.date.startswith(day)


def figures_rest_on_what_was_read(course: Course) -> Iterator[Problem]:
    """Behind a figure stands at least one source that was read, not only documents that are known by name.

    수치를 뒷받침하는 출처 가운데 적어도 하나는 이름만 아는 자료가 아니라 실제로 읽은 자료입니다.

    A source with `status: named` is known to exist; nobody here has read it again. It may carry a thought,
    and the day on which it appeared, but no other day, article, share, sum or count. Read it and write
    `status: read`, cite a source that was read, or leave the figure out.
    """
    for page in course.all_pages():
        for paragraph in (p for p in page.paragraphs if p.citations):
            for words, names in cited_sentences(paragraph.text):
                behind = _cited_sources(course, names)
                if not behind or any(source.status != "named" for source in behind):
                    continue
                for fact in facts(words):
                    its_own = any(_is_its_own(fact, source) for source in behind)
                    if fact.kind != "report" and not _few(fact) and not its_own:
                        yield Problem(
                            _place(page, paragraph, fact),
                            f"“{fact.words}” rests only on “{behind[0].id}”, which is named and was not read",
                            "read the source and write “status: read”, or cite one that was read",
                            severity="warning",
                        )


def reports_are_called_reported(course: Course) -> Iterator[Problem]:
    """What rests only on somebody else’s account says so in its paragraph: “reportedly”, “according to”.

    다른 사람이 전한 자료에만 근거한 내용은 같은 문단에서 “보도에 따르면”과 같이 그 사실을 밝힙니다.

    A source with `kind: secondary` is a newspaper, a summary, a law firm’s note. A table may say it in its
    rows or in the sentence that introduces it.
    """
    for page in course.all_pages():
        lead = ""
        for paragraph in page.paragraphs:
            if paragraph.kind in ("heading", "text"):
                lead = paragraph.plain
            behind = _cited_sources(course, paragraph.citations)
            if not any(source.kind == "secondary" for source in behind):
                continue
            if _REPORTED.search(paragraph.plain) or _REPORTED.search(lead):
                continue
            for words, names in cited_sentences(paragraph.text):
                told = _cited_sources(course, names)
                if told and all(source.kind == "secondary" for source in told):
                    yield Problem(
                        paragraph.place,
                        f"“{words[:60]}” rests only on “{told[0].id}”, which is somebody else’s account",
                        "say so in the paragraph, with “reportedly” or 보도에 따르면; or cite the original",
                        severity="warning",
                    )

"""Rules for access: nothing is told by colour alone, tables have headings, words are words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.texts import texts
from scripts.content.model import Course, Problem
from scripts.content.tables import Table, tables

_COLOURS = "red|blue|green|yellow|orange|purple|pink|gr[ae]y|black|white|brown"
_THINGS = (
    "box|boxes|buttons?|cells?|columns?|rows?|fields?|text|words?|letters|parts?|items?|options?|ones?"
    "|entry|entries|marks?|tiles?|tabs?|links?|bars?|sections?|areas?"
)
_ENGLISH = re.compile(
    rf"\b(?:{_COLOURS}) (?:{_THINGS})\b"
    r"|\b(?:shown|marked|highlighted|displayed|underlined|colou?red|appears?|is|are) in "
    rf"(?:{_COLOURS})\b(?! and white| ink| envelopes?)"
    rf"|\b(?:{_THINGS}) in (?:{_COLOURS})\b(?=[.,;:)]|$| (?:is|are|was|were|has|have|must|should|need)\b)"
    rf"|\b(?:press|click|choose) (?:the )?(?:{_COLOURS})\b(?=[.,;:)]|$)",
    re.IGNORECASE,
)
_FIGURATIVE = re.compile(
    r"\b(?:black|white|gr[ae]y) box(?:es)?\b|\bgr[ae]y areas?\b|\bgreen (?:fields?|areas?)\b", re.IGNORECASE
)
_KOREAN_COLOURS = (
    "(?<![가-힣])(?:(?:빨간|붉은|파란|푸른|노란|검은|흰|하얀|초록|노랑|주황|보라|분홍)색?|녹색|회색)"
)
_KOREAN = re.compile(
    rf"{_KOREAN_COLOURS}\s?(?:칸|상자|단추|버튼|글자|글씨|부분|카드|영역|항목|네모|열|행)"
    rf"|{_KOREAN_COLOURS}(?:으로|인|이면)\s?(?:표시|나타|칠|강조|쓴|쓰인|적은|적힌|보이|바뀌|된|것|부분|칸)"
)
_NAMES = (
    "red ",
    "blue",
    "black",
    "brown",
    "green",
    "gray",
    "grey",
    "yellow",
    "orange",
    "purple",
    "pink",
    "white",
)
_NAMES_KOREAN = "빨간|파란|노란|노랑|하얀|붉은|푸른|초록|녹색|주황|보라|분홍|회색|검은|흰"
_COLOUR = {
    "en": re.compile("|".join((*_NAMES, *(name.capitalize() for name in _NAMES), "in red"))),
    "ko": re.compile(_NAMES_KOREAN),
}
"""A quick look before the long ones; it begins with plain letters, which Python finds fastest."""
_CUE = re.compile(
    r"[\d“”\"\u2018「*]|\b(?:left|right|top|bottom|above|below|upper|lower|middle|centre|first|second|third|last"
    r"|next|inner|outer|labell?ed|marked [A-Z]|named|titled|called|round|square|dashed|dotted|bold|striped"
    r"|thick|sign|symbol|tick|cross|star|arrow|circle|triangle|letter [A-Z])\b"
    r"|왼쪽|오른쪽|위쪽|아래쪽|맨 위|맨 아래|첫|둘째|셋째|번째|가운데|안쪽|바깥|점선|굵은"
    r"|동그라미|세모|별표|기호|화살표|라고 (?:쓴|적힌|된)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][”’\")])\s+|\n")


def colour_is_not_the_only_sign(course: Course) -> Iterator[Problem]:
    """What is meant is named by its words, number, place or shape; a colour may be added, but not alone.

    가리키는 대상은 이름, 번호, 위치, 모양으로 밝히며, 색만으로 가리키지 않습니다.

    “Fill in the red box” says nothing to whoever hears the page or cannot tell red from green, nor on a
    black-and-white print (WCAG 2.2, 1.4.1; KWCAG 2.2, 5.3.1). “The red box “Sum”” and “the red box on the
    left” are well. Colours of things in the world (a red stamp, a Green Paper) are not meant.
    """
    for text in texts(course):
        if not _COLOUR[text.language].search(text.words):
            continue
        for sentence in _SENTENCE.split(text.words):
            pattern = _ENGLISH if text.language == "en" else _KOREAN
            found = pattern.search(_FIGURATIVE.sub("", sentence))
            if found and not _CUE.search(sentence):
                message = f"“{found[0].strip()}” is told by its colour only"
                yield Problem(text.place, message, "name it by its words, number, place or shape as well")


def tables_have_headings(course: Course) -> Iterator[Problem]:
    """A table has a heading over every column, a line of dashes under them, and as many cells in each row.

    표에는 열마다 제목이 있고 그 아래에 구분선이 있으며, 모든 행의 칸 수가 제목 행과 같습니다.

    The first heading is not left empty either: a screen reader reads it with every cell of its column.
    Write what the column holds (“Step”, in Korean often “구분”). Without the line of dashes, or right below
    a paragraph, there is no table: readers see the pipes. Cells beyond the last heading are not shown.
    """
    for page in course.all_pages():
        for table in tables(page.text, page.place.path, page.lines_before):
            yield from _not_a_table(table) if not (table.ruled and table.apart) else _faults(table)


def _not_a_table(table: Table) -> Iterator[Problem]:
    first, *others = table.rows
    if not table.apart:
        message = "text stands right above the table, so that readers see its pipes"
        yield Problem(first.place, message, "put a blank line between")
    if not table.ruled:
        ruler = f"| {' | '.join('---' for _ in first.cells)} |"
        message = f"no line of dashes with {len(first.cells)} cells below the headings: this is no table"
        yield Problem((others or [first])[0].place, message, f"write {ruler} below the headings")


def _faults(table: Table) -> Iterator[Problem]:
    headings, _, *rows = table.rows
    for number, cell in enumerate(headings.cells, start=1):
        if not cell:
            yield Problem(headings.place, f"column {number} has no heading", "say what the column holds")
    for row in rows:
        if len(row.cells) != len(headings.cells):
            message = f"{len(row.cells)} cells in a table of {len(headings.cells)} columns"
            hint = r"one cell a column; a pipe inside a cell is written \|"
            yield Problem(row.place, message, hint)


_SHOUTED = re.compile("[A-Z][A-Z][ ,-]+[A-Z]")
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b(?:[ ,-]+(?:[A-Z]{2,}(?:['’][A-Z]+)?|A|I)\b){2,}")
_FUNCTION = re.compile(
    r"\b(?:THE|AND|OR|NOT|IS|ARE|TO|OF|IN|FOR|YOU|YOUR|DO|NEVER|ALWAYS|IT|ON|BE|THIS|THAT|ALL|NO|MUST|WITH)\b"
)


def words_are_not_in_capitals(course: Course) -> Iterator[Problem]:
    """Weight is given to words with `**` or by their place in the sentence, not with capitals only.

    강조는 굵은 글씨나 문장 속 위치로 하며, 영어 문장을 모두 대문자로 쓰지 않습니다.

    Some screen readers spell words in capitals letter by letter, and everybody reads them more slowly.
    Abbreviations such as GOV.UK, KWCAG or NIS are not meant.
    """
    for text in texts(course):
        for found in shouted(text.words):
            message = f"“{found[:50]}” stands in capitals"
            hint = "write it in small letters; give it weight with **"
            yield Problem(text.place, message, hint, severity="warning")


def shouted(text: str) -> list[str]:
    """The stretches of a text that are words in capitals, not abbreviations."""
    found = _CAPITALS.finditer(text) if _SHOUTED.search(text) else ()
    return [run[0] for run in found if _FUNCTION.search(run[0])]


_WORD = re.compile(r"\w")


def links_and_headings_have_words(course: Course) -> Iterator[Problem]:
    """A link or a heading is made of words, not of an arrow, an emoji or punctuation only.

    링크와 제목은 화살표나 그림 문자, 문장 부호만으로 쓰지 않고 낱말로 씁니다.

    A screen reader lists links and headings by their words; “→” or “👍” says nothing there.
    """
    for page in course.all_pages():
        named = [("link", link.text, link.place) for link in page.outline.links]
        named += [("heading", heading.text, heading.place) for heading in page.outline.headings]
        for what, words, place in named:
            if not _WORD.search(words) and (words.strip() or what == "heading"):
                hint = "say in words where it leads, or what it is about"
                yield Problem(place, f"the {what} “{words}” has no words", hint)

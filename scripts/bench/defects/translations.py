"""Defects of one language only: what drifts apart when two texts are edited by two people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.bench.defects.ground import Defect, Ground, places
from scripts.content.model import LANGUAGES, Choice, Question

_NUMBER = re.compile(r"(?<![A-Za-z0-9^#/._,(:-])\d+(?![A-Za-z0-9_-]|[.,]\d)")
_ITEM = re.compile(r"\s*\d+[.)]\s")
"""The number of an item in a list: the page counts by itself."""
_LINKED_TERM = re.compile(r"\[([^\[\]]+)\]\([^()]*glossary\.md#")


def question_id_changed(ground: Ground) -> Iterator[Defect]:
    """A question has another id in one language."""
    for question in ground.questions():
        line = ground.line(question.place).replace(f"#{question.id} ", "#other-question ", 1)
        yield ground.change(question.place, line, ground.twin(question).place)


def _swapped(ground: Ground, question: Question, first: Choice, second: Choice) -> Defect:
    """The question with two neighbouring options, and their feedback, the other way round."""
    path, lines = first.place.path, ground.lines(first.place.path)
    middle, end = second.place.line, ground.after(second)
    mine, other = lines[first.place.line - 1 : middle - 1], lines[middle - 1 : end - 1]
    return ground.edit(path, first.place.line, len(mine) + len(other), other + mine, *ground.about(question))


def options_in_another_order(ground: Ground) -> Iterator[Defect]:
    """Two options have changed places in one language."""
    for question in ground.questions():
        if question.choices:
            yield _swapped(ground, question, *question.choices[:2])


def key_moved(ground: Ground) -> Iterator[Defect]:
    """Another option is right in one language."""
    for question in ground.questions("single"):
        first, last = question.choices[0].place, question.choices[-1].place
        lines = ground.lines(first.path)[first.line - 1 : last.line]
        right = next(n for n, choice in enumerate(question.choices) if choice.right)
        now = question.choices[(right + 1) % len(question.choices)].place.line - first.line
        cleared = [line.replace("- [x]", "- [ ]", 1) for line in lines]
        cleared[now] = cleared[now].replace("- [ ]", "- [x]", 1)
        yield ground.edit(first.path, first.line, len(lines), tuple(cleared), *ground.about(question))


def heading_id_changed(ground: Ground) -> Iterator[Defect]:
    """A section has another id in one language."""
    for page in ground.lessons():
        twins = {heading.id: heading.place for heading in ground.sibling(page).sections}
        for heading in page.sections:
            line = ground.line(heading.place).replace(f"#{heading.id} ", f"#{heading.id}-new ", 1)
            yield ground.change(heading.place, line, *places(twins.get(heading.id)))


def number_changed(ground: Ground) -> Iterator[Defect]:
    """A number differs in one language."""
    for _, paragraph, other in ground.paragraphs("text", "item", "row"):
        line = ground.line(paragraph.place)
        item = _ITEM.match(line)
        for found in _NUMBER.finditer(line, item.end() if item else 0):
            new = f"{line[: found.start()]}{int(found[0]) + 3}{line[found.end() :]}"
            if "](" not in line[: found.start()].rpartition(")")[2]:
                yield ground.change(paragraph.place, new, *places(other))


def paragraph_left_in_english(ground: Ground) -> Iterator[Defect]:
    """A paragraph of the Korean page is still English."""
    for page, paragraph, other in ground.paragraphs("text", "item"):
        if page.language != LANGUAGES[0] and other:
            yield ground.change(paragraph.place, ground.line(other), other)


def _solid(text: str) -> str:
    return "".join(text.split())


def _terms(ground: Ground, english: str) -> Iterator[str]:
    """The Korean terms for those of several words that stand in an English line."""
    for term in ground.course.terms.values():
        name = term.term.get("en", "").casefold()
        if " " in name and re.search(rf"\b{re.escape(name)}\b", english.casefold()):
            yield term.term.get("ko", "")


def glossary_term_changed(ground: Ground) -> Iterator[Defect]:
    """The Korean page uses another word than the glossary's, in a link or in a whole section."""
    for page, paragraph, other in ground.paragraphs():
        if page.language == LANGUAGES[0] or not other:
            continue
        line = ground.line(paragraph.place)
        for found in _LINKED_TERM.finditer(line):
            new = f"{line[: found.start(1)]}새말{line[found.end(1) :]}"
            yield ground.change(paragraph.place, new, other)
        section = [_solid(each.text) for each in page.paragraphs if each.section == paragraph.section]
        for korean in _terms(ground, ground.line(other)):
            if korean in paragraph.text and sum(_solid(korean) in text for text in section) == 1:
                yield ground.change(paragraph.place, line.replace(korean, "새말"), other)


KINDS = (
    question_id_changed,
    options_in_another_order,
    key_moved,
    heading_id_changed,
    number_changed,
    paragraph_left_in_english,
    glossary_term_changed,
)

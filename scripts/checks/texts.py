"""Every text of the course in one language, for rules that look at words only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scripts.checks.aligned import words
from scripts.content.model import Course, Place, Question


class Text(NamedTuple):
    """Words without mark-up, their language, and where they begin."""

    language: str
    words: str
    place: Place


def _question(question: Question, language: str) -> Iterator[Text]:
    for text in (question.title, question.stem, question.explanation):
        yield Text(language, text, question.place)
    for choice in question.choices:
        yield Text(language, choice.text, choice.place)
        yield Text(language, choice.feedback, choice.place)


def texts(course: Course) -> Iterator[Text]:
    """The texts of pages, banks and activities, of the thread, the sources and the glossary."""
    for page in course.all_pages():
        yield Text(page.language, page.summary, page.place)
        yield from (Text(page.language, each.plain, each.place) for each in page.paragraphs)
    for _, bank in course.banks():
        for question in bank.questions:
            yield from _question(question, bank.language)
    for said, place in words(course):
        yield from (Text(language, text, place) for language, text in said.items())

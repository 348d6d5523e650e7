"""Rules for the question banks: ids, objectives, and where a question is asked."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scripts.checks.thresholds import QUESTIONS_AN_OBJECTIVE
from scripts.content.model import LANGUAGES, Course, Page, Problem
from scripts.content.records import is_id

_ONLY_WORDS = re.compile(r"[a-z]+(?:-[a-z]+){1,2}")


def question_ids_are_words(course: Course) -> Iterator[Problem]:
    """A question's id is two or three words, never a number, and stands once in its bank.

    문항의 식별자는 두세 개의 영어 낱말로 쓰고 숫자를 쓰지 않으며, 한 문제은행에 한 번만 나옵니다.
    """
    for _, bank, question in course.questions():
        if not _ONLY_WORDS.fullmatch(question.id):
            message = (
                f"“{question.title}” has the id “{question.id}”"
                if question.id
                else f"“{question.title}” has no id"
            )
            yield Problem(
                question.place, message, "two or three words: { #unknown-by-law data-objective=o1 }"
            )
        elif [q.id for q in bank.questions].count(question.id) > 1:
            yield Problem(
                question.place, f"the id “{question.id}” stands twice", "give each question its own"
            )


def option_ids_are_words(course: Course) -> Iterator[Problem]:
    """Every option carries an id that stands once in its question: answers are kept under it.

    모든 선택지에는 그 문항에서 한 번만 쓰는 식별자가 있습니다. 학습자의 답이 이 식별자로 저장됩니다.
    """
    for _, _, question in course.questions():
        count = Counter(choice.id for choice in question.choices)
        for choice in question.choices:
            if not choice.id:
                yield Problem(
                    choice.place,
                    f"{question.id}: “{choice.text}” has no id",
                    "end the line with { #two-words }",
                )
            elif not is_id(choice.id):
                yield Problem(
                    choice.place, f"{question.id}: “{choice.id}” is not an id", "lower-case words, hyphens"
                )
            elif count[choice.id] > 1:
                yield Problem(
                    choice.place, f"{question.id}: the option id “{choice.id}” stands twice", "make it unique"
                )


def question_serves_an_objective(course: Course) -> Iterator[Problem]:
    """A question names one of its module's objectives and the section in which it is taught.

    모든 문항은 해당 모듈의 학습 목표 하나와 그 내용을 가르치는 절 하나를 가리킵니다.
    """
    for module, _, question in course.questions():
        page = module.page(LANGUAGES[0])
        if question.objective not in page.objectives:
            what = f"has the objective “{question.objective}”" if question.objective else "names no objective"
            yield Problem(
                question.place,
                f"{question.id} {what}",
                f"data-objective= one of {', '.join(page.objectives)}",
            )
        if question.section not in {heading.id for heading in page.sections}:
            what = f"points to “{question.section}”" if question.section else "points to no section"
            yield Problem(
                question.place, f"{question.id} {what}", "data-section= the id of the section to read again"
            )


def objectives_are_tested_twice(course: Course) -> Iterator[Problem]:
    """At least two questions ask for each objective.

    학습 목표마다 그것을 묻는 문항이 두 개 이상 있습니다.
    """
    for module in course.in_order():
        bank = module.banks.get(LANGUAGES[0])
        count = Counter(question.objective for question in bank.questions) if bank else Counter()
        for aim in module.page(LANGUAGES[0]).aims:
            if count[aim.id] < QUESTIONS_AN_OBJECTIVE.value:
                yield Problem(
                    aim.place,
                    f"{aim.id} is tested {('never', 'once')[count[aim.id]]}",
                    f"write {QUESTIONS_AN_OBJECTIVE.value} questions for it",
                )


def questions_are_asked_once(course: Course) -> Iterator[Problem]:
    """Every question of a bank is asked for once in its module's page, in the section “check”.

    문제은행의 모든 문항은 해당 모듈 페이지의 `check` 절에 한 번씩 나옵니다.
    """
    for module in course.in_order():
        for language, page in module.pages.items():
            bank = module.bank(language)
            known = {question.id: question for question in bank.questions} if bank else {}
            asked = [(name, marker) for marker in page.markers("quiz") for name in marker.names]
            count = Counter(name for name, _ in asked)
            first, last = _lines_of_check(page)
            for name, marker in dict.fromkeys(asked):
                if not first < marker.place.line < last:
                    yield Problem(marker.place, f"“{name}” is asked outside “check”", "move the marker there")
                if name not in known:
                    yield Problem(
                        marker.place,
                        f"no question “{name}” in the bank",
                        "mend the id, or write the question",
                    )
                elif count[name] > 1:
                    yield Problem(
                        marker.place, f"“{name}” is asked {count[name]} times", "leave it in one marker"
                    )
            for name, question in known.items():
                if name and not count[name]:
                    yield Problem(
                        question.place,
                        f"{name} is never asked",
                        f"add it to <!-- quiz: … --> in {page.place.path}",
                    )


def _lines_of_check(page: Page) -> tuple[int, int]:
    """The line of the section's heading and of the next one; any line where there is no such section."""
    for heading, after in pairwise((*page.sections, None)):
        if heading and heading.id == "check":
            return heading.place.line, after.place.line if after else sys.maxsize
    return 0, sys.maxsize


def retired_questions_stay_away(course: Course) -> Iterator[Problem]:
    """The id of a retired question is never given to another: a learner's old answer is kept under it.

    더 이상 쓰지 않는 문항의 식별자는 다른 문항에 다시 쓰지 않습니다. 학습자의 예전 답이
    그 식별자로 남아 있습니다.

    Retired questions stand in `quizzes/retired.yml`. A question that only changed keeps its id; when its key
    changed, it gets a higher edition.
    """
    retired = {(entry.module, entry.question): entry for entry in course.retired}
    for module, _, question in course.questions():
        if entry := retired.get((module.id, question.id)):
            yield Problem(
                question.place,
                f"the id “{question.id}” belongs to a question that was retired on {entry.since}",
                f"give this question another id ({entry.place} says why the old one went)",
            )

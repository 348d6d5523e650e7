"""Rules for the question banks."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scripts.checks.thresholds import FEWEST_OPTIONS, MOST_OPTIONS, QUESTIONS_AN_OBJECTIVE
from scripts.content.model import LANGUAGES, Choice, Course, Page, Place, Problem, Question
from scripts.content.questions import GAP
from scripts.content.records import is_id

_ONLY_WORDS = re.compile(r"[a-z]+(?:-[a-z]+){1,2}")
_NO_WORDS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")


def _same(text: str) -> str:
    """A text without what does not tell it from another; 1.5 and 15 differ, and so do < and >."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORDS.sub("", plain) or "".join(plain.split())


def question_ids_are_words(course: Course) -> Iterator[Problem]:
    """A question's id is two or three words, never a number, and stands once in its bank.

    문제의 id는 두세 개의 영어 낱말로 쓰고 숫자를 쓰지 않으며, 한 문제은행에 한 번만 나옵니다.
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

    모든 보기에는 그 문제 안에서 한 번만 쓰는 id가 있습니다. 학습자의 답이 이 id로 저장됩니다.
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

    모든 문제는 해당 모듈의 학습 목표 하나와 그 내용을 가르치는 절 하나를 가리킵니다.
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

    학습 목표마다 그것을 묻는 문제가 두 개 이상 있습니다.
    """
    for module in course.in_order():
        bank = module.banks.get(LANGUAGES[0])
        count = Counter(question.objective for question in bank.questions) if bank else Counter()
        for name in module.page(LANGUAGES[0]).objectives:
            if count[name] < QUESTIONS_AN_OBJECTIVE.value:
                yield Problem(
                    module.place,
                    f"{name} is tested {count[name]} times",
                    f"write {QUESTIONS_AN_OBJECTIVE.value} questions for it",
                )


def options_are_few_and_different(course: Course) -> Iterator[Problem]:
    """A choice question has three to five options, no two of which read alike.

    선택형 문제의 보기는 세 개에서 다섯 개이며, 똑같이 읽히는 보기는 없습니다.
    """
    fewest, most = FEWEST_OPTIONS.value, MOST_OPTIONS.value
    for _, _, question in course.questions():
        if not question.gaps and not fewest <= len(question.choices) <= most:
            many = f"{question.id} has {len(question.choices)} options"
            yield Problem(question.place, many, f"offer {fewest} to {most}")
        seen: dict[str, Choice] = {}
        for choice in question.choices:
            if (twin := seen.setdefault(_same(choice.text), choice)) is not choice:
                yield Problem(
                    choice.place,
                    f"{question.id}: “{choice.text}” reads like “{twin.text}”",
                    "make them differ",
                )


def some_options_are_right(course: Course) -> Iterator[Problem]:
    """At least one option is right, and at least one is not.

    정답 보기가 하나 이상 있고, 오답 보기도 하나 이상 있습니다.
    """
    for _, _, question in course.questions():
        right = sum(choice.right for choice in question.choices)
        if question.choices and right in (0, len(question.choices)):
            what = "all options are right" if right else "no option is right"
            yield Problem(
                question.place, f"{question.id}: {what}", "mark the right ones “- [x]”, the others “- [ ]”"
            )


def every_option_says_why(course: Course) -> Iterator[Problem]:
    """Every option, right or wrong, comes with a sentence that teaches.

    정답이든 오답이든 모든 보기에는 배울 것이 있는 해설 문장이 따릅니다.
    """
    for _, _, question in course.questions():
        for choice in question.choices:
            if not choice.feedback.strip() or _same(choice.feedback) == _same(choice.text):
                yield Problem(
                    choice.place,
                    f"{question.id}: the option “{choice.text}” teaches nothing",
                    "below it, with no blank line between, add “> ” and one sentence",
                )


def gaps_are_for_gap_text(course: Course) -> Iterator[Problem]:
    """A gap `[[answer]]` stands in a question without options, which ends with `---` and an explanation.

    빈칸 `[[답]]`은 보기가 없는 문제에만 쓰며, 그런 문제는 `---`와 해설로 끝납니다.
    """
    for _, _, question in course.questions():
        inside = [
            *(c.text for c in question.choices),
            *(c.feedback for c in question.choices),
            question.explanation,
        ]
        if any(GAP.search(text) for text in inside) or (question.gaps and question.choices):
            yield Problem(
                question.place, f"{question.id}: [[…]] in a choice question", "use either options or gaps"
            )
        if question.gaps and not question.explanation:
            yield Problem(
                question.place, f"{question.id}: no explanation", "after the sentence add “---” and say why"
            )
        if any(not gap.answers for gap in question.gaps):
            yield Problem(question.place, f"{question.id}: an empty gap", "write [[answer|other answer]]")
        if not question.gaps and not question.choices:
            yield Problem(
                question.place, f"{question.id} has neither options nor gaps", "add “- [ ] …” lines"
            )


def questions_are_asked_once(course: Course) -> Iterator[Problem]:
    """Every question of a bank is asked for once in its module's page, in the section “check”.

    문제은행의 모든 문제는 해당 모듈 페이지의 “check” 절에서 한 번씩 나옵니다.
    """
    for module in course.in_order():
        for language, page in module.pages.items():
            bank = module.bank(language)
            known = {question.id: question for question in bank.questions} if bank else {}
            asked = [(name, marker) for marker in page.markers("quiz") for name in marker.names]
            count = Counter(name for name, _ in asked)
            first, last = _lines_of_check(page)
            for name, marker in asked:
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


def questions_need_no_sources(course: Course) -> Iterator[Problem]:
    """Questions carry no footnotes: claims and their sources stand in the lesson.

    문제에는 각주를 달지 않습니다. 주장과 출처는 본문에 둡니다.
    """
    for _, _, question in course.questions():
        parts = [question.stem, question.explanation, *(c.text + c.feedback for c in question.choices)]
        if any("[^" in part for part in parts):
            yield Problem(
                question.place,
                f"{question.id} cites a source",
                "cite it in the section that the question points to",
            )

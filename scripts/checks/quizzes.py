"""Rules for the question banks."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scripts.content.model import LANGUAGES, Bank, Choice, Course, Module, Page, Problem, Question
from scripts.content.questions import GAP
from scripts.content.records import is_id

FEWEST, MOST = 3, 5
"""Options of a choice question: two are a coin, six are a list (see the item-writing sources)."""
TESTED = 2
"""How many questions ask for each objective, at least."""

_ONLY_WORDS = re.compile(r"[a-z]+(?:-[a-z]+){1,2}")
_NO_WORDS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")


def _questions(course: Course) -> Iterator[tuple[Module, Bank, Question]]:
    for module, bank in course.banks():
        for question in bank.questions:
            yield module, bank, question


def _same(text: str) -> str:
    """A text without what does not tell it from another; 1.5 and 15 differ, and so do < and >."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORDS.sub("", plain) or "".join(plain.split())


def question_ids_are_words(course: Course) -> Iterator[Problem]:
    """A question's id is two or three words, never a number, and stands once in its bank."""
    for _, bank, question in _questions(course):
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
    """Every option carries an id that stands once in its question: answers are kept under it."""
    for _, _, question in _questions(course):
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
    """A question names one of its module's objectives and the section in which it is taught."""
    for module, _, question in _questions(course):
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
    """At least two questions ask for each objective."""
    for module in course.in_order():
        bank = module.banks.get(LANGUAGES[0])
        count = Counter(question.objective for question in bank.questions) if bank else Counter()
        for aim in module.page(LANGUAGES[0]).aims:
            if count[aim.id] < TESTED:
                yield Problem(
                    aim.place, f"{aim.id} is tested {count[aim.id]} times", f"write {TESTED} questions for it"
                )


def options_are_few_and_different(course: Course) -> Iterator[Problem]:
    """A choice question has three to five options, no two of which read alike."""
    for _, _, question in _questions(course):
        if not question.gaps and not FEWEST <= len(question.choices) <= MOST:
            many = f"{question.id} has {len(question.choices)} options"
            yield Problem(question.place, many, f"offer {FEWEST} to {MOST}")
        seen: dict[str, Choice] = {}
        for choice in question.choices:
            if (twin := seen.setdefault(_same(choice.text), choice)) is not choice:
                yield Problem(
                    choice.place,
                    f"{question.id}: “{choice.text}” reads like “{twin.text}”",
                    "make them differ",
                )


def some_options_are_right(course: Course) -> Iterator[Problem]:
    """At least one option is right, and at least one is not."""
    for _, _, question in _questions(course):
        right = sum(choice.right for choice in question.choices)
        if question.choices and right in (0, len(question.choices)):
            what = "all options are right" if right else "no option is right"
            yield Problem(
                question.place, f"{question.id}: {what}", "mark the right ones “- [x]”, the others “- [ ]”"
            )


def every_option_says_why(course: Course) -> Iterator[Problem]:
    """Every option, right or wrong, comes with a sentence that teaches."""
    for _, _, question in _questions(course):
        for choice in question.choices:
            if not choice.feedback.strip() or _same(choice.feedback) == _same(choice.text):
                yield Problem(
                    choice.place,
                    f"{question.id}: the option “{choice.text}” teaches nothing",
                    "below it, with no blank line between, add “> ” and one sentence",
                )


def gaps_are_for_gap_text(course: Course) -> Iterator[Problem]:
    """A gap `[[answer]]` stands in a question without options, which ends with `---` and an explanation."""
    for _, _, question in _questions(course):
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
    """Every question of a bank is asked for once in its module's page, in the section “check”."""
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
    """Questions carry no footnotes: claims and their sources stand in the lesson."""
    for _, _, question in _questions(course):
        parts = [question.stem, question.explanation, *(c.text + c.feedback for c in question.choices)]
        if any("[^" in part for part in parts):
            yield Problem(
                question.place,
                f"{question.id} cites a source",
                "cite it in the section that the question points to",
            )

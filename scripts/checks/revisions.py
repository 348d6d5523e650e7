"""The one rule that compares two states of the course: what a learner's kept answer still means."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.model import LANGUAGES, Course, Problem, Question


def _by_id(course: Course) -> dict[str, Question]:
    banks = (bank for _, bank in course.banks() if bank.language == LANGUAGES[0])
    return {question.full_id: question for bank in banks for question in bank.questions}


def changed_keys_raise_the_edition(course: Course, base: Course) -> Iterator[Problem]:
    """A question whose key changed has a higher `data-edition`: whoever answered it is asked again."""
    before = _by_id(base)
    for name, question in _by_id(course).items():
        old = before.get(name)
        if old and old.key != question.key and question.edition <= old.edition:
            yield Problem(
                question.place,
                f"{question.id}: the key changed, the edition is still {question.edition}",
                f"write data-edition={old.edition + 1} in its heading, in every language",
            )

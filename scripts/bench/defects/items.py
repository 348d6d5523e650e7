"""Defects of a question that a test-wise learner would use: item writing."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bench.defects.ground import Defect, Ground
from scripts.content.load import language_of
from scripts.content.model import Choice, Question

LONGER = {
    "en": " This holds in every case that the office deals with, whatever the tool may say about it.",
    "ko": " 이것은 기관이 다루는 경우에 두루 해당하며, 도구가 무엇이라고 답하든 그대로입니다.",
}
ALL = {"en": "All of the above.", "ko": "모두 정답입니다."}
NONE = {"en": "None of the above.", "ko": "해당 없음."}
BARE = {"en": ("Wrong.", "Correct!"), "ko": ("틀렸습니다.", "정답입니다.")}


def _reworded(ground: Ground, question: Question, choice: Choice, text: str) -> Defect:
    line = ground.line(choice.place).replace(choice.text, text, 1)
    return ground.change(choice.place, line, question.place)


def right_option_far_longer(ground: Ground) -> Iterator[Defect]:
    """The right option is far longer than the others."""
    for question in ground.questions("single"):
        for choice in question.choices:
            if choice.right:
                longer = choice.text + LONGER[language_of(choice.place.path)]
                yield _reworded(ground, question, choice, longer)


def all_of_the_above(ground: Ground) -> Iterator[Defect]:
    """An option says that all the others are right, or none."""
    for question in ground.questions("single"):
        choice = question.choices[-1]
        for words in (ALL, NONE):
            yield _reworded(ground, question, choice, words[language_of(choice.place.path)])


def feedback_repeats_the_option(ground: Ground) -> Iterator[Defect]:
    """The feedback says again what the option says."""
    for _, choice in ground.options():
        at = choice.place.line + 1
        path, long = choice.place.path, ground.after(choice) - at
        yield ground.edit(path, at, long, (f"> {choice.text}",), choice.place)


def feedback_says_only_right_or_wrong(ground: Ground) -> Iterator[Defect]:
    """The feedback says “Wrong.” and nothing else."""
    for _, choice in ground.options():
        at, path = choice.place.line + 1, choice.place.path
        words = BARE[language_of(path)][choice.right]
        yield ground.edit(path, at, ground.after(choice) - at, (f"> {words}",), choice.place)


KINDS = (
    right_option_far_longer,
    all_of_the_above,
    feedback_repeats_the_option,
    feedback_says_only_right_or_wrong,
)

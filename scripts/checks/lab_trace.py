"""Rules for the lab “Trace back”."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.labs import steps_not_kept
from scripts.content.labs.trace import Text
from scripts.content.model import Course, Problem

LAB = "trace"
FEWEST = 4
"""Texts of the lab, at least."""


def _texts(course: Course) -> list[Text]:
    lab = course.labs.get(LAB)
    return [text for text in lab.exercises.values() if isinstance(text, Text)] if lab else []


def traced_lines_exist(course: Course) -> Iterator[Problem]:
    """Every line that a sentence of the summary or “left_out” names is a line of the document.

    요약 문장과 빠진 내용이 가리키는 줄은 모두 원문에 있습니다.
    """
    for text in _texts(course):
        named = [(sentence.place, (*sentence.lines, *sentence.also)) for sentence in text.summary]
        named += [(left.place, (left.line,)) for left in text.left_out]
        for place, lines in named:
            for line in lines:
                if line not in text.numbers:
                    yield Problem(place, f"{text.id} has no line “{line}”", "see “lines:” of this file")


def summaries_lead_back(course: Course) -> Iterator[Problem]:
    """A sentence of a summary names its lines or says that no line supports it, and each summary has one of these.

    요약 문장은 근거가 되는 줄을 밝히거나 근거가 없다고 밝히며, 요약마다 근거가 없는 문장이 하나 이상 있습니다.
    """  # noqa: E501 - a rule says itself in one sentence
    for text in _texts(course):
        for sentence in text.summary:
            if sentence.none == bool(sentence.lines):
                hint = "write “lines: [one, two]” or “none: true”, one of them"
                yield Problem(sentence.place, "a sentence has lines, or none supports it", hint)
        if not any(sentence.none for sentence in text.summary):
            hint = "let one sentence say what no line says, with “none: true”"
            yield Problem(text.place, f"{text.id}: every sentence is supported", hint)


def left_out_lines_are_left_out(course: Course) -> Iterator[Problem]:
    """Exactly one line of “left_out” is the important one, and no sentence of the summary uses any of them.

    빠진 내용으로 든 줄 가운데 중요한 줄은 하나뿐이며, 어느 것도 요약 문장의 근거로 쓰이지 않습니다.
    """
    for text in _texts(course):
        used = {line for sentence in text.summary for line in sentence.lines}
        for left in text.left_out:
            if left.line in used:
                yield Problem(left.place, f"the summary uses the line “{left.line}”", "take another line")
        important = sum(left.important for left in text.left_out)
        if important != 1 or len(text.left_out) == 1:
            hint = "name two or more lines, one of them with “important: true”"
            yield Problem(text.place, f"{text.id}: {important} important lines are left out, not 1", hint)


def texts_are_steps(course: Course) -> Iterator[Problem]:
    """The lab has at least four texts, and each is one of its steps.

    이 실습에는 글이 네 편 이상 있으며, 글마다 단계가 하나씩 있습니다.
    """
    if LAB in course.labs:
        found = {text.id: text.place for text in _texts(course)}
        yield from steps_not_kept(course.labs[LAB], found, FEWEST, ("text", "texts"))

"""Rules for what a question offers: its options, their feedback, its gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.cues import bare, words
from scripts.checks.thresholds import FEWEST_OPTIONS, MOST_OPTIONS
from scripts.checks.vocabulary import VERDICT
from scripts.content.markdown import scan
from scripts.content.model import Choice, Course, Place, Problem, Question
from scripts.content.prose import plain
from scripts.content.questions import GAP

_OPENS_A_BLOCK = re.compile(r"#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|`{3}|~{3}|\||>\s|!!!|\?\?\?|<!--")
"""How a line begins that Markdown makes a heading, list, code block, table, quotation, box or marker."""

_INSIDE_A_LINE = re.compile(r"<!--|\t|!\[[^\[\]]*\]\(")
"""A marker, a tab or a picture."""

_EMPTY_GAP = re.compile(r"\[\[[\s|]+\]\]")


def options_are_few_and_different(course: Course) -> Iterator[Problem]:
    """A choice question has three to five options, no two of which read alike.

    선택형 문항의 선택지는 세 개에서 다섯 개이며, 똑같이 읽히는 선택지는 없습니다.
    """
    fewest, most = FEWEST_OPTIONS.value, MOST_OPTIONS.value
    for _, _, question in course.questions():
        if question.choices and not question.gaps and not fewest <= len(question.choices) <= most:
            many = f"{question.id} has {len(question.choices)} options"
            yield Problem(question.place, many, f"offer {fewest} to {most}")
        seen: dict[str, Choice] = {}
        for choice in question.choices:
            if (twin := seen.setdefault(bare(choice.text), choice)) is not choice:
                yield Problem(
                    choice.place,
                    f"{question.id}: “{choice.text}” reads like “{twin.text}”",
                    "make them differ",
                )


def some_options_are_right(course: Course) -> Iterator[Problem]:
    """At least one option is right, and at least one is not.

    선택지에는 정답이 하나 이상 있고, 오답도 하나 이상 있습니다.
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

    정답이든 오답이든 모든 선택지에는 배울 것이 있는 설명이 따릅니다.
    """
    for _, bank, question in course.questions():
        for choice in question.choices:
            if not choice.feedback.strip("\n"):
                yield Problem(
                    choice.place,
                    f"{question.id}: the option “{choice.text}” teaches nothing",
                    "below it, with no blank line between, add “> ” and one sentence",
                )
            elif _says_nothing(plain(choice.feedback), plain(choice.text), bank.language):
                yield Problem(
                    next(place for place, line in choice.feedback_lines() if line),
                    f"{question.id}: the feedback “{choice.feedback}” says no more than right or wrong",
                    "say why: what holds instead, or what makes the mistake plausible",
                )


def _says_nothing(feedback: str, option: str, language: str) -> bool:
    """Whether feedback is a verdict, the option once more, or both (“Correct.”)."""
    verdict = VERDICT[language]
    stem = 2 if language == "ko" else None  # what a Korean verb says stands in its first syllables
    left = (word[:stem] for word in words(feedback) if word not in verdict)
    first = next(left, "")
    if first not in option.lower():  # the usual case, cheaply
        return False
    told = {word[:stem] for word in words(option)}
    return not first or (first in told and set(left) <= told)


def gaps_are_for_gap_text(course: Course) -> Iterator[Problem]:
    """A gap `[[answer]]` stands in a question without options, which ends with `---` and an explanation.

    빈칸 `[[답]]`은 선택지가 없는 문항에만 쓰며, 그런 문항은 `---`와 설명으로 끝납니다.
    """
    for _, _, question in course.questions():
        lines = list(question.lines()) if question.holds("[[") else []
        asked = question.stem.count("\n") + 1 if question.stem else 0
        misplaced = [place for place, line in lines[0 if question.choices else asked :] if GAP.search(line)]
        if question.choices and question.gaps and not misplaced:  # one that runs over two lines
            misplaced = [question.stem_place]
        for place in misplaced:
            what = "in a choice question" if question.choices else "in the explanation"
            yield Problem(place, f"{question.id}: [[…]] {what}", "use either options or gaps")
        if question.gaps and not question.choices and not question.explanation:
            yield Problem(
                question.place, f"{question.id}: no explanation", "after the sentence add “---” and say why"
            )
        if any(not gap.answers for gap in question.gaps):
            empty = (place for place, line in lines if _EMPTY_GAP.search(line))
            place = next(empty, question.stem_place)
            yield Problem(place, f"{question.id}: an empty gap", "write [[answer|other answer]]")
        if not question.gaps and not question.choices:
            yield Problem(
                question.place, f"{question.id} has neither options nor gaps", "add “- [ ] …” lines"
            )


def questions_need_no_sources(course: Course) -> Iterator[Problem]:
    """Questions carry no footnotes: claims and their sources stand in the lesson.

    문항에는 각주를 달지 않습니다. 근거가 필요한 내용과 출처는 본문에 둡니다.
    """
    for _, _, question in course.questions():
        for place, line in question.lines() if question.holds("[^") else ():
            if "[^" in line:
                yield Problem(
                    place,
                    f"{question.id} cites a source",
                    "cite it in the section that the question points to",
                )


def answers_are_running_text(course: Course) -> Iterator[Problem]:
    """Options and feedback are running text: no heading, list, code block, table, picture, marker or tab.

    선택지와 설명은 줄글로 쓰고 제목, 목록, 코드 블록, 표, 그림, `<!-- -->` 표시, 탭을 넣지 않습니다.

    A line that begins with a number and a full stop becomes a list, too: write “on 3 May” or put a word
    before the number. Above the options a question may have lists and code, but no heading, picture or
    marker.
    """
    for _, _, question in course.questions():
        for choice in question.choices:
            for place, line in ((choice.place, choice.text), *choice.feedback_lines()):
                if _OPENS_A_BLOCK.match(line) or _INSIDE_A_LINE.search(line):
                    yield Problem(
                        place,
                        f"{question.id}: “{line[:40]}” is no running text",
                        "write it as a sentence; lists and code may stand above the options",
                    )
        for place, what in _parts_of_pages(question):
            hint = "a question has one heading, above it; markers and pictures stand in the lesson"
            yield Problem(place, f"{question.id}: {what} inside the question", hint)


def _parts_of_pages(question: Question) -> Iterator[tuple[Place, str]]:
    """Headings, markers and pictures in the stem and the explanation, code left aside."""
    parts = ((question.stem, question.stem_place), (question.explanation, question.explanation_place))
    for text, start in parts:
        if "#" in text or "<!--" in text or "![" in text:
            outline = scan(text, start.path, start.line - 1)
            yield from ((each.place, f"the heading “{each.text}”") for each in outline.headings)
            yield from (
                (each.place, f"the marker “{each.kind}”") for each in (*outline.markers, *outline.lost)
            )
            yield from ((each.place, f"the picture “{each.target}”") for each in outline.pictures)

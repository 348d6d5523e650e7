"""Rules for all questions of a bank, or of the course, together: no habit of the writer is a hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.checks.cues import letters, longest, share, shortest
from scripts.checks.thresholds import (
    CHI_SQUARE,
    EXPECTED_KEYS,
    LENGTH_MARGIN,
    ONE_PLACE,
    SINGLE_ANSWERS,
    SMALL_BANK,
)
from scripts.content.model import LANGUAGES, Bank, Course, Place, Problem
from scripts.content.prose import plain

PLAN = Place("modules/course.yml")
NAMED = 5
"""How many questions a problem names."""

_EXTREMES: tuple[tuple[str, Callable[[Sequence[int]], frozenset[int]]], ...] = (
    ("longest", longest),
    ("shortest", shortest),
)


@dataclass(frozen=True)
class Sizes:
    """A single-answer question in numbers: how long its options are, and which is right, both in order."""

    name: str
    lengths: tuple[int, ...]
    right: int


def sizes(bank: Bank) -> list[Sizes]:
    """The single-answer questions of a bank."""
    found = []
    for question in bank.questions:
        right = [place for place, choice in enumerate(question.choices) if choice.right]
        if len(right) == 1 and not question.gaps:
            lengths = tuple(letters(plain(choice.text)) for choice in question.choices)
            found.append(Sizes(question.full_id, lengths, right[0]))
    return found


def length_habit(
    questions: Iterable[Sizes], extreme: Callable[[Sequence[int]], frozenset[int]]
) -> tuple[float, float]:
    """How often the option of extreme length is the right one, and how often by chance, both from 0 to 1.

    Options that look equally long share the hit, so chance is exactly the mean of one over the number of
    options, ties or not.
    """
    hits, chances = [], []
    for question in questions:
        hits.append(share(extreme(question.lengths), [question.right]))
        chances.append(1 / len(question.lengths))
    return (sum(hits) / len(hits), sum(chances) / len(chances)) if hits else (0.0, 0.0)


def _is_judged(bank: Bank, questions: list[Sizes]) -> bool:
    """Whether a bank is large enough, and has enough questions with one answer, to show a habit."""
    return len(bank.questions) >= SMALL_BANK.value and len(questions) >= SINGLE_ANSWERS.value


def _habits(place: Place, questions: list[Sizes], whose: str) -> Iterator[Problem]:
    for name, extreme in _EXTREMES:
        hits, chance = length_habit(questions, extreme)
        if hits > chance + LENGTH_MARGIN.value:
            alone = [each.name for each in questions if extreme(each.lengths) == {each.right}]
            named = ", ".join(alone[:NAMED]) or "all are close"
            yield Problem(
                place,
                f"{whose} the {name} option is the right one in {hits:.0%} of {len(questions)} questions,"
                f" by chance in {chance:.0%}",
                f"let a wrong option be the {name} in some of them: {named}",
            )


def length_tells_no_answer(course: Course) -> Iterator[Problem]:
    """In a bank, and over the course, the right option is longest or shortest about as often as by chance.

    문제은행과 과정 전체에서 정답이 가장 길거나 가장 짧은 선택지인 경우가 우연보다 뚜렷이 많지 않습니다.

    Judged are the single-answer questions, if there are six or more, of a bank of eight or more, and of the
    course in each language; the share may exceed chance by 10 points. Letters and digits count, a Hangul
    syllable as one. Options whose lengths differ by one or two letters, or by 5 %, look equally long and
    share the hit.
    """
    every: dict[str, list[Sizes]] = {language: [] for language in LANGUAGES}
    for _, bank in course.banks():
        questions = sizes(bank)
        every[bank.language] += questions
        if _is_judged(bank, questions):
            yield from _habits(bank.place, questions, "in this bank")
    for language, questions in every.items():
        if len(questions) >= SMALL_BANK.value:
            yield from _habits(PLAN, questions, f"over the course ({language})")


def unevenness(places: Iterable[int], options: int) -> float:
    """Pearson's chi-square of the right options' places against the same number in every place.

    The sum over all places of (found less expected)² / expected; one degree of freedom less than places.
    """
    count = Counter(places)
    expected = sum(count.values()) / options
    return sum((count[place] - expected) ** 2 / expected for place in range(1, options + 1))


def right_options_stand_in_every_place(course: Course) -> Iterator[Problem]:
    """Over the course the right options stand as often in each place, and no place has most of one bank.

    과정 전체에서 정답은 선택지의 모든 자리에 고르게 놓이고, 한 문제은행에서도 한 자리에 몰리지 않습니다.

    Over the course the single-answer questions with three, four and five options are each judged by a
    chi-square test (an error; once in a hundred courses that were shuffled by lot). In a bank of eight or
    more, a place that holds more than half of the right options, or one of the first three that holds none,
    is a warning. Only the English banks are judged, since a translation keeps the order.
    """
    every: dict[int, list[int]] = {}
    for _, bank in course.banks():
        if bank.language == LANGUAGES[0]:
            questions = sizes(bank)
            if _is_judged(bank, questions):
                yield from _crowded(bank, [question.right + 1 for question in questions])
            for question in questions:
                every.setdefault(len(question.lengths), []).append(question.right + 1)
    for options, places in sorted(every.items()):
        critical = CHI_SQUARE.get(options)
        if critical and len(places) >= EXPECTED_KEYS.value * options:
            found = unevenness(places, options)
            if found > critical.value:
                yield Problem(
                    PLAN,
                    f"right options of questions with {options} options stand unevenly: {_told(places)}"
                    f" (chi-square {found:.1f}, above {critical.value:.1f})",
                    "move right options from the fullest place to the emptiest, in every language",
                )


def _told(places: Iterable[int]) -> str:
    return ", ".join(f"place {place}: {times}" for place, times in sorted(Counter(places).items()))


def _crowded(bank: Bank, places: list[int]) -> Iterator[Problem]:
    count = Counter(places)
    missing = [place for place in (1, 2, 3) if not count[place]]
    if missing or max(count.values()) > ONE_PLACE.value * len(places):
        yield Problem(
            bank.place,
            f"the right options stand unevenly: {_told(places)}",
            "move some of them to another place, in every language",
            severity="warning",
        )

"""What the answers give away in each bank: length, place, and the guesser's score beside chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.checks.cues import letters, longest, share, shortest
from scripts.checks.guesser import GuessResult, guess, guess_course
from scripts.checks.thresholds import GUESSER_MARGIN, LENGTH_MARGIN, SMALL_BANK
from scripts.content.model import Course, Question
from scripts.content.prose import plain


@dataclass(frozen=True)
class Tells:
    """The figures of a bank, or of all banks in a language; shares go from 0 to 1.

    `longest` and `shortest` are how often a single-answer question is answered rightly by whoever takes
    the longest, or the shortest, option; `chance` by whoever picks blindly; `places` counts where the
    right options stand, from 1.
    """

    name: str
    language: str
    kinds: Mapping[str, int]
    longest: float
    shortest: float
    chance: float
    places: tuple[int, ...]
    guess: GuessResult

    @property
    def verdict(self) -> str:
        """What stands out, in words."""
        found = [
            words
            for words, gain, count, margin in (
                ("the longest option", self.longest - self.chance, self.kinds["single"], LENGTH_MARGIN.value),
                (
                    "the shortest option",
                    self.shortest - self.chance,
                    self.kinds["single"],
                    LENGTH_MARGIN.value,
                ),
                ("the cues together", self.guess.gain, self.guess.questions, GUESSER_MARGIN.value),
            )
            if gain > margin and count >= SMALL_BANK.value
        ]
        return f"given away by {' and '.join(found)}" if found else "nothing stands out"


def _tells(name: str, language: str, questions: Iterable[Question], guessed: GuessResult) -> Tells:
    all_ = list(questions)
    single = [question for question in all_ if question.kind == "single" and question.choices]
    count = len(single) or 1
    lengths = [[letters(plain(choice.text)) for choice in question.choices] for question in single]
    right = [[n for n, choice in enumerate(question.choices) if choice.right] for question in single]
    places = Counter(place for each in right for place in each)
    return Tells(
        name,
        language,
        {kind: sum(q.kind == kind for q in all_) for kind in ("single", "several", "gaps")},
        sum(share(longest(each), keys) for each, keys in zip(lengths, right, strict=True)) / count,
        sum(share(shortest(each), keys) for each, keys in zip(lengths, right, strict=True)) / count,
        sum(1 / len(each) for each in lengths) / count,
        tuple(places[place] for place in range(max(map(len, lengths), default=0))),
        guessed,
    )


def bank_tells(course: Course) -> Iterator[Tells]:
    """The figures of every bank, in the order of the course."""
    for module, bank in course.banks():
        yield _tells(module.page(bank.language).title, bank.language, bank.questions, guess(bank))


def course_tells(course: Course) -> Iterator[Tells]:
    """The figures of all banks together, by language."""
    for language, guessed in guess_course(course).items() if course.modules else ():
        banks = (bank for _, bank in course.banks() if bank.language == language)
        yield _tells("All banks", language, (q for bank in banks for q in bank.questions), guessed)

"""A test-wise guesser: answers every choice question without having read a lesson.

It knows the folklore of test-takers and nothing else. Four cues may point at some of a question's
options: *length* at those that look longest, *overlap* at those that share most words with the
question, *absolutes* at those without “always” or “never” when others have them, *detail* at those with
most numbers and qualifiers. A cue that points at all options or at none says nothing. The option that
most cues point at is chosen; among equals the fifth cue, *place*, prefers the options that are neither
first nor last, and what is then still equal shares the score, so that no luck of order is in it.

All cues weigh the same. Nothing is fitted to the answers of our own banks: INT-E-20 names length,
overlap and absolutes; that test-takers seek the answer in the middle is Attali and Bar-Hillel 2003
(Journal of Educational Measurement 40(2):109-128, abstract); detail is a convention of this course.

The score of a single-answer question is the chance that the pick is right, beside one over the number
of options. Where several options are right, the guesser ranks them: the score is how often a right
option stands above a wrong one, beside one half. Gap texts offer nothing to choose and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from scripts.checks.cues import absolutes, at_the_top, content_words, details, letters, longest, share
from scripts.checks.thresholds import GUESSER_MARGIN, SMALL_BANK
from scripts.content.model import LANGUAGES, Bank, Course, Place, Problem, Question
from scripts.content.prose import plain

NAMED = 3
"""How many questions a problem names."""


@dataclass(frozen=True)
class Guess:
    """One question answered: the score, what chance scores, and the cues that pointed at a right option."""

    question: Question
    score: float
    chance: float
    cues: tuple[str, ...]


@dataclass(frozen=True)
class GuessResult:
    """What the guesser reached in a bank, or over the course in one language."""

    place: Place
    language: str
    guesses: tuple[Guess, ...]

    @property
    def questions(self) -> int:
        """How many questions were answered: every choice question."""
        return len(self.guesses)

    @property
    def score(self) -> float:
        """The mean score, from 0 to 1."""
        return _mean([guess.score for guess in self.guesses])

    @property
    def chance(self) -> float:
        """What picking blindly scores, from 0 to 1."""
        return _mean([guess.chance for guess in self.guesses])

    @property
    def gain(self) -> float:
        """The score above chance."""
        return self.score - self.chance

    @property
    def giveaways(self) -> tuple[Guess, ...]:
        """The questions that a cue gave away, the worst first."""
        given = [guess for guess in self.guesses if guess.cues and guess.score > guess.chance]
        return tuple(sorted(given, key=lambda guess: (guess.chance - guess.score, guess.question.id)))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _pointing(question: Question, language: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Each cue that tells some options from the others, and the options that it points at."""
    options = [plain(choice.text) for choice in question.choices]
    stem = content_words(plain(question.stem), language)
    cues = (
        ("length", longest([letters(option) for option in options])),
        ("overlap", at_the_top([len(stem & content_words(option, language)) for option in options])),
        ("absolutes", at_the_top([not absolutes(option, language) for option in options])),
        ("detail", at_the_top([details(option, language) for option in options])),
    )
    return ((name, places) for name, places in cues if len(places) < len(options))


def _guess(question: Question, language: str) -> Guess:
    pointing = dict(_pointing(question, language))
    last = len(question.choices) - 1
    ranks = [
        (sum(place in places for places in pointing.values()), 0 < place < last) for place in range(last + 1)
    ]
    right = [place for place, choice in enumerate(question.choices) if choice.right]
    cues = tuple(name for name, places in pointing.items() if places & frozenset(right))
    if question.kind == "single":
        best = [place for place, rank in enumerate(ranks) if rank == max(ranks)]
        return Guess(question, share(best, right), 1 / len(ranks), cues)
    pairs = list(product(right, [place for place in range(last + 1) if place not in right]))
    above = [(ranks[one] > ranks[other]) + (ranks[one] == ranks[other]) / 2 for one, other in pairs]
    return Guess(question, _mean(above), 1 / 2, cues)


def _can_be_guessed(question: Question) -> bool:
    """Whether there is something to choose: a right option, and a wrong one."""
    return not question.gaps and len({choice.right for choice in question.choices}) > 1


def guess(bank: Bank) -> GuessResult:
    """The guesser's answers to the choice questions of a bank, in their order."""
    answered = (_guess(question, bank.language) for question in bank.questions if _can_be_guessed(question))
    return GuessResult(bank.place, bank.language, tuple(answered))


def guess_course(course: Course) -> Mapping[str, GuessResult]:
    """The guesser's answers to all banks, by language."""
    found: dict[str, list[Guess]] = {language: [] for language in LANGUAGES}
    for _, bank in course.banks():
        found[bank.language] += guess(bank).guesses
    place = Place("modules/course.yml")
    return {language: GuessResult(place, language, tuple(all_)) for language, all_ in found.items()}


def guessing_gains_nothing(course: Course) -> Iterator[Problem]:
    """Who uses the cues of test-takers and has read no lesson scores hardly better in a bank than by chance.

    본문을 읽지 않고 눈치로만 답을 고른 점수는 우연히 맞힌 점수와 거의 같습니다.

    Judged are banks of eight questions or more; the score may exceed chance by 15 points. The cues
    are: the longest option, most words shared with the question, no “always” or “never” where others have
    one, most numbers and qualifiers, and, among equals, a place that is neither first nor last. To mend it,
    take the cue from the questions named: shorten the right option or lengthen a wrong one, let a wrong one
    echo the question, too, or move the right option.
    """
    for _, bank in course.banks():
        result = guess(bank)
        if len(bank.questions) >= SMALL_BANK.value and result.gain > GUESSER_MARGIN.value:
            named = [f"{each.question.id} ({', '.join(each.cues)})" for each in result.giveaways[:NAMED]]
            yield Problem(
                result.place,
                f"a guesser who has read nothing scores {result.score:.0%}, by chance {result.chance:.0%}",
                f"most is given away by {', '.join(named) or 'the places of the right options'}",
            )

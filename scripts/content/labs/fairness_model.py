"""The arithmetic of the lab “Who gets flagged?”, as in its `engine.js`: cases, regression, rates.

It stands here a second time because the printed version and `course check` need its numbers where no
browser is. `tests/labs/test_fairness.py` holds both, and NumPy and scikit-learn, against each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts.content.model import Words

STEPS = tuple(n / 100 for n in range(101))
"""The positions of the sliders."""
SMALLEST_MOVE = 1e-10
MOST_ROUNDS = 50
BITS = 0xFFFFFFFF
Matrix = list[list[float]]


@dataclass(frozen=True)
class Bell:
    """A number that lies around its mean; about two thirds lie within one spread of it."""

    mean: float
    spread: float


@dataclass(frozen=True)
class Feature:
    """What is known of a household, by group: of those with a right and of those with a wrong payment."""

    id: str
    name: Words
    decimals: int
    honest: Mapping[str, Bell]
    wrong: Mapping[str, Bell]


@dataclass(frozen=True)
class Case:
    """A household in one year. `group` is the place of its group."""

    group: int
    wrong: bool
    values: tuple[float, ...]


def _draws(seed: int) -> Iterator[float]:
    """Numbers from 0 to 1 (mulberry32)."""
    state = seed & BITS
    while True:
        state = (state + 0x6D2B79F5) & BITS
        t = ((state ^ (state >> 15)) * (state | 1)) & BITS
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & BITS)) & BITS
        yield (t ^ (t >> 14)) / (BITS + 1)


def _bell(draws: Iterator[float]) -> float:
    """Mean 0, spread 1. Added one by one: `sum` would round otherwise than the engine."""
    total = -6.0
    for _ in range(12):
        total += next(draws)
    return total


def _value(feature: Feature, bell: Bell, draw: float) -> float:
    scale: int = 10**feature.decimals
    return max(0.0, math.floor((bell.mean + bell.spread * draw) * scale + 0.5) / scale)


def cases_of(
    seed: int, counts: tuple[int, int], groups: Iterable[str], features: Sequence[Feature]
) -> list[Case]:
    """So many cases in each group, of them so many wrong; every case has a twin in the other group."""
    made = []
    for place, group in enumerate(groups):
        draws = _draws(seed)
        for n in range(counts[0]):
            wrong = n < counts[1]
            bells = [(feature.wrong if wrong else feature.honest)[group] for feature in features]
            values = (_value(f, bell, _bell(draws)) for f, bell in zip(features, bells, strict=True))
            made.append(Case(place, wrong, tuple(values)))
    return made


def _solve(a: Matrix, b: list[float]) -> list[float]:
    size = len(b)
    for i in range(size):
        best = max(range(i, size), key=lambda r: abs(a[r][i]))
        a[i], a[best], b[i], b[best] = a[best], a[i], b[best], b[i]
        for r in range(i + 1, size):
            by = a[r][i] / a[i][i]
            a[r] = [x - by * y for x, y in zip(a[r], a[i], strict=True)]
            b[r] -= by * b[i]
    for i in reversed(range(size)):
        b[i] = (b[i] - _dot(a[i][i + 1 :], b[i + 1 :])) / a[i][i]
    return b


def _dot(a: Iterable[float], b: Iterable[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@dataclass(frozen=True)
class Model:
    """A logistic regression on standardised columns; `weights` begins with the constant."""

    columns: tuple[int, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...] = ()

    def row(self, values: Sequence[float]) -> list[float]:
        """A household's values as the model sees them."""
        seen = zip(self.columns, self.means, self.spreads, strict=True)
        return [1.0, *((values[column] - mean) / spread for column, mean, spread in seen)]

    def score(self, case: Case) -> float:
        """How likely the model takes the payment to be wrong, 0 to 1."""
        return _logistic(_dot(self.row(case.values), self.weights))


def _newton_step(rows: Matrix, wrongs: Sequence[bool], weights: list[float]) -> list[float]:
    size = len(weights)
    slope = [0.0] * size
    bend = [[0.0] * size for _ in range(size)]
    for row, wrong in zip(rows, wrongs, strict=True):
        p = _logistic(_dot(row, weights))
        for i, x in enumerate(row):
            slope[i] += x * (wrong - p)
            for j, y in enumerate(row):
                bend[i][j] += x * y * p * (1 - p)
    return _solve(bend, slope)


def train(cases: Sequence[Case], columns: tuple[int, ...]) -> Model:
    """Newton's method, until no weight moves by 1e-10."""
    lists = [[case.values[column] for case in cases] for column in columns]
    means = [sum(each) / len(each) for each in lists]
    squares = [[(x - mean) ** 2 for x in each] for each, mean in zip(lists, means, strict=True)]
    spreads = tuple(math.sqrt(sum(each) / len(each)) or 1.0 for each in squares)
    plain = Model(columns, tuple(means), spreads)
    rows = [plain.row(case.values) for case in cases]
    weights = [0.0] * (len(columns) + 1)
    for _ in range(MOST_ROUNDS):
        move = _newton_step(rows, [case.wrong for case in cases], weights)
        weights = [w + m for w, m in zip(weights, move, strict=True)]
        if max(map(abs, move)) <= SMALLEST_MOVE:
            break
    return Model(columns, plain.means, spreads, tuple(weights))


@dataclass(frozen=True)
class Tally:
    """What a threshold does to one group; the rates are in per cent."""

    hits: int
    alarms: int
    misses: int
    quiet: int

    @property
    def false_alarms(self) -> float:
        """Of the honest: flagged."""
        return 100 * self.alarms / (self.alarms + self.quiet)

    @property
    def missed(self) -> float:
        """Of the wrong payments: not flagged."""
        return 100 * self.misses / (self.hits + self.misses)

    @property
    def precision(self) -> float:
        """Of the flagged: wrong payments; not a number if nobody is flagged."""
        return 100 * self.hits / (self.hits + self.alarms) if self.hits + self.alarms else math.nan

    @property
    def flagged(self) -> float:
        """Of all: flagged."""
        return 100 * (self.hits + self.alarms) / (self.hits + self.alarms + self.misses + self.quiet)


@dataclass(frozen=True)
class Outcome:
    """The cases that are judged, with their scores."""

    cases: tuple[Case, ...]
    scores: tuple[float, ...]

    def of(self, group: int, *, wrong: bool) -> list[float]:
        """The scores of the honest or of the wrong payments of a group."""
        pairs = zip(self.cases, self.scores, strict=True)
        return [score for case, score in pairs if case.group == group and case.wrong == wrong]

    @cached_property
    def ladders(self) -> tuple[list[Tally], ...]:
        """What each position of the slider does to each group."""
        return tuple(
            [_tally(self.of(group, wrong=False), self.of(group, wrong=True), least) for least in STEPS]
            for group in sorted({case.group for case in self.cases})
        )

    def shares(self, group: int, bins: int, *, wrong: bool) -> list[float]:
        """A histogram in equal parts of 0 to 1, in per cent of the honest or of the wrong payments."""
        scores = self.of(group, wrong=wrong)
        places = [min(bins - 1, math.floor(score * bins)) for score in scores]
        return [100 * places.count(each) / len(scores) for each in range(bins)]


def _tally(honest: list[float], wrong: list[float], least: float) -> Tally:
    alarms = sum(score >= least for score in honest)
    hits = sum(score >= least for score in wrong)
    return Tally(hits, alarms, len(wrong) - hits, len(honest) - alarms)

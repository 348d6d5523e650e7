"""The made-up cases of the lab “Who gets flagged?”, as `cases.yml` describes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from scripts.content.labs.fairness_model import Bell, Feature, Outcome, Tally, cases_of, train
from scripts.content.model import Place, Words
from scripts.content.records import Record

GROUPS = 2
"""The lab compares two groups: its figures and its tasks speak of these."""
HUNDRED = 100
BINS = 20
"""Bars of a histogram."""


@dataclass(frozen=True)
class Group:
    """A group of households. The model is never told of it."""

    id: str
    name: Words
    one: Words
    """As it stands within a sentence."""
    why: Words


@dataclass(frozen=True)
class Tasks:
    """What a rule is held against."""

    find: int
    capacity: int
    most: int
    points: int

    def is_useful(self, pair: tuple[Tally, Tally]) -> bool:
        """Whether it finds enough wrong payments and the team can look at everyone that it flags."""
        hits = pair[0].hits + pair[1].hits
        return hits >= self.find and hits + pair[0].alarms + pair[1].alarms <= self.capacity

    def are_equal(self, pair: tuple[Tally, Tally], *rates: str) -> bool:
        """Whether the groups lie together in each of these rates."""
        return all(abs(getattr(pair[0], rate) - getattr(pair[1], rate)) <= self.points for rate in rates)


@dataclass(frozen=True)
class World:
    """All that the cases are made of."""

    place: Place
    seed: int
    cases: int
    wrong: int
    groups: tuple[Group, ...]
    features: tuple[Feature, ...]
    start: tuple[str, ...]
    cause: str
    better: str
    threshold: int
    shown: tuple[int, ...]
    tasks: Tasks

    def outcome(self, *names: str) -> Outcome:
        """What the model that may look at these features makes of the year that is judged."""
        columns = tuple(n for n, feature in enumerate(self.features) if feature.id in names)
        ids = [group.id for group in self.groups]
        counts = (self.cases, self.wrong)
        model = train(cases_of(self.seed, counts, ids, self.features), columns)
        judged = tuple(cases_of(self.seed + 1, counts, ids, self.features))
        return Outcome(judged, tuple(map(model.score, judged)))

    @cached_property
    def at_start(self) -> Outcome:
        """With the features that the reader begins with."""
        return self.outcome(*self.start)

    @cached_property
    def without_cause(self) -> Outcome:
        """The same without the one that carries the unfairness."""
        return self.outcome(*(name for name in self.start if name != self.cause))

    @cached_property
    def with_better(self) -> Outcome:
        """With the other question in its place."""
        return self.outcome(*(name for name in self.start if name != self.cause), self.better)

    @property
    def useful(self) -> int:
        """How many pairs of thresholds are of use, with the features that the reader begins with."""
        return sum(map(self.tasks.is_useful, pairs_of(self.at_start)))

    @property
    def bars(self) -> int:
        """How many bars a histogram has."""
        return BINS


def pairs_of(outcome: Outcome) -> Iterator[tuple[Tally, Tally]]:
    """Every pair of thresholds that the two sliders allow."""
    first, second = outcome.ladders
    return ((one, other) for one in first for other in second)


def _number(record: Record, key: str) -> float:
    text = record.text(key)
    try:
        return float(text or 0)
    except ValueError:
        record.problem(key, f"“{key}: {text}” is no number")
        return 0.0


def _bell(record: Record) -> Bell:
    bell = Bell(_number(record, "mean"), _number(record, "spread"))
    record.done()
    return bell


def _bells(record: Record, key: str, groups: tuple[Group, ...]) -> Mapping[str, Bell]:
    outer = record.record(key)
    found = {name: _bell(inner) for name, inner in outer.entries()} if outer else {}
    if outer and list(found) != [group.id for group in groups]:
        names = ", ".join(group.id for group in groups)
        record.problem(key, f"“{key}” names other groups than “groups:”", f"one entry for each of: {names}")
    return {group.id: found.get(group.id, Bell(0, 0)) for group in groups}


def _group(name: str, record: Record) -> Group:
    group = Group(name, record.words("name"), record.words("one"), record.words("why"))
    record.done()
    return group


def _feature(name: str, record: Record, groups: tuple[Group, ...]) -> Feature:
    decimals = record.text("decimals")
    if decimals not in ("0", "1", "2"):
        record.problem("decimals", "“decimals” must be 0, 1 or 2")
        decimals = "0"
    bells = (_bells(record, key, groups) for key in ("honest", "wrong"))
    feature = Feature(name, record.words("name"), int(decimals), *bells)
    record.done()
    return feature


def _tasks(record: Record | None) -> Tasks:
    if record is None:
        return Tasks(1, 1, 1, 1)
    tasks = Tasks(*(record.whole(field.name) for field in fields(Tasks)))
    record.done()
    return tasks


def _hundredths(record: Record, key: str) -> tuple[int, ...]:
    """A threshold, or a list of them, each from 1 to 99 hundredths."""
    record.asked.add(key)
    value = record.value.get(key)
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(one, int) and 0 < one < HUNDRED for one in listed):
        record.problem(key, f"“{key}” must be of whole numbers from 1 to 99")
        return (HUNDRED // 2,)
    return tuple(listed)


def _look_over(world: World, record: Record) -> None:
    """What no single key can tell."""
    there = [feature.id for feature in world.features]
    for key, names in (("start", world.start), ("cause", (world.cause,)), ("better", (world.better,))):
        for name in names:
            if name not in there:
                record.problem(key, f"no feature “{name}”", f"there are: {', '.join(there)}")
    if len(world.groups) != GROUPS:
        record.problem("groups", "the lab compares exactly two groups")
    if not 0 < world.wrong < world.cases:
        record.problem("wrong", "“wrong” must be fewer than “cases”")


def read_cases(_name: str, record: Record) -> World:
    """What `cases.yml` says."""
    groups = tuple(_group(name, inner) for name, inner in record.records("groups"))
    world = World(
        record.place(),
        record.whole("seed"),
        record.whole("cases"),
        record.whole("wrong"),
        groups,
        tuple(_feature(name, inner, groups) for name, inner in record.records("features")),
        record.names("start"),
        record.text("cause"),
        record.text("better"),
        _hundredths(record, "threshold")[0],
        _hundredths(record, "shown"),
        _tasks(record.record("tasks")),
    )
    record.done()
    _look_over(world, record)
    return world

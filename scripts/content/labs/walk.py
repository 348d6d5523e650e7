"""Decision walks: branching stories in which every choice has a consequence, a reason and its sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.content.model import Place, Words
from scripts.content.records import Record

ENDS = ("good", "mixed", "bad")
"""How a walk can end."""
_ROUNDS = 500
"""Orders of the printed numbers that are looked at before the best of them is taken."""


@dataclass(frozen=True)
class Choice:
    """What a reader may do in a scene; `because` says what it means, once it is chosen."""

    id: str
    label: Words
    to: str
    because: Words
    cites: tuple[str, ...]
    place: Place
    cites_place: Place


@dataclass(frozen=True)
class Scene:
    """A scene asks for a decision, or it ends the walk: `end` says how, `teaches` what is to be learned."""

    id: str
    title: Words
    text: Words
    choices: tuple[Choice, ...]
    end: str
    teaches: Words
    cites: tuple[str, ...]
    place: Place
    cites_place: Place
    number: int = 0
    """Its number in the printed game book."""


@dataclass(frozen=True)
class Walk:
    """A branching story; it begins with the first of its scenes."""

    name: str
    place: Place
    title: Words
    intro: Words
    scenes: tuple[Scene, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Scene]:
        """The scenes by their ids."""
        return {scene.id: scene for scene in self.scenes}

    def steps(self) -> Iterator[tuple[Scene, Choice, Scene]]:
        """Every choice that leads somewhere: the scene, the choice, and the scene behind it."""
        for scene in self.scenes:
            for choice in scene.choices:
                if choice.to in self.by_id:
                    yield scene, choice, self.by_id[choice.to]

    def citations(self) -> Iterator[tuple[str, Place]]:
        """The ids of the sources that it cites, each with its line."""
        for scene in self.scenes:
            yield from ((name, scene.cites_place) for name in scene.cites)
            for choice in scene.choices:
                yield from ((name, choice.cites_place) for name in choice.cites)


def _choice(name: str, record: Record) -> Choice:
    choice = Choice(
        name,
        record.words("label"),
        record.text("to"),
        record.words("because"),
        record.names("cites", needed=False),
        record.place(),
        record.place("cites"),
    )
    record.done()
    return choice


def _scene(name: str, record: Record) -> Scene:
    ends = "end" in record.value
    scene = Scene(
        name,
        record.words("title"),
        record.words("text"),
        tuple(_choice(choice, inner) for choice, inner in record.records("choices", needed=False)),
        record.one_of("end", ENDS) if ends else "",
        record.words("teaches", needed=False),
        record.names("cites", needed=False),
        record.place(),
        record.place("cites"),
    )
    record.done()
    return scene


def _order(walk: Walk, attempt: int) -> dict[str, int]:
    """A number for each scene: the first is 1, the rest stand in an order that nobody chose."""
    first, *rest = (scene.id for scene in walk.scenes)
    rest.sort(key=lambda name: hashlib.sha256(f"{walk.name}/{name}/{attempt}".encode()).digest())
    return {name: number for number, name in enumerate((first, *rest), start=1)}


def _neighbours(walk: Walk, numbers: Mapping[str, int]) -> int:
    """How many choices lead to the very next number or the one before: where the eye would stray."""
    return sum(abs(numbers[scene.id] - numbers[other.id]) == 1 for scene, _, other in walk.steps())


def _numbered(walk: Walk) -> Walk:
    """The walk with the numbers of its game book: always the same, and no choice leads next door."""
    if not walk.scenes:
        return walk
    best = _order(walk, 0)
    for attempt in range(1, _ROUNDS):
        if not _neighbours(walk, best):
            break
        best = min(best, _order(walk, attempt), key=lambda numbers: _neighbours(walk, numbers))
    return replace(walk, scenes=tuple(replace(scene, number=best[scene.id]) for scene in walk.scenes))


def read_walk(name: str, record: Record) -> Walk:
    """The walk that a file holds."""
    scenes = tuple(_scene(scene, inner) for scene, inner in record.records("scenes"))
    walk = Walk(name, record.place(), record.words("title"), record.words("intro"), scenes)
    record.done()
    return _numbered(walk)

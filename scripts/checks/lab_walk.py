"""Rules for the decision walks: the paths of a story hold, and every one of them teaches."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.labs.walk import Walk
from scripts.content.model import Course, Problem

FEWEST_SCENES = 12
"""Scenes of a walk, at least."""
FEWEST_CHOICES, MOST_CHOICES = 2, 4
"""Choices of a scene that asks."""


def walks_in(course: Course) -> Iterator[Walk]:
    """Every walk of the course that has a scene."""
    lab = course.labs.get("walk")
    for walk in lab.exercises.values() if lab else ():
        if isinstance(walk, Walk) and walk.scenes:
            yield walk


def walks_have_enough_scenes(course: Course) -> Iterator[Problem]:
    """A decision walk has at least 12 scenes.

    의사결정 연습에는 장면이 12개 이상 있습니다.
    """
    for walk in walks_in(course):
        if len(walk.scenes) < FEWEST_SCENES:
            what = f"the walk “{walk.name}” has {len(walk.scenes)} scenes, of at least {FEWEST_SCENES}"
            yield Problem(walk.place, what, "tell what follows from the choices in scenes of their own")


def scenes_ask_or_end(course: Course) -> Iterator[Problem]:
    """A scene of a walk asks for a decision between two to four choices, or it ends the walk.

    의사결정 연습의 장면은 선택지 2~4개 가운데 고르게 하거나, 이야기를 끝맺습니다.
    """
    for walk in walks_in(course):
        for scene in walk.scenes:
            count = len(scene.choices)
            if scene.end and count:
                what, hint = "ends and asks at once", "take out “end:” or the choices"
            elif not scene.end and not FEWEST_CHOICES <= count <= MOST_CHOICES:
                what = f"offers {count} choices" if count else "neither asks nor ends"
                hint = f"give it {FEWEST_CHOICES} to {MOST_CHOICES} choices, or “end: good”, “mixed” or “bad”"
            else:
                continue
            yield Problem(scene.place, f"the scene “{scene.id}” {what}", hint)


def choices_lead_to_scenes(course: Course) -> Iterator[Problem]:
    """Every choice of a walk leads to a scene of the same walk.

    의사결정 연습의 모든 선택지는 같은 연습의 장면으로 이어집니다.
    """
    for walk in walks_in(course):
        for scene in walk.scenes:
            for choice in scene.choices:
                if choice.to and choice.to not in walk.by_id:
                    what = (
                        f"the choice “{choice.id}” of “{scene.id}” leads to “{choice.to}”, which is no scene"
                    )
                    yield Problem(choice.place, what, "mend “to:”, or write the scene")


def _reached(walk: Walk, start: str) -> set[str]:
    """The scenes that can be reached from one, itself included."""
    found: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name in walk.by_id and name not in found:
            found.add(name)
            todo += [choice.to for choice in walk.by_id[name].choices]
    return found


def scenes_can_be_reached(course: Course) -> Iterator[Problem]:
    """Every scene of a walk can be reached from its first.

    의사결정 연습의 모든 장면은 첫 장면에서 이어집니다.
    """
    for walk in walks_in(course):
        reached = _reached(walk, walk.scenes[0].id)
        for scene in walk.scenes:
            if scene.id not in reached:
                what = f"no path leads from “{walk.scenes[0].id}” to the scene “{scene.id}”"
                yield Problem(scene.place, what, "let a choice lead there, or take it out")


def walks_go_forward(course: Course) -> Iterator[Problem]:
    """Every path of a walk ends: no choice leads back to a scene that lies behind it.

    의사결정 연습의 모든 길에는 끝이 있습니다. 이미 지나온 장면으로 되돌아가는 선택지는 없습니다.

    A reader can always go back one step and start again; a story that goes in a circle has no consequences.
    """
    for walk in walks_in(course):
        order = [scene.id for scene in walk.scenes]
        for scene, choice, other in walk.steps():
            back = order.index(other.id) <= order.index(scene.id)  # every circle has a step that goes back
            if back and scene.id in _reached(walk, other.id):
                what = f"{scene.id}: the choice “{choice.id}” leads back to “{other.id}”, in a circle"
                yield Problem(choice.place, what, "let it lead to a scene that tells what follows")


def ends_teach(course: Course) -> Iterator[Problem]:
    """An end of a walk says what it teaches, and cites what that rests on.

    의사결정 연습의 결말은 무엇을 배우는지 말하고 그 근거를 인용합니다.
    """
    for walk in walks_in(course):
        for scene in walk.scenes:
            if scene.end and not all(scene.teaches.values()):
                yield Problem(scene.place, f"the end “{scene.id}” teaches nothing", "add “teaches:”")
            if scene.end and not scene.cites:
                yield Problem(scene.place, f"the end “{scene.id}” cites no source", "add “cites: [id]”")
            if not scene.end and any(scene.teaches.values()):
                hint = "say it in the choices' “because:”, or in the end"
                yield Problem(scene.place, f"the scene “{scene.id}” teaches before the end", hint)


def walks_end_in_several_ways(course: Course) -> Iterator[Problem]:
    """A walk has at least four ends; one or two of them are good.

    의사결정 연습의 결말은 네 가지 이상이며, 그 가운데 좋은 결말은 한두 가지입니다.
    """
    for walk in walks_in(course):
        ends = [scene.end for scene in walk.scenes if scene.end]
        good = ends.count("good")
        if len(ends) < 4 or not 1 <= good <= 2:  # noqa: PLR2004 - as the sentence above says
            what = f"the walk “{walk.name}” has {len(ends)} ends, {good} of them good"
            yield Problem(walk.place, what, "write at least four ends, one or two of them “end: good”")

"""The rule for the made-up cases of the lab “Who gets flagged?”: they are tried out here."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.labs.fairness import World, pairs_of
from scripts.content.labs.fairness_model import Tally
from scripts.content.model import Course, Problem

HINT = "change the numbers of “tasks:”, or of the features, in cases.yml"
Pairs = list[tuple[Tally, Tally]]


def _complaints(world: World, useful: Pairs) -> Iterator[str]:
    tasks = world.tasks
    equal = [pair for pair in useful if tasks.are_equal(pair, "false_alarms")]
    if not any(pair[0].alarms + pair[1].alarms <= tasks.most for pair in useful):
        yield f"no thresholds flag at most {tasks.most} honest households and are of use"
    if not equal:
        yield "no thresholds make the false-alarm rates equal and are of use"
    for rate in ("missed", "precision"):
        if any(tasks.are_equal(pair, rate) for pair in equal):
            yield f"equal false alarms and an equal rate “{rate}” can be had, so the lesson does not hold"
    if world.with_better.ladders[0] != world.with_better.ladders[1]:
        yield f"“{world.better}” treats twins differently: give it the same numbers in both groups"


def fairness_tasks_teach_the_conflict(course: Course) -> Iterator[Problem]:
    """In the lab on fairness the first two tasks can be met, and the third cannot.

    공정성 실습에서 첫째와 둘째 과제는 이룰 수 있고 셋째 과제는 이룰 수 없습니다.

    Every pair of thresholds that the sliders allow is tried on the cases that `cases.yml` describes.
    """
    lab = course.labs.get("fairness")
    for world in lab.exercises.values() if lab else ():
        if isinstance(world, World) and not any(p.place.path == world.place.path for p in course.problems):
            useful = [pair for pair in pairs_of(world.at_start) if world.tasks.is_useful(pair)]
            for what in _complaints(world, useful):
                yield Problem(world.place, what, HINT)

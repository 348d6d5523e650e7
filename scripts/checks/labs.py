"""Rules for the labs that hold for every one of them; those of one lab stand in `lab_<name>.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scripts.content.model import LANGUAGES, Course, Lab, Place, Problem


def steps_not_kept(
    lab: Lab, exercises: Mapping[str, Place], fewest: int, called: tuple[str, str]
) -> Iterator[Problem]:
    """Where a lab whose exercises are its steps has too few, or one of them without the other.

    `called` is what one exercise is called, and several.
    """
    one, several = called
    if len(exercises) < fewest:
        yield Problem(lab.place, f"{len(exercises)} {several}, at least {fewest} are needed", f"add a {one}")
    for name, place in exercises.items():
        if name not in lab.steps:
            yield Problem(place, f"{name} is no step of the lab", "add it to “steps:” in lab.yml")
    for step in sorted(set(lab.steps) - set(exercises)):
        yield Problem(lab.place, f"the step “{step}” has no {one}", f"add {step}.yml or take the step away")


def labs_are_named(course: Course) -> Iterator[Problem]:
    """A page asks for labs and exercises that exist, each once.

    페이지에는 실제로 있는 실습과 실습 과제만 한 번씩 싣습니다.

    `<!-- lab: walk -->` shows the lab of the folder `overrides/assets/labs/walk/`,
    `<!-- lab: walk/refusal -->` only its exercise `refusal.yml`.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for page, marker, name in course.lab_markers():
        folder, _, exercise = name.partition("/")
        lab = course.labs.get(folder)
        seen[page.place.path, name] += 1
        if lab is None:
            yield Problem(marker.place, f"no lab “{folder}”", f"there are: {', '.join(course.labs)}")
        elif exercise and exercise not in lab.exercises:
            hint = f"there are: {', '.join(lab.exercises)}"
            yield Problem(marker.place, f"no exercise “{exercise}” in the lab “{folder}”", hint)
        elif seen[page.place.path, name] == 2:  # noqa: PLR2004 - the second time
            yield Problem(marker.place, f"the lab “{name}” is shown twice", "leave one marker")


def labs_are_shown(course: Course) -> Iterator[Problem]:
    """Every lab is shown by a page of each language, and uses only labs that exist.

    모든 실습은 언어마다 어느 한 페이지에는 실리며, 실제로 있는 실습만 불러와 씁니다.
    """
    shown = {(page.language, name.partition("/")[0]) for page, _, name in course.lab_markers()}
    for lab in course.labs.values():
        for name in lab.uses:
            if name not in course.labs:
                yield Problem(lab.place, f"uses the lab “{name}”, which does not exist", "mend “uses:”")
        for language in LANGUAGES:
            if (language, lab.id) not in shown:
                hint = f"add <!-- lab: {lab.id} --> to a page"
                yield Problem(lab.place, f"no page in “{language}” shows the lab “{lab.id}”", hint)

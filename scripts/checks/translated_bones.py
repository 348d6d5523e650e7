"""A translated page has the bones of the English one; what differs is told at its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from scripts.checks.aligned import page_pairs, shape
from scripts.checks.bones import CITED, COUNTED, IN_ORDER, Bone, Skeleton
from scripts.checks.lines import Lines
from scripts.content.model import Course, Page, Place, Problem

Sides = tuple[list[Bone], list[Bone]]
"""The bones of the English page and those of the translation."""


def translations_have_the_same_bones(course: Course) -> Iterator[Problem]:
    """A translation has the headings, pictures, boxes, lists, tables, citations and links of its page.

    번역문에는 영어 원문과 똑같은 제목, 표시, 그림, 상자, 목록, 표, 인용, 링크가 있습니다.

    Headings, markers, pictures, boxes, presenter’s notes (with their minutes) and objectives stand in the
    same order as in English. Citations, links, list items, table rows and paragraphs are counted for each
    section, because a Korean sentence has its own order. A paragraph too many or too few is a warning.
    """
    for english, other, _ in page_pairs(course):
        if other is not None:
            yield from _Pair(english, other).problems(course)


def missing(what: str, of: Place, place: Place) -> Problem:
    """Something that English has at `of` and the translation should have after `place`."""
    return Problem(place, f"after this, the {what} of {of} is missing", "put it where English has it")


def another(found: Bone, wanted: Bone) -> Problem:
    """Something that stands where English has something else."""
    message = f"the {found.what} stands where English has the {wanted.what} ({wanted.place})"
    return Problem(found.place, message, "make it as in English")


def too_much(bone: Bone, path: str) -> Problem:
    """Something that English does not have."""
    where = f"the section “{bone.section}” of {path}" if bone.section else path
    message = f"the {bone.what} is not in {where}"
    return Problem(bone.place, message, "take it out, or add it to the English text")


def in_order(sides: Sides, path: str, start: Place) -> Iterator[tuple[Problem, Bone | None]]:
    """What differs between two lists in order; with a missing bone, so that a better place can be found.

    Of a mere change of order only the first is told.
    """
    wanted, found_here = ([bone.what for bone in bones] for bones in sides)
    if Counter(wanted) == Counter(found_here):
        pairs = zip(*sides, strict=True)
        yield next((another(found, bone), None) for bone, found in pairs if found.what != bone.what)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, wanted, found_here, autojunk=False).get_opcodes():
        for bone, found in zip_longest(sides[0][i1:i2], sides[1][j1:j2]) if tag != "equal" else ():
            if bone and found:
                yield another(found, bone), None
            elif found:
                yield too_much(found, path), None
            else:
                yield missing(bone.what, bone.place, sides[1][j2 - 1].place if j2 else start), bone


def _objectives(course: Course, page: Page) -> list[Bone]:
    """The objectives, each at its line of the head."""
    lines = Lines(course)
    return [
        Bone(f"objective “{name}”", lines.beginning(page.place, rf"\s+{re.escape(name)}\s*:"))
        for name in page.objectives
    ]


class _Pair:
    """An English page and its translation."""

    def __init__(self, english: Page, other: Page) -> None:
        self.english, self.other = english, other
        self.theirs, self.mine = Skeleton(english), Skeleton(other)

    def problems(self, course: Course) -> Iterator[Problem]:
        if list(self.english.objectives) != list(self.other.objectives):
            yield from self._in_order((_objectives(course, self.english), _objectives(course, self.other)))
        for bones in IN_ORDER:
            wanted, found = list(bones(self.english)), list(bones(self.other))
            if [what for what, _ in wanted] != [what for what, _ in found]:
                yield from self._in_order(self._sides(wanted, found))
        for bones in (*CITED, *COUNTED):
            sides = self._sides(list(bones(self.english)), list(bones(self.other)))
            if [(b.what, b.section) for b in sides[0]] != [(b.what, b.section) for b in sides[1]]:
                yield from self._in_sections(sides, counted=bones in COUNTED)

    def _sides(self, wanted: list[tuple[str, Place]], found: list[tuple[str, Place]]) -> Sides:
        return [self.theirs.bone(*bone) for bone in wanted], [self.mine.bone(*bone) for bone in found]

    def _in_order(self, sides: Sides) -> Iterator[Problem]:
        for problem, lost in in_order(sides, self.english.place.path, self.other.place):
            inside = lost and not lost.what.startswith(("heading", "objective"))
            yield replace(problem, place=self._counterpart(lost)) if lost and inside else problem

    def _in_sections(self, sides: Sides, *, counted: bool) -> Iterator[Problem]:
        wanted, found = (Counter((bone.section, bone.what) for bone in bones) for bones in sides)
        for key in dict.fromkeys([*(wanted - found), *(found - wanted)]):
            left, right = ([b for b in bones if (b.section, b.what) == key] for bones in sides)
            if key[0] not in self.mine.sections or key[0] not in self.theirs.sections:
                continue
            if counted:
                yield self._count(left, right)
            elif len(left) > len(right):
                bone = _odd(left, right)
                yield missing(bone.what, bone.place, self._counterpart(bone))
            else:
                yield too_much(_odd(right, left), self.english.place.path)

    def _count(self, wanted: list[Bone], found: list[Bone]) -> Problem:
        what = (wanted or found)[0].what
        place = found[-1].place if found else self._counterpart(wanted[0])
        english = wanted[-1].place if wanted else self.english.place
        message = f"the section has {len(found)} × {what}, in English {len(wanted)} ({english})"
        hint = "as many as in English, in the same order"
        return Problem(place, message, hint, severity="warning" if what.startswith("paragraph") else "error")

    def _counterpart(self, bone: Bone) -> Place:
        """The paragraph of the translation that belongs to the one in which an English bone stands."""
        source, target = (side.sections.get(bone.section, []) for side in (self.theirs, self.mine))
        above = bone.paragraph + 1
        if len(target) >= above and shape(source[:above]) == shape(target[:above]):
            return target[bone.paragraph].place
        return target[0].place if target else self.other.place


def _odd(bones: list[Bone], others: list[Bone]) -> Bone:
    """The one that has no counterpart in its paragraph, else the last."""
    left = Counter(bone.paragraph for bone in others)
    for bone in bones:
        left[bone.paragraph] -= 1
        if left[bone.paragraph] < 0:
            return bone
    return bones[-1]

"""The proof of the checks: defects are put into the course one at a time, and what is told of each.

The same seed plants the same defects. A defect counts as found when `check` says something that it
does not say of the sound course, and as found at the right line when that stands where the editor
has to look. That a translation is older than its English text does not count: every edit causes it.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from scripts.bench.defects import KINDS, Kind, name
from scripts.bench.defects.ground import Defect, Ground
from scripts.checks import check
from scripts.content.labs import FOLDER as LABS
from scripts.content.load import load_course
from scripts.content.model import Course, Problem
from scripts.content.revisions import ROOMS

WANTED = 0.95
_IGNORED = "translations-are-fresh"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What became of one planted defect."""

    kind: str
    defect: Defect
    before: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def is_found(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.problems)

    @property
    def is_right(self) -> bool:
        """Whether it is said where the editor has to look."""
        return any(problem.place in self.defect.right for problem in self.problems)


class Field:
    """A copy of a course in which one file at a time is changed, judged and restored."""

    def __init__(self, course: Course, folder: Path) -> None:
        for room in (*ROOMS, LABS):
            shutil.copytree(course.root / room, folder / room)
        self.base, self.root = course, folder
        self.today = date.fromisoformat(max(source.checked for source in course.sources.values()))
        self.usual = Counter(map(_said, self._problems()))

    def _problems(self) -> list[Problem]:
        return check(load_course(self.root), self.base, self.today)

    def plant(self, kind: Kind, defect: Defect) -> Outcome:
        """Put the defect in, judge, and take it out again."""
        file = self.root / defect.path
        text = file.read_text("utf-8")
        file.write_text(defect.applied(text), "utf-8")
        found = tuple(
            p for p in self._problems() if p.rule != _IGNORED and _said(p) not in self._moved(defect)
        )
        file.write_text(text, "utf-8")
        before = text.split("\n")[defect.first - 1 : defect.first - 1 + defect.removed]
        return Outcome(name(kind), defect, tuple(before), found)

    def _moved(self, defect: Defect) -> set[tuple[str, str, int, str]]:
        """What is said of the sound course, at the lines where it stands after the edit."""
        by, end = len(defect.lines) - defect.removed, defect.first + defect.removed
        return {
            (path, rule, line + by if path == defect.path and line >= end else line, message)
            for path, rule, line, message in self.usual
        }


def _said(problem: Problem) -> tuple[str, str, int, str]:
    return problem.place.path, problem.rule, problem.place.line, problem.message


def chosen(
    ground: Ground, count: int, seed: int, kinds: Sequence[Kind] = KINDS
) -> Iterator[tuple[Kind, Defect]]:
    """So many defects, the kinds in turn, each at a place drawn from all that it could be put into."""
    dice = random.Random(seed)  # noqa: S311 - a draw that anybody can repeat
    left = {kind: sorted(kind(ground), key=lambda d: (d.path, d.first, d.lines)) for kind in kinds}
    for defects in left.values():
        dice.shuffle(defects)
    for kind in islice(cycle(kinds), count):
        if left[kind]:
            yield kind, left[kind].pop()


def planted(course: Course, count: int, seed: int, kinds: Sequence[Kind] = KINDS) -> Iterator[Outcome]:
    """The outcome of each of `count` defects put into a copy of the course."""
    with tempfile.TemporaryDirectory() as folder:
        field = Field(course, Path(folder).resolve())
        for kind, defect in chosen(Ground(course), count, seed, kinds):
            yield field.plant(kind, defect)


def _missed(outcome: Outcome) -> Iterator[str]:
    where = f"{outcome.defect.path}:{outcome.defect.first}"
    yield f"{where}: {outcome.kind}: {'not at the right line' if outcome.is_found else 'not found'}"
    yield from (f"    - {line}" for line in outcome.before)
    yield from (f"    + {line}" for line in outcome.defect.lines)
    yield from (f"    said: {p.place}: {p.message} [{p.rule}]" for p in outcome.problems[:3])


def mutations(root: Path, count: int, seed: int, say: Say) -> float:
    """Print what becomes of `count` defects, by kind, and what is missed; the share at the right line."""
    outcomes = list(planted(load_course(root), count, seed))
    say(f"{len(outcomes)} defects of {len(KINDS)} kinds, seed {seed}")
    say(f"  {'kind':<36} planted  found  at the right line")
    for kind in map(name, KINDS):
        of_kind = [outcome for outcome in outcomes if outcome.kind == kind]
        found, right = (
            sum(flags) for flags in ([o.is_found for o in of_kind], [o.is_right for o in of_kind])
        )
        say(f"  {kind:<36} {len(of_kind):7} {found:6} {right:6}")
    for outcome in outcomes:
        for line in _missed(outcome) if not outcome.is_right else ():
            say(line)
    found, right = (sum(o.is_found for o in outcomes), sum(o.is_right for o in outcomes))
    share = right / max(len(outcomes), 1)
    say(f"found {found}, at the right line {right} of {len(outcomes)}: {share:.1%}, wanted {WANTED:.0%}")
    return share

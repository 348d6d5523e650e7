"""Defects of the labs: their exercises, their words, and where a page asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from scripts.bench.defects.ground import Defect, Ground
from scripts.content.labs.budget import Table
from scripts.content.labs.claims import Case
from scripts.content.labs.competencies import Framework
from scripts.content.labs.trace import Text
from scripts.content.labs.walk import Walk
from scripts.content.model import Place

Exercise = TypeVar("Exercise")
_GONE = "no-such-name"


def _exercises(ground: Ground, kind: type[Exercise]) -> Iterator[Exercise]:
    for lab in ground.course.labs.values():
        yield from (each for each in lab.exercises.values() if isinstance(each, kind))


def _at(ground: Ground, place: Place, key: str) -> Place | None:
    """Where a key stands in the record that begins at a place; None if another record begins first."""
    lines = ground.lines(place.path)
    indent = len(lines[place.line - 1]) - len(lines[place.line - 1].lstrip(" "))
    for at in range(place.line, len(lines) + 1):
        line = lines[at - 1]
        if at > place.line and line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            return None
        if re.match(rf"\s*(?:- )?{key}:", line):
            return Place(place.path, at)
    return None


def _named_otherwise(ground: Ground, place: Place, key: str, pattern: str = r"[\w-]+") -> Iterator[Defect]:
    """The first name behind a key becomes one that does not exist."""
    if at := _at(ground, place, key):
        line = re.sub(rf"({key}: \[?){pattern}", rf"\g<1>{_GONE}", ground.line(at), count=1)
        if line != ground.line(at):
            yield ground.change(at, line, place)


def _taken_away(ground: Ground, place: Place, key: str) -> Iterator[Defect]:
    """A key of one line is gone."""
    if (at := _at(ground, place, key)) and not ground.line(at).endswith((":", "|-", ">-")):
        yield ground.edit(at.path, at.line, 1, (), place)


def lab_misspelt_in_a_page(ground: Ground) -> Iterator[Defect]:
    """A page asks for a lab by a name that none has."""
    for _, marker, name in ground.course.lab_markers():
        yield ground.change(marker.place, ground.line(marker.place).replace(name, f"{name}s", 1))


def step_without_exercise(ground: Ground) -> Iterator[Defect]:
    """A step was added whose exercise nobody wrote."""
    for name in ("claims", "trace", "budget"):
        lab = ground.course.labs[name]
        for number, line in enumerate(ground.lines(lab.place.path), 1):
            if line.startswith("steps: ["):
                yield from (
                    ground.edit(
                        lab.place.path, number, 1, (line.replace(step, f"{step}, {_GONE}", 1),), lab.place
                    )
                    for step in lab.steps
                )


def lab_word_not_translated(ground: Ground) -> Iterator[Defect]:
    """A word of a lab has lost its Korean."""
    for lab in ground.course.labs.values():
        for number, line in enumerate(ground.lines(lab.place.path), 1):
            if found := re.fullmatch(r"(  \w+: \{en: .+?), ko: .+\}", line):
                yield ground.edit(lab.place.path, number, 1, (f"{found[1]}}}",))


def choice_leads_nowhere(ground: Ground) -> Iterator[Defect]:
    """A choice of a walk leads to a scene that does not exist."""
    for walk in _exercises(ground, Walk):
        for scene in walk.scenes:
            for choice in scene.choices:
                yield from _named_otherwise(ground, choice.place, "to")


def choice_cites_nothing_known(ground: Ground) -> Iterator[Defect]:
    """A choice of a walk cites a source that is not listed."""
    for walk in _exercises(ground, Walk):
        for scene in walk.scenes:
            for choice in scene.choices:
                yield from _named_otherwise(ground, choice.place, "cites")


def claim_decided_by_no_source(ground: Ground) -> Iterator[Defect]:
    """A sentence of an answer is decided by a source that the case lacks, or by none."""
    for case in _exercises(ground, Case):
        for claim in case.answer:
            if claim.source:
                yield from _named_otherwise(ground, claim.place, "source")
                yield from _taken_away(ground, claim.place, "source")


def claim_with_an_unknown_verdict(ground: Ground) -> Iterator[Defect]:
    """A verdict is misspelt."""
    for case in _exercises(ground, Case):
        for claim in case.answer:
            yield from _named_otherwise(ground, claim.place, "verdict")


def traced_line_misspelt(ground: Ground) -> Iterator[Defect]:
    """A sentence of a summary leads back to a line that the document lacks."""
    for text in _exercises(ground, Text):
        for sentence in text.summary:
            if sentence.lines:
                yield from _named_otherwise(ground, sentence.place, "lines")


def summary_sentence_without_lines(ground: Ground) -> Iterator[Defect]:
    """A sentence of a summary says neither its lines nor that none supports it."""
    for text in _exercises(ground, Text):
        for sentence in text.summary:
            if sentence.lines and not sentence.also:
                yield from _taken_away(ground, sentence.place, "lines")


def planted_error_found_by_no_check(ground: Ground) -> Iterator[Defect]:
    """An error of a table is said to be found by a check that the table lacks."""
    for table in _exercises(ground, Table):
        for error in table.errors:
            yield from _named_otherwise(ground, error.place, "found_by")


def competency_recommends_no_module(ground: Ground) -> Iterator[Defect]:
    """A competency recommends a module that the course lacks."""
    for framework in _exercises(ground, Framework):
        for each in framework.competencies:
            yield from _named_otherwise(ground, each.place, "modules")


KINDS = (
    lab_misspelt_in_a_page,
    step_without_exercise,
    lab_word_not_translated,
    choice_leads_nowhere,
    choice_cites_nothing_known,
    claim_decided_by_no_source,
    claim_with_an_unknown_verdict,
    traced_line_misspelt,
    summary_sentence_without_lines,
    planted_error_found_by_no_check,
    competency_recommends_no_module,
)

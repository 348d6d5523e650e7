"""One rule explained: its sentence in both languages, what it refuses, what it finds in this course."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from scripts.checks import COMPARED, DATED, every_rule, name, said
from scripts.content.model import Problem
from scripts.reports.examples import examples
from scripts.reports.problems import as_text

Rule = Callable[..., object]

SHOWN = 3
"""How many examples, and how many problems of this course, an explanation shows."""


def rule_named(called: str) -> Rule | None:
    """The rule of that name, if there is one."""
    return next((rule for rule in every_rule() if name(rule) == called), None)


def nearest(called: str) -> list[str]:
    """The names of rules that look like this one, the nearest first."""
    return difflib.get_close_matches(called, [name(rule) for rule in every_rule()], n=SHOWN, cutoff=0.4)


def asked_when(rule: Rule) -> str:
    """The option of `course check` that a rule waits for, or nothing: then it is always asked."""
    if rule in DATED:
        return "--today"
    return "--base REV" if rule in COMPARED else ""


def _words(rule: Rule) -> Iterator[str]:
    english, korean, more = said(rule)
    yield from (name(rule), "", f"  {english}", *([f"  {korean}"] if korean else []))
    if more:
        yield from ("", *(f"  {line}".rstrip() for line in more.split("\n")))
    if option := asked_when(rule):
        yield from ("", f"Asked only with “course check {option}”.")


def _refused(rule: Rule, cases: Path) -> Iterator[str]:
    for line, problem in islice(examples(name(rule), cases), SHOWN):
        yield f"  {line or problem.place.path}"
        yield f"      {problem.severity}: {problem.message}"
        if problem.hint:
            yield f"      hint: {problem.hint}"


def explain(rule: Rule, problems: Sequence[Problem] | None, cases: Path) -> Iterator[str]:
    """The explanation of a rule, line by line; `problems` are this course's, None where it was not asked."""
    yield from _words(rule)
    if refused := list(_refused(rule, cases)):
        yield from ("", "It refuses, for example:", *refused)
    if problems is not None:
        found = [problem for problem in problems if problem.rule == name(rule)]
        yield from ("", f"Here it finds {len(found) or 'nothing'}{':' if found else '.'}")
        yield from (f"  {line}" for line in as_text(found[:SHOWN]))

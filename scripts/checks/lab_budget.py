"""Rules for the tables of the lab “budget”: they are recalculated here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.labs.budget import Planted, Table
from scripts.content.labs.budget_model import are_same, evaluate, failing
from scripts.content.model import LANGUAGES, Course, Problem

_GAP = re.compile(r"\{(\w+)\}")
RIGHT = "mend the cell, or the check"


def _tables(course: Course) -> Iterator[Table]:
    lab = course.labs.get("budget")
    for each in lab.exercises.values() if lab else ():
        if isinstance(each, Table):
            yield each


def _what_holds(table: Table) -> Iterator[Problem]:
    """What is wrong in the right table: a formula that cannot be computed, a check that fails."""
    for name, value in table.right_values.items():
        if isinstance(value, str) or table.right[name] == "?":
            yield Problem(table.place, f"{table.id}: {name} cannot be computed ({table.right[name]})", RIGHT)
    for check in table.checks:
        for pair in failing(check.pairs, check.within, table.right):
            what = f"{table.id}: the check “{check.id}” fails although nothing is planted: {pair}"
            yield Problem(check.place, what, RIGHT)


def _one_error(table: Table, error: Planted) -> Iterator[Problem]:
    if unknown := [cell for cell in error.cells if cell not in table.right]:
        yield Problem(error.place, f"{table.id}: {error.id}: there is no cell {', '.join(unknown)}")
        return
    contents = table.with_errors(error)
    values = evaluate(contents)
    for cell in error.cells:
        if are_same(values[cell], table.right_values[cell], table.decimals[cell]):
            what = f"{table.id}: {error.id}: {cell} shows the right value, so it is no error"
            yield Problem(error.place, what, "plant another number or formula")
    checks = {check.id: check for check in table.checks}
    for name in error.found_by:
        if name not in checks:
            yield Problem(error.place, f"{table.id}: {error.id}: there is no check “{name}”")
        elif not failing(checks[name].pairs, checks[name].within, contents):
            what = f"{table.id}: {error.id}: the check “{name}” does not find it"
            yield Problem(error.place, what, "name a check that fails when only this is planted")


def planted_errors_are_errors(course: Course) -> Iterator[Problem]:
    """In a budget table every planted error is one, a check finds it, and everything else is right.

    예산표에 심은 오류는 실제로 틀린 값이고 검산으로 찾을 수 있으며, 나머지는 모두 맞습니다.

    The table is recalculated twice: as `rows` says it, where every check must hold, and with each error
    alone, where its cells must differ and the checks under `found_by` must fail.
    """
    for table in _tables(course):
        yield from _what_holds(table)
        for error in table.errors:
            yield from _one_error(table, error)


def traps_are_right(course: Course) -> Iterator[Problem]:
    """A cell that only looks wrong exists and is not among the planted errors.

    틀려 보이지만 맞는 칸은 실제로 있는 칸이고, 심은 오류가 아닙니다.
    """
    for table in _tables(course):
        planted = {cell for error in table.errors for cell in error.cells}
        for trap in table.traps:
            if trap.cell not in table.right:
                yield Problem(trap.place, f"{table.id}: {trap.id}: there is no cell {trap.cell}")
            elif trap.cell in planted:
                what = f"{table.id}: {trap.id}: {trap.cell} is a planted error"
                yield Problem(trap.place, what, "take the trap out, or choose another cell")


def sentences_use_their_numbers(course: Course) -> Iterator[Problem]:
    """Every number of `numbers:` stands once in the sentences below a budget table, in each language.

    예산표 아래 문장에는 `numbers:`의 숫자가 언어마다 한 번씩 들어갑니다.
    """
    for table in _tables(course):
        numbers = sorted(number.id for number in table.numbers)
        for language in LANGUAGES:
            used = sorted(gap for each in table.sentences for gap in _GAP.findall(each[language]))
            if used != numbers:
                what = f"{table.id}: the sentences in “{language}” use {', '.join(used) or 'no number'}"
                yield Problem(table.place, what, f"each once: {', '.join(numbers) or 'none'}")

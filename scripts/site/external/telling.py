"""What became of the addresses, as problems at their lines and as a report in Markdown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal

from scripts.content.library import UNREACHABLE
from scripts.content.model import Course, Problem
from scripts.site.external.rounds import SETTLED, Outcome, needless

_HINTS = {
    "gone": "find where it went and mend the address, or cite another source",
    "unsure": f"open it in a browser; if it is in order, name it in {UNREACHABLE} with the reason",
    "moved": "open the new address; if it is the same document, write that one",
}


def _told(outcome: Outcome) -> Iterator[Problem]:
    answer, address = outcome.answer, outcome.address
    what = {
        "gone": f"“{address}” is gone: {answer.said}",
        "unsure": f"“{address}” could not be checked: {answer.said}",
        "moved": f"“{address}” has moved to “{answer.to}”",
    }[answer.state]
    rule = "addresses-are-current" if answer.state == "moved" else "addresses-answer"
    severity: Literal["error", "warning"] = "error" if answer.state == "gone" else "warning"
    for place in outcome.places:
        yield Problem(place, what, _HINTS[answer.state], severity=severity, rule=rule)


def problems(course: Course, outcomes: Sequence[Outcome]) -> list[Problem]:
    """What an editor should look at, in the order of the files. Only what is gone is an error."""
    found = [
        problem
        for outcome in outcomes
        if outcome.answer.state != "ok" and (not outcome.excused or outcome.answer.state == "moved")
        for problem in _told(outcome)
    ]
    for excuse in needless(course, outcomes):
        what, hint = f"“{excuse.begins}” needs no excuse: what begins so answers", "take the entry out"
        found.append(Problem(excuse.place, what, hint, severity="warning", rule="excuses-are-needed"))
    return sorted(found, key=lambda problem: (problem.place, problem.message))


def counted(outcomes: Sequence[Outcome], today: datetime.date) -> str:
    """How many of each kind, in a line."""
    states = [outcome.answer.state for outcome in outcomes]
    kinds = ", ".join(f"{states.count(state)} {state}" for state in ("ok", "moved", "gone", "unsure"))
    older = sum(outcome.day != today for outcome in outcomes)
    return f"{len(outcomes)} addresses: {kinds} ({older} of these answers from earlier days)"


def as_markdown(course: Course, outcomes: Sequence[Outcome], today: datetime.date) -> str:
    """The report for a scheduled job's summary: what to mend, what to look at, and what is excused."""
    told = problems(course, outcomes)
    lines = [f"# Addresses of other sites, {today.isoformat()}", "", f"{counted(outcomes, today)}."]
    for title, severity in (("To mend", "error"), ("To look at", "warning")):
        some = [problem for problem in told if problem.severity == severity]
        lines += ["", f"## {title} ({len(some)})", ""]
        lines += [
            f"- `{each.place}`: {_code(each.message)}. {each.hint[0].upper()}{each.hint[1:]}."
            for each in some
        ]
    excused = [each for each in outcomes if each.excused and each.answer.state not in SETTLED]
    lines += ["", f"## Excused ({len(excused)})", ""]
    lines += [
        _code(f"- “{each.address}”: {each.answer.said}. {each.excused.reason}")
        for each in excused
        if each.excused
    ]
    return "\n".join(lines).rstrip() + "\n"


def _code(text: str) -> str:
    """Addresses as code: they come from elsewhere, and their signs mean nothing here."""
    return text.replace("`", "%60").replace("“", "`").replace("”", "`")

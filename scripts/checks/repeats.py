"""One fault, one problem: which rule keeps silent where another has told the same in better words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scripts.content.model import Problem

LEFT_TO_FILL = "nothing-is-left-to-fill"
"""A place that is still to fill is told as that and nothing else."""


class Told(NamedTuple):
    """At the places that the rule tells, the others would tell the same fault once more."""

    rule: str
    others: tuple[str, ...]


ONCE = (
    Told("answers-are-running-text", ("questions-are-well-formed", "wrong-options-are-no-jokes")),
    Told("questions-are-well-formed", ("gaps-are-for-gap-text",)),
    Told(
        "files-are-plain",
        ("folders-hold-what-is-used", "activities-are-complete", "activities-are-shown-once"),
    ),
    Told("addresses-only-lead", ("links-lead-somewhere", "pages-contain-no-html")),
    Told("notes-say-their-minutes", ("notes-fill-the-lecture",)),
    Told("source-dates-follow-one-another", ("sources-are-reviewed-in-time",)),
    Told("texts-stand-in-their-language", ("glossary-links-name-the-term", "translations-use-the-glossary")),
    Told("glossary-links-name-the-term", ("translations-use-the-glossary",)),
)


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but those that another rule tells at the same place."""
    kept = list(problems)
    to_fill = {problem.place for problem in kept if problem.rule == LEFT_TO_FILL}
    others = {told.rule: told.others for told in ONCE}
    silent = {(problem.place, rule) for problem in kept for rule in others.get(problem.rule, ())}
    return [
        problem
        for problem in kept
        if (problem.place, problem.rule) not in silent
        and (problem.rule == LEFT_TO_FILL or problem.place not in to_fill)
    ]

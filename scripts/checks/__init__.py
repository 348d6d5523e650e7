"""Floor 2: judge the course. `RULES` is the whole list; `check` applies it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from scripts.checks.drawings import drawings_are_plain
from scripts.checks.links import (
    addresses_can_be_read,
    citations_are_known,
    links_lead_somewhere,
    pictures_exist_and_speak,
    sources_are_cited,
)
from scripts.checks.modules import (
    activities_are_shown_once,
    headings_have_ids,
    markers_are_known,
    pages_bring_no_styles,
    pages_contain_no_html,
    sections_stand_in_order,
)
from scripts.checks.plan import (
    addresses_are_free,
    every_bank_has_a_module,
    every_module_is_planned_once,
    needs_come_first,
    plan_leads_somewhere,
    times_meet_the_target,
)
from scripts.checks.quizzes import (
    every_option_says_why,
    gaps_are_for_gap_text,
    objectives_are_tested_twice,
    option_ids_are_words,
    options_are_few_and_different,
    question_ids_are_words,
    question_serves_an_objective,
    questions_are_asked_once,
    questions_need_no_sources,
    some_options_are_right,
)
from scripts.checks.reading import (
    activities_are_complete,
    files_can_be_read,
    glossary_is_complete,
    heads_are_complete,
    plan_is_complete,
    questions_are_well_formed,
    sources_are_complete,
)
from scripts.checks.revisions import changed_keys_raise_the_edition
from scripts.checks.translations import (
    translated_questions_have_the_same_key,
    translations_are_fresh,
    translations_exist,
    translations_have_the_same_bones,
)
from scripts.content.model import Course, Module, Problem

Rule = Callable[[Course], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    files_can_be_read,
    plan_is_complete,
    heads_are_complete,
    sources_are_complete,
    glossary_is_complete,
    activities_are_complete,
    questions_are_well_formed,
    every_module_is_planned_once,
    every_bank_has_a_module,
    addresses_are_free,
    plan_leads_somewhere,
    needs_come_first,
    times_meet_the_target,
    headings_have_ids,
    sections_stand_in_order,
    markers_are_known,
    activities_are_shown_once,
    pages_contain_no_html,
    pages_bring_no_styles,
    drawings_are_plain,
    question_ids_are_words,
    option_ids_are_words,
    question_serves_an_objective,
    objectives_are_tested_twice,
    options_are_few_and_different,
    some_options_are_right,
    every_option_says_why,
    gaps_are_for_gap_text,
    questions_are_asked_once,
    questions_need_no_sources,
    links_lead_somewhere,
    addresses_can_be_read,
    pictures_exist_and_speak,
    citations_are_known,
    sources_are_cited,
    translations_exist,
    translations_have_the_same_bones,
    translated_questions_have_the_same_key,
    translations_are_fresh,
)


def name(rule: Callable[..., object]) -> str:
    """A rule's name as editors see it: `every_option_says_why` → `every-option-says-why`."""
    return str(getattr(rule, "__name__", "")).replace("_", "-")


def _module_of(course: Course, problem: Problem) -> Module | None:
    """The module whose folder or bank the problem is in."""
    parts = PurePosixPath(problem.place.path).parts
    if len(parts) > 2 and parts[0] in ("modules", "quizzes"):  # noqa: PLR2004 - room/strand/module
        return course.modules.get(parts[2].split(".")[0])
    return None


def _found(course: Course, base: Course | None) -> Iterator[Problem]:
    for rule in RULES:
        yield from (replace(problem, rule=name(rule)) for problem in rule(course))
    if base is not None:
        yield from changed_keys_raise_the_edition(course, base)


def _in_a_line(problem: Problem) -> Problem:
    """The problem without the line ends that a quoted text may bring."""
    message, hint = (" ".join(text.split()) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def check(course: Course, base: Course | None = None) -> list[Problem]:
    """Every problem, sorted by place.

    An exception that a module's head allows is left out; one that is no longer needed is itself a problem.
    """
    kept: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for problem in _found(course, base):
        module = _module_of(course, problem)
        if module and problem.rule in module.allow:
            used.add((module.id, problem.rule))
        else:
            kept.append(problem)
    for module in course.modules.values():
        for rule in module.allow:
            if (module.id, rule) not in used:
                message = f"allows “{rule}”, which finds nothing here"
                kept.append(
                    Problem(module.place, message, "take it out of “allow”", rule="exceptions-are-needed")
                )
    return sorted(map(_in_a_line, kept), key=lambda p: (p.place, p.rule, p.message))

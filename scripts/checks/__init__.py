"""Floor 2: judge the course. `RULES`, `DATED` and `COMPARED` are the whole list; `check` applies it."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace

from scripts.checks.drawings import drawings_are_plain
from scripts.checks.files import files_are_plain
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
    retired_is_complete,
    sources_are_complete,
)
from scripts.checks.revisions import changed_keys_raise_the_edition
from scripts.checks.syntax import (
    markdown_is_written_one_way,
    markers_stand_alone,
    pages_begin_with_their_title,
)
from scripts.checks.translations import (
    translated_questions_have_the_same_key,
    translations_are_fresh,
    translations_exist,
    translations_have_the_same_bones,
)
from scripts.content.load import PLAN, in_source
from scripts.content.model import Course, Exemption, Problem

Rule = Callable[[Course], Iterator[Problem]]
DatedRule = Callable[[Course, datetime.date], Iterator[Problem]]
ComparedRule = Callable[[Course, Course], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    files_can_be_read,
    files_are_plain,
    plan_is_complete,
    heads_are_complete,
    sources_are_complete,
    glossary_is_complete,
    retired_is_complete,
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
    markdown_is_written_one_way,
    markers_stand_alone,
    pages_begin_with_their_title,
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
"""The rules that need nothing but the course."""

DATED: tuple[DatedRule, ...] = ()
"""The rules that also need to know which day it is: asked only when a day is given."""

COMPARED: tuple[ComparedRule, ...] = (changed_keys_raise_the_edition,)
"""The rules that compare the course with another state of it: asked only when there is one."""


def name(rule: Callable[..., object]) -> str:
    """A rule's name as editors see it: `every_option_says_why` → `every-option-says-why`."""
    return str(getattr(rule, "__name__", "")).replace("_", "-")


def said(rule: Callable[..., object]) -> tuple[str, str, str]:
    """What a rule's docstring says: the sentence in English, the same in Korean, and what else to know."""
    parts = inspect.cleandoc(rule.__doc__ or "").split("\n\n")
    english, korean, *more = (*parts, "", "")[: max(2, len(parts))]
    return " ".join(english.split()), " ".join(korean.split()), "\n\n".join(more)


def exceptions_are_needed(
    exemptions: list[Exemption], used: set[Exemption], judged: set[str]
) -> Iterator[Problem]:
    """Every exception under `allow:` names a rule, and the rule would find something without it.

    `allow:`에 적은 예외는 실제로 있는 규칙을 가리키며, 예외가 없으면 그 규칙에 걸리는 내용이 있습니다.
    """
    known = {name(rule) for rule in every_rule()}
    for exemption in exemptions:
        if exemption.rule not in known:
            what, hint = f"allows “{exemption.rule}”, which is no rule", "“course rules” lists their names"
            yield Problem(exemption.place, what, hint)
        elif exemption.rule in judged and exemption not in used:
            what = f"allows “{exemption.rule}”, which finds nothing here"
            yield Problem(exemption.place, what, "take it out of “allow”")


def every_rule() -> tuple[Callable[..., Iterator[Problem]], ...]:
    """All rules in the order in which the docs list them."""
    return (*RULES, *DATED, *COMPARED, exceptions_are_needed)


def _exemptions(course: Course) -> dict[str, tuple[Exemption, ...]]:
    """The exceptions by the file whose head makes them."""
    heads = {page.place.path: page.allow for page in course.all_pages()}
    heads.update((bank.place.path, bank.allow) for _, bank in course.banks())
    return {PLAN: course.allow, **heads}


def _heads_over(path: str) -> tuple[str, ...]:
    """The files whose `allow:` holds for a path: its own, the English one's, that of its module or plan."""
    if path.endswith(".md"):
        return path, in_source(path)
    strand_and_module = 4
    parts = path.split("/")
    if parts[0] == "modules" and len(parts) == strand_and_module:
        return path, f"{'/'.join(parts[:3])}/index.md"
    return path, PLAN


def _found(course: Course, base: Course | None, today: datetime.date | None) -> Iterator[Problem]:
    asked: list[tuple[str, Iterator[Problem]]] = [(name(rule), rule(course)) for rule in RULES]
    if today is not None:
        asked += [(name(dated), dated(course, today)) for dated in DATED]
    if base is not None:
        asked += [(name(compared), compared(course, base)) for compared in COMPARED]
    for called, problems in asked:
        yield from (replace(problem, rule=called) for problem in problems)


def _printable(text: str) -> str:
    """The text with whatever a terminal or a log would not show as it is, escaped."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _in_a_line(problem: Problem) -> Problem:
    """The problem without the line ends that a quoted text or a file's name may bring."""
    message, hint = (_printable(" ".join(text.split())) for text in (problem.message, problem.hint))
    place = replace(problem.place, path=_printable(problem.place.path))
    return replace(problem, place=place, message=message, hint=hint)


def check(course: Course, base: Course | None = None, today: datetime.date | None = None) -> list[Problem]:
    """Every problem, sorted by place: with `base` also what changed wrongly, with `today` what expired.

    What an exception allows is left out; an exception that is not needed is itself a problem.
    """
    heads = _exemptions(course)
    kept: list[Problem] = []
    used: set[Exemption] = set()
    for problem in _found(course, base, today):
        over = dict.fromkeys(_heads_over(problem.place.path))
        allowed = [e for path in over for e in heads.get(path, ()) if e.rule == problem.rule]
        used.update(allowed)
        if not allowed:
            kept.append(problem)
    judged = {name(rule) for rule in RULES}
    judged |= {name(rule) for rule in DATED} if today else set()
    judged |= {name(rule) for rule in COMPARED} if base else set()
    exemptions = [exemption for head in heads.values() for exemption in head]
    needless = exceptions_are_needed(exemptions, used, judged)
    kept += (replace(problem, rule=name(exceptions_are_needed)) for problem in needless)
    return sorted(map(_in_a_line, kept), key=lambda p: (p.place, p.rule, p.message))

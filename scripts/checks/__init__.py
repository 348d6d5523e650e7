"""Floor 2: judge the course. `RULES`, `DATED` and `COMPARED` are the whole list; `check` applies it."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace

from scripts.checks.access import (
    colour_is_not_the_only_sign,
    links_and_headings_have_words,
    tables_have_headings,
    words_are_not_in_capitals,
)
from scripts.checks.answers import (
    answers_are_running_text,
    every_option_says_why,
    gaps_are_for_gap_text,
    options_are_few_and_different,
    questions_need_no_sources,
    some_options_are_right,
)
from scripts.checks.balance import (
    length_tells_no_answer,
    right_options_stand_in_every_place,
)
from scripts.checks.charts import (
    chart_numbers_are_possible,
    charts_rest_on_what_was_read,
)
from scripts.checks.claims import (
    claims_are_cited,
    figures_rest_on_what_was_read,
    reports_are_called_reported,
)
from scripts.checks.drawings import (
    drawings_are_plain,
    drawings_speak_korean,
)
from scripts.checks.files import (
    files_are_plain,
)
from scripts.checks.folders import (
    folders_hold_what_is_used,
    pictures_are_described_in_words,
)
from scripts.checks.glossary import (
    glossary_links_name_the_term,
    glossary_meanings_explain,
    glossary_terms_mean_the_same_in_texts,
    glossary_terms_stand_once,
)
from scripts.checks.guesser import (
    guessing_gains_nothing,
)
from scripts.checks.item_writing import (
    absolute_words_mark_no_wrong_option,
    grammar_fits_every_option,
    negative_questions_set_the_word_off,
    options_do_not_speak_of_the_others,
    options_mean_different_things,
    right_options_are_not_far_longer,
    right_options_do_not_echo_the_question,
    wrong_options_are_no_jokes,
)
from scripts.checks.lab_budget import (
    planted_errors_are_errors,
    sentences_use_their_numbers,
    traps_are_right,
)
from scripts.checks.lab_claims import (
    cases_are_steps,
    cases_mix_sound_and_unsound,
    claims_name_what_decides,
    unsound_claims_say_their_kind,
)
from scripts.checks.lab_competencies import (
    competencies_have_equal_levels,
    competencies_recommend_modules,
    competency_levels_differ,
)
from scripts.checks.lab_fairness import (
    fairness_tasks_teach_the_conflict,
)
from scripts.checks.lab_prompt import (
    prompt_patterns_end_soon,
    sound_prompts_meet_the_rules,
)
from scripts.checks.lab_tokens import sentences_are_counted
from scripts.checks.lab_trace import (
    left_out_lines_are_left_out,
    summaries_lead_back,
    texts_are_steps,
    traced_lines_exist,
)
from scripts.checks.lab_walk import (
    choices_lead_to_scenes,
    ends_teach,
    scenes_ask_or_end,
    scenes_can_be_reached,
    walks_end_in_several_ways,
    walks_go_forward,
    walks_have_enough_scenes,
)
from scripts.checks.labs import (
    labs_are_named,
    labs_are_shown,
)
from scripts.checks.links import (
    addresses_can_be_read,
    citations_are_known,
    footnotes_are_made_from_sources,
    links_lead_somewhere,
    pictures_exist_and_speak,
    sources_are_cited,
)
from scripts.checks.markup import (
    addresses_only_lead,
    pages_bring_no_styles,
    pages_contain_no_html,
)
from scripts.checks.modules import (
    activities_are_shown_once,
    headings_have_ids,
    markers_are_known,
    sections_stand_in_order,
)
from scripts.checks.objectives import (
    objectives_say_what_can_be_seen,
)
from scripts.checks.pictures import (
    pictures_are_light,
    pictures_are_published,
    pictures_hold_no_words,
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
    objectives_are_tested_twice,
    option_ids_are_words,
    question_ids_are_words,
    question_serves_an_objective,
    questions_are_asked_once,
    retired_questions_stay_away,
)
from scripts.checks.reading import (
    activities_are_complete,
    charts_are_complete,
    files_can_be_read,
    glossary_is_complete,
    heads_are_complete,
    labs_are_complete,
    nothing_is_left_to_fill,
    plan_is_complete,
    questions_are_well_formed,
    retired_is_complete,
    sources_are_complete,
    unreachable_addresses_say_why,
)
from scripts.checks.reading_level import (
    pages_read_easily,
    sentences_are_short,
)
from scripts.checks.repeats import told_once
from scripts.checks.revisions import (
    changed_keys_raise_the_edition,
    gone_questions_are_retired,
    renewed_sources_say_what_was_found,
)
from scripts.checks.sources import (
    addresses_follow_nobody,
    reviews_have_taken_place,
    source_dates_follow_one_another,
    sources_are_reviewed_in_time,
    sources_stand_once,
)
from scripts.checks.syntax import (
    markdown_is_written_one_way,
    markers_stand_alone,
    pages_begin_with_their_title,
)
from scripts.checks.terms import (
    abbreviations_are_explained,
    defined_words_are_in_the_glossary,
)
from scripts.checks.times import (
    minutes_fit_the_work,
    notes_fill_the_lecture,
    notes_say_their_minutes,
)
from scripts.checks.translated_bones import (
    translations_have_the_same_bones,
)
from scripts.checks.translated_numbers import (
    translations_name_the_same_numbers,
)
from scripts.checks.translated_terms import (
    translations_use_the_glossary,
)
from scripts.checks.translated_words import (
    korean_texts_are_finished,
    texts_stand_in_their_language,
)
from scripts.checks.translations import (
    translated_questions_have_the_same_key,
    translations_are_fresh,
    translations_exist,
)
from scripts.checks.wording import (
    headings_go_down_step_by_step,
    links_say_where_they_lead,
    titles_are_plain_words,
)
from scripts.content.load import PLAN, in_source
from scripts.content.model import Course, Exemption, Place, Problem

Rule = Callable[[Course], Iterator[Problem]]
DatedRule = Callable[[Course, datetime.date], Iterator[Problem]]
ComparedRule = Callable[[Course, Course], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    files_can_be_read,
    nothing_is_left_to_fill,
    files_are_plain,
    plan_is_complete,
    heads_are_complete,
    sources_are_complete,
    glossary_is_complete,
    retired_is_complete,
    unreachable_addresses_say_why,
    activities_are_complete,
    charts_are_complete,
    labs_are_complete,
    questions_are_well_formed,
    every_module_is_planned_once,
    every_bank_has_a_module,
    addresses_are_free,
    plan_leads_somewhere,
    needs_come_first,
    times_meet_the_target,
    objectives_say_what_can_be_seen,
    minutes_fit_the_work,
    headings_have_ids,
    titles_are_plain_words,
    headings_go_down_step_by_step,
    sections_stand_in_order,
    notes_say_their_minutes,
    notes_fill_the_lecture,
    markers_are_known,
    activities_are_shown_once,
    chart_numbers_are_possible,
    charts_rest_on_what_was_read,
    labs_are_named,
    labs_are_shown,
    claims_name_what_decides,
    unsound_claims_say_their_kind,
    cases_mix_sound_and_unsound,
    cases_are_steps,
    traced_lines_exist,
    summaries_lead_back,
    left_out_lines_are_left_out,
    texts_are_steps,
    walks_have_enough_scenes,
    scenes_ask_or_end,
    choices_lead_to_scenes,
    scenes_can_be_reached,
    walks_go_forward,
    ends_teach,
    walks_end_in_several_ways,
    sentences_are_counted,
    prompt_patterns_end_soon,
    sound_prompts_meet_the_rules,
    planted_errors_are_errors,
    traps_are_right,
    sentences_use_their_numbers,
    fairness_tasks_teach_the_conflict,
    competencies_have_equal_levels,
    competency_levels_differ,
    competencies_recommend_modules,
    markdown_is_written_one_way,
    markers_stand_alone,
    pages_begin_with_their_title,
    pages_contain_no_html,
    pages_bring_no_styles,
    folders_hold_what_is_used,
    drawings_are_plain,
    drawings_speak_korean,
    pictures_are_described_in_words,
    addresses_only_lead,
    tables_have_headings,
    colour_is_not_the_only_sign,
    words_are_not_in_capitals,
    links_and_headings_have_words,
    pictures_are_light,
    pictures_are_published,
    pictures_hold_no_words,
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
    retired_questions_stay_away,
    answers_are_running_text,
    options_do_not_speak_of_the_others,
    options_mean_different_things,
    negative_questions_set_the_word_off,
    grammar_fits_every_option,
    right_options_are_not_far_longer,
    right_options_do_not_echo_the_question,
    absolute_words_mark_no_wrong_option,
    wrong_options_are_no_jokes,
    length_tells_no_answer,
    right_options_stand_in_every_place,
    guessing_gains_nothing,
    links_lead_somewhere,
    links_say_where_they_lead,
    addresses_can_be_read,
    pictures_exist_and_speak,
    addresses_follow_nobody,
    citations_are_known,
    footnotes_are_made_from_sources,
    sources_are_cited,
    sentences_are_short,
    pages_read_easily,
    abbreviations_are_explained,
    defined_words_are_in_the_glossary,
    glossary_terms_stand_once,
    glossary_meanings_explain,
    glossary_links_name_the_term,
    glossary_terms_mean_the_same_in_texts,
    sources_stand_once,
    source_dates_follow_one_another,
    claims_are_cited,
    figures_rest_on_what_was_read,
    reports_are_called_reported,
    translations_exist,
    translations_have_the_same_bones,
    translated_questions_have_the_same_key,
    translations_name_the_same_numbers,
    texts_stand_in_their_language,
    korean_texts_are_finished,
    translations_use_the_glossary,
    translations_are_fresh,
)
"""The rules that need nothing but the course."""

ADVICE: frozenset[Rule] = frozenset(
    {
        times_meet_the_target,
        minutes_fit_the_work,
        words_are_not_in_capitals,
        pictures_hold_no_words,
        options_do_not_speak_of_the_others,
        options_mean_different_things,
        negative_questions_set_the_word_off,
        grammar_fits_every_option,
        right_options_are_not_far_longer,
        right_options_do_not_echo_the_question,
        absolute_words_mark_no_wrong_option,
        wrong_options_are_no_jokes,
        sentences_are_short,
        pages_read_easily,
        abbreviations_are_explained,
        defined_words_are_in_the_glossary,
        glossary_meanings_explain,
        glossary_links_name_the_term,
        glossary_terms_mean_the_same_in_texts,
        claims_are_cited,
        figures_rest_on_what_was_read,
        reports_are_called_reported,
        translations_exist,
        translations_use_the_glossary,
        translations_are_fresh,
    }
)
"""Those of them that only ever warn: a build, which only errors stop, does not ask them."""

DATED: tuple[DatedRule, ...] = (sources_are_reviewed_in_time, reviews_have_taken_place)
"""The rules that also need to know which day it is: asked only when a day is given."""

COMPARED: tuple[ComparedRule, ...] = (
    changed_keys_raise_the_edition,
    gone_questions_are_retired,
    renewed_sources_say_what_was_found,
)
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


def _found(
    course: Course, rules: tuple[Rule, ...], base: Course | None, today: datetime.date | None
) -> Iterator[Problem]:
    asked: list[tuple[str, Iterator[Problem]]] = [(name(rule), rule(course)) for rule in rules]
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
    place = Place(_printable(problem.place.path), problem.place.line)
    return replace(problem, place=place, message=message, hint=hint)


def errors(course: Course) -> list[Problem]:
    """What stops a build, sorted by place: the same as the errors that `check` finds, in less time."""
    rules = tuple(rule for rule in RULES if rule not in ADVICE)
    return [problem for problem in check(course, rules=rules) if problem.severity == "error"]


def check(
    course: Course,
    base: Course | None = None,
    today: datetime.date | None = None,
    rules: tuple[Rule, ...] = RULES,
) -> list[Problem]:
    """Every problem, sorted by place: with `base` also what changed wrongly, with `today` what expired.

    What an exception allows is left out; an exception that is not needed is itself a problem. What two
    rules would tell at the same place is told once (`repeats.py`).
    """
    heads = _exemptions(course)
    kept: list[Problem] = []
    used: set[Exemption] = set()
    for problem in _found(course, rules, base, today):
        over = dict.fromkeys(_heads_over(problem.place.path))
        allowed = [e for path in over for e in heads.get(path, ()) if e.rule == problem.rule]
        used.update(allowed)
        if not allowed:
            kept.append(problem)
    judged = {name(rule) for rule in rules}
    judged |= {name(rule) for rule in DATED} if today else set()
    judged |= {name(rule) for rule in COMPARED} if base else set()
    exemptions = [exemption for head in heads.values() for exemption in head]
    needless = exceptions_are_needed(exemptions, used, judged)
    kept += (replace(problem, rule=name(exceptions_are_needed)) for problem in needless)
    return sorted(map(_in_a_line, told_once(kept)), key=lambda p: (p.place, p.rule, p.message))

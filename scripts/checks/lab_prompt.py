"""Rules for the prompt workbench: its patterns are safe, and its prompts show what its rules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.content.labs.prompt import OPEN, PATTERNS, UNUSED, Side, Workbench
from scripts.content.model import LANGUAGES, Course, Problem

_TOKEN = re.compile(
    r"\\[sdbn.()\[\]?*+{}|^$\\/]"
    r"|\[\^?(?:[^\]\[\\]|\\[sdn\]\[\\^-])+\]"
    r"|\(\?:|\((?!\?)|[)|?^$.]|\{\d+(?:,\d+)?\}"
    r"|[^\\\[\](){}*+?|^$.]"
)
"""What a pattern may be made of: what browsers and Python read alike, and nothing that can run away."""
_REPEATS = re.compile(r"\{(?:\d+,)?(\d+)\}")
FARTHEST = 60
"""How often a sign may be repeated, at most."""
MOST_WIDE = 3
"""Repeats of more than ten in one pattern, at most: each multiplies the ways to try."""
WIDE = 10


def _trouble(pattern: str, language: str) -> str:
    """What is wrong with a pattern; empty if nothing is."""
    tokens, at = [], 0
    while at < len(pattern):
        found = _TOKEN.match(pattern, at)
        if not found:
            return f"“{pattern[at : at + 10]}” is not used here"
        tokens.append(found[0])
        at = found.end()
    repeats = [int(found[1]) for token in tokens if (found := _REPEATS.fullmatch(token))]
    if any(count > FARTHEST for count in repeats) or sum(count > WIDE for count in repeats) > MOST_WIDE:
        return f"repeats more than {FARTHEST} times, or too often"
    if any(before == ")" and _REPEATS.fullmatch(after) for before, after in pairwise(tokens)):
        return "repeats a group"
    if language == "ko" and r"\b" in tokens:
        return "“\\b” knows no Korean"
    try:
        re.compile(pattern)
    except re.error as error:
        return f"cannot be read: {error}"
    return ""


def _benches(course: Course) -> Iterator[Workbench]:
    lab = course.labs.get("prompt")
    for bench in lab.exercises.values() if lab else ():
        if isinstance(bench, Workbench):
            yield bench


def prompt_patterns_end_soon(course: Course) -> Iterator[Problem]:
    """A pattern of the prompt workbench is read alike everywhere and cannot run away.

    프롬프트 실습의 검사식은 어디에서나 똑같이 읽히고, 어떤 글에서도 금방 끝납니다.

    It is made of words, [classes], (a|b), `?` and {m,n} up to 60; never of `*` or `+`. A group may be
    left out with `?`, but not repeated. Korean patterns have no sign for a
    word's border: it knows Latin letters only.
    """
    for bench in _benches(course):
        for rule in bench.rules:
            for language in LANGUAGES if rule.kind in PATTERNS else ():
                if trouble := _trouble(rule.pattern[language], language):
                    place = rule.places.get(language, rule.place)
                    hint = "use words, [classes], (a|b), ? and {m,n} up to 60"
                    yield Problem(place, f"{rule.id} ({language}): {trouble}", hint)


def _met(bench: Workbench, side: Side, language: str) -> tuple[list[str], int]:
    """The rules that a prompt leaves open, and how many it had to meet."""
    states = bench.review(side, language)
    opened = [name for name, state in states.items() if state == OPEN]
    return opened, sum(state != UNUSED for state in states.values())


def sound_prompts_meet_the_rules(course: Course) -> Iterator[Problem]:
    """In the prompt workbench a sound prompt meets every rule, and a weak one misses most.

    프롬프트 실습에서 갖춘 프롬프트는 규칙을 모두 지키고, 약한 프롬프트는 절반 넘게 지키지 못합니다.
    """
    for bench in _benches(course):
        if any(_trouble(rule.pattern[language], language) for rule in bench.rules for language in LANGUAGES):
            continue
        for task in bench.tasks:
            for language in LANGUAGES:
                missed, _ = _met(bench, task.sound, language)
                if missed:
                    yield Problem(task.sound.place, f"{task.id} ({language}) misses {', '.join(missed)}")
                missed, asked = _met(bench, task.weak, language)
                if len(missed) * 2 <= asked:
                    message = (
                        f"{task.id} ({language}) is not weak: it meets {asked - len(missed)} of {asked} rules"
                    )
                    yield Problem(task.weak.place, message)

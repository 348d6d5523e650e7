"""Rules for the tokens lab."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.labs.tokens import Pairs, Worked
from scripts.content.model import Course, Problem

FEWEST = 5
"""Sentences, at least."""


def sentences_are_counted(course: Course) -> Iterator[Problem]:
    """The tokens lab has five sentences or more, and its worked example counts each of them.

    토큰 실습에는 문장이 다섯 개 이상 있고, 풀이 예시에 그 문장마다 토큰 수가 있습니다.
    """
    lab = course.labs.get("tokens")
    pairs, worked = (lab.exercises.get(name) if lab else None for name in ("pairs", "worked"))
    if not isinstance(pairs, Pairs) or not isinstance(worked, Worked):
        return
    if len(pairs.pairs) < FEWEST:
        yield Problem(pairs.place, f"only {len(pairs.pairs)} sentences", f"write at least {FEWEST}")
    for pair in pairs.pairs:
        if pair.id not in worked.counts:
            hint = "run tests/labs/test_tokens.py, which names the counts, and put them into worked.yml"
            yield Problem(pair.place, f"the sentence “{pair.id}” is not counted", hint)
    for name in worked.counts:
        if name not in {pair.id for pair in pairs.pairs}:
            yield Problem(worked.place, f"counts a sentence “{name}” that is no longer there", "take it away")

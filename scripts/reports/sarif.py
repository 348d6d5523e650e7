"""Problems as SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts and editors can import."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import quote

from scripts.checks import every_rule, name, said
from scripts.content.model import Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _rule(rule: Callable[..., object]) -> Mapping[str, object]:
    english, korean, more = said(rule)
    return {
        "id": name(rule),
        "shortDescription": {"text": english},
        "help": {"text": "\n\n".join(part for part in (korean, more) if part) or english},
    }


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """For each problem what stays when only its line moves: rule, file, words, and which of equals."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        same = (problem.rule, problem.place.path, problem.message)
        seen[same] += 1
        yield hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest()


def _result(problem: Problem, index: int, fingerprint: str) -> Mapping[str, object]:
    place = {
        "artifactLocation": {"uri": quote(problem.place.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.place.line},
    }
    words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": words},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"courseProblem/v1": fingerprint},
    }


def as_sarif(problems: Sequence[Problem]) -> Iterator[str]:
    """One log with one run: every rule, and a result for each problem."""
    rules = every_rule()
    index = {name(rule): number for number, rule in enumerate(rules)}
    fingerprints = _fingerprints(problems)
    run = {
        "tool": {"driver": {"name": "course check", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, index[problem.rule], fingerprint)
            for problem, fingerprint in zip(problems, fingerprints, strict=True)
        ],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)

"""Problems as programs read them; the same problems give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from scripts.content.model import Course, Problem
from scripts.reports.problems import as_text
from scripts.reports.sarif import as_sarif

Format = Callable[[Course, Sequence[Problem]], Iterator[str]]

VERSION = 1
"""Of the JSON's shape: raised when a key goes or changes its meaning, not when one is added."""

_IN_TEXT = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_TEXT, (":", "%3A"), (",", "%2C"))


def _escaped(text: str, signs: Sequence[tuple[str, str]]) -> str:
    for sign, code in signs:
        text = text.replace(sign, code)
    return text


def as_github(problems: Sequence[Problem]) -> Iterator[str]:
    """Each problem as a workflow command, which GitHub shows at its line in the pull request.

    Escaped as https://docs.github.com/actions/reference/workflow-commands and the runner's toolkit
    (`command.ts`) say. GitHub shows the first ten errors and ten warnings of a step; the log has all.
    """
    for problem in problems:
        file, title = (_escaped(text, _IN_PROPERTY) for text in (problem.place.path, problem.rule))
        words = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        place = f"file={file},line={problem.place.line},title={title}"
        yield f"::{problem.severity} {place}::{_escaped(words, _IN_TEXT)}"


def _counts(course: Course, problems: Sequence[Problem]) -> Mapping[str, int]:
    kinds = [problem.severity for problem in problems]
    return {
        "modules": len(course.modules),
        "questions": sum(len(bank.questions) for _, bank in course.banks()),
        "errors": kinds.count("error"),
        "warnings": kinds.count("warning"),
    }


def as_json(course: Course, problems: Sequence[Problem]) -> Iterator[str]:
    """One object: `version`, `counts` (`modules`, `questions`, `errors`, `warnings`) and `problems`.

    A problem has `path` (from the course's root, with `/`), `line` (from 1), `severity` (`error` or
    `warning`), `rule`, `message` and `hint` (may be empty); problems come sorted by place.
    """
    found = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "severity": problem.severity,
            "rule": problem.rule,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    whole = {"version": VERSION, "counts": _counts(course, problems), "problems": found}
    yield json.dumps(whole, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Format] = {
    "text": lambda _, problems: as_text(problems),
    "github": lambda _, problems: as_github(problems),
    "json": as_json,
    "sarif": lambda _, problems: as_sarif(problems),
}
"""What `course check --format` can write."""

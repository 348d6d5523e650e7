"""Problems as text, and the one place beside the commands that prints."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from scripts.content.model import Problem


def as_text(problems: Iterable[Problem]) -> Iterator[str]:
    """Each problem as `path:line: error: what [rule]`, with its hint below."""
    for problem in problems:
        yield f"{problem.place}: {problem.severity}: {problem.message} [{problem.rule}]"
        if problem.hint:
            yield f"    hint: {problem.hint}"


def tally(problems: Iterable[Problem]) -> str:
    """How many of each kind, in a line."""
    kinds = [problem.severity for problem in problems]
    return f"{kinds.count('error')} errors, {kinds.count('warning')} warnings"


def say(line: str, *, error: bool = False) -> None:
    """Print a line; what went wrong goes to standard error."""
    print(line, file=sys.stderr if error else sys.stdout, flush=True)

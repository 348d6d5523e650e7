"""What a rule refuses, shown by the tiny courses that it is tested with, where these are at hand.

A case is a folder of files that are laid over the good course beside it; `NAME.gone` stands for a file
that is not there. In a case, the lines where the rule must find something carry a mark.
"""

from __future__ import annotations

import datetime
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.checks import check
from scripts.content.load import language_of, load_course
from scripts.content.model import LANGUAGES, Problem

MARK = re.compile(rb"[ \t]*(?:<!-- expect: [\w-]+ -->|# expect: [\w-]+)")
DAY = datetime.date(2026, 11, 24)
"""Today, in the cases."""


def lay(case: Path, root: Path) -> None:
    """Lay the case's files over the course below `root`, without their marks."""
    for file in (path for path in case.rglob("*") if path.is_file()):
        path = root / file.relative_to(case)
        if path.suffix == ".gone":
            path.with_suffix("").unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(MARK.sub(b"", file.read_bytes()))


def _line(root: Path, problem: Problem) -> str:
    """The line that a problem points at."""
    file = root / problem.place.path
    lines = file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else []
    return lines[problem.place.line - 1].strip() if problem.place.line <= len(lines) else ""


def examples(rule: str, cases: Path) -> Iterator[tuple[str, Problem]]:
    """The line, and what the rule says of it, for everything it finds in its case; English files first."""
    if not (cases / rule).is_dir() or not (cases / "good").is_dir():
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(cases / "good", root)
        lay(cases / rule, root)
        problems = check(load_course(root), load_course(cases / "good"), DAY)
        for problem in sorted(problems, key=lambda p: language_of(p.place.path) != LANGUAGES[0]):
            if problem.rule == rule:
                yield _line(root, problem), problem

"""The labs: what stands in the folders below `overrides/assets/labs/`.

`lab.yml` says what every lab says of itself; every other YAML file of the folder is an exercise, or
whatever else the lab needs, and is read by the lab's own reader in this package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.content.frontmatter import read_text
from scripts.content.labs import budget, fairness, next_token, ngram, prompt, tokens
from scripts.content.labs.claims import read_case
from scripts.content.labs.competencies import read_framework
from scripts.content.labs.paste import paste_file
from scripts.content.labs.trace import read_traced
from scripts.content.labs.walk import read_walk
from scripts.content.model import Lab, Problem, Words
from scripts.content.records import Record, is_id, read_record

FOLDER = "overrides/assets/labs"
RULE = "labs-are-complete"
ABOUT = "lab.yml"
STARTS = ("itself", "reader")
"""What starts a lab: the page, or the reader with a button."""

Reader = Callable[[str, Record], object]
"""Makes a frozen record of one file: its name without `.yml`, and what it holds."""

READERS: Mapping[str, Reader] = {
    "budget": budget.read_table,
    "claims": read_case,
    "competencies": read_framework,
    "fairness": fairness.read_cases,
    "next-token": next_token.read_file,
    "ngram": ngram.read,
    "paste": paste_file,
    "prompt": prompt.read,
    "tokens": tokens.read,
    "trace": read_traced,
    "walk": read_walk,
}
"""How the files of a lab's folder are read, by the folder's name."""


def _vocabulary(record: Record) -> Mapping[str, Words]:
    inner = record.record("words")
    return {key: inner.words(key) for key in inner.value} if inner else {}


def _lab(name: str, record: Record, exercises: Mapping[str, object]) -> Lab:
    """What a folder's `lab.yml` says."""
    waits = record.one_of("starts", STARTS) == "reader"
    lab = Lab(
        name,
        record.place(),
        record.words("title"),
        record.words("intro"),
        waits,
        record.words("start", needed=waits),
        record.whole("minutes"),
        record.names("steps"),
        record.names("uses", needed=False),
        _vocabulary(record),
        exercises,
    )
    record.done()
    for step in lab.steps:
        if not is_id(step):
            record.problem("steps", f"“{step}” is not an id", "lower-case words joined by hyphens")
    return lab


def _open(root: Path, file: Path, problems: list[Problem]) -> Record | None:
    path = file.relative_to(root).as_posix()
    text = read_text(file, path, problems)
    return read_record(text, path, problems, RULE) if text is not None else None


def _exercises(root: Path, folder: Path, problems: list[Problem]) -> dict[str, object]:
    """What the folder's other YAML files hold, by name."""
    found = {}
    for file in sorted(folder.glob("*.yml")):
        record = _open(root, file, problems) if file.name != ABOUT else None
        if record is None:
            continue
        if reader := READERS.get(folder.name):
            found[file.stem] = reader(file.stem, record)
        else:
            record.problem("", f"the lab “{folder.name}” reads no “{file.name}”", "take the file away")
    return found


def read_labs(root: Path, problems: list[Problem]) -> dict[str, Lab]:
    """Every lab, by the name of its folder."""
    labs = {}
    for file in sorted((root / FOLDER).glob(f"*/{ABOUT}")):
        record = _open(root, file, problems)
        if record is not None:
            name = file.parent.name
            labs[name] = _lab(name, record, _exercises(root, file.parent, problems))
    return labs

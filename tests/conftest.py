"""Tiny courses: the good one, in which nothing is to mend, and what a case changes of it.

A case brings only the files that differ. `NAME.gone` stands for a file that is not there, and
`translates: now` for a translation that was made from the English beside it. Translations that a
case does not bring count as up to date, too.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.content.load import load_course
from scripts.editing.translating import accept, stale
from scripts.reports.examples import lay as put

CASES = Path(__file__).parent / "cases"


def settle(case, root):
    """Mark the translations as read, but those whose own word on it belongs to the case."""
    course = load_course(root)
    for path in stale(course):
        if not (case / path).exists() or b"translates: now" in (case / path).read_bytes():
            accept(course, path)


@pytest.fixture(scope="session")
def course():
    """The real course, read once."""
    return load_course(Path(__file__).parents[1])


@pytest.fixture
def lay(tmp_path):
    """Lays a case over a copy of the good course and returns where."""

    def laid(case):
        root = tmp_path / "course"
        shutil.copytree(CASES / "good", root)
        put(CASES / case, root)
        settle(CASES / case, root)
        return root

    return laid


@pytest.fixture
def good(tmp_path):
    """A copy of the good course."""
    return shutil.copytree(CASES / "good", tmp_path / "good")


@pytest.fixture
def lectured(good):
    """The good course with a lecture as long as most: `course new` shares its minutes out."""
    for path, short, long in (
        ("modules/course.yml", "lecture_minutes: 2\n", "lecture_minutes: 20\n"),
        ("modules/desk/first-letter/index.md", "(2 min)", "(20 min)"),
        ("modules/desk/first-letter/index.ko.md", "(2분)", "(20분)"),
    ):
        text = (good / path).read_text("utf-8")
        assert short in text
        (good / path).write_text(text.replace(short, long), "utf-8")
    for path in stale(load_course(good)):
        accept(load_course(good), path)
    return good


@pytest.fixture
def commit(monkeypatch):
    """Commits what stands in a folder, or some of it, in a repository of its own."""
    for variable in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(variable, os.devnull)
    for person in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{person}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{person}_EMAIL", "somebody@example.org")

    def committed(folder, *paths):
        for command in (["init"], ["add", "--", *(paths or ["."])], ["commit", "--message", "As it stands"]):
            words = ["git", "-C", str(folder), *command]
            subprocess.run(words, check=True, capture_output=True)

    return committed

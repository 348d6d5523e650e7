"""Each rule is shown at work on a tiny course whose lines say what must be found."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from scripts.checks import (
    ADVICE,
    COMPARED,
    RULES,
    check,
    errors,
    every_rule,
    exceptions_are_needed,
    name,
    said,
)
from scripts.content.load import load_course
from scripts.reports.examples import lay as put

CASES = Path(__file__).parents[1] / "cases"
GOOD = CASES / "good"
MARK = re.compile(rb"(?:<!--|#) expect: ([\w-]+)")
TODAY = datetime.date(2026, 11, 24)
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def marks(case):
    for file in (path for path in case.rglob("*") if path.is_file()):
        path = file.relative_to(case).as_posix().removesuffix(".gone")
        for number, line in enumerate(file.read_bytes().split(b"\n"), start=1):
            for rule in MARK.findall(line):
                yield f"{path}:{number}", rule.decode()


@pytest.mark.parametrize("case", NAMES)
def test_finds_what_the_lines_say_and_nothing_else(case, lay):
    base = load_course(GOOD) if case.split(".")[0] in map(name, COMPARED) else None

    found = {(str(problem.place), problem.rule) for problem in check(load_course(lay(case)), base, TODAY)}

    assert found == set(marks(CASES / case))


@pytest.mark.parametrize("rule", [name(rule) for rule in every_rule()])
def test_every_rule_has_a_case(rule):
    assert (CASES / rule).is_dir()


def test_the_good_course_stands_as_it_is():
    assert check(load_course(GOOD), load_course(GOOD), TODAY) == []


@pytest.mark.parametrize("rule", every_rule(), ids=name)
def test_every_rule_says_what_good_content_does_in_both_languages(rule):
    english, korean, _ = said(rule)

    assert english.isascii() or "“" in english or "…" in english or "’" in english
    assert english.endswith(".")
    assert re.search("[가-힣]", korean)
    assert korean.endswith("다.")


@pytest.fixture(scope="session")
def severities(tmp_path_factory):
    """How every rule's problems weigh, over all cases."""
    found = {}
    for case in NAMES:
        root = tmp_path_factory.mktemp(case) / "course"
        shutil.copytree(GOOD, root)
        put(CASES / case, root)
        for problem in check(load_course(root)):
            found.setdefault(problem.rule, set()).add(problem.severity)
    return found


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_advice_is_what_only_warns(rule, severities):
    assert (rule in ADVICE) == (severities[name(rule)] == {"warning"})


@pytest.mark.parametrize("case", NAMES)
def test_a_build_is_stopped_by_every_error_of_the_check(case, lay):
    course = load_course(lay(case))
    unneeded = name(exceptions_are_needed)  # whether an exception to advice is needed, only the check asks

    found = [problem for problem in check(course) if problem.severity == "error"]

    assert [p for p in errors(course) if p.rule != unneeded] == [p for p in found if p.rule != unneeded]

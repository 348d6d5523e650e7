"""Each rule is shown at work on a tiny course whose lines say what must be found."""

import re
from pathlib import Path

import pytest

from scripts.checks import RULES, check, name
from scripts.checks.revisions import changed_keys_raise_the_edition
from scripts.content.load import load_course

CASES = Path(__file__).parents[1] / "cases"
GOOD = CASES / "good"
MARK = re.compile(rb"(?:<!--|#) expect: ([\w-]+)")
COMPARED = name(changed_keys_raise_the_edition)
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def marks(case):
    for file in (path for path in case.rglob("*") if path.is_file()):
        path = file.relative_to(case).as_posix().removesuffix(".gone")
        for number, line in enumerate(file.read_bytes().split(b"\n"), start=1):
            for rule in MARK.findall(line):
                yield f"{path}:{number}", rule.decode()


@pytest.mark.parametrize("case", NAMES)
def test_finds_what_the_lines_say_and_nothing_else(case, lay):
    base = load_course(GOOD) if case == COMPARED else None

    found = {(str(problem.place), problem.rule) for problem in check(load_course(lay(case)), base)}

    assert found == set(marks(CASES / case))


@pytest.mark.parametrize("rule", [*map(name, RULES), COMPARED, "exceptions-are-needed"])
def test_every_rule_has_a_case(rule):
    assert (CASES / rule).is_dir()


def test_the_good_course_stands_as_it_is():
    assert check(load_course(GOOD)) == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_says_what_good_content_does(rule):
    assert rule.__doc__.endswith(".")

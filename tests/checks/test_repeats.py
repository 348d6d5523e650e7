"""One fault is one problem: of two rules that would tell it, one keeps silent."""

import pytest

from scripts.checks import check, every_rule, name
from scripts.checks.repeats import LEFT_TO_FILL, ONCE, told_once
from scripts.content.load import load_course
from scripts.content.model import Place, Problem

LESSON = "modules/desk/first-letter/index.md"
KOREAN = "modules/desk/first-letter/index.ko.md"
BANK = "quizzes/desk/first-letter.md"


def told(rule, line=1):
    return Problem(Place("docs/about.md", line), "what", "how", rule=rule)


def test_the_table_names_rules():
    rules = {name(rule) for rule in every_rule()}

    assert {*(told.rule for told in ONCE), *(other for told in ONCE for other in told.others)} <= rules


def test_no_two_rules_silence_each_other():
    pairs = {(told.rule, other) for told in ONCE for other in told.others}

    assert not {(other, rule) for rule, other in pairs} & pairs


@pytest.mark.parametrize(("rule", "other"), [(told.rule, other) for told in ONCE for other in told.others])
def test_the_other_speaks_at_other_lines_only(rule, other):
    problems = [told(other), told(rule), told(other, 2)]

    assert told_once(problems) == [told(rule), told(other, 2)]
    assert told_once([told(other)]) == [told(other)]


def test_what_is_left_to_fill_is_told_as_that_only():
    assert told_once([told("claims-are-cited"), told(LEFT_TO_FILL)]) == [told(LEFT_TO_FILL)]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (BANK, "{ #send-it }\n>", "{ #send-it }\n\n>", "questions-are-well-formed"),
        (BANK, "<quiz>\nA draft", "A draft", "questions-are-well-formed"),
        (BANK, "> Clear", "### Clear", "answers-are-running-text"),
        (BANK, "> Clear", "> # Clear", "answers-are-running-text"),
        (BANK, "A draft", "### A draft", "answers-are-running-text"),
        (BANK, "A draft", "<!-- quiz: two-checks -->\nA draft", "answers-are-running-text"),
        (BANK, "do first?", "do first? <!-- thread -->", "answers-are-running-text"),
        (BANK, "> Clear", "> ![A by-law](law.svg)", "answers-are-running-text"),
        (BANK, "## Two", "<!-- thread -->\n\n## Two", "questions-are-well-formed"),
        (BANK, "## Two", "### Part two\n\n## Two", "questions-are-well-formed"),
        (LESSON, "minutes: 20\n", "", "heads-are-complete"),
        (LESSON, "needs: []", "needs: []\nneeds: []", "heads-are-complete"),
        (LESSON, "## The office answers {", "## {", "links-and-headings-have-words"),
        (KOREAN, "[초안]", "[밑글]", "glossary-links-name-the-term"),
        (
            KOREAN,
            "왼쪽부터 초안, 확인, 서명.",
            "From left to right.",
            "pictures-are-described-in-words",
        ),
    ],
)
def test_a_fault_is_told_once(good, path, old, new, rule):
    text = (good / path).read_text("utf-8")
    assert old in text
    (good / path).write_text(text.replace(old, new, 1), "utf-8")

    found = [problem.rule for problem in check(load_course(good)) if problem.place.path == path]

    assert [each for each in found if each != "translations-are-fresh"] == [rule]


@pytest.mark.parametrize("file", ["Three.svg", "Letter.PNG", "my tools.sort.yml"])
def test_a_name_that_is_not_plain_is_told_as_that_only(good, file):
    (good / "modules/desk/first-letter" / file).write_text("title: x\n", "utf-8")

    found = [p.rule for p in check(load_course(good)) if p.place.path.endswith(file)]

    assert [rule for rule in found if not rule.startswith("drawings-")] == ["files-are-plain"]


def test_a_module_that_cannot_be_read_is_told_where_it_stands(good):
    (good / LESSON).write_bytes(b"\xff")

    assert {problem.place.path for problem in check(load_course(good))} == {LESSON}

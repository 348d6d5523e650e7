"""A rule explained: its words, what it refuses, what it finds here."""

from pathlib import Path

import pytest

from scripts.checks import every_rule, name, said
from scripts.reports.explain import explain, nearest, rule_named

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize("rule", every_rule(), ids=name)
def test_every_rule_is_explained_with_its_sentence_and_an_example(rule):
    lines = list(explain(rule, [], CASES))

    assert lines[0] == name(rule)
    assert f"  {said(rule)[0]}" in lines
    assert "It refuses, for example:" in lines
    assert any("error: " in line or "warning: " in line for line in lines)
    assert lines[-1] == "Here it finds nothing."


def test_an_example_is_the_line_and_what_is_said_of_it():
    lines = list(explain(rule_named("options-are-few-and-different"), None, CASES))

    at = lines.index("  - [ ] The office, that sent it { #again }")
    assert lines[at + 1 : at + 3] == [
        "      error: who-answers: “The office, that sent it” reads like “The office that sent it.”",
        "      hint: make them differ",
    ]


def test_without_the_cases_the_words_remain(tmp_path):
    lines = list(explain(rule_named("needs-come-first"), None, tmp_path))

    assert lines[0] == "needs-come-first"
    assert "It refuses, for example:" not in lines


def test_a_rule_that_compares_says_what_it_waits_for():
    lines = list(explain(rule_named("changed-keys-raise-the-edition"), None, CASES))

    assert "Asked only with “course check --base REV”." in lines


def test_a_mistyped_name_finds_its_rule():
    assert rule_named("options-are-few-and-diferent") is None
    assert nearest("options-are-few-and-diferent")[0] == "options-are-few-and-different"

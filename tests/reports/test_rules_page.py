"""The pages that list the rules are what the rules say."""

import pytest

from scripts.checks import every_rule, name, said
from scripts.checks.thresholds import TABLE
from scripts.content.model import LANGUAGES
from scripts.reports.rules_page import SUBJECTS, rules_pages, subject
from scripts.reports.thresholds_table import in_korean, rows

PAGES = rules_pages()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_what_would_be_written(course, path):
    file = course.root / path

    assert file.is_file(), "run “course rules --write”"
    assert file.read_text("utf-8") == PAGES[path], "run “course rules --write”"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("rule", every_rule(), ids=name)
def test_every_rule_has_its_place(path, rule):
    assert f"\n### {name(rule)} {{ #{name(rule)} }}\n" in PAGES[path]


@pytest.mark.parametrize("rule", every_rule(), ids=name)
def test_every_subject_has_a_title(rule):
    assert subject(rule) in SUBJECTS, f"add “{subject(rule)}” to SUBJECTS in scripts/reports/rules_page.py"


def test_marks_outside_of_backquotes_say_only_themselves(monkeypatch):
    def rule_with_marks(course):
        """A `<quiz>` is kept; <b>, [^id], [[a]] and { #x } are words.

        <태그>는 글자입니다.
        """

    rule_with_marks.__module__ = "scripts.checks.strange_subject"
    monkeypatch.setattr("scripts.reports.rules_page.every_rule", lambda: (rule_with_marks,))
    english, korean = rules_pages().values()

    assert said(rule_with_marks)[1] == "<태그>는 글자입니다."
    kept = (
        "A `<quiz>` is kept; &lt;b>, &lbrack;^id&rbrack;, &lbrack;&lbrack;a&rbrack;&rbrack; and &lcub; #x }"
    )
    assert f"{kept} are words." in english
    assert "&lt;태그>는 글자입니다." in korean
    assert "## Strange subject { #about-strange-subject }" in korean


def test_every_threshold_has_its_korean_words_and_no_other():
    assert set(in_korean()) == {threshold.name for threshold in TABLE}
    assert all(set(words) == {"name", "unit", "means", "source"} for words in in_korean().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_threshold_has_a_row_with_its_value(language):
    values = [value for _, value, _, _ in list(rows(language))[2:]]

    assert len(values) == len(TABLE)
    assert [value.split("`")[1].removesuffix(" %") for value in values] == [
        f"{100 * t.value:.0f}" if t.value < 1 else f"{t.value:g}" for t in TABLE
    ]

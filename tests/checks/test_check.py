"""What the check does with the rules' findings: exceptions, order, and courses beyond one module."""

import shutil
from pathlib import Path

import pytest

from scripts.checks import RULES, check, name
from scripts.content.load import load_course
from scripts.content.model import Course

LESSON = "modules/desk/first-letter/index.md"
BANK = "quizzes/desk/first-letter.md"


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def errors(root):
    problems = check(load_course(root))
    return [(str(problem.place), problem.rule) for problem in problems if problem.severity == "error"]


@pytest.fixture
def two_modules(good):
    """The good course with its module twice, under two names."""
    for path in (
        "modules/desk/first-letter",
        "quizzes/desk/first-letter.md",
        "quizzes/desk/first-letter.ko.md",
    ):
        copy = good / path.replace("first", "second")
        (shutil.copytree if (good / path).is_dir() else shutil.copy)(good / path, copy)
    replace(good / BANK.replace("first", "second"), "module: first-letter", "module: second-letter")
    replace(
        good / "modules/course.yml", "[first-letter]\n\nthread", "[first-letter, second-letter]\n\nthread"
    )
    replace(good / "modules/course.yml", "target_minutes: 20", "target_minutes: 40")
    return good


def test_two_modules_may_use_the_same_ids_and_need_one_another_in_turn(two_modules):
    replace(two_modules / LESSON.replace("first", "second"), "needs: []", "needs: [first-letter]")

    assert errors(two_modules) == []


def test_a_circle_of_needs_is_told_in_each_of_its_modules(two_modules):
    second = LESSON.replace("first", "second")
    replace(two_modules / second, "needs: []", "needs: [first-letter]")
    replace(two_modules / LESSON, "needs: []", "needs: [second-letter]")

    assert errors(two_modules) == [(f"{LESSON}:1", "needs-come-first"), (f"{second}:1", "needs-come-first")]


ALLOW = "allow:\n  pages-contain-no-html: An old page.\n"


def test_an_exception_holds_for_one_rule_in_one_file_and_its_translation(two_modules):
    second = LESSON.replace("first", "second")
    for path in (LESSON, second):
        replace(two_modules / path, "no such by-law", "<b>no</b> such by-law")
    replace(two_modules / LESSON.replace(".md", ".ko.md"), "\n## ", "\n<b>글</b>\n\n## ")
    replace(two_modules / BANK, "The office that", "The <b>office</b> that")
    replace(two_modules / LESSON, "needs: []\n", f"needs: []\n{ALLOW}")

    assert errors(two_modules) == [
        (f"{second}:15", "pages-contain-no-html"),
        (f"{BANK}:25", "pages-contain-no-html"),
    ]


def test_a_bank_makes_its_own_exceptions(good):
    replace(good / BANK, "The office that", "The <b>office</b> that")
    replace(good / BANK, "module: first-letter\n", f"module: first-letter\n{ALLOW}")

    assert errors(good) == []


def test_an_exception_of_a_module_holds_for_what_stands_beside_its_page(good):
    title = '<title data-ko="세 단계">Three steps</title>'
    (good / LESSON).with_name("three-steps.svg").write_text(f"<svg>{title}</svg>", "utf-8")
    assert {rule for _, rule in errors(good)} == {"drawings-are-plain"}

    replace(good / LESSON, "needs: []\n", "needs: []\nallow:\n  drawings-are-plain: It is being drawn.\n")

    assert errors(good) == []


def test_an_exception_for_what_has_no_rule_is_told_where_it_stands(good):
    replace(good / LESSON, "needs: []\n", f"needs: []\n{ALLOW.replace('html', 'jokes')}")

    assert errors(good) == [(f"{LESSON}:6", "exceptions-are-needed")]


def test_an_exception_gives_its_reason(good):
    replace(good / LESSON, "needs: []", "needs: []\nallow:\n  needs-come-first:")

    assert (f"{LESSON}:6", "heads-are-complete") in errors(good)


def test_problems_come_in_the_order_of_files_and_lines(lay):
    problems = check(load_course(lay("questions-are-well-formed")))

    assert [problem.place for problem in problems] == sorted(problem.place for problem in problems)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_no_rule_finds_anything_in_a_course_without_content(rule):
    assert list(rule(Course(Path("nowhere"), ""))) == []

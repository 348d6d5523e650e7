"""A new module has every part in place, and what is to fill is told by the check."""

import pytest

from scripts.checks import check
from scripts.content.load import load_course
from scripts.editing.scaffold import new_module

PLAN = "modules/course.yml"
FILES = [
    "modules/desk/second-letter/index.ko.md",
    "modules/desk/second-letter/index.md",
    "quizzes/desk/second-letter.ko.md",
    "quizzes/desk/second-letter.md",
]


@pytest.fixture
def planned(good):
    """The good course with an empty second module in its plan."""
    new_module(good, "desk", "second-letter", "The second letter")
    file = good / PLAN
    text = file.read_text("utf-8").replace(
        "[first-letter]\n\nthread", "[first-letter, second-letter]\n\nthread"
    )
    file.write_text(text.replace("target_minutes: 20", "target_minutes: 45"), "utf-8")
    return good


def test_a_module_has_a_page_and_a_bank_in_every_language(good):
    made = new_module(good, "desk", "second-letter", "The second letter")

    assert sorted(file.relative_to(good).as_posix() for file in made) == FILES
    assert all(file.read_bytes().endswith(b"\n") for file in made)


def test_nothing_is_overwritten_and_nothing_half_done(good):
    (good / FILES[3]).write_text("mine", "utf-8")

    with pytest.raises(FileExistsError):
        new_module(good, "desk", "second-letter", "The second letter")

    assert (good / FILES[3]).read_text("utf-8") == "mine"
    assert not any((good / file).exists() for file in FILES[:3])


@pytest.mark.parametrize("strand", ["desk", "post"])
def test_a_module_that_is_not_planned_yet_is_told(good, strand):
    new_module(good, strand, "second-letter", "The second letter")

    assert [(str(problem.place), problem.rule) for problem in check(load_course(good))] == [
        (f"modules/{strand}/second-letter/index.md:1", "every-module-is-planned-once")
    ]


def test_the_check_names_what_is_to_fill(planned):
    course = load_course(planned)
    problems = [problem for problem in check(course) if problem.severity == "error"]

    assert list(course.modules) == ["first-letter", "second-letter"]
    assert {problem.place.path for problem in problems} == set(FILES)
    assert {
        (problem.place.line, problem.message) for problem in problems if problem.place.path == FILES[1]
    } == {
        (6, "the presenter notes make 0 minutes, the lecture 2"),
        (7, "o1 is tested 1 times"),
        (2, "the key “summary” is missing"),
        (5, "the key “reviewed” is missing"),
        (7, "the key “o1” is missing"),
    }


def test_the_parts_are_those_that_the_rules_ask_for(planned):
    rules = {problem.rule for problem in check(load_course(planned))}

    assert not rules & {
        "files-can-be-read",
        "sections-stand-in-order",
        "headings-have-ids",
        "markers-are-known",
        "question-ids-are-words",
        "question-serves-an-objective",
        "questions-are-asked-once",
        "translations-have-the-same-bones",
        "translated-questions-have-the-same-key",
    }

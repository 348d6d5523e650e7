"""How long a lesson is thought to take."""

import pytest

from scripts.checks.times import minutes_fit_the_work, notes_fill_the_lecture
from scripts.content.load import load_course

LESSON = "modules/desk/first-letter/index"
WORDS = "The clerk reads every letter twice. " * 100


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(("minutes", "found"), [(6, 1), (8, 0), (10, 0), (13, 0), (15, 1)])
def test_600_words_4_questions_2_items_and_a_worksheet_take_about_10_minutes(good, minutes, found):
    """2.8 for the words, 4 for the questions, 0.7 for the items; 0.5 + 1.2 + 1.5 + 0.1 for the worksheet."""
    replace(good / f"{LESSON}.md", "A model continues text.", WORDS)
    replace(good / f"{LESSON}.md", "minutes: 20", f"minutes: {minutes}")

    problems = list(minutes_fit_the_work(load_course(good)))

    assert [str(problem.place) for problem in problems] == [f"{LESSON}.md:3"] * found


def test_a_lecture_takes_20_minutes_unless_the_plan_says_otherwise(good):
    replace(good / "modules/course.yml", "lecture_minutes: 2\n", "")

    assert {problem.message for problem in notes_fill_the_lecture(load_course(good))} == {
        "the presenter notes make 2 minutes, the lecture 20"
    }


def test_the_note_that_differs_from_the_other_language_is_named(good):
    for path, note in (
        (f"{LESSON}.md", "Presenter notes (%d min)"),
        (f"{LESSON}.ko.md", "발표자 노트 (%d분)"),
    ):
        more = f'\n\n??? instructor "{note % 1}"\n    Say so.\n\n## '
        replace(good / path, note % 2, note % 1)
        text = (good / path).read_text("utf-8")
        first, second, rest = text.split("\n\n## ", 2)
        (good / path).write_text(
            f"{first}\n\n## {second}\n\n## {rest.replace(chr(10) * 2 + '## ', more, 1)}", "utf-8"
        )
    assert list(notes_fill_the_lecture(load_course(good))) == []

    replace(good / f"{LESSON}.ko.md", '(1분)"\n    누가', '(3분)"\n    누가')

    [problem] = notes_fill_the_lecture(load_course(good))
    line = (good / f"{LESSON}.ko.md").read_text("utf-8").split("\n").index(
        '??? instructor "발표자 노트 (3분)"'
    ) + 1
    assert str(problem.place) == f"{LESSON}.ko.md:{line}"


def test_a_lab_takes_the_minutes_that_it_says(good):
    lab = good / "overrides/assets/labs/cutting/lab.yml"
    lab.parent.mkdir(parents=True)
    lab.write_text(
        "title: {en: Cut a text, ko: 글 나누기}\nintro: {en: Cut it., ko: 나눕니다.}\nstarts: itself\n"
        "minutes: 8\nsteps: [cut]\n",
        "utf-8",
    )
    replace(good / f"{LESSON}.md", "A model continues text.", f"{WORDS}\n\n<!-- lab: cutting -->\n")
    replace(good / f"{LESSON}.md", "minutes: 20", "minutes: 10")

    problems = list(minutes_fit_the_work(load_course(good)))

    assert ["take about 19" in problem.message for problem in problems] == [True]

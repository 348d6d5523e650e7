"""What changed is told in words, each change once, with what stood there before."""

import shutil
from dataclasses import replace

import pytest

from scripts.content.load import load_course
from scripts.reports.changes import changes
from scripts.reports.changes.records import Quote
from scripts.reports.changes.sentences import sentence_changes

LESSON = "modules/desk/first-letter/index.md"
KOREAN = "modules/desk/first-letter/index.ko.md"
BANK = "quizzes/desk/first-letter.md"
RIGHT = "- [x] Look in"


@pytest.fixture
def changed(good):
    """Changes the good course, a file at a time, and tells what changed: by path, the words."""
    base = load_course(good)

    def tell(*edits, files=()):
        for path, old, new in edits:
            text = (good / path).read_text("utf-8")
            assert old in text
            (good / path).write_text(text.replace(old, new, 1), "utf-8")
        return {each.path: each.changes for each in changes(base, load_course(good), files)}

    return tell


def words(found, path):
    return [change.words for change in found[path]]


def test_nothing_changed_is_nothing_told(changed):
    assert changed() == {}


def test_a_sentence_that_changed_is_quoted_and_its_translation_became_stale(changed):
    found = changed((LESSON, "no such by-law", "not one such by-law"))

    (change,) = found[LESSON]
    assert change.words == "1 sentence changed"
    assert ("gone", "no") in change.quotes[0].parts
    assert ("new", "not one") in change.quotes[0].parts
    assert words(found, KOREAN) == [
        "The translation became stale: its English text changed, and nobody has read both since"
    ]


def test_a_changed_number_is_pointed_out():
    (change,) = sentence_changes(["It took 3 days in 2024."], ["It took 5 days in 2024."])

    assert change.quotes == (Quote("It took 3 days in 2024.", "It took 5 days in 2024.", "a number changed"),)


def test_sentences_come_go_and_move():
    before = ["First of all.", "Second thing to say.", "Something quite different."]
    after = ["Second thing to say.", "First of all.", "Zebras eat grass at noon."]

    assert [change.words for change in sentence_changes(before, after)] == [
        "1 sentence added",
        "1 sentence taken out",
        "1 sentence moved to another place",
    ]


def test_a_rewritten_page_is_told_quickly():
    before = [f"Sentence {n} about the old desk." for n in range(400)]
    after = [f"{n} brand-new thoughts, unlike any." for n in range(400)]

    found = list(sentence_changes(before, after))

    assert [change.words for change in found] == ["400 sentences added", "400 sentences taken out"]


def test_a_new_figure_is_told_as_git_knows_it(changed):
    assert words(
        changed(files=[("A", "modules/desk/first-letter/x.svg")]), "modules/desk/first-letter/x.svg"
    ) == ["New figure"]


def test_minutes_and_objectives_are_told(changed):
    found = changed((LESSON, "minutes: 20", "minutes: 30"), (LESSON, "  o1: ", "  o1: Really "))

    assert words(found, LESSON) == ["Objective o1 reworded", "Minutes: 20 → 30"]


def test_another_key_is_told_with_both_answers(changed):
    found = changed((BANK, RIGHT, RIGHT.replace("[x]", "[ ]")), (BANK, "- [ ] Send", "- [x] Send"))

    (change,) = found[BANK]
    assert change.words == "Question unknown-by-law: the key changed: another answer is right"
    assert change.quotes[0].before.startswith("Look in")
    assert change.quotes[0].after.startswith("Send")


def test_a_question_without_a_reason_was_taken_out_and_with_one_retired(good):
    base = load_course(good)
    text = (good / BANK).read_text("utf-8")
    first, _, rest = text.partition("\n## ")
    (good / BANK).write_text(f"{first}\n## {rest.partition(chr(10) + '## ')[2]}", "utf-8")
    ((out,),) = [each.changes for each in changes(base, load_course(good), ()) if each.path == BANK]
    assert out.words == "Question unknown-by-law taken out"

    (good / "quizzes/retired.yml").write_text(
        "first-letter:\n  unknown-by-law: {since: 2026-11-24, why: Too easy.}\n", "utf-8"
    )
    ((out,),) = [each.changes for each in changes(base, load_course(good), ()) if each.path == BANK]
    assert out.words == "Question unknown-by-law retired: Too easy."


def test_options_in_another_order_and_new_words_are_told(changed):
    found = changed(
        (BANK, "- [ ] The resident who", "- [ ] A resident who"),
        (BANK, "> The office signed it.", "> It signed."),
    )

    assert words(found, BANK) == [
        "Question who-answers: options reworded",
        "Question who-answers: feedback reworded",
    ]


def test_a_renewed_source_is_told_with_its_days(changed):
    found = changed(("modules/sources.yml", "review_by: 20", "review_by: 21"))

    (line,) = words(found, "modules/sources.yml")
    assert " renewed: review by 20" in line


def test_a_new_term_is_told(changed):
    added = "zebra:\n  en: {term: zebra, means: An animal.}\n  ko: {term: 얼룩말, means: 동물.}\n"

    assert words(changed(("modules/glossary.yml", "", added)), "modules/glossary.yml") == [
        "Terms added: zebra"
    ]


def test_a_module_that_came_or_went_is_told(good):
    base = load_course(good)
    shutil.rmtree(good / "modules/desk/first-letter")

    gone = {each.path: each.changes for each in changes(base, load_course(good), ())}
    back = {each.path: each.changes for each in changes(load_course(good), base, ())}

    assert words(gone, LESSON)[0].startswith("The page is gone: ")
    assert words(back, LESSON)[0].startswith("The page is new: ")


def test_a_chart_that_changed_is_named_and_one_that_only_moved_is_not(course):
    module = course.modules["what-the-pilots-measured"]
    chart = module.charts["pilots"]

    def told(other):
        modules = {**course.modules, module.id: replace(module, charts={"pilots": other})}
        return [
            change.words
            for each in changes(course, replace(course, modules=modules), ())
            for change in each.changes
        ]

    assert told(replace(chart, place=chart.place._replace(line=9))) == []
    assert told(replace(chart, pilots=chart.pilots[1:])) == ["The chart “pilots” changed"]

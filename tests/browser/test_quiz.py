"""Questions: try, then learn. Each fault of the plugin that `quizzes.py` names is shown gone."""

import json

import pytest

PAGE = "role/why-digital-transformation/index.html"
SINGLE, SEVERAL, GAP = "papers-unchanged", "app-and-counter", "who-answers"
KEY = "ai-for-public-servants/answer/why-digital-transformation"


def question(page, name):
    return page.locator(f"#q-{name}")


def answer(page, name, *options):
    for option in options:
        question(page, name).locator(f"input[value={option}]").check()
    question(page, name).locator("button[type=submit]").click()


def said(page, name):
    return question(page, name).locator("[data-said]").inner_text()


def record(page, name):
    text = page.evaluate(f"localStorage.getItem('{KEY}/{name}')")
    return json.loads(text) if text else None


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("edition", ["", "ko/"])
def test_a_quiz_is_answered_with_the_keyboard_alone(visit, how, edition):
    tab = visit(how)
    page = tab.open(edition + PAGE)
    first = question(page, SINGLE).locator("input").first
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert said(page, SINGLE) == ""
    assert record(page, SINGLE) is None

    page.keyboard.press("Enter")

    assert record(page, SINGLE)["outcome"] == "first"
    assert said(page, SINGLE) != ""
    assert page.evaluate("document.activeElement.value") == "handling"
    assert tab.errors == []


def test_choosing_counts_nothing_and_an_empty_check_neither(visit):
    page = visit().open(PAGE)
    question(page, SINGLE).locator("button[type=submit]").click()
    assert record(page, SINGLE) is None
    question(page, SINGLE).locator("input[value=material]").check()

    assert record(page, SINGLE) is None
    assert question(page, SINGLE).locator(".course-answer__why:visible").count() == 0


def test_a_wrong_answer_teaches_points_back_and_may_be_tried_again(visit):
    page = visit().open(PAGE)
    answer(page, SINGLE, "material")
    box = question(page, SINGLE)
    assert box.locator(".course-answer__why:visible").count() == 1
    assert box.locator("a[href='#idea-three-words']").is_visible()
    assert record(page, SINGLE)["outcome"] == "tried"

    answer(page, SINGLE, "handling")

    assert record(page, SINGLE) == {
        "v": 1,
        "edition": 1,
        "outcome": "helped",
        "tries": 2,
        "chosen": ["handling"],
    }


def test_a_wrong_answer_does_not_give_the_right_one_away(visit):
    page = visit().open(PAGE)
    answer(page, SINGLE, "material")
    box = question(page, SINGLE)

    assert box.locator(".course-option[data-state=right]").count() == 0
    assert box.locator(".course-answer:not(:empty)").count() == 1


def test_a_page_announced_again_begins_nothing_twice(visit):
    tab = visit()
    page = tab.open(PAGE)
    before = page.locator("button").count()
    page.evaluate("for (const _ of [1, 2]) document$.next(document)")
    answer(page, SINGLE, "handling")

    assert page.locator("button").count() == before
    assert record(page, SINGLE)["tries"] == 1
    assert tab.errors == []


def test_what_is_said_is_said_politely_and_the_focus_stays(visit):
    page = visit().open(PAGE)
    box = question(page, SINGLE)
    assert box.locator("[data-said]").get_attribute("role") == "status"
    answer(page, SINGLE, "material")

    assert page.evaluate("document.activeElement.type") == "submit"
    assert box.locator("[data-said]").get_attribute("aria-live") == "polite"


def test_several_answers_say_how_many_are_missing_and_not_which(visit):
    page = visit().open(PAGE)
    answer(page, SEVERAL, "clerk-enters", "close-phone")
    box = question(page, SEVERAL)
    assert "1 of 2" in said(page, SEVERAL)
    assert box.locator(".course-option:has([value=plain-words]) .course-answer__why:visible").count() == 0

    box.locator("input[value=close-phone]").uncheck()
    answer(page, SEVERAL, "plain-words")

    assert record(page, SEVERAL)["outcome"] == "helped"


@pytest.mark.parametrize("typed", ["responsibility", "  RESPONSIBILITY ", "final   responsibility"])
def test_a_gap_takes_every_alternative_whatever_its_case_and_spaces(visit, typed):
    page = visit().open(PAGE)
    question(page, GAP).locator(".course-gap").fill(typed)
    page.keyboard.press("Enter")

    assert record(page, GAP)["outcome"] == "first"


def test_a_gap_takes_decomposed_hangul(visit, course):
    gap = course.modules["why-digital-transformation"].question(GAP, "ko").gaps[0]
    page = visit().open(f"ko/{PAGE}")
    question(page, GAP).locator(".course-gap").evaluate(
        "(box, text) => { box.value = text.normalize('NFD'); }", gap.answers[0]
    )
    question(page, GAP).locator("button[type=submit]").click()

    assert record(page, GAP)["outcome"] == "first"


def test_typed_text_is_never_html(visit):
    tab = visit()
    page = tab.open(PAGE)
    question(page, GAP).locator(".course-gap").fill("<img src=x onerror=document.title='hacked'>")
    page.keyboard.press("Enter")
    page.reload()

    assert page.locator("img[src=x]").count() == 0
    assert page.title() != "hacked"
    assert question(page, GAP).locator(".course-gap").input_value().startswith("<img")
    assert tab.errors == []


def test_every_gap_has_a_label_of_its_own_and_stands_in_the_form(visit):
    page = visit().open(PAGE)
    labels = page.locator(".course-gap").evaluate_all("all => all.map(a => [a.ariaLabel, !!a.form])")

    assert labels
    assert all(label and inside for label, inside in labels)


def test_a_shown_answer_is_not_mastered_and_stays_so(visit):
    page = visit().open(PAGE)
    question(page, SINGLE).locator("[data-show]").click()
    assert record(page, SINGLE)["outcome"] == "shown"
    answer(page, SINGLE, "handling")
    assert record(page, SINGLE)["outcome"] == "shown"

    question(page, SINGLE).locator("[data-again]").click()
    assert said(page, SINGLE) == ""
    assert question(page, SINGLE).locator(".course-answer__why:visible").count() == 0
    answer(page, SINGLE, "handling")

    assert record(page, SINGLE)["outcome"] == "helped"


def test_an_answer_found_without_help_is_not_lost_by_looking(visit):
    page = visit().open(PAGE)
    answer(page, SINGLE, "handling")
    question(page, SINGLE).locator("[data-show]").click()

    assert record(page, SINGLE)["outcome"] == "first"


def test_the_summary_counts_and_names_the_sections_to_read_again(visit):
    page = visit().open(PAGE)
    summary = page.locator("[data-summary]")
    assert not summary.is_visible()
    answer(page, SINGLE, "handling")
    answer(page, "chatbot-first", "buy-and-count")
    answer(page, "chatbot-first", "map-steps")
    question(page, GAP).locator("[data-show]").click()

    counts = summary.locator("dd").all_inner_texts()
    assert counts == ["1", "1", "1", "0", "7"]
    assert summary.locator("a[href='#idea-legal-duty']").is_visible()
    assert summary.locator("a[href='#idea-one-permit']").count() == 0


def test_one_question_or_all_of_the_module_can_be_started_again(visit):
    page = visit().open(PAGE)
    answer(page, SINGLE, "handling")
    answer(page, "chatbot-first", "map-steps")
    question(page, SINGLE).locator("[data-again]").click()
    assert record(page, SINGLE) is None
    assert record(page, "chatbot-first")

    page.locator("[data-reset-module]").click()
    page.locator(".course-confirm button").first.click()

    assert record(page, "chatbot-first") is None
    assert question(page, "chatbot-first").locator("input:checked").count() == 0


def test_starting_again_works_on_a_page_with_gaps(visit):
    tab = visit()
    page = tab.open(PAGE)
    question(page, GAP).locator(".course-gap").fill("nobody")
    page.keyboard.press("Enter")
    page.locator("[data-reset-module]").click()
    page.locator(".course-confirm button").first.click()

    assert question(page, GAP).locator(".course-gap").input_value() == ""
    assert tab.errors == []


def test_right_and_wrong_are_told_by_words_not_by_colour_alone(visit):
    page = visit().open(PAGE)
    answer(page, SINGLE, "material")
    assert (
        question(page, SINGLE)
        .locator(".course-option:has([value=material])")
        .inner_text()
        .count("Not this one")
        == 1
    )
    answer(page, SINGLE, "handling")

    assert "Right" in question(page, SINGLE).locator(".course-option:has([value=handling])").inner_text()


def test_no_key_is_visible_before_it_is_asked_for(visit):
    page = visit().open(PAGE)

    assert not page.locator("[data-keys]").is_visible()
    assert page.locator("[data-feedback]:visible").count() == 0

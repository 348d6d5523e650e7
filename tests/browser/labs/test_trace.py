"""Trace back, as a reader does it: with the keyboard or by pressing line numbers, in both languages."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.labs.test_every_lab import open_lab
from tests.browser.test_access import axe, violations  # noqa: F401 - a fixture is found by its name

SENTENCES = ".lab-trace__sentence[data-sentence]"
STATUS = "[data-lab-said]"


@pytest.fixture(scope="session")
def lab(course):
    return course.labs["trace"]


@pytest.fixture(scope="session")
def text(lab):
    return lab.exercises[lab.steps[0]]


def answer(page, text):
    """Gives the right answers with the keyboard alone."""
    for number, sentence in enumerate(text.summary):
        card = page.locator(SENTENCES).nth(number)
        if sentence.none:
            card.locator("input[type=checkbox]").press("Space")
        else:
            card.locator("input[type=text]").press_sequentially(text.numbers_of(sentence.lines))
    important = next(left.line for left in text.left_out if left.important)
    page.locator(f"[data-left-out] input[value={important}]").press("Space")


def check(page):
    page.locator(".lab-actions button").first.press("Enter")


@BOTH
@EDITIONS
def test_a_text_is_done_with_the_keyboard_and_counts_as_progress(visit, lab, text, how, edition):
    visitor = visit(how)
    page = open_lab(visitor, edition, "trace")
    language = "ko" if edition else "en"
    answer(page, text)
    assert page.locator(".lab-found").count() == 0
    check(page)

    page.locator(STATUS, has_text="100").wait_for()
    assert page.locator(f"{SENTENCES} .lab-good").count() == len(text.summary)
    for number, sentence in enumerate(text.summary):
        assert sentence.why[language] in page.locator(SENTENCES).nth(number).inner_text()
    assert page.evaluate("document.activeElement.hasAttribute('data-result')")
    page.reload()
    done = page.locator(".lab-pick").first
    done.wait_for()
    assert lab.words["passed_before"][language] in done.inner_text()
    assert visitor.errors == []


def test_a_pressed_line_number_is_added_to_the_sentence_at_hand_and_taken_away_again(visit):
    page = open_lab(visit(viewport={"width": 390, "height": 844}), "", "trace")
    second = page.locator(SENTENCES).nth(1)
    second.locator("legend").click()
    keys = page.locator(".lab-trace__key")
    keys.nth(5).click()
    keys.nth(4).click()
    page.locator(STATUS, has_text="Sentence 2: lines 5, 6").wait_for()
    keys.nth(5).click()

    assert second.locator("input[type=text]").input_value() == "5"
    assert keys.nth(4).get_attribute("aria-pressed") == "true"
    assert keys.nth(5).get_attribute("aria-pressed") == "false"
    assert page.locator(SENTENCES).first.locator("input[type=text]").input_value() == ""


def test_arrow_keys_move_between_the_line_numbers(visit):
    page = open_lab(visit(), "", "trace")
    page.locator(".lab-trace__key").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Space"):
        page.keyboard.press(key)

    assert page.locator(SENTENCES).first.locator("input[type=text]").input_value() == "2"


def test_a_line_that_does_not_exist_is_told_and_not_judged(visit, text):
    page = open_lab(visit(), "", "trace")
    answer(page, text)
    field = page.locator(SENTENCES).first.locator("input[type=text]")
    field.fill("3, 99")
    assert "“99”" in page.locator(SENTENCES).first.inner_text()
    check(page)

    page.locator(STATUS, has_text="“99”").wait_for()
    assert page.locator(".lab-feedback").count() == 0
    assert field.evaluate("field => field === document.activeElement")


def test_checking_too_early_names_what_is_open(visit):
    page = open_lab(visit(), "ko/", "trace")
    check(page)

    page.locator(STATUS, has_text="문장 5").wait_for()
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.sentence") == "1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_judged_text_has_no_violation_and_partial_answers_count_in_part(visit, axe, text, scheme):  # noqa: F811
    page = open_lab(visit(color_scheme=scheme), "", "trace")
    answer(page, text)
    page.locator(SENTENCES).first.locator("input[type=text]").fill("3, 9")
    check(page)

    page.locator(STATUS, has_text="Partly: 1").wait_for()
    assert "Missing: 4. Not needed: 9." in page.locator(SENTENCES).first.inner_text()
    assert violations(page, axe) == []


def test_the_sheet_has_a_blank_for_every_sentence_and_the_key_at_its_end(visit, lab):
    sheet = visit(java_script_enabled=False).open("labs/trace/index.html").locator("[data-lab-static]")
    found = sheet.inner_text()
    sentences = [sentence for text in lab.exercises.values() for sentence in text.summary]

    assert found.count("____") >= len(sentences)
    assert min(found.index(sentence.why["en"]) for sentence in sentences) > found.rindex("☐")


def test_a_click_with_the_mouse_meets_what_was_pressed(visit, text):
    page = open_lab(visit(), "", "trace")
    page.set_viewport_size({"width": 1280, "height": 900})
    for number in range(len(text.summary)):
        box = page.locator(SENTENCES).nth(number).locator("input[type=checkbox]")
        box.scroll_into_view_if_needed()
        place = box.bounding_box()
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        page.mouse.down()
        page.mouse.up()

        assert box.is_checked(), number

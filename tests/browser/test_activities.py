"""Sorting tasks and worksheets: done in the page, kept in the browser, printed and saved."""

import pytest

SORT = "concepts/what-generative-ai-is/index.html"
SHEET = "role/why-digital-transformation/index.html"


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("edition", ["", "ko/"])
def test_a_sorting_task_is_done_with_the_keyboard_and_kept(visit, course, how, edition):
    task = course.modules["what-generative-ai-is"].sorts["tools"]
    tab = visit(how)
    page = tab.open(edition + SORT)
    for item in task.items[:3]:
        select = page.locator(f"[data-item={item.id}] select")
        select.focus()
        select.select_option(item.goes[0])
    page.locator("[data-sort] button[type=submit]").press("Enter")
    assert page.locator(".course-sort__item[data-state=right]").count() == 3
    assert page.locator("[data-sort] [data-said]").inner_text().count("3") >= 1

    page.reload()

    assert page.locator(".course-sort__item[data-state=right]").count() == 3
    assert tab.errors == []


def test_a_wrong_place_teaches_why(visit, course):
    item = course.modules["what-generative-ai-is"].sorts["tools"].items[0]
    wrong = next(
        c for c in course.modules["what-generative-ai-is"].sorts["tools"].choices if c not in item.goes
    )
    page = visit().open(SORT)
    page.locator(f"[data-item={item.id}] select").select_option(wrong)
    page.locator("[data-sort] button[type=submit]").click()

    box = page.locator(f".course-sort__item[data-item={item.id}]")
    assert box.get_attribute("data-state") == "wrong"
    assert item.because["en"][:30] in box.inner_text()


def test_showing_the_answers_names_every_place(visit, course):
    task = course.modules["what-generative-ai-is"].sorts["tools"]
    page = visit().open(SORT)
    page.locator("[data-sort] [data-show]").click()

    for item in task.items:
        assert (
            task.choices[item.goes[0]]["en"]
            in page.locator(f".course-sort__item[data-item={item.id}]").inner_text()
        )


@pytest.mark.parametrize("how", ["http", "file"])
def test_a_worksheet_keeps_what_is_typed_in_both_languages(visit, how):
    tab = visit(how)
    page = tab.open(SHEET)
    page.locator("[data-field=service]").fill("주차 허가 <b>permit</b>")
    page.locator("[data-field='steps.0.who']").fill("Front desk")
    page.wait_for_timeout(500)
    page.reload()
    assert page.locator("[data-field=service]").input_value() == "주차 허가 <b>permit</b>"

    page = tab.open(f"ko/{SHEET}")

    assert page.locator("[data-field='steps.0.who']").input_value() == "Front desk"
    assert tab.errors == []


def test_a_worksheet_typed_and_left_at_once_is_kept(visit):
    tab = visit()
    page = tab.open(SHEET)
    page.locator("[data-field=service]").press_sequentially("x")
    tab.open("index.html")

    assert tab.open(SHEET).locator("[data-field=service]").input_value() == "x"


def test_a_worksheet_is_cleared_only_after_a_question(visit):
    page = visit().open(SHEET)
    page.locator("[data-field=service]").fill("permit")
    page.locator("[data-clear]").click()
    page.locator(".course-confirm button").last.click()
    assert page.locator("[data-field=service]").input_value() == "permit"

    page.locator("[data-clear]").click()
    page.locator(".course-confirm button").first.click()
    page.reload()

    assert page.locator("[data-field=service]").input_value() == ""


def test_a_worksheet_is_saved_as_a_text_file(visit):
    page = visit(accept_downloads=True).open(SHEET)
    page.locator("[data-field=service]").fill("주차 허가")
    with page.expect_download() as download:
        page.locator("[data-save-text]").click()

    text = download.value.path().read_text("utf-8")
    assert "주차 허가" in text


def test_ticks_of_a_rubric_are_kept(visit):
    tab = visit()
    page = tab.open("workshop/drafting-in-plain-language/index.html")
    tick = page.locator("[data-worksheet] input[type=checkbox]").first
    tick.check()
    page.wait_for_timeout(500)
    page.reload()

    assert tick.is_checked()

"""On paper: questions first, keys and explanations on the last page, no buttons."""

import pytest

PAGE = "role/why-digital-transformation/index.html"


@pytest.mark.parametrize("edition", ["", "ko/"])
def test_print_shows_keys_at_the_end_and_no_controls(visit, edition):
    page = visit().open(edition + PAGE)
    page.emulate_media(media="print")

    assert page.locator("[data-keys]").is_visible()
    for hidden in ("button", ".md-header", ".md-sidebar", ".course-footer a", "details.instructor"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.evaluate("getComputedStyle(document.querySelector('[data-keys]')).breakBefore") == "page"


def test_an_answered_question_is_printed_open(visit):
    page = visit().open(PAGE)
    page.locator("#q-papers-unchanged input[value=handling]").check()
    page.locator("#q-papers-unchanged button[type=submit]").click()
    page.emulate_media(media="print")

    assert page.locator("#q-papers-unchanged .course-answer__why:visible").count() == 0
    assert not page.locator("#q-papers-unchanged [data-said]").is_visible()


def test_the_keys_come_after_all_questions_in_the_pdf(visit, tmp_path):
    page = visit().open(PAGE)
    file = tmp_path / "page.pdf"
    page.pdf(path=str(file), format="A4")

    assert file.stat().st_size > 10_000


def test_a_printed_sorting_task_names_its_choices(visit, course):
    task = course.modules["what-generative-ai-is"].sorts["tools"]
    page = visit().open("concepts/what-generative-ai-is/index.html")
    choices = page.locator(".course-sort__choices")
    assert not choices.is_visible()
    page.emulate_media(media="print")

    assert all(label["en"] in choices.inner_text() for label in task.choices.values())


def test_a_worksheet_printed_alone_brings_nothing_else(visit):
    page = visit().open("workshop/verify-disclose-record/index.html")
    page.evaluate("window.print = () => {}")  # the marks stay until afterprint
    page.locator("[data-worksheet] [data-print]").first.click()
    page.emulate_media(media="print")

    assert page.locator("[data-worksheet]").first.is_visible()
    assert page.locator("[data-worksheet]:visible").count() == 1
    for away in ("[data-keys]", "[data-question]", "h1", ".course-sort"):
        assert page.locator(f"{away}:visible").count() == 0, away

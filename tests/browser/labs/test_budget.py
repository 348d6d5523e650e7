"""Errors in the table: marked, checked and mended with the keyboard, over http and from a folder."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS

PAGE = "labs/budget/index.html"
ROOM = "[data-lab-room]"


@pytest.fixture(scope="module")
def tables(course):
    return course.labs["budget"].exercises


def field(page, table, cell):
    return page.locator(f"#lab-budget-{table}-{cell}")


def flag(page, table, cell):
    return field(page, table, cell).locator("xpath=following-sibling::button")


def check_marks(page):
    page.locator(f"{ROOM} .md-button--primary").press("Enter")
    return page.locator(f"{ROOM} .lab-budget__list").last


@BOTH
@EDITIONS
def test_errors_are_marked_and_mended_with_the_keyboard(visit, tables, how, edition):
    table = tables["library"]
    tab = visit(how)
    page = tab.open(edition + PAGE)
    for error in table.errors:
        flag(page, "library", next(iter(error.cells))).press("Space")
    found = check_marks(page)
    assert found.locator(":scope > li > .lab-good").count() == len(table.errors)
    assert "1" in page.locator("[data-lab-progress]").inner_text()

    for error in table.errors:
        for cell in error.cells:
            field(page, "library", cell).focus()
            assert field(page, "library", cell).input_value() == table.contents[cell]
            page.keyboard.press("Control+a")
            page.keyboard.type(table.right[cell])
            page.keyboard.press("Tab")

    assert page.locator(f"{ROOM} > div > p > .lab-good").count() == 1
    assert field(page, "library", "C8").input_value() == "753,130"
    assert field(page, "library", "F3").input_value() == "14.0"
    assert tab.errors == []
    assert tab.elsewhere() == []


def test_marking_a_right_cell_costs_and_says_why(visit, tables):
    trap = tables["library"].traps[0]
    page = visit().open(PAGE)
    flag(page, "library", trap.cell).click()
    flag(page, "library", "D8").click()
    found = check_marks(page)

    assert trap.why["en"] in found.inner_text()
    assert "only because another cell is" in found.inner_text()
    page.locator("[data-lab-said]", has_text="Score 0").wait_for()
    assert page.locator("[data-lab-progress]").inner_text() == ""


def test_a_check_that_was_run_follows_what_is_changed(visit):
    page = visit().open(PAGE)
    check = page.locator(f"{ROOM} .lab-budget__list").first.locator("li").first
    check.locator("button").click()
    assert "left 740,330" not in check.inner_text()
    assert "740,330" in check.inner_text()
    field(page, "library", "C8").fill("=SUM(C2:C7)")
    field(page, "library", "C8").press("Enter")

    assert check.locator(".lab-good").count() == 1


def test_the_arrow_keys_lead_down_and_up_a_column(visit):
    page = visit().open(PAGE)
    field(page, "library", "C2").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "lab-budget-library-C4"
    page.keyboard.press("ArrowUp")

    assert page.evaluate("document.activeElement.id") == "lab-budget-library-C3"


@pytest.mark.parametrize("text", ["<script>1</script>", "=C8", "=1/0", "=" + "(" * 5000, "😀", "=ZZ9"])
def test_what_cannot_be_read_is_said_and_nothing_breaks(visit, text):
    tab = visit()
    page = tab.open(PAGE)
    field(page, "library", "C8").fill(text)
    field(page, "library", "C8").press("Tab")
    page.locator("[data-lab-said]", has_text="cannot be read").wait_for()

    assert field(page, "library", "C8").get_attribute("aria-invalid") == "true"
    page.locator(f"{ROOM} .lab-actions .lab-button", has_text="Put the table back").click()
    assert field(page, "library", "C8").input_value() == "740,330"
    assert tab.errors == []


def test_every_table_can_be_chosen(visit, tables):
    page = visit().open(PAGE)
    for name in ("festival", "meals"):
        page.locator(f"{ROOM} > [role=group] button", has_text=tables[name].title["en"]).click()
        first = next(cell for cell, held in tables[name].right.items() if held)
        assert field(page, name, first).is_visible()

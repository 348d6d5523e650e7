"""The chart of the pilots is read on a phone, in both languages: the table scrolls, the page does not."""

import pytest

PAGE = "cases/what-the-pilots-measured/index.html"
WIDTH = 390
SHOWN = ".course-chart svg:visible"
LETTERS = "svg => 20 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
READABLE = 16
"""Pixels, as large as the words around the drawing."""


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("edition", ["", "ko/"])
def test_the_chart_and_its_table_fit_a_phone(visit, course, how, edition):
    tab = visit(how, viewport={"width": WIDTH, "height": 844})
    page = tab.open(edition + PAGE)
    pilots = course.modules["what-the-pilots-measured"].charts["pilots"].pilots
    drawing, table = page.locator(SHOWN), page.locator(".course-chart + .course-scroll")

    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert drawing.bounding_box()["width"] > WIDTH * 0.8
    assert drawing.evaluate(LETTERS) >= READABLE
    assert table.bounding_box()["width"] <= WIDTH
    language = "ko" if edition else "en"
    for pilot in pilots:
        assert pilot.name[language] in drawing.get_attribute("aria-label")
        assert pilot.measured[language] in table.inner_text()

    table.focus()
    assert table.evaluate("it => it === document.activeElement && it.scrollWidth > it.clientWidth")
    assert tab.errors == []


@pytest.mark.parametrize("width", [320, WIDTH, 800, 1920])
@pytest.mark.parametrize("edition", ["", "ko/"])
def test_one_drawing_is_shown_and_every_line_stays_inside_it(visit, edition, width):
    page = visit(viewport={"width": width, "height": 844}).open(edition + PAGE)

    outside = page.locator(SHOWN).evaluate(
        """svg => [...svg.querySelectorAll("text")]
            .filter((line) => line.getBBox().x + line.getBBox().width > svg.viewBox.baseVal.width - 4)
            .map((line) => line.textContent)"""
    )
    assert outside == []


def test_the_table_leads_to_the_sources(visit):
    page = visit().open(PAGE)
    page.locator(".course-chart + .course-scroll a").first.click()

    assert page.url.endswith("#int-c-01")
    page.locator("#int-c-01").wait_for()

"""The report is one file: it opens without a network, obeys its own policy, and fits a phone and paper."""

import pytest


@pytest.fixture
def page(chromium, report_page):
    context = chromium.new_context(offline=True, viewport={"width": 390, "height": 800})
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("request", lambda request: opened.said.append(request.url))
    opened.goto(report_page)
    yield opened
    context.close()


def test_it_asks_for_nothing_and_breaks_no_policy(page, report_page):
    assert page.said == [report_page]
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_a_phone_scrolls_it_only_downwards(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_tile_leads_to_its_section(page):
    links = page.locator("nav a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    ids = page.locator("main h2").evaluate_all("all => all.map(h => '#' + h.id)")

    assert links == ids


def test_paper_shows_all_of_a_table(page):
    page.emulate_media(media="print")

    assert page.locator(".table").first.evaluate("box => getComputedStyle(box).overflowX") == "visible"

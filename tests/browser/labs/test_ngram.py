"""Train your own model, as a reader does it: by the keyboard, in both languages, with or without a server."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.labs.test_every_lab import open_lab

WROTE = "[data-lab-room] .lab-ngram__out"


@pytest.fixture
def opened(visit):
    def start(how="http", edition="", **options):
        tab = visit(how, **options)
        page = open_lab(tab, edition, "ngram")
        page.locator(WROTE).wait_for()
        return tab, page

    return start


def share(page):
    return page.locator("[data-lab-room] .lab-ngram__share strong").inner_text()


@BOTH
@EDITIONS
def test_three_steps_lead_from_nonsense_to_copying(opened, how, edition):
    tab, page = opened(how, edition)
    steps = page.locator("[data-lab-room] .lab-actions [aria-pressed]")
    steps.nth(0).press("Enter")
    assert "0" in share(page)
    assert page.locator("[data-lab-room] .lab-ngram__copied").count() == 0

    steps.nth(1).press("Enter")
    assert steps.nth(1).get_attribute("aria-pressed") == "true"
    steps.nth(2).press("Enter")
    assert "100" in share(page) or "9" in share(page)
    assert page.locator("[data-lab-room] .lab-ngram__copied").count() > 0
    assert page.locator("[data-lab-progress]").inner_text().count("3") == 2
    assert tab.errors == []
    assert tab.elsewhere() == []


def test_an_invented_article_stands_beside_the_real_one(opened):
    _, page = opened("http", "ko/")
    page.locator("[data-lab-room] .lab-actions [aria-pressed]").nth(1).press("Enter")
    card = page.locator("[data-lab-room] .lab-ngram__article").first.locator("dd")

    written, real = card.all_inner_texts()
    text = page.locator("textarea").input_value()
    assert written not in text
    assert real in text


def test_the_slider_is_moved_by_the_arrow_keys_and_the_draw_repeats(opened):
    _, page = opened()
    slider = page.locator("input[type=range]")
    before = page.locator(WROTE).inner_text()
    slider.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == page.locator("output").inner_text()
    assert page.locator(WROTE).inner_text() != before
    slider.press("ArrowLeft")
    assert page.locator(WROTE).inner_text() == before


def test_a_text_of_the_readers_own_is_learned(opened):
    tab, page = opened()
    page.locator("textarea").fill("one two three. " * 50)
    page.locator(WROTE).filter(has_text="two three.").wait_for()
    assert page.locator("[data-lab-room] select").input_value() == ""

    page.locator("textarea").fill("")
    page.locator(WROTE).wait_for(state="detached")
    assert tab.errors == []

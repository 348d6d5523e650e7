"""The tokens lab, as a reader uses it: by the keyboard, in both languages, with or without a server."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.labs.test_every_lab import open_lab, paste


@pytest.fixture
def opened(visit):
    def start(how="http", edition="", **options):
        tab = visit(how, **options)
        return tab, open_lab(tab, edition, "tokens")

    return start


def pieces(page):
    return page.locator("[data-lab-room] .lab-tokens__piece").all_inner_texts()


@BOTH
@EDITIONS
def test_text_becomes_pieces_and_three_vocabularies_are_compared(opened, how, edition):
    tab, page = opened(how, edition)
    page.locator("textarea").fill("하늘시 permit\n뷁")

    assert pieces(page)[:4] == ["하", "늘", "시", "·permit"]
    assert "↵" in pieces(page)
    assert page.locator("[data-lab-room] .lab-tokens__chip--bytes").count() == 2
    assert "뷁" in page.locator("[data-lab-room] .lab-tokens__part").first.inner_text()
    assert page.locator("[data-lab-room] .lab-tokens__stat dd").first.inner_text() == str(len(pieces(page)))

    page.locator("#lab-tokens-price").fill("2")
    assert "0.0" in page.locator("[data-lab-room] .lab-tokens__cost").inner_text()

    page.locator("[data-lab-room] button").press("Enter")
    page.locator("[data-lab-room] .lab-tokens__years").wait_for()
    rows = page.locator("[data-lab-room] .lab-tokens__years tbody tr").all_inner_texts()
    assert [row.split()[-2] for row in rows] == ["587", "286", "182"]
    assert page.evaluate("document.activeElement.matches('.lab-heading')")
    assert "2" in page.locator("[data-lab-progress]").inner_text()
    assert tab.errors == []
    assert tab.elsewhere() == []


def test_the_older_vocabularies_are_loaded_only_on_demand(opened):
    tab, _ = opened()

    assert [url for url in tab.requests if "/data/labs/" in url] == [f"{tab.base}data/labs/tokens/o200k.js"]


def test_a_script_that_the_vocabulary_lacks_is_named(opened):
    _, page = opened()
    page.locator("textarea").fill("permit 漢字")

    assert "漢 字" in page.locator("[data-lab-room] .lab-note").first.inner_text()


@EDITIONS
def test_of_very_many_pasted_lines_a_thousand_are_taken_and_the_page_says_so(opened, edition):
    _, page = opened("http", edition)
    field = page.locator("textarea")
    paste(field, "\n" * 300_000)

    assert field.input_value() == "\n" * 999
    note = page.locator("[data-lab-room] textarea + [role=status]")
    assert "1,000" in note.inner_text() or "1000" in note.inner_text()
    field.press_sequentially("a")
    assert note.count() == 0
    assert field.get_attribute("maxlength") == "10001"


def test_half_a_megabyte_is_cut_in_words_and_never_silently(opened):
    tab, page = opened()
    page.locator("textarea").evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }",
        "하늘시 permit <b>now</b> " * 25_000,
    )
    page.locator("[data-lab-room] .lab-note").first.wait_for()

    assert "10,000" in page.locator("[data-lab-room] .lab-note").first.inner_text()
    assert page.locator("[data-lab-room] .lab-tokens__chip").count() == 300
    assert page.locator("[data-lab-room] b").count() == 0
    assert tab.errors == []

"""Every page, in both languages, over http under the policy and from a folder with the network off."""

import pytest

from scripts.site.mount import address as page_address
from scripts.site.mount import source_paths

MODULE = "concepts/what-generative-ai-is/index.html"


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_page_errs_or_asks_another_host_for_anything(course, visit, how, language):
    tab = visit(how)
    for path in source_paths(course):
        tab.open(page_address(path, language))
        assert tab.page.locator("h1").count() == 1, path
    tab.open("404.html") if how == "http" else None

    assert tab.errors == []
    assert tab.elsewhere() == []


def test_no_cookie_is_set(course, visit):
    tab = visit()
    tab.open("index.html")
    tab.open(MODULE)

    assert tab.page.context.cookies() == []


@pytest.mark.parametrize("how", ["http", "file"])
def test_the_language_switch_stays_on_the_page(visit, how):
    tab = visit(how)
    page = tab.open(MODULE)
    title = page.locator("h1").inner_text()

    page.locator(".course-header__language").click()
    assert page.url == f"{tab.base}ko/{MODULE}"
    assert page.locator("html").get_attribute("lang") == "ko"
    page.locator(".course-header__language").click()

    assert page.locator("h1").inner_text() == title


@pytest.mark.parametrize("how", ["http", "file"])
def test_the_colour_scheme_follows_the_system_until_it_is_chosen(visit, how):
    tab = visit(how, color_scheme="dark")
    page = tab.open(MODULE)
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "slate"

    assert page.evaluate("localStorage.getItem('ai-for-public-servants/scheme')") is None
    page.emulate_media(color_scheme="light")
    page.locator("body[data-md-color-scheme=default]").wait_for()
    page.emulate_media(color_scheme="dark")
    page.locator("body[data-md-color-scheme=slate]").wait_for()

    page.locator("[data-scheme]").focus()
    page.keyboard.press("Space")
    page.reload()

    assert body.get_attribute("data-md-color-scheme") == "default"


@pytest.mark.parametrize("path", ["index.html", MODULE])
def test_the_menu_of_a_phone_is_opened_and_closed_with_the_keyboard(visit, path):
    page = visit(viewport={"width": 360, "height": 740}).open(path)
    button = page.locator("[data-menu]")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("!!document.activeElement.closest('#course-menu')")
    page.locator("#course-menu a").last.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('.md-content')")

    page.keyboard.press("Escape")

    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.hasAttribute('data-menu')")
    page.locator("#course-menu a").first.wait_for(state="hidden")


def test_the_language_switch_opens_at_the_section_that_is_being_read(visit):
    page = visit().open(MODULE)
    page.evaluate("document.getElementById('idea-calculate').scrollIntoView({behavior: 'instant'})")
    with page.expect_navigation():
        page.locator(".course-header__language").evaluate("link => link.click()")  # without scrolling there

    assert page.url.endswith(f"ko/{MODULE}#idea-calculate")


def test_letters_are_no_shortcuts(visit):
    page = visit().open(MODULE)
    before = page.url
    for key in ("n", "p", "s", "f", "/", ".", ","):
        page.keyboard.press(key)

    assert page.url == before
    assert page.locator("dialog[open]").count() == 0


def test_the_home_page_leads_back_to_the_last_module(visit):
    tab = visit()
    tab.open("index.html")
    assert not tab.page.locator("[data-continue]").is_visible()
    tab.open(f"ko/{MODULE}")
    page = tab.open("index.html")

    page.locator("[data-continue] a").click()

    assert page.url.endswith(MODULE)
    assert "/ko/" not in page.url


def test_a_citation_shows_its_source_as_a_tooltip(visit):
    page = visit().open("role/why-digital-transformation/index.html")
    page.locator(".footnote-ref").first.focus()

    tooltip = page.locator(".md-tooltip2--active")
    tooltip.wait_for()
    assert len(tooltip.inner_text()) > 20


def test_presenter_notes_wait_until_they_are_asked_for(visit):
    tab = visit()
    page = tab.open(MODULE)
    notes = page.locator("details.instructor")
    assert not notes.first.is_visible()

    page.locator("[data-notes]").click()
    assert notes.first.is_visible()
    page.reload()

    assert page.locator("details.instructor").first.is_visible()


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize(
    "path", ["index.html", MODULE, "ko/role/why-digital-transformation/index.html", "ko/glossary/index.html"]
)
def test_no_page_scrolls_sideways(visit, width, path):
    page = visit(viewport={"width": width, "height": 740}).open(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_table_is_scrolled_with_the_keyboard(visit):
    page = visit(viewport={"width": 390, "height": 740}).open("workshop/tables-and-numbers/index.html")
    table = page.locator(".course-scroll").first
    table.focus()
    table.press("ArrowRight")
    page.wait_for_timeout(300)

    assert table.evaluate("it => it.scrollLeft") > 0


def test_without_javascript_the_page_is_readable_and_says_what_is_missing(visit):
    page = visit(java_script_enabled=False).open(MODULE)

    assert page.locator("p.course-nojs").first.is_visible()
    assert page.locator("[data-keys]").is_visible()
    assert page.locator("details.instructor").first.is_visible()
    assert not page.locator(".course-question__actions").first.is_visible()


def test_the_glossary_can_be_filtered_in_either_language(visit):
    page = visit().open("glossary/index.html")
    everything = page.locator(".course-term:visible").count()
    page.locator("[data-filter] input").fill("환각")

    assert 0 < page.locator(".course-term:visible").count() < everything
    assert page.locator("#hallucination").is_visible()

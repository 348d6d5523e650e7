"""The built site: where pages are, what they carry, and what never reaches them."""

import json
import re

import pytest

from scripts.site.mount import address, source_paths
from scripts.site.policy import POLICY, inline_code

LANGUAGES = ("en", "ko")


def pages(site):
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}


def test_every_page_stands_at_its_address_in_both_languages(course, site):
    for path in source_paths(course):
        for language in LANGUAGES:
            page = (site / address(path, language)).read_text("utf-8")
            assert f'<html lang="{language}"' in page


def test_an_edit_link_opens_the_file_that_the_page_was_made_from(site):
    for name, source in (
        ("role/why-digital-transformation/index.html", "modules/role/why-digital-transformation/index.md"),
        (
            "ko/role/why-digital-transformation/index.html",
            "modules/role/why-digital-transformation/index.ko.md",
        ),
        ("ko/start/index.html", "docs/start.ko.md"),
    ):
        assert re.search(
            rf'href="[^"]*/{re.escape(source)}" class="course-edit"', (site / name).read_text("utf-8")
        )


def test_the_language_switch_leads_to_the_same_page(course, site):
    for path in source_paths(course):
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            file = site / address(path, language)
            link = re.search(
                r'class="course-header__language" data-language href="([^"]+)"', file.read_text("utf-8")
            )
            assert (file.parent / link[1]).resolve() == (site / address(path, other)).resolve()


def test_every_page_states_the_policy_and_keeps_it(site):
    for name, page in pages(site).items():
        assert f'http-equiv="Content-Security-Policy" content="{POLICY}"'.replace(
            "'", "&#39;"
        ) in page.replace("'", "&#39;"), name
        assert inline_code(page) == [], name
    assert POLICY in (site / "_headers").read_text("utf-8")
    assert "unsafe" not in POLICY


def test_nothing_is_asked_of_another_host(site):
    for name, page in pages(site).items():
        loaded = re.findall(r'<(?:script|img|iframe|source)\b[^>]*\bsrc="([^"]*)"', page)
        loaded += re.findall(r'<link\b(?![^>]*canonical)[^>]*\bhref="([^"]*)"', page)
        assert [url for url in loaded if "//" in url] == [], name
    for file in site.rglob("*.css"):
        assert not re.search(r"url\((?![\"']?data:)[^)]*//|@import", file.read_text("utf-8")), file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_quiz_plugin_is_left(site, language):
    page = (site / address("modules/concepts/what-generative-ai-is/index.md", language)).read_text("utf-8")

    for trace in ("quiz-progress", "mkdocs-quiz", "data-correct", "confetti", "quiz-button", 'class="quiz"'):
        assert trace not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_knows_sections_and_terms_but_no_question_and_no_answer(course, site, language):
    text = (site / "data" / f"search.{language}.js").read_text("utf-8")
    rows = json.loads(text.removeprefix("course.searchEntries(").removesuffix(");\n"))
    everything = " ".join(row[3] for row in rows)

    assert any(row[0].endswith("#idea-legal-duty") for row in rows)
    assert any(row[0].endswith("#hallucination") for row in rows)
    for module in course.in_order():
        for question in module.bank(language).questions:
            for choice in question.choices:
                assert choice.feedback not in everything


@pytest.mark.parametrize("prefix", ["", "ko/"])
def test_a_page_may_be_hidden_from_the_search(site, prefix):
    """Who looks for “sources” means the lesson, not the rule about it."""
    text = (site / "data" / f"search.{prefix.rstrip('/') or 'en'}.js").read_text("utf-8")

    assert f'"{prefix}editors/index.html' in text
    assert f'"{prefix}rules/index.html' not in text


def test_the_sitemap_names_every_page_in_both_languages(course, site):
    found = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))

    assert len(found) == len(set(found)) == 2 * len(source_paths(course))
    assert all(url.endswith("/") for url in found)


def test_shared_files_stand_once(site):
    assert not (site / "ko" / "assets").exists()
    assert not list(site.rglob("*.map"))
    assert not (site / "assets" / "javascripts" / "lunr").exists()


def test_sources_are_shown_at_the_foot_and_listed_with_the_pages_that_cite_them(course, site):
    page = (site / "role/why-digital-transformation/index.html").read_text("utf-8")
    listing = (site / "sources/index.html").read_text("utf-8")

    for citation in course.modules["why-digital-transformation"].page("en").outline.citations:
        assert f'id="fn:{citation.source}"' in page
        entry = re.search(rf'<li id="{citation.source}".*?</li>', listing, re.DOTALL)[0]
        assert "role/why-digital-transformation/index.html" in entry

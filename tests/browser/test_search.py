"""Search: loaded when it is opened, finds words with particles and inside compounds, needs no mouse."""

import pytest


def look_for(page, query):
    page.locator("[data-search-open]").click()
    page.locator("[data-find-input]").fill(query)
    page.locator("[data-find-results] li, [data-find-said]:has-text('“')").first.wait_for()
    return page.locator("[data-find-results] li")


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize(
    ("edition", "query", "page_title"),
    [("", "sampling", "what-generative-ai-is"), ("ko/", "민원", "drafting-in-plain-language")],
)
def test_a_module_is_found(visit, how, edition, query, page_title):
    tab = visit(how)
    found = look_for(tab.open(f"{edition}index.html"), query)

    assert any(page_title in link for link in found.locator("a").evaluate_all("all => all.map(a => a.href)"))
    found.locator("a").first.click()
    assert tab.page.url.startswith(tab.base + edition)
    assert tab.errors == []


def test_nothing_is_loaded_before_search_is_opened(visit):
    tab = visit()
    page = tab.open("concepts/what-generative-ai-is/index.html")
    page.wait_for_timeout(500)
    assert not [url for url in tab.requests if "/search." in url or "minisearch" in url]

    look_for(page, "token")

    assert [url for url in tab.requests if "/data/search.en.js" in url]


@pytest.mark.parametrize("query", ["환각이란", "환각은", "환각", "환각을"])
def test_a_korean_word_is_found_with_any_particle(visit, query):
    found = look_for(visit().open("ko/index.html"), query)

    assert any(
        "#hallucination" in link for link in found.locator("a").evaluate_all("all => all.map(a => a.href)")
    )


def test_a_korean_word_is_found_inside_a_compound(visit):
    found = look_for(visit().open("ko/index.html"), "등록번호")

    assert found.count() > 0
    assert any("등록번호" in text for text in found.all_inner_texts())


def test_one_syllable_may_be_a_word(visit):
    assert look_for(visit().open("ko/index.html"), "법").count() > 3


def test_typing_decomposed_hangul_finds_the_same(visit):
    page = visit().open("ko/index.html")
    composed = look_for(page, "저작권").all_inner_texts()
    page.locator("[data-find-input]").fill("저작권".encode().decode())
    page.locator("[data-find-input]").evaluate(
        "(box) => { box.value = '저작권'.normalize('NFD'); box.dispatchEvent(new Event('input')); }"
    )

    assert page.locator("[data-find-results] li").all_inner_texts() == composed


def test_the_keyboard_is_enough(visit):
    page = visit().open("index.html")
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("hallucination")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html#*hallucination*")
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")

    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.hasAttribute('data-search-open')")


def test_what_is_typed_is_never_html(visit):
    page = visit().open("index.html")
    page.locator("[data-search-open]").click()
    page.locator("[data-find-input]").fill("<img src=x onerror=alert(1)>zzzz")
    page.locator("[data-find-said]:has-text('zzzz')").wait_for()

    assert page.locator("dialog img").count() == 0


def test_questions_are_not_found(visit, course):
    question = course.modules["what-generative-ai-is"].bank("en").questions[0]
    found = look_for(visit().open("index.html"), question.choices[0].feedback[:40])

    assert not any(
        "answers" in link for link in found.locator("a").evaluate_all("all => all.map(a => a.href)")
    )

"""axe-core finds nothing on any kind of page, in both languages and both colour schemes."""

import pytest

PAGES = {
    "home": "index.html",
    "start": "start/index.html",
    "strand": "role/index.html",
    "thread": "thread/index.html",
    "glossary": "glossary/index.html",
    "sources": "sources/index.html",
    "privacy": "privacy/index.html",
    "editors": "editors/index.html",
    "module with a worksheet": "role/why-digital-transformation/index.html",
    "module with a sorting task": "concepts/what-generative-ai-is/index.html",
    "workshop with wide tables": "workshop/tables-and-numbers/index.html",
    "case with three worksheets": "cases/your-own-case/index.html",
    "case with a chart": "cases/what-the-pilots-measured/index.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe(root):
    return (root / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    return [f"{v['id']}: {n['html'][:120]}" for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edition", ["", "ko/"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_has_no_violation(visit, axe, path, edition, scheme):
    page = visit(color_scheme=scheme).open(edition + path)

    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edition", ["", "ko/"])
def test_answered_questions_have_no_violation(visit, axe, edition, scheme):
    page = visit(color_scheme=scheme).open(f"{edition}role/why-digital-transformation/index.html")
    page.locator("#q-papers-unchanged input[value=material]").check()
    page.locator("#q-papers-unchanged button[type=submit]").click()
    page.locator("#q-chatbot-first input[value=map-steps]").check()
    page.locator("#q-chatbot-first button[type=submit]").click()
    page.locator("#q-app-and-counter [data-show]").click()
    page.locator("#q-who-answers .course-gap").fill("nobody")
    page.keyboard.press("Enter")
    page.locator("[data-notes]").click()

    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edition", "query"), [("", "token"), ("ko/", "민원")])
def test_the_open_search_has_no_violation(visit, axe, edition, query, scheme):
    page = visit(color_scheme=scheme).open(f"{edition}index.html")
    page.locator("[data-search-open]").click()
    page.locator("[data-find-input]").fill(query)
    page.locator("[data-find-results] li").first.wait_for()

    assert violations(page, axe) == []


@pytest.mark.parametrize("edition", ["", "ko/"])
def test_sorted_items_have_no_violation(visit, axe, edition):
    page = visit().open(f"{edition}concepts/what-generative-ai-is/index.html")
    page.locator("[data-sort] select").first.select_option(index=1)
    page.locator("[data-sort] button[type=submit]").click()
    page.locator("[data-sort] [data-show]").click()

    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_has_no_violation(chromium, report_page, axe, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(report_page)

    assert violations(page, axe) == []
    context.close()

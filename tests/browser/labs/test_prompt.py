"""The prompt workbench: built by keyboard, improved from what the rules say, compared, copied, printed."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS

PAGE = "labs/prompt/index.html"
LAB = "#lab-prompt-rules"


@pytest.fixture
def words(course):
    return lambda key, edition="", **values: (
        course.labs["prompt"].words[key]["ko" if edition else "en"].format(**values)
    )


def press(page, text):
    page.locator(LAB).get_by_role("button", name=text, exact=True).click()


def state(page, rule):
    return page.locator(f"{LAB} [data-rule={rule}]").get_attribute("data-state")


@BOTH
@EDITIONS
def test_a_prompt_is_built_with_the_keyboard_and_nothing_of_it_is_kept(visit, words, how, edition):
    tab = visit(how)
    page = tab.open(edition + PAGE)
    page.locator(f"{LAB} textarea").first.focus()
    page.keyboard.type("민원 답변을 써 주십시오." if edition else "Write a reply.")
    page.keyboard.press("Tab")
    page.keyboard.type("<b>누수</b> closed the hall")

    assert state(page, "asks-for-something") == "met"
    assert state(page, "tells-the-situation") == "open"
    assert "<b>누수</b>" in page.locator(f"{LAB} [data-prompt-text]").inner_text()
    page.get_by_text(words("count", edition, met=6, all=16).split(":")[0]).first.wait_for()
    page.locator(f"{LAB} [data-lab-progress]").get_by_text("1").wait_for()
    assert "누수" not in page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"
    )
    assert tab.errors == []
    assert tab.elsewhere() == []


@EDITIONS
def test_a_weak_prompt_is_kept_improved_and_compared(visit, words, edition):
    tab = visit()
    page = tab.open(edition + PAGE)
    press(page, words("put_weak", edition))
    assert "Article 12" in page.locator(LAB).inner_text() or edition
    assert state(page, "no-personal-data") == "open"
    press(page, words("keep", edition, number=1))
    press(page, words("mask", edition))
    assert "010-0000-1234" not in page.locator(f"{LAB} [data-prompt-text]").inner_text()
    for name in ("check", "format"):
        text = (
            "자료에 없으면 없다고 쓰고 근거를 적으십시오. 3문단"
            if edition
            else "If it is not in the text, say so, quote the line. 3 paragraphs"
        )
        page.locator(f"{LAB} textarea[name={name}]").fill(text)
    press(page, words("versions", edition))

    inserted = page.locator(f"{LAB} ins").all_inner_texts()
    deleted = page.locator(f"{LAB} del").all_inner_texts()
    assert any("3" in text for text in inserted)
    assert any("010-0000-1234" in text for text in deleted)
    assert (
        page.locator(f"{LAB} ins").first.evaluate("e => getComputedStyle(e).textDecorationLine")
        == "underline"
    )
    assert (
        page.locator(f"{LAB} del").first.evaluate("e => getComputedStyle(e).textDecorationLine")
        == "line-through"
    )
    page.locator(f"{LAB} [data-lab-progress]").get_by_text("3").first.wait_for()
    press(page, words("take", edition))
    assert "010-0000-1234" in page.locator(f"{LAB} [data-prompt-text]").inner_text()
    assert tab.errors == []


def test_every_sound_prompt_meets_all_rules_in_the_page(visit, course, words):
    page = visit().open(PAGE)
    bench = course.labs["prompt"].exercises["rules"]
    for task in bench.tasks:
        page.locator(f"{LAB} select").first.select_option(task.id)
        press(page, words("put_sound"))
        assert page.locator(f"{LAB} [data-state=open]").count() == 0, task.id
        assert page.get_by_text(words("all_met")).is_visible()


def test_a_prompt_is_copied_and_printed_alone(visit, words):
    page = visit(permissions=["clipboard-read", "clipboard-write"]).open(PAGE)
    page.evaluate("window.print = () => (window.printed = true)")
    press(page, words("put_sound"))
    text = page.locator(f"{LAB} [data-prompt-text]").evaluate("e => e.textContent")
    press(page, words("copy"))
    page.locator(f"{LAB} [data-lab-said]").get_by_text(words("copied")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text

    press(page, words("print"))
    page.emulate_media(media="print")
    assert page.evaluate("window.printed")
    assert page.locator(f"{LAB} [data-prompt-text]").is_visible()
    assert not page.locator("h1").is_visible()
    assert not page.locator(f"{LAB} textarea").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_half_a_megabyte_is_cut_and_the_page_says_so(visit, words):
    tab = visit()
    page = tab.open(PAGE)
    page.evaluate(
        """lab => {
        const field = document.querySelector(`${lab} textarea[name=material]`);
        field.value = "\\ud800<script>\\0 \\u202e\\u05e9\\u05dc ".repeat(30000);
        field.dispatchEvent(new Event("input", {bubbles: true}));
    }""",
        LAB,
    )
    page.locator(LAB).get_by_text("only the first 8000 characters fit").first.wait_for()
    assert len(page.locator(f"{LAB} textarea[name=material]").input_value()) <= 8_000
    assert tab.errors == []


def test_without_the_checker_the_rest_works_and_says_so(visit, words):
    page = visit().page
    page.route("**/data/labs/paste/rules.js", lambda route: route.abort())
    page.goto(visit().base + PAGE)
    page.locator(f"{LAB} textarea").first.fill("Write a reply to 010-0000-1234.")

    assert state(page, "no-personal-data") == "unchecked"
    assert page.get_by_text(words("unchecked_text")).is_visible()

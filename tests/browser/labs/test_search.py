"""The lab that searches the course, done with the keyboard in both languages, also from a folder."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS

PAGE = "labs/search/index.html"
FAIR = {"": "may I delete my chats with the tool", "ko/": "AI와 나눈 대화를 삭제해도 됩니까"}
FOREIGN = {"": "how do I unclog a sink", "ko/": "싱크대가 막혔을 때"}


@pytest.fixture
def started(visit):
    def opened(how, edition, **options):
        visitor = visit(how, **options)
        page = visitor.open(edition + PAGE)
        page.locator("[data-lab-start]").press("Enter")
        page.locator("[data-lab=search][data-state=open]").wait_for()
        return visitor, page

    return opened


def lists(page):
    return [
        page.locator(f"#lab-search-{name} ~ ol a").all_inner_texts() for name in ("words", "meaning", "both")
    ]


def answer(page):
    page.locator("[data-lab=search] .md-button--primary:visible").press("Enter")
    return page.locator(".lab-search__answer")


@BOTH
@EDITIONS
def test_the_whole_lab_is_done_with_the_keyboard(started, how, edition):
    visitor, page = started(how, edition)
    page.locator(".lab-search__question").press_sequentially(FAIR[edition])
    page.wait_for_timeout(100)
    mine = lists(page)
    assert all(mine)
    assert page.locator("#lab-search-words ~ ol mark").count()

    page.locator("input[name=lab-search-among]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    other = "en" if edition else "ko"
    assert len(page.locator(f"#lab-search-meaning ~ ol a[lang={other}]").all()) == len(lists(page)[1]) > 0
    page.keyboard.press("ArrowRight")  # back to the first
    page.wait_for_timeout(100)
    assert lists(page) == mine

    quotes = answer(page).locator("q")
    quotes.first.wait_for()
    sentence = quotes.first.text_content()
    source = answer(page).locator("li a").first
    page.locator("input[name=lab-search-how]").first.focus()
    page.keyboard.press("ArrowDown")
    written = answer(page).locator(".lab-out")
    finished = "4개 중 4개" if edition else "4 of 4"
    page.locator("[data-lab-progress]", has_text=finished).wait_for()
    assert len(written.inner_text()) > 5
    assert answer(page).locator("a").count() == 0

    page.locator("input[name=lab-search-how]").last.focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(50)
    page.locator("[data-lab=search] .md-button--primary:visible").press("Enter")
    source.press("Enter")
    page.wait_for_load_state()
    assert sentence[:40] in page.locator("article").inner_text()
    assert "#" in page.url
    assert visitor.errors == []
    assert visitor.elsewhere() == []


@EDITIONS
def test_a_question_that_the_course_cannot_answer_is_refused_in_words(started, edition):
    visitor, page = started("http", edition)
    page.locator(".lab-search__question").fill(FOREIGN[edition])
    page.wait_for_timeout(100)
    told = answer(page).inner_text()

    assert answer(page).locator("q, a").count() == 0
    assert ("찾지 못했습니다" if edition else "Not found in the course") in told
    assert visitor.errors == []


def test_a_long_question_is_cut_with_a_word_and_never_stored(started):
    visitor, page = started("http", "")
    page.locator(".lab-search__question").fill("permit <script>alert(1)</script> " * 1000)
    page.wait_for_timeout(200)

    assert page.get_by_text("Only the first 500 characters are read.").is_visible()
    assert "permit <" not in page.evaluate("JSON.stringify(localStorage)")
    assert visitor.errors == []


def test_a_letter_typed_shows_its_result_within_a_picture_on_a_slow_machine(started):
    _, page = started("http", "")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    took = page.evaluate(
        """async (text) => {
            const field = document.querySelector(".lab-search__question");
            const times = [];
            for (let end = 5; end <= text.length; end++) {
                await new Promise((go) => setTimeout(go, 30));
                const real = window.requestAnimationFrame;
                let update;
                window.requestAnimationFrame = (act) => ((update = act), 1);
                field.value = text.slice(0, end);
                field.dispatchEvent(new Event("input"));
                window.requestAnimationFrame = real;
                const since = performance.now();
                update();
                times.push(performance.now() - since);
            }
            return times.sort((a, b) => a - b);
        }""",
        "may I delete my chats with the approved assistant",
    )

    assert took[len(took) // 2] <= 2 * 16, took  # 16 ms on a machine that does nothing else

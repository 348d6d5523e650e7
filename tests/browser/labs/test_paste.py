"""Check before you paste: what a reader does with the keyboard, over http and from a folder."""

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.labs.test_every_lab import paste

PAGE = "labs/paste/index.html"
DAILY = "paste-checker/index.html"
OPEN = ".course-lab[data-state=open]"
STOP = ".lab-paste-stop"
PASTE = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }"


def opened(visitor, path):
    page = visitor.open(path)
    page.locator(OPEN).wait_for()
    return page


def field(page):
    return page.locator("[data-lab-room] textarea").first


def masked(page):
    return page.locator("[data-lab-room] textarea[readonly]").input_value()


@BOTH
@EDITIONS
def test_a_text_is_checked_masked_and_the_missed_parts_are_found_by_keyboard(visit, course, how, edition):
    language = "ko" if edition else "en"
    visitor = visit(how)
    page = opened(visitor, edition + PAGE)
    page.locator("[data-lab-room] .lab-button").first.press("Enter")

    assert page.locator(STOP).is_visible()
    assert "900101-1234567" in field(page).input_value()
    assert "900101-1234567" not in masked(page)
    page.locator("[data-lab-room] .md-button").first.press("Enter")
    assert "010-0000-1234" not in masked(page)
    assert masked(page).count("1]") >= 7
    for number, document in enumerate(course.labs["paste"].exercises["missed"].documents):
        page.locator(".lab-actions .lab-button[aria-current]").nth(number).press("Enter")
        for part in document.parts:
            if part.says == "missed":
                start = part.text[language][:20]
                page.locator(".lab-paste-part", has_text=start).press("Space")
        page.locator("fieldset .md-button").press("Enter")
        assert page.locator(".lab-paste-note .lab-bad").count() == 0

    assert "3" in page.locator("[data-lab-progress]").inner_text()
    assert visitor.errors == []
    assert visitor.elsewhere() == []


def test_what_must_not_leave_cannot_be_left_unmasked_and_the_rest_can(visit):
    page = opened(visit(), PAGE)
    field(page).fill("Applicant: Minseo Kim, RRN 900101-1234567, mobile 010-0000-1234")
    row = page.locator("tbody tr")

    assert row.filter(has_text="900101").locator("input").is_disabled()
    row.filter(has_text="010-0000").locator("input").uncheck()
    assert "010-0000-1234" in masked(page)
    assert "[RESIDENT_NO_1]" in masked(page)
    assert "Minseo Kim" in masked(page)
    row.filter(has_text="Minseo").locator("input").check()
    assert "[NAME_1]" in masked(page)


def test_a_marked_document_gets_no_copy_at_all(visit):
    page = opened(visit(), PAGE)
    field(page).fill("[대외비] 담당 김하늘 주무관 010-0000-1234")

    assert page.locator(STOP).is_visible()
    assert not page.locator("[data-lab-room] textarea[readonly]").is_visible()
    assert masked(page) == ""


def test_where_the_clipboard_is_refused_the_masked_text_is_selected(visit):
    page = opened(visit(), PAGE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    field(page).fill("Mobile 010-0000-1234")
    page.locator("[data-lab-room] .md-button--primary").first.click()
    page.locator("[data-lab-said]", has_text="Ctrl+C").wait_for()

    assert page.evaluate("document.activeElement.selectionEnd") == len("Mobile [PHONE_1]")


def test_a_long_text_is_taken_from_the_clipboard_before_it_is_laid_out(visit):
    page = opened(visit(), PAGE)
    field(page).fill("before")
    paste(field(page), "\n" * 200_000 + "mobile 010-0000-1234")
    page.locator("tbody tr", has_text="010-0000").first.wait_for()

    assert len(field(page).input_value()) == 8_000
    assert "before" not in field(page).input_value()


def test_half_a_megabyte_is_checked_to_its_end_and_copied_whole(visit):
    visitor = visit()
    page = opened(visitor, DAILY)
    page.evaluate("navigator.clipboard.writeText = async (text) => (window.copied = text)")
    text = "신청인: 김하늘\n" + "Nothing here, only words and words.\n" * 14_000 + "010-0000-4321\n" * 2_000
    field(page).evaluate(PASTE, text)
    page.locator(".lab-note", has_text="2001").wait_for()
    page.locator("[data-lab-room] .md-button--primary").click()
    page.wait_for_function("window.copied")

    assert page.evaluate("copied.split('[PHONE_1]').length") == 2_001
    assert len(field(page).input_value()) < 10_000
    page.locator("[data-lab-room] .lab-button").click()
    assert field(page).is_editable()
    assert visitor.errors == []


@EDITIONS
def test_the_page_for_daily_use_has_the_checker_and_no_exercise(visit, edition):
    visitor = visit("file")
    page = opened(visitor, edition + DAILY)
    field(page).fill("Mobile 010-0000-1234")

    assert "_1]" in masked(page)
    assert page.locator(".lab-paste-part").count() == 0
    assert page.locator("[data-lab-progress]").inner_text() == ""
    assert visitor.errors == []

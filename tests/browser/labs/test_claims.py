"""Find the fabricated claim, as a reader does it: with the keyboard, in both languages, from a folder."""

import pytest

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.labs.test_every_lab import open_lab
from tests.browser.test_access import axe, violations  # noqa: F401 - a fixture is found by its name

SENTENCES = ".lab-claims__sentence"
STATUS = "[data-lab-said]"


@pytest.fixture(scope="session")
def lab(course):
    return course.labs["claims"]


def mark(page, marks):
    """Marks each sentence with the keyboard alone: Tab into the group, arrow keys to the choice."""
    for number, verdict in enumerate(marks):
        group = page.locator(SENTENCES).nth(number).locator("input")
        group.first.focus()
        page.keyboard.press("Space")
        for _ in range(["supported", "contradicted", "none"].index(verdict)):
            page.keyboard.press("ArrowDown")


def check(page):
    page.locator(".lab-actions button").first.focus()
    page.keyboard.press("Enter")


@BOTH
@EDITIONS
def test_a_case_is_done_with_the_keyboard_and_counts_as_progress(visit, lab, how, edition):
    case = lab.exercises[lab.steps[0]]
    visitor = visit(how)
    page = open_lab(visitor, edition, "claims")
    language = "ko" if edition else "en"
    mark(page, [claim.verdict for claim in case.answer])
    assert page.locator(".lab-found").count() == 0  # the sources give nothing away
    check(page)

    page.locator(STATUS, has_text="100").wait_for()
    assert page.locator(f"{SENTENCES} .lab-good").count() == len(case.answer)
    assert page.locator(".lab-found").count() == sum(len(claim.sentences) for claim in case.answer)
    for number, claim in enumerate(case.answer):
        assert claim.why[language] in page.locator(SENTENCES).nth(number).inner_text()
    assert page.evaluate("document.activeElement.hasAttribute('data-result')")
    page.reload()
    done = page.locator(".lab-pick").first
    done.wait_for()
    assert lab.words["passed_before"][language] in done.inner_text()
    assert visitor.errors == []


def test_checking_too_early_leads_to_the_first_sentence_without_a_mark(visit):
    page = open_lab(visit(), "", "claims")
    mark(page, ["supported"])
    check(page)

    page.locator(STATUS, has_text="2, 3, 4, 5, 6").wait_for()
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.sentence") == "2"
    assert page.locator(".lab-feedback").count() == 0


@pytest.mark.parametrize("verdict", ["supported", "contradicted", "none"])
def test_marking_all_alike_earns_nothing_and_says_why(visit, lab, verdict):
    page = open_lab(visit(), "", "claims")
    mark(page, [verdict] * len(lab.exercises[lab.steps[0]].answer))
    check(page)

    page.locator(STATUS, has_text="0 of 100 points").wait_for()
    assert "without ground" in page.locator(STATUS).inner_text()
    assert page.locator("[data-lab-progress]").inner_text() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_judged_case_has_no_violation_and_leads_on(visit, lab, axe, scheme):  # noqa: F811
    page = open_lab(visit(color_scheme=scheme), "ko/", "claims")
    mark(page, ["contradicted"] * len(lab.exercises[lab.steps[0]].answer))
    check(page)
    page.locator(f"{STATUS}:not(:empty)").wait_for()
    assert violations(page, axe) == []
    page.locator(".lab-actions button").first.press("Enter")

    title = lab.exercises[lab.steps[1]].title["ko"]
    assert page.evaluate("document.activeElement.textContent") == title
    assert page.locator(".lab-pick[aria-current=true]").inner_text().startswith(title)
    assert page.locator(f"{SENTENCES} input:checked").count() == 0


def test_the_answer_names_what_made_it(visit, lab):
    page = open_lab(visit(), "", "claims")
    for step in lab.steps:
        case = lab.exercises[step]
        page.locator(".lab-pick", has_text=case.title["en"]).click()
        assert (case.about["en"] or lab.words["about"]["en"]) in page.locator(
            ".lab-claims__room"
        ).inner_text()


def test_the_sheet_has_a_box_for_every_verdict_and_the_key_at_its_end(visit, lab):
    sheet = visit(java_script_enabled=False).open("labs/claims/index.html").locator("[data-lab-static]")
    text = sheet.inner_text()
    claims = [claim for case in lab.exercises.values() for claim in case.answer]

    assert text.count("☐") == 3 * len(claims)
    assert min(text.index(claim.why["en"]) for claim in claims) > text.rindex("☐")

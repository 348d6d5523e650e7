"""The self-assessment, done with the keyboard, over http and from a folder, in both languages."""

import json

from tests.browser.conftest import BOTH, EDITIONS

PAGE = "labs/competencies/index.html"
ROOM = "[data-lab-room]"
KEPT = """() => Object.entries(localStorage)
    .filter(([key]) => key.endsWith("/self-assessment"))
    .map(([, value]) => value)"""


def cards(page):
    return page.locator(f"{ROOM} fieldset")


def sentence(page, card, level):
    return cards(page).nth(card).locator("input[type=radio]").nth(level - 1)


def result(page):
    return page.locator(".lab-competencies__result")


def rows(page):
    return [row.inner_text() for row in result(page).locator("tbody tr").all()]


@BOTH
@EDITIONS
def test_all_eight_are_chosen_with_the_keyboard_and_the_result_follows(visit, how, edition, course):
    framework = course.labs["competencies"].exercises["framework"]
    tab = visit(how)
    page = tab.open(edition + PAGE)
    assert page.locator("[data-lab-progress]").inner_text() == ""
    for card in range(8):
        first = sentence(page, card, 1)
        first.focus()
        page.keyboard.press("Space")
        for _ in range(card % 3):
            page.keyboard.press("ArrowDown")

    language = "ko" if edition else "en"
    names = [each.name[language] for each in framework.competencies]
    longest = [*names[0::3], *names[1::3], *names[2::3]]
    assert [row.split("\t")[0] for row in rows(page)] == longest
    assert result(page).locator("svg[role=img]").count() == 8
    assert names[0] in result(page).locator("svg").first.get_attribute("aria-label")
    assert "2" in page.locator("[data-lab-progress]").inner_text()
    assert tab.errors == []
    assert tab.elsewhere() == []


def test_modules_of_equal_weight_stand_as_in_the_course_and_lead_there(visit, course):
    page = visit().open(PAGE)
    sentence(page, 2, 1).check()
    sentence(page, 7, 1).check()
    begin = [link.inner_text() for link in result(page).locator("ol a").all()]
    chosen = course.labs["competencies"].exercises["framework"].competencies
    wanted = {*chosen[2].modules, *chosen[7].modules}
    assert begin == [each.page("en").title for each in course.in_order() if each.id in wanted][:3]

    link = result(page).locator("ol a").first
    title = link.inner_text()
    link.click()

    assert page.locator("h1").inner_text().strip().startswith(title)


def test_a_changed_choice_changes_the_result_and_can_be_taken_back(visit):
    page = visit().open(PAGE)
    sentence(page, 0, 1).check()
    assert "(2)" in result(page).locator("p").first.inner_text()
    sentence(page, 0, 2).check()
    assert "(1)" in result(page).locator("p").first.inner_text()
    sentence(page, 0, 3).check()
    assert result(page).locator("ol").count() == 0
    cards(page).first.locator("button").press("Enter")

    assert page.locator(f"{ROOM} input:checked").count() == 0
    assert result(page).locator("table").count() == 0
    assert page.evaluate(KEPT) == []


def test_choices_are_kept_under_one_key_and_deleted_by_the_button(visit):
    tab = visit()
    page = tab.open(PAGE)
    sentence(page, 1, 2).check()
    sentence(page, 4, 4).check()
    assert json.loads(page.evaluate(KEPT)[0]) == {"right-task": 2, "rights": 4}

    page = tab.open("role/skills-that-last/index.html")
    assert sentence(page, 4, 4).is_checked()
    page.locator(f"{ROOM} .lab-actions > .lab-button").last.click()
    page.locator(f"{ROOM} .course-confirm button").first.click()

    assert page.locator(f"{ROOM} input:checked").count() == 0
    assert page.evaluate(KEPT) == []


def test_equal_distances_are_told_as_equal(visit):
    page = visit().open(PAGE)
    sentence(page, 0, 1).check()
    sentence(page, 1, 1).check()

    assert "order of the list" in result(page).locator("p").first.inner_text()


def test_the_result_alone_is_printed(visit):
    page = visit().open("role/skills-that-last/index.html")
    sentence(page, 0, 1).check()
    page.evaluate("window.print = () => {}")
    page.locator(f"{ROOM} .lab-actions > .lab-button").first.click()
    page.emulate_media(media="print")

    assert result(page).is_visible()
    assert not page.locator("[data-lab-static]").is_visible()
    assert not cards(page).first.is_visible()
    assert not page.locator("h1").is_visible()
    text = page.locator("body").inner_text()
    assert "Your result" in text
    assert "Check yourself" not in text
    assert "Not this one" not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-lab-static]").is_visible()

"""Decision walks: walked to an end by keyboard, looked back on, walked another way, read as a game book."""

import pytest

from tests.browser.conftest import EDITIONS

PLACES = {"refusal": "labs/walk-refusal/index.html", "copyright": "labs/walk-copyright/index.html"}
BOTH_WALKS = pytest.mark.parametrize("name", PLACES)
CHOICES = ".lab-walk-choices button"


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def press_through(page, key="Enter"):
    """Tab to the first button of the lab's room behind the focus, and press it."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-lab-room] button')"):
            break
    page.keyboard.press(key)


def walk_on(page, walk, language, scene, pick):
    """Decides by keyboard until the walk ends: `pick` says which choice; gives the way that was taken."""
    taken = []
    while not scene.end:
        assert focused(page) == scene.title[language]
        choice = scene.choices[pick(len(taken), scene)]
        for _ in range(scene.choices.index(choice)):
            page.keyboard.press("Tab")
        press_through(page)
        assert choice.because[language] in page.locator("[data-lab-room]").inner_text()
        press_through(page)
        taken.append((scene, choice))
        scene = walk.by_id[choice.to]
    assert focused(page) == scene.title[language]
    return taken, scene


def begin(visit, course, how, edition, name):
    language = "ko" if edition else "en"
    visitor = visit(how)
    page = visitor.open(edition + PLACES[name])
    walk = course.labs["walk"].exercises[name]
    page.locator(".course-lab[data-state=open]").wait_for()
    page.locator(".lab-heading", has_text=walk.scenes[0].title[language]).focus()
    return visitor, page, walk, language


@pytest.mark.parametrize(
    ("how", "edition", "name"),
    [
        ("http", "", "refusal"),
        ("file", "ko/", "refusal"),
        ("http", "ko/", "copyright"),
        ("file", "", "copyright"),
    ],
)
def test_a_walk_is_walked_and_looked_back_on_by_keyboard(visit, course, how, edition, name):
    visitor, page, walk, language = begin(visit, course, how, edition, name)
    taken, end = walk_on(page, walk, language, walk.scenes[0], lambda step, _: step % 2)

    room = page.locator("[data-lab-room]")
    assert end.teaches[language] in room.inner_text()
    assert page.locator(".lab-walk-review > li").count() == len(taken)
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/lab/'))")
    assert [(key.split("/lab/")[1], "end" in value) for key, value in kept] == [(f"walk/{name}", True)]
    assert not any(choice.id in value for _, value in kept for _, choice in taken)

    last = page.locator(".lab-walk-review > li").last.locator("button")
    last.focus()
    page.keyboard.press("Enter")
    assert focused(page) == taken[-1][0].title[language]
    assert page.locator(".lab-walk-trail li").count() == len(taken) - 1
    other = (taken[-1][0].choices.index(taken[-1][1]) + 1) % len(taken[-1][0].choices)
    _, second = walk_on(page, walk, language, taken[-1][0], lambda step, _: other if step == 0 else 0)
    seen = len({end.id, second.id})
    assert str(seen) in page.locator(".lab-walk-scene > p").last.inner_text()
    assert page.evaluate("""() => {
        const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
        return ids.length === new Set(ids).size;
    }""")
    assert visitor.errors == []
    assert visitor.elsewhere() == []


def test_one_step_back_and_to_the_start_again(visit, course):
    _, page, walk, language = begin(visit, course, "http", "", "refusal")
    first, second = walk.scenes[0], walk.by_id[walk.scenes[0].choices[0].to]
    page.locator(CHOICES).first.click()
    page.get_by_role("button", name="Back one step").click()
    assert focused(page) == first.title[language]
    page.locator(CHOICES).first.click()
    page.get_by_role("button", name="Go on").click()
    page.locator(CHOICES).first.click()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Back one step").click()
    assert focused(page) == second.title[language]
    page.get_by_role("button", name="Start again").click()
    assert focused(page) == first.title[language]
    assert not page.locator(".lab-walk-trail").is_visible()


def test_who_opens_a_source_and_comes_back_finds_the_walk_where_it_was(visit, course):
    page = begin(visit, course, "http", "", "refusal")[1]
    page.locator(CHOICES).first.click()
    page.get_by_role("button", name="Go on").click()
    page.locator(CHOICES).first.click()
    meaning = page.locator(".lab-walk-meaning").inner_text()
    page.locator(".lab-walk-law a").first.click()
    page.wait_for_url("**/sources/**")
    page.go_back()

    assert page.locator(".lab-walk-meaning").inner_text() == meaning
    assert page.evaluate("JSON.stringify({...localStorage})").count("refusal") == 0


@EDITIONS
def test_a_law_is_cited_by_a_link_to_its_entry_among_the_sources(visit, edition):
    page = visit().open(edition + PLACES["copyright"])
    page.locator(CHOICES).last.click()
    link = page.locator(".lab-walk-law a").first
    name = link.get_attribute("href").split("#")[1]
    link.click()

    page.locator(f"li[id='{name}']").wait_for()
    assert "walk-copyright" in page.locator(f"li[id='{name}'] .course-source__cited").inner_html()


@BOTH_WALKS
@EDITIONS
def test_without_scripts_and_in_print_it_is_a_numbered_game_book(visit, course, edition, name):
    walk = course.labs["walk"].exercises[name]
    page = visit("file", java_script_enabled=False).open(edition + PLACES[name])
    parts = page.locator(".lab-walk-part")

    assert parts.count() == len(walk.scenes)
    assert [text.split(".")[0] for text in parts.locator("h5").all_inner_texts()] == [
        str(number) for number in range(1, len(walk.scenes) + 1)
    ]
    first = parts.first.locator(".lab-walk-turns a")
    assert [link.get_attribute("href").rsplit("-", 1)[1] for link in first.all()] == [
        str(walk.by_id[choice.to].number) for choice in walk.scenes[0].choices
    ]
    first.first.click()
    assert page.url.endswith(f"-book-{walk.by_id[walk.scenes[0].choices[0].to].number}")
    notes = sum(len(scene.choices) for scene in walk.scenes)
    assert page.locator(".lab-walk-notes dt").count() == notes
    assert page.locator(".lab-walk-sources li").count() >= 12

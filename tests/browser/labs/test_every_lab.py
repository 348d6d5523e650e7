"""What holds for every lab, whoever wrote it: each page of `docs/labs/` is opened as a reader would."""

from pathlib import Path

import pytest

from tests.browser.conftest import BOTH, EDITIONS
from tests.browser.test_access import axe, violations  # noqa: F401 - a fixture is found by its name

ROOT = Path(__file__).parents[3]
PAGES = sorted(
    file.stem for file in (ROOT / "docs/labs").glob("*.md") if "." not in file.stem and file.stem != "index"
)
EVERY = pytest.mark.parametrize("name", PAGES)
OPEN = ".course-lab[data-state=open]"
MONSTERS = (
    "<script>document.body.dataset.broken = 1</script><img src=x onerror='document.body.dataset.broken = 1'>",
    "\ud800 lone \udfff \x00 nul 👩‍👧‍👦 \u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627\u202c",
    "가나다라마바사" * 1_500,
    "a" * 10_000,
    "Permit 12 for the office.\n서류 12건을 접수했습니다.\n" * 12_000,
)
PASTE = """(field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
}"""


def paste(field, text):
    """Paste into a field, as far as the page takes it itself: the browser's own part is left out."""
    field.evaluate(
        """(field, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            field.select();
            const how = {clipboardData, bubbles: true, cancelable: true};
            field.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        text,
    )


def open_lab(visitor, edition, name):
    """Opens a lab's page and starts every lab in it."""
    page = visitor.open(f"{edition}labs/{name}/index.html")
    for number in range(page.locator("[data-lab]").count()):
        box = page.locator("[data-lab]").nth(number)
        start = box.locator("[data-lab-start]")
        if start.count() and start.is_visible():
            start.press("Enter")
        box.and_(page.locator(OPEN)).wait_for(state="attached")
    return page


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@EVERY
@BOTH
@EDITIONS
def test_it_opens_without_an_error_and_asks_no_other_host(visit, how, edition, name):
    visitor = visit(how)
    page = open_lab(visitor, edition, name)

    assert page.locator("[data-lab-room]").first.inner_text().strip()
    assert not page.locator("[data-lab-static]").first.is_visible()
    assert visitor.errors == []
    assert visitor.elsewhere() == []


@EVERY
@EDITIONS
def test_it_fits_a_phone_and_a_hall_and_has_no_violation(visit, axe, edition, name):  # noqa: F811
    small = {"width": 390, "height": 844}
    visitor = visit(viewport=small, color_scheme="dark", reduced_motion="reduce")
    page = open_lab(visitor, edition, name)

    assert not sideways(page)
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.emulate_media(color_scheme="light")
    assert not sideways(page)
    assert violations(page, axe) == []


@EVERY
@EDITIONS
def test_without_scripts_and_on_paper_a_worked_example_stands_there(visit, edition, name):
    plain = visit(java_script_enabled=False).open(f"{edition}labs/{name}/index.html")
    example = plain.locator("[data-lab-static]").first.inner_text()
    page = open_lab(visit(), edition, name)
    page.emulate_media(media="print")

    assert len(example) > 200
    unopened = visit().open(f"{edition}labs/{name}/index.html")
    unopened.emulate_media(media="print")
    assert unopened.locator("[data-lab-static] > summary ~ *").last.is_visible()
    assert page.locator("[data-lab-static]").first.is_visible()
    assert not page.locator("[data-lab-room]").first.is_visible()


@EVERY
@pytest.mark.parametrize("harm", ["missing", "damaged", "empty"])
def test_where_its_data_is_missing_the_worked_example_comes_back(visit, site, name, harm):
    folder = name.partition("-")[0] if name.startswith("walk") else name
    if not (site / "data/labs" / folder).is_dir():
        pytest.skip("this lab has no data script")
    visitor = visit()
    body = {"damaged": 'course.labData("', "empty": ""}.get(harm)
    answer = (lambda route: route.abort()) if body is None else (lambda route: route.fulfill(body=body))
    visitor.page.route("**/data/labs/**", answer)
    page = visitor.open(f"labs/{name}/index.html")
    if page.locator("[data-lab-start]").count():
        page.locator("[data-lab-start]").first.click()
    page.locator(".course-lab [role=alert]").first.wait_for()

    assert page.locator("[data-lab-static]").first.is_visible()
    assert "missing or damaged" in page.locator(".course-lab [role=alert]").first.inner_text()


@EVERY
def test_nothing_that_is_pasted_breaks_it(visit, name):
    visitor = visit()
    page = open_lab(visitor, "", name)
    room = page.locator("[data-lab-room]").first
    fields = room.locator("textarea, input[type=text], input:not([type]), input[type=search]")
    for text in MONSTERS:
        for number in range(min(fields.count(), 3)):
            fields.nth(number).evaluate(PASTE, text)
            page.wait_for_timeout(100)

    assert page.locator("body[data-broken]").count() == 0
    assert page.locator(OPEN).count() == page.locator("[data-lab]").count()
    assert visitor.errors == []


@EVERY
def test_what_was_typed_is_never_kept(visit, name):
    page = open_lab(visit(), "", name)
    for field in page.locator("[data-lab-room] :is(textarea, input[type=text], input[type=search])").all():
        if field.is_visible() and field.is_editable():
            field.fill("zebra 900101-1234568")
    page.wait_for_timeout(200)

    assert "zebra" not in page.evaluate(
        "JSON.stringify({...localStorage, ...sessionStorage}) + location.href"
    )


def test_a_page_without_labs_loads_nothing_of_them(visit):
    visitor = visit()
    visitor.open("role/why-digital-transformation/index.html")

    assert not [url for url in visitor.requests if "/labs/" in url]


def test_a_lab_that_breaks_leaves_its_worked_example(visit):
    visitor = visit()
    broken = f'course.lab("{PAGES[0]}", () => {{ throw new Error("broken"); }});'
    visitor.page.route(f"**/labs/{PAGES[0]}/lab.js", lambda route: route.fulfill(body=broken))
    page = visitor.open(f"labs/{PAGES[0]}/index.html")
    page.locator(".course-lab [role=alert]").wait_for()

    assert page.locator("[data-lab-static]").is_visible()


@EVERY
def test_no_two_elements_share_an_id(visit, name):
    page = open_lab(visit(), "", name)
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), ({id}) => id)")

    assert sorted(ids) == sorted(set(ids))

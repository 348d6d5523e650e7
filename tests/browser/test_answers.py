"""Nothing a learner did is lost or misattributed: answers survive what editors and browsers do."""

import json
import shutil

import pytest

from scripts.bench.samples import copy_course
from scripts.content.load import load_course
from scripts.site.build import build_site
from scripts.site.serving import served

MODULE = "why-digital-transformation"
PAGE = f"role/{MODULE}/index.html"
KEY = f"ai-for-public-servants/answer/{MODULE}"
FIRST, SECOND = "papers-unchanged", "chatbot-first"


class Desk:
    """An editor's copy of the course, built into a folder that is being served."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.bank = root / f"quizzes/role/{MODULE}.md"
        self.page = root / f"modules/role/{MODULE}/index.md"

    def edit(self, file, *pairs):
        text = file.read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        file.write_text(text, "utf-8")

    def build(self, to="site"):
        assert build_site(self.root, load_course(self.root), self.folder / to)


@pytest.fixture(scope="module")
def desk(course, tmp_path_factory):
    root, folder = tmp_path_factory.mktemp("editor"), tmp_path_factory.mktemp("host")
    copy_course(course.root, root)
    made = Desk(root, folder)
    made.build()
    with served(folder) as address:
        made.address = address
        yield made


@pytest.fixture
def learner(desk, visit, course):
    """A learner's tab with the first question right at first try and the second one tried."""
    for room in ("modules", "quizzes"):
        shutil.copytree(course.root / room, desk.root / room, dirs_exist_ok=True)
    desk.build()
    tab = visit()
    tab.base = f"{desk.address}site/"
    page = tab.open(PAGE)
    for name, option in ((FIRST, "handling"), (SECOND, "buy-and-count")):
        page.locator(f"#q-{name} input[value={option}]").check()
        page.locator(f"#q-{name} button[type=submit]").click()
    return tab


def state(page, name):
    box = page.locator(f"#q-{name}")
    chosen = box.locator("input:checked").evaluate_all("all => all.map(a => a.value)")
    return box.get_attribute("data-outcome"), chosen


def unchanged(page):
    return state(page, FIRST) == ("first", ["handling"]) and state(page, SECOND) == (
        "tried",
        ["buy-and-count"],
    )


def test_a_reload_and_the_other_language(learner):
    learner.page.reload()
    assert unchanged(learner.page)

    assert unchanged(learner.open(f"ko/{PAGE}"))


def test_another_order_a_new_first_question_and_a_removed_one(desk, learner):
    text = desk.bank.read_text("utf-8")
    parts = text.split("\n## ")
    new = parts[1].replace(FIRST, "quite-new")
    gone = next(part for part in parts if "#which-source" in part)
    kept = [part for part in parts[1:] if part is not gone]
    desk.bank.write_text("\n## ".join([parts[0], new, *reversed(kept)]), "utf-8")
    ids = "quite-new " + " ".join(part.split("#")[1].split()[0] for part in reversed(kept))
    desk.edit(desk.page, (desk.page.read_text("utf-8").split("<!-- quiz: ")[1].split(" -->")[0], ids))
    desk.build()

    page = learner.open(PAGE)

    assert unchanged(page)
    assert state(page, "quite-new") == ("open", [])


def test_other_options_order_and_a_mended_typo(desk, learner):
    text = desk.bank.read_text("utf-8")
    block = text[text.index("- [ ] The material only") : text.index("- [x] The handling too")]
    desk.edit(desk.bank, (block, ""))
    text = desk.bank.read_text("utf-8")
    later = text.index("- [ ] The service as well")
    desk.bank.write_text(text[:later] + block + text[later:], "utf-8")
    desk.edit(desk.bank, ("The handling too, so it is", "Handling too; so this is"))
    desk.build()

    assert unchanged(learner.open(PAGE))


def test_a_site_that_moved(desk, learner):
    (desk.folder / "site").rename(desk.folder / "elsewhere")
    learner.base = f"{desk.address}elsewhere/"

    assert unchanged(learner.open(PAGE))
    (desk.folder / "elsewhere").rename(desk.folder / "site")


def test_a_raised_edition_opens_the_question_again_and_says_so(desk, learner):
    desk.edit(desk.bank, (f"#{FIRST} data-objective=o1", f"#{FIRST} data-edition=2 data-objective=o1"))
    desk.build()
    page = learner.open(PAGE)

    assert state(page, FIRST) == ("open", [])
    assert "has changed" in page.locator(f"#q-{FIRST} [data-said]").inner_text()
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}/{FIRST}')"))["edition"] == 1
    assert state(page, SECOND) == ("tried", ["buy-and-count"])


def test_two_tabs_do_not_overwrite_each_other(learner):
    first = learner.page
    second = first.context.new_page()
    second.goto(first.url)
    second.locator("#q-who-answers .course-gap").fill("responsibility")
    second.keyboard.press("Enter")
    first.locator("#q-twenty-six-minutes input[value=look-up]").check()
    first.locator("#q-twenty-six-minutes button[type=submit]").click()
    second.reload()

    assert second.locator("#q-twenty-six-minutes").get_attribute("data-outcome") == "first"
    assert second.locator("#q-who-answers").get_attribute("data-outcome") == "first"
    assert first.locator("#q-who-answers").get_attribute("data-outcome") == "first"


REFUSED = (
    "Object.defineProperty(window, 'localStorage',"
    " { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize("trouble", [REFUSED, FULL], ids=["refused", "full"])
def test_without_storage_answers_hold_for_the_page_and_the_page_says_so(visit, trouble):
    tab = visit()
    tab.page.add_init_script(trouble)
    page = tab.open(PAGE)
    page.locator(f"#q-{FIRST} input[value=handling]").check()
    page.locator(f"#q-{FIRST} button[type=submit]").click()

    assert page.locator(f"#q-{FIRST}").get_attribute("data-outcome") == "first"
    assert page.locator("[data-storage-warning]").is_visible()
    assert tab.errors == []


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "null",
        "7",
        '"x"',
        "[]",
        '{"v":1,"edition":"a"}',
        '{"v":1,"edition":1,"outcome":"first","tries":1,"chosen":[{}]}',
    ],
)
def test_broken_records_count_as_no_answer(visit, broken):
    tab = visit()
    tab.page.add_init_script(f"localStorage.setItem({json.dumps(f'{KEY}/{FIRST}')}, {json.dumps(broken)})")
    page = tab.open(PAGE)

    assert state(page, FIRST) == ("open", [])
    assert tab.errors == []


def test_the_home_page_shows_how_far_a_module_is(visit):
    tab = visit()
    page = tab.open(PAGE)
    page.locator(f"#q-{FIRST} input[value=handling]").check()
    page.locator(f"#q-{FIRST} button[type=submit]").click()
    page = tab.open("index.html")

    assert page.locator(f"[data-module-progress={MODULE}]").inner_text().startswith("1 of 10")


def test_everything_can_be_erased_on_the_privacy_page(visit):
    tab = visit()
    page = tab.open(PAGE)
    page.locator(f"#q-{FIRST} input[value=handling]").check()
    page.locator(f"#q-{FIRST} button[type=submit]").click()
    page = tab.open("privacy/index.html")
    assert "Questions answered: 1" in page.locator("[data-storage-list]").inner_text()

    page.locator("[data-erase-all]").click()
    page.locator(".course-confirm button").first.click()

    assert (
        page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('ai-for-public-servants/answer'))")
        == []
    )

"""The files become one course; whatever is wrong with them is told in it, with its place."""

import pytest

from scripts.content.load import in_language, language_of, load_course

PLAN = "modules/course.yml"
LESSON = "modules/desk/first-letter"


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def told(course):
    return [(str(problem.place), problem.rule) for problem in course.problems]


def test_the_course_is_what_the_files_say(good):
    course = load_course(good)

    assert course.id == "tiny-course"
    assert [(strand.id, strand.target_minutes, strand.modules) for strand in course.strands] == [
        ("desk", 20, ("first-letter",))
    ]
    assert [(stop.module, stop.section, stop.place.line) for stop in course.thread] == [
        ("first-letter", "idea-office", 8)
    ]
    assert [(pathway.id, pathway.modules) for pathway in course.pathways] == [
        ("front-desk", ("first-letter",))
    ]
    assert course.problems == ()


def test_a_lecture_takes_what_the_plan_says(good):
    assert load_course(good).lecture_minutes == 2


def test_objectives_and_keys_of_a_head_know_their_lines(good):
    [module] = load_course(good).in_order()
    page = module.page("en")

    assert [(aim.id, aim.text, aim.place.line) for aim in page.aims] == [
        ("o1", "Tell a draft from a checked letter.", 7),
        ("o2", "Name who answers for a letter.", 8),
    ]
    assert page.objectives == {aim.id: aim.text for aim in page.aims}
    assert (page.place_of("minutes").line, page.place_of("nothing").line) == (3, 1)


def test_a_module_has_its_pages_banks_and_activities_in_both_languages(good):
    [module] = load_course(good).in_order()

    assert (module.minutes, module.reviewed, module.needs) == (20, "2026-11-22", ())
    assert {language: page.title for language, page in module.pages.items()} == {
        "en": "The first letter",
        "ko": "첫 편지",
    }
    assert [heading.id for heading in module.page("ko").sections] == [
        "story",
        "idea-guess",
        "idea-office",
        "activity",
        "check",
        "key-points",
    ]
    assert [question.kind for question in module.bank("ko").questions] == [
        "single",
        "single",
        "several",
        "gaps",
    ]
    assert module.question("who-answers", "ko").title == "누가 책임집니까"
    assert (list(module.sorts), list(module.worksheets)) == (["tools"], ["my-letter"])


def test_a_missing_translation_falls_back_to_english(good):
    (good / LESSON / "index.ko.md").unlink()
    (good / "quizzes/desk/first-letter.ko.md").unlink()

    module = load_course(good).modules["first-letter"]

    assert module.page("ko").language == "en"
    assert module.bank("ko").language == "en"


def test_the_pages_about_the_course_and_the_strands_are_found_wherever_they_are(good):
    (good / "docs/folder").mkdir()
    (good / "docs/folder/inner.md").write_text("---\nsummary: x\n---\n# Inner\n", "utf-8")

    pages = load_course(good).pages

    assert {"docs/index.md", "docs/index.ko.md", "docs/folder/inner.md", "modules/desk/index.md"} <= set(
        pages
    )


@pytest.mark.parametrize(
    ("path", "language"),
    [("docs/start.md", "en"), ("docs/start.ko.md", "ko"), ("docs/v1.2.md", "en"), ("ko.md", "en")],
)
def test_the_name_of_a_file_says_its_language(path, language):
    assert language_of(path) == language


def test_the_name_of_a_translation_follows_from_the_english_one():
    assert in_language("docs/start.md", "ko") == "docs/start.ko.md"
    assert in_language("docs/start.md", "en") == "docs/start.md"


def test_a_folder_without_a_course_is_one_problem(tmp_path):
    course = load_course(tmp_path)

    assert told(course) == [(f"{PLAN}:1", "files-can-be-read")]
    assert list(course.in_order()) == []


def test_a_planned_page_that_is_missing_is_told_at_its_place(good):
    (good / LESSON / "index.md").unlink()
    (good / "modules/desk/index.md").unlink()

    assert sorted(told(load_course(good))) == [
        (f"{LESSON}/index.md:1", "files-can-be-read"),
        ("modules/desk/index.md:1", "files-can-be-read"),
    ]


def test_a_page_that_is_a_folder_is_told(good):
    (good / "docs/about.md").unlink()
    (good / "docs/about.md").mkdir()

    assert told(load_course(good)) == [("docs/about.md:1", "files-can-be-read")]


@pytest.mark.parametrize("name", ["../../outside", "a/b", "a" * 300, "\\0", "First Letter", ".", ""])
def test_only_ids_become_paths(good, name):
    (good.parent / "outside").mkdir()
    (good.parent / "outside/index.md").write_text("---\nsummary: x\n---\n", "utf-8")
    replace(good / PLAN, "    modules: [first-letter]\n\n", f'    modules: ["{name}"]\n\n')
    replace(good / PLAN, "  desk:", f'  "{name}":\n    target_minutes: 20\n  desk:')

    course = load_course(good)

    assert list(course.modules) == []
    assert [strand.id for strand in course.strands] == ["desk"]


def test_reading_twice_gives_the_same(good):
    assert load_course(good) == load_course(good)

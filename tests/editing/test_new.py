"""What `course new` writes has every part in place: the check names the places to fill, and nothing else."""

import datetime
import re
from itertools import count

import pytest

from scripts.checks import check
from scripts.content.load import load_course
from scripts.content.unfinished import RULE, SIGN
from scripts.editing.drafts import Refused, write
from scripts.editing.new_module import Wanted, new_module
from scripts.editing.new_question import new_question
from scripts.editing.new_source import new_source
from scripts.editing.new_strand import new_strand
from scripts.editing.translating import accept, stale

TODAY = datetime.date(2026, 11, 24)
SECOND = {"en": "The second letter", "ko": "둘째 편지"}
PLAN = "modules/course.yml"
SOURCES = "modules/sources.yml"
BANK = "quizzes/desk/first-letter.md"
PAGE = "modules/desk/first-letter/index.md"
FILES = {
    PLAN,
    "modules/desk/second-letter/index.ko.md",
    "modules/desk/second-letter/index.md",
    "modules/desk/second-letter/practice.sort.yml",
    "quizzes/desk/second-letter.ko.md",
    "quizzes/desk/second-letter.md",
}
NOUNS = {
    "en": "desk letter reader office fee permit answer notice form date street bridge garden tower",
    "ko": "창구 편지 주민 기관 요금 허가 답변 안내 서식 날짜 거리 다리 정원 탑",
}
PEOPLE = {"en": "clerk mayor guard nurse judge", "ko": "팀장 과장 시장 국장 주임"}
"""All of one length, and in no stem: nothing gives the right option away."""
FORMS = {
    "objective": {
        "en": "Name who answers for the {} and the {}.",
        "ko": "{}와 {}을 책임지는 사람을 말합니다.",
    },
    "feedback": {
        "en": "The {} says so, and the {} does not.",
        "ko": "{}에 그렇게 적혀 있고 {}에는 없습니다.",
    },
    "option": {"en": "Ask the {} first.", "ko": "{}에게 먼저 물어봅니다."},
    "sentence": {"en": "Look at the {} and the {} again", "ko": "{}와 {}을 다시 살펴봅니다"},
}
PLACE = re.compile(rf'{SIGN}[^"{{}}\n]*')


@pytest.fixture
def good(lectured):
    return lectured


def problems(root):
    return check(load_course(root), today=TODAY)


def others(root):
    return [f"{p.place} {p.rule}: {p.message}" for p in problems(root) if p.rule != RULE]


def put(root, draft):
    write(root, draft.files)
    return draft


def kind_of(line):
    starts = {"  o": "objective", "> ": "feedback", "- [": "option"}
    return next((kind for start, kind in starts.items() if line.startswith(start)), "sentence")


def filled(text):
    """The text with every place filled: comments go, the line for a figure goes, words become a sentence."""
    number = count()

    def sentence(found):
        n, kind = next(number), kind_of(found.string)
        language = "ko" if re.search("[가-힣]", found[0]) else "en"
        words = (PEOPLE if kind == "option" else NOUNS)[language].split()
        said = FORMS[kind][language].format(words[n % len(words)], words[(n // 14 + n + 3) % len(words)])
        return f"{said} " if found[0].endswith(" ") else said

    lines = []
    for line in text.split("\n"):
        kept = re.sub(rf"  # {SIGN}.*", "", line)
        if not kept.startswith((f"{SIGN} A figure", f"{SIGN} 페이지 옆에")):
            lines.append(PLACE.sub(sentence, kept))
    return "\n".join(lines)


def fill(root):
    for file in [*root.rglob("*.md"), *root.rglob("*.yml")]:
        text = file.read_text("utf-8")
        if SIGN in text:
            file.write_text(filled(text), "utf-8")
    course = load_course(root)
    for path in stale(course):
        accept(course, path)


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def course(good):
    return load_course(good)


@pytest.fixture
def made(good, course):
    """The good course with a new module."""
    put(good, new_module(course, Wanted("desk", "second-letter", SECOND), TODAY))
    return good


def test_a_module_has_its_files_in_every_language_and_stands_in_the_plan(good, course):
    draft = put(good, new_module(course, Wanted("desk", "second-letter", SECOND), TODAY))

    assert set(draft.files) == FILES
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in draft.files.values())
    assert list(load_course(good).modules) == ["first-letter", "second-letter"]


def test_the_check_names_the_places_to_fill_and_nothing_else(made):
    found = problems(made)

    assert {problem.rule for problem in found} == {RULE}
    assert {problem.place.path for problem in found} == FILES - {PLAN}
    lines = {(p.path, p.line) for p in (problem.place for problem in found)}
    for path in FILES - {PLAN}:
        for number, line in enumerate((made / path).read_text("utf-8").split("\n"), start=1):
            assert (SIGN in line) == ((path, number) in lines)


def test_once_the_places_are_filled_nothing_is_wrong(made):
    fill(made)

    assert problems(made) == []


def test_a_module_may_have_no_title_yet_and_ideas_of_its_own(good, course):
    plan = Wanted("desk", "second-letter", {}, 40, ("prediction", "own-result"))
    put(good, new_module(course, plan, TODAY))
    assert others(good) == []

    fill(good)

    module = load_course(good).modules["second-letter"]
    assert problems(good) == []
    assert [heading.id for heading in module.page("ko").sections][1:3] == [
        "idea-prediction",
        "idea-own-result",
    ]
    assert [question.id for question in module.bank("en").questions] == [
        "prediction-case",
        "prediction-reason",
        "own-result-case",
        "own-result-reason",
    ]


@pytest.mark.parametrize("ideas", [1, 2, 3, 5, 7, 12])
def test_the_notes_make_a_talk_of_20_minutes(good, course, ideas):
    names = tuple("abcdefghijkl"[:ideas])
    put(good, new_module(course, Wanted("desk", "second-letter", SECOND, ideas=names), TODAY))

    for page in load_course(good).modules["second-letter"].pages.values():
        assert sum(note.minutes for note in page.outline.notes) == 20


def test_right_answers_stand_in_every_place_and_each_objective_is_asked_for_twice(made):
    bank = load_course(made).modules["second-letter"].bank("en")

    keys = [[choice.right for choice in question.choices].index(True) for question in bank.questions]
    assert sorted(keys) == [0, 0, 0, 1, 1, 1, 2, 2]
    assert sorted(question.objective for question in bank.questions) == sorted(["o1", "o2", "o3", "o4"] * 2)


def test_a_strand_s_target_grows_only_when_it_must(good, course):
    put(good, new_module(course, Wanted("desk", "second-letter", SECOND, minutes=3), TODAY))
    assert "target_minutes: 20\n" in (good / PLAN).read_text("utf-8")

    put(good, new_module(load_course(good), Wanted("desk", "third-letter", {}, minutes=30), TODAY))
    assert "target_minutes: 53\n" in (good / PLAN).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("modules: [first-letter]", "modules: [first-letter, second-letter]"),
        ("modules: [ first-letter, ]  # so far", "modules: [ first-letter, second-letter, ]  # so far"),
        ("modules:\n      - first-letter", "modules:\n      - first-letter\n      - second-letter"),
        (
            "modules:\n    - first-letter  # the first\n    # and more",
            "modules:\n    - first-letter  # the first\n    - second-letter\n    # and more",
        ),
    ],
)
def test_the_plan_keeps_its_layout_and_its_comments(good, before, after):
    old, head = "    modules: [first-letter]\n\nthread", "# The plan.\n"
    text = head + (good / PLAN).read_text("utf-8").replace("20", "45", 1)
    assert old in text
    (good / PLAN).write_text(text.replace(old, f"    {before}\n\nthread"), "utf-8")

    put(good, new_module(load_course(good), Wanted("desk", "second-letter", SECOND), TODAY))

    assert (good / PLAN).read_text("utf-8") == text.replace(old, f"    {after}\n\nthread")


def test_a_plan_laid_out_in_another_way_is_left_alone_and_the_line_is_told(good):
    replace(good / PLAN, "    modules: [first-letter]\n\nthread", "    modules: first-letter\n\nthread")

    draft = new_module(load_course(good), Wanted("desk", "second-letter", SECOND), TODAY)

    assert PLAN not in draft.files
    assert draft.next_steps[0] == f"add second-letter to “modules:” of “desk” in {PLAN}"


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Wanted("nowhere", "good-name", {}), "no strand “nowhere”: use one of desk"),
        (Wanted("desk", "../away", {}), "is not an id"),
        (Wanted("desk", "Two Words", {}), "is not an id"),
        (Wanted("desk", "con.md", {}), "is not an id"),
        (Wanted("desk", "a" * 81, {}), "is not an id"),
        (Wanted("desk", "first-letter", {}), "names “first-letter” already"),
        (Wanted("desk", "old-module", {}), "an id is never given twice"),
        (Wanted("desk", "good-name", {"en": "A <b>title</b>"}), "is no title"),
        (Wanted("desk", "good-name", {"ko": "제목 { #id }"}), "is no title"),
        (Wanted("desk", "good-name", {"en": "bell \a"}), "is no title"),
        (Wanted("desk", "good-name", {}, ideas=("one", "one")), "name each idea"),
        (Wanted("desk", "good-name", {}, ideas=("../up",)), "name each idea"),
    ],
)
def test_what_cannot_be_a_module_is_refused(good, plan, said):
    retired = "old-module:\n  some-question: {since: 2026-01-01, why: The law changed.}\n"
    (good / "quizzes/retired.yml").write_text(retired, "utf-8")

    with pytest.raises(Refused, match=re.escape(said)):
        new_module(load_course(good), plan, TODAY)


def test_nothing_is_overwritten_and_nothing_half_done(good, course):
    (good / "quizzes/desk/second-letter.ko.md").write_text("mine", "utf-8")

    with pytest.raises(Refused, match="exists already"):
        new_module(course, Wanted("desk", "second-letter", SECOND), TODAY)


def test_a_folder_that_leads_away_is_not_written_to(good, course, tmp_path):
    (tmp_path / "away").mkdir()
    draft = new_module(course, Wanted("desk", "second-letter", SECOND), TODAY)
    (good / "modules/desk/second-letter").symlink_to(tmp_path / "away")

    with pytest.raises(Refused, match="leads out of the course"):
        write(good, draft.files)

    assert not list((tmp_path / "away").iterdir())


def test_a_question_stands_in_banks_and_pages_and_leaves_the_rest_alone(good, course):
    before = {path: (good / path).read_text("utf-8") for path in (BANK, PAGE)}

    draft = put(good, new_question(course, "first-letter", "second-look", "o1", "idea-guess"))

    assert len(draft.files) == 4
    assert others(good) == []
    assert draft.files[BANK].startswith(before[BANK])
    assert draft.files[PAGE] == before[PAGE].replace("missing-word -->", "missing-word second-look -->")
    fill(good)
    assert problems(good) == []


def test_new_questions_put_the_key_where_it_stood_most_rarely(good):
    for name in ("new-one", "new-two", "new-three"):
        put(good, new_question(load_course(good), "first-letter", name, "o1", "idea-guess"))

    bank = load_course(good).modules["first-letter"].bank("ko")
    keys = [[c.right for c in q.choices].index(True) for q in bank.questions if q.kind == "single"]
    assert sorted(keys) == [0, 0, 1, 1, 2]


def test_a_translation_that_was_stale_stays_stale(good):
    replace(good / BANK, "A draft cites", "Some draft cites")

    draft = new_question(load_course(good), "first-letter", "second-look", "o1", "idea-guess")
    put(good, draft)

    assert stale(load_course(good)) == ["quizzes/desk/first-letter.ko.md"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (("nowhere", "good-name", "o1", "idea-guess"), "use one of first-letter"),
        (("first-letter", "one", "o1", "idea-guess"), "two or three lower-case words"),
        (("first-letter", "../a-b", "o1", "idea-guess"), "two or three lower-case words"),
        (("first-letter", "number-2", "o1", "idea-guess"), "two or three lower-case words"),
        (("first-letter", "two-checks", "o1", "idea-guess"), "has a question “two-checks” already"),
        (("first-letter", "gone-away", "o1", "idea-guess"), "“gone-away” is retired"),
        (("first-letter", "good-name", "o3", "idea-guess"), "--objective one of o1, o2"),
        (("first-letter", "good-name", "o1", "guess"), "--section one of story, idea-guess"),
    ],
)
def test_what_cannot_be_a_question_is_refused(good, question, said):
    retired = "first-letter:\n  gone-away: {since: 2026-01-01, why: The law changed.}\n"
    (good / "quizzes/retired.yml").write_text(retired, "utf-8")

    with pytest.raises(Refused, match=re.escape(said)):
        new_question(load_course(good), *question)


def test_a_page_without_a_marker_cannot_ask(good):
    text = (good / PAGE).read_text("utf-8")
    (good / PAGE).write_text(re.sub("<!-- quiz.*-->", "", text), "utf-8")

    with pytest.raises(Refused, match="that could ask for it"):
        new_question(load_course(good), "first-letter", "good-name", "o1", "idea-guess")


@pytest.mark.parametrize(("name", "first"), [("kor-a-9", True), ("kor-a-100", False), ("int-b-200", True)])
def test_a_source_stands_in_its_place_with_every_key(good, course, name, first):
    before = (good / SOURCES).read_text("utf-8")

    put(good, new_source(course, name, TODAY))

    after = (good / SOURCES).read_text("utf-8")
    assert before in after
    assert after.startswith(before) is not first
    assert others(good) == []
    replace(good / PAGE, "looks nothing up.", f"looks nothing up.[^{name}]")
    replace(good / PAGE.replace(".md", ".ko.md"), "않습니다.[^", f"않습니다.[^{name}][^")
    fill(good)
    assert problems(good) == []
    assert load_course(good).sources[name].review_by == "2027-11-24"


def test_the_first_source_makes_the_list(good):
    (good / SOURCES).unlink()

    put(good, new_source(load_course(good), "kor-a-32", TODAY))

    assert {line.split()[1] for line in others(good)} == {"reports-are-called-reported:"}


@pytest.mark.parametrize(
    ("name", "said"), [("kor-a-32", "already"), ("../x", "not an id"), ("A 1", "not an id")]
)
def test_what_cannot_be_a_source_is_refused(course, name, said):
    with pytest.raises(Refused, match=said):
        new_source(course, name, TODAY)


def test_a_strand_has_its_page_and_its_line_in_the_plan(good, course):
    put(good, new_strand(course, "post", {"en": "The post", "ko": "발송"}))

    assert [strand.id for strand in load_course(good).strands] == ["desk", "post"]
    assert others(good) == []
    put(good, new_module(load_course(good), Wanted("post", "second-letter", SECOND), TODAY))
    assert others(good) == []
    fill(good)
    assert problems(good) == []


@pytest.mark.parametrize("plan", ["", "strands: [", "id: x\nstrands: {}\n", "id: x\nstrands: 2026-99-99\n"])
def test_a_course_in_ruins_gets_nothing_new(good, plan):
    (good / PLAN).write_text(plan, "utf-8")
    ruins = load_course(good)

    for make in (
        lambda: new_strand(ruins, "post", {}),
        lambda: new_module(ruins, Wanted("desk", "second-letter", {}), TODAY),
        lambda: new_question(ruins, "first-letter", "good-name", "o1", "idea-guess"),
    ):
        with pytest.raises(Refused, match=r"course check|no module"):
            make()


@pytest.mark.parametrize(
    ("name", "said"), [("desk", "already"), ("start", "taken"), ("../up", "not an id"), ("ko ", "not an id")]
)
def test_what_cannot_be_a_strand_is_refused(course, name, said):
    with pytest.raises(Refused, match=said):
        new_strand(course, name, {})

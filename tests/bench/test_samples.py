"""The courses that `bench` measures with are sound, and as large as they say."""

from scripts.bench.samples import grow, plain_course
from scripts.checks import check
from scripts.content.load import load_course


def test_a_grown_course_has_the_wanted_size_and_no_error(course, tmp_path):
    wanted = len(course.modules) + 5
    grow(course.root, tmp_path, wanted)
    grown = load_course(tmp_path)

    assert len(grown.modules) == wanted
    assert [problem for problem in check(grown) if problem.severity == "error"] == []


def test_a_course_can_be_given_more_questions(course, tmp_path):
    grow(course.root, tmp_path, len(course.modules) + 1, questions=30)
    grown = load_course(tmp_path)

    assert {len(bank.questions) for _, bank in grown.banks()} == {30}
    assert [problem for problem in check(grown) if problem.severity == "error"] == []


def test_the_base_line_has_the_same_words_and_the_same_questions(course, tmp_path):
    plain_course(course.root, tmp_path)
    text = (tmp_path / "docs/modules/role/why-digital-transformation/index.md").read_text("utf-8")
    questions = course.modules["why-digital-transformation"].bank("en").questions

    assert text.count("<quiz>") == len(questions)
    assert course.modules["why-digital-transformation"].page("en").title in text

"""The self-assessment: distances, their order, the modules that follow; and what the framework holds."""

import pytest

from scripts.content.labs.competencies import read_framework
from scripts.content.model import LANGUAGES
from scripts.content.records import read_record
from scripts.site.labs import plain

E = "competenciesEngine"
COMPETENCIES = 8
LEVELS = 4
SMALL = {
    "goal": 3,
    "competencies": [
        {"id": name, "levels": ["a", "b", "c", "d"], "modules": modules}
        for name, modules in (("one", ["m1", "m2"]), ("two", ["m2"]), ("three", ["m3"]), ("four", ["m1"]))
    ],
}
ORDER = ["m3", "m2", "m1"]


@pytest.fixture(scope="module")
def framework(course):
    return course.labs["competencies"].exercises["framework"]


@pytest.fixture(scope="module")
def node(engine):
    return engine("competencies")


def assess(node, answers, framework=SMALL, order=ORDER):
    return node.call(f"{E}.assess", framework, answers, order)


def test_the_distance_is_what_is_left_to_the_goal_and_never_negative(node):
    told = assess(node, {"one": 1, "two": 2, "three": 3, "four": 4})

    assert [each["gap"] for each in told["results"]] == [2, 1, 0, 0]
    assert told["answered"] == 4
    assert told["largest"] == ["one"]


def test_what_was_not_chosen_has_no_distance_and_stands_last(node):
    told = assess(node, {"two": 3, "four": 1})

    assert [each["gap"] for each in told["results"]] == [None, 0, None, 2]
    assert [each["id"] for each in told["ordered"]] == ["four", "two", "one", "three"]


def test_equal_distances_keep_the_order_of_the_list(node):
    told = assess(node, {"one": 2, "two": 1, "three": 2, "four": 1})

    assert [each["id"] for each in told["ordered"]] == ["two", "four", "one", "three"]
    assert told["largest"] == ["two", "four"]


def test_modules_stand_by_the_sum_of_their_distances_and_then_as_in_the_course(node):
    told = assess(node, {"one": 2, "two": 1, "three": 2, "four": 3})

    assert [(each["module"], each["gap"], each["serves"]) for each in told["modules"]] == [
        ("m2", 3, ["one", "two"]),
        ("m3", 1, ["three"]),
        ("m1", 1, ["one"]),
    ]


def test_without_a_distance_nothing_is_recommended(node):
    told = assess(node, {"one": 3, "two": 4, "three": 3, "four": 4})

    assert (told["modules"], told["largest"], told["gap"]) == ([], [], 0)


@pytest.mark.parametrize(
    "kept",
    [None, [], "3", 7, {"one": 0, "two": 5, "three": "2", "four": 1.5}, {"gone": 2, "__proto__": 3}],
)
def test_what_was_kept_and_cannot_be_right_is_left_out(node, kept):
    assert node.call(f"{E}.sound", SMALL, kept) == {}
    assert assess(node, kept)["answered"] == 0


def test_the_framework_has_eight_competencies_of_four_sentences_and_its_goal_is_the_third(framework):
    assert len(framework.competencies) == COMPETENCIES
    assert {len(each.levels) for each in framework.competencies} == {LEVELS}
    assert framework.goal == 3
    assert {each.domain for each in framework.competencies} == {each.id for each in framework.domains}


def test_every_answer_of_the_framework_is_judged_by_the_engine(node, framework, course):
    given = plain(framework, "en")
    order = [module.id for module in course.in_order()]
    told = assess(node, {each.id: 1 for each in framework.competencies}, given, order)

    assert told["gap"] == 2
    assert {each["module"] for each in told["modules"]} == framework.recommends
    gaps = [each["gap"] for each in told["modules"]]
    assert gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_a_number_or_a_mere_degree(framework, language):
    for each in framework.competencies:
        for level in each.levels:
            assert len(level[language]) > 15
            assert not any(word in level[language] for word in ("very well", "excellent", "매우 잘", "탁월"))


def test_a_domain_that_does_not_exist_is_named_at_its_line():
    text = """
about: {en: Ours., ko: 우리 것입니다.}
cites: [kor-a-32]
goal: 2
domains:
  work: {en: Work, ko: 일}
competencies:
  check:
    domain: play
    name: {en: Check, ko: 확인}
    is: {en: To look., ko: 보는 것입니다.}
    levels:
      - {en: I send it.}
    modules: [one]
    colour: red
"""
    problems = []
    read_framework("framework", read_record(text, "framework.yml", problems, "labs-are-complete"))

    assert [(problem.place.line, problem.message) for problem in problems] == [
        (9, "“domain: play” is not known"),
        (13, "the key “ko” is missing"),
        (15, "unknown key “colour”"),
    ]

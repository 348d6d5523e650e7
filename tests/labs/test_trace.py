"""Trace back: what a reader may type, how it is judged, and the texts."""

import pytest

from tests.labs.conftest import LABS

TEXTS = sorted(file.stem for file in (LABS / "trace").glob("*.yml") if file.name != "lab.yml")


@pytest.fixture(scope="session")
def lab(course):
    return course.labs["trace"]


@pytest.fixture
def call(engine):
    return lambda name, *inputs: engine("trace").call(f"traceEngine.{name}", *inputs)


def truths(text):
    return [
        {
            "lines": [text.numbers[line] for line in sentence.lines],
            "also": [text.numbers[line] for line in sentence.also],
            "none": sentence.none,
        }
        for sentence in text.summary
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", []),
        ("3", [3]),
        ("7, 3,3", [3, 7]),
        ("3 7;9", [3, 7, 9]),
        ("3-5", [3, 4, 5]),
        ("3 ~ 5번", [3, 4, 5]),
        ("3행, 7번 줄", [3, 7]),
        ("\uff13\u3001\uff17", [3, 7]),  # as some keyboards write digits
        ("3.", [3]),
        ("20", [20]),
    ],
)
def test_lines_are_read_as_people_write_them(call, typed, lines):
    assert call("parse", typed, 20) == {"lines": lines, "unknown": []}


@pytest.mark.parametrize(
    "typed", ["0", "21", "5-3", "1-99", "x", "<b>3</b>", "1e3", "\ud800", "\u202e3", "-1", "3--5", "\x00"]
)
def test_what_cannot_be_a_line_is_named(call, typed):
    found = call("parse", typed, 20)

    assert found["lines"] == []
    assert len(found["unknown"]) == 1


def test_half_a_megabyte_is_refused_in_words(call):
    found = call("parse", "3, " * 180_000, 20)

    assert found["lines"] == []
    assert len(found["unknown"][0]) < 30


def test_a_sentence_earns_for_what_it_needs_and_loses_for_what_it_does_not(call):
    truth = {"lines": [3, 4], "also": [2], "none": False}

    def share(lines, *, none=False):
        return call("judge", truth, {"lines": lines, "none": none})["share"]

    assert share([3, 4]) == share([2, 3, 4]) == 1
    assert share([3]) == 0.5
    assert share([3, 9]) == pytest.approx(1 / 3)
    assert share([2]) == share([]) == share([], none=True) == share([3, 4], none=True) == 0


def test_in_no_line_is_right_or_wrong(call):
    truth = {"lines": [], "also": [], "none": True}

    assert call("judge", truth, {"lines": [], "none": True})["share"] == 1
    assert call("judge", truth, {"lines": [3], "none": False})["share"] == 0


@pytest.mark.parametrize("name", TEXTS)
def test_the_key_earns_everything_and_no_constant_answer_passes(call, lab, name):
    text = lab.exercises[name]
    truth = truths(text)
    every = list(range(1, len(text.lines) + 1))

    assert call("total", truth, truth, True)["score"] == 1  # noqa: FBT003 - a line of the engine's
    for constant in ({"lines": [], "none": True}, {"lines": every, "none": False}):
        score = call("total", truth, [constant] * len(truth), True)["score"]  # noqa: FBT003
        assert score < 0.6
    for line in every:
        one = {"lines": [line], "none": False}
        assert call("total", truth, [one] * len(truth), True)["score"] < 0.6  # noqa: FBT003


@pytest.mark.parametrize("name", TEXTS)
def test_a_document_is_long_enough_to_be_searched_and_short_enough_to_be_read(lab, name):
    text = lab.exercises[name]

    assert 15 <= len(text.lines) <= 30
    assert 5 <= len(text.summary) <= 7
    important = [text.numbers[left.line] for left in text.left_out if left.important]
    assert len(important) == 1
    assert len(text.left_out) == 4

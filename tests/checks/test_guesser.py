"""The test-wise guesser: what it picks, what it scores, and that luck has no part in it."""

from itertools import permutations
from pathlib import Path

import pytest

from scripts.checks.guesser import guess, guess_course
from scripts.content.model import Bank, Choice, Course, Gap, Place, Question

HERE = Place("quizzes/desk/first-letter.md")
LIKE = ("Read it now.", "Sign it now.", "File it now.")


def asked(*options, right=(0,), stem="What do you do first?", name="any-question"):
    choices = tuple(
        Choice(f"option-{number}", text, number in right, "Why.", HERE) for number, text in enumerate(options)
    )
    return Question(name, "first-letter", "", "o1", "", 1, stem, choices, (), "", HERE, HERE, HERE)


def bank(*questions, language="en"):
    return Bank(HERE, language, questions)


def test_a_bank_in_which_length_gives_all_away_scores_100_percent():
    questions = [asked("Read the whole of it with care.", *LIKE[1:])] * 8

    result = guess(bank(*questions))

    assert (result.questions, result.score, result.chance) == (8, 1, pytest.approx(1 / 3))
    assert {each.cues for each in result.giveaways} == {("length",)}


def test_a_bank_without_cues_and_with_a_key_in_every_place_scores_chance():
    result = guess(bank(*(asked(*LIKE, right=(place,)) for place in range(3))))

    assert result.score == result.chance == pytest.approx(1 / 3)
    assert result.giveaways == ()


def test_the_order_of_options_brings_no_luck():
    """Over all orders of four options, two of which look best, the right one is picked half of the time."""
    options = ("Read the whole of it with care.", "Sign the whole of it with care.", "File it.", "Send it.")
    orders = [asked(*order, right=(order.index(options[0]),)) for order in permutations(options)]

    assert guess(bank(*orders)).score == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("language", "question", "cue"),
    [
        ("en", asked("Open the register.", *LIKE[1:], stem="Whose register is it?"), "overlap"),
        ("en", asked("Read it slowly.", "Never sign it.", "Always file it."), "absolutes"),
        ("en", asked("It may be so.", "It has to be.", "So it will be"), "detail"),
        (
            "ko",
            asked("대장에서 봅니다.", "도구로 씁니다.", "편지를 씁니다.", stem="대장은 어디 있습니까?"),
            "overlap",
        ),
        ("ko", asked("글을 다시 봅니다.", "절대 안 봅니다.", "항상 글을 봅니다."), "absolutes"),
        ("ko", asked("대개 맞습니다.", "늘 맞습니다.", "다 맞습니다."), "detail"),
    ],
)
def test_each_cue_finds_the_right_option(language, question, cue):
    (answer,) = guess(bank(question, language=language)).guesses

    assert answer.score == 1
    assert cue in answer.cues


def test_among_equals_the_middle_is_preferred():
    places = [guess(bank(asked(*LIKE, "Send it now.", right=(place,)))).score for place in range(4)]

    assert places == [0, 1 / 2, 1 / 2, 0]


def test_several_right_options_are_ranked_above_the_wrong_ones_or_not():
    good = asked(
        "Read the whole of it with care.", "File the whole of it with care.", "Sign it.", right=(0, 1)
    )
    bad = asked("Read the whole of it with care.", "File the whole of it with care.", "Sign it.", right=(2,))

    assert guess(bank(good)).score == 1
    assert guess(bank(good)).chance == 1 / 2
    assert guess(bank(bad)).score == 0


def test_what_cannot_be_guessed_is_left_out():
    gap = Question("a-gap", "first-letter", "", "", "", 1, "[[x]]", (), (Gap(("x",)),), "", HERE, HERE, HERE)

    result = guess(bank(gap, asked(*LIKE, right=()), asked(*LIKE, right=(0, 1, 2))))

    assert (result.questions, result.score, result.chance, result.gain) == (0, 0, 0, 0)


def test_the_course_is_answered_by_language(course):
    results = guess_course(course)

    for language, result in results.items():
        assert result.questions == sum(
            guess(bank).questions for _, bank in course.banks() if bank.language == language
        )
    assert guess_course(Course(Path("nowhere"), ""))["en"].questions == 0

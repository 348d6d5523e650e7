"""The formula behind the reading level."""

import pytest

from scripts.checks.reading_level import reading_ease


def test_the_formula_is_flesch_s():
    """Three words of one syllable each, in one sentence."""
    assert reading_ease("The cat sat.", 1) == pytest.approx(206.835 - 1.015 * 3 - 84.6)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("make", 1), ("rules", 1), ("named", 1), ("the", 1), ("places", 2), ("wanted", 2), ("table", 2)],
)
def test_a_silent_e_makes_no_syllable(word, syllables):
    assert reading_ease(word, 1) == pytest.approx(206.835 - 1.015 - 84.6 * syllables)


def test_officialese_is_harder_than_plain_words():
    plain = "If you want to keep your permit, apply by 12 March. If you do not, it ends."
    hard = "Holders desiring continuation of authorisation shall effect submission of a renewal application."

    assert reading_ease(plain, 2) > 80
    assert reading_ease(hard, 1) < 20


def test_a_text_without_words_is_easy():
    assert reading_ease("12 %", 1) == 100

"""Which sentences say what a word means."""

import pytest

from scripts.content.definitions import definitions
from scripts.content.markdown import scan
from scripts.content.model import Page, Place
from scripts.content.prose import paragraphs


def words(text, language="en"):
    page = Page(
        Place("p.md"), language, "", "", scan(text, "p.md"), text, paragraphs=paragraphs(text, "p.md")
    )
    return [(found.word, found.means) for found in definitions(page)]


@pytest.mark.parametrize(
    ("text", "word", "means"),
    [
        ("A **rule** is a condition that people wrote.", "rule", "a condition that people wrote."),
        ("First. **Bias** means a tilt.[^a-b] More.", "Bias", "a tilt."),
        ("- A [token](../glossary.md#token) is the unit of text.", "token", "the unit of text."),
        ("One slip is drawn; this is called **sampling**.", "sampling", ""),
        (
            "**[Human oversight](glossary.md#x)** (HO) is the check by people.",
            "Human oversight",
            "the check by people.",
        ),
    ],
)
def test_an_english_sentence_defines_its_first_word(text, word, means):
    assert words(text) == [(word, means)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("**규칙**은 사람이 적어 둔 조건입니다.", "규칙"),
        ("[편향](glossary.md#bias)이란 한쪽으로 기우는 것을 말합니다.", "편향"),
        ("이것을 **샘플링**이라고 합니다.", "샘플링"),
    ],
)
def test_a_korean_sentence_defines_its_first_word(text, word):
    assert [found for found, _ in words(text, "ko")] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "**Hallucination** is a problem in law.",
        "**First of all** is to ask.",
        "The **draft** is ready.",
        "> A **rule** is a condition.",
        "**Two questions:** is the claim right, and does the source say it?",
        '??? instructor "Notes (2 min)"\n    A **rule** is a condition.',
        "**Training.** The numbers are set by training.",
    ],
)
def test_not_every_bold_word_is_defined(text):
    assert words(text) == []

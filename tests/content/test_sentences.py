"""Where a sentence ends, in English and in Korean."""

import pytest

from scripts.content.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Art. 5 and No. 3 of the Act, e.g. in Jan. 2026, cost 3.5 won.",
        "The address is law.go.kr, said J. Smith of the U.S. Census.",
        "2027. 3. 12.까지 제5조에 따라 신청합니다.",
        "금액은 3.5원입니다",
        "GOV.UK 챗은 2026. 5. 1.에 열렸습니다.",
    ],
)
def test_abbreviations_initials_numbers_and_dates_end_no_sentence(text):
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was sent. Was it read? No! “Never.” (Perhaps.) So it ended.", 6),
        ("It cost 3.5 won in 2024. The next year it cost more.", 2),
        ("보냅니다. 읽었습니까? “아니요.” 그랬습니다!", 4),
        ("2027. 3. 12.까지 신청합니다. 늦으면 끝납니다.", 2),
        ("", 0),
    ],
)
def test_marks_end_a_sentence(text, count):
    assert len(sentences(text)) == count


def test_nothing_is_lost():
    text = "One. Two, e.g. three? 넷입니다. 다섯."

    assert " ".join(sentences(text)) == text

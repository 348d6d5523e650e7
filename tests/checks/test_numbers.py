"""A number is the same number in either language, however each of them writes it."""

import time

import pytest

from scripts.checks.numbers import differences, numbers

SAME = [
    ("about 3.4 million won", "약 340만 원"),
    ("on 28 August 2026", "2026년 8월 28일"),
    ("on 28 August 2026", "2026. 8. 28.부터"),
    ("on 28 August 2026", "2026-08-28 시행"),
    ("from 3 May to 29 October 2027", "2027. 5. 3.부터 10. 29.까지"),
    ("3 May to 29 Oct, as a trial", "시범 운영(5. 3.~10. 29.)"),
    ("January to March 2025", "2025년 1~3월"),
    ("March to June", "3월부터 6월까지"),
    ("as of November", "11월 현재"),
    ("two of three", "셋 가운데 둘"),
    ("2 of 3", "셋 가운데 둘"),
    ("1,925 items", "문항 1,925개"),
    ("1,925 items", "문항 1925개"),
    ("a 12.2 % rise", "12.2% 올랐습니다"),
    ("12.2 per cent faster", "12.2퍼센트 더 빨리"),
    ("19 percentage points", "19%포인트"),
    ("30 November 2022", "2022년 11월 30일"),
    ("at 10 in the morning", "오전 10시"),
    ("at ten", "10시에"),
    ("at 2 p.m.", "오후 2시에"),
    ("at 2 p.m.", "14시에"),
    ("at 14:00", "오후 2시에"),
    ("at 10:30 a.m.", "오전 10시 30분"),
    ("until 22:00", "오후 10시까지"),
    ("at ten to five", "4시 50분"),
    ("a quarter to five", "4시 45분"),
    ("at noon", "낮 12시"),
    ("half", "절반"),
    ("half of them", "50%"),
    ("half a million dollars", "50만 달러"),
    ("half an hour", "30분"),
    ("twice", "두 번"),
    ("twice", "2번"),
    ("130,000 pages", "13만 쪽"),
    ("20,000 officials", "공무원 2만 명"),
    ("12,500 letters", "편지 1만 2,500통"),
    ("12,500 letters", "편지 1만 2천5백 통"),
    ("50,000 complaints", "민원 5만 건"),
    ("1.2 billion won", "12억 원"),
    ("KRW 38 million", "3,800만 원"),
    ("2.3 million won", "2.3백만 원"),
    ("Tasks 2 and 4 will do in 15 minutes", "과제 2와 4만 해도 됩니다. 15분"),
    ("last May and this May, 15 days", "작년 5월과 올해 5월, 15일"),
    ("Jan.\u2013June 2025", "2025년 1~6월"),
    ("KRW 120,000,000", "1억 2,000만 원"),
    ("2.5 trillion won", "2조 5천억 원"),
    ("3 trillion won", "3조 원"),
    ("a million pages", "백만 쪽"),
    ("a thousand letters", "편지 1,000통"),
    ("forty-six rows", "46행"),
    ("46 rows", "마흔여섯 행"),
    ("fifteen days", "15일"),
    ("15 days", "보름"),
    ("14 days", "2주"),
    ("a fortnight", "14일"),
    ("90 minutes", "1시간 30분"),
    ("18 months", "1년 6개월"),
    ("in the 1990s", "1990년대에"),
    ("in the 21st century", "21세기에"),
    ("2024\u201325", "2024~2025년"),
    ("Article 35-2", "제35조의2"),
    ("Art. 12", "제12조"),
    ("on page 16", "16쪽에"),
    ("COVID-19", "코로나19"),
    ("Regulation (EU) 2024/1689", "유럽연합 규정 2024/1689"),
    ("WCAG 2.2", "WCAG 2.2"),
    ("version 1.2.3", "판 1.2.3"),
    ("May it be so", "그렇게 되기를"),
    ("It may take 3 days", "3일 걸릴 수 있습니다"),
    ("the B2B market of Annex III", "기업 간 시장"),
    ("one answer in ten", "열에 하나"),
    ("an 80-year-old", "80세 주민"),
    ("within a minute", "1분 안에"),
    ("step one", "1단계"),
    ("no number here", "여기에는 수가 없습니다"),
    ("", ""),
]
OTHER = [
    ("17% of their answers", "답의 18%", ["17%"], ["18%"]),
    ("758 consultants", "컨설턴트 75명", ["758"], ["75"]),
    ("130,000 pages", "1만 3천 쪽", ["130,000"], ["1만 3천"]),
    ("50,000 complaints", "민원 5천 건", ["50,000"], ["5천"]),
    ("3.4 million won", "34만 원", ["3.4 million"], ["34만 원"]),
    ("5 million won", "5만 원", ["5 million"], ["5만 원"]),
    ("28 August 2026", "2026년 9월 28일", ["August"], ["9월"]),
    ("28 August 2026", "2026. 9. 28.", ["August"], ["9"]),
    ("2 July 2026", "2026년 7월 3일", ["2"], ["3"]),
    ("in November 2025", "2025년에", ["November"], []),
    ("in 2025", "2025년 11월", [], ["11월"]),
    ("26 minutes", "몇 분", ["26"], []),
    ("the minutes", "26분", [], ["26"]),
    ("for three of the minutes", "26분 가운데 3분", [], ["26"]),
    ("4.73 out of 5", "5점 만점에 4.37점", ["4.73"], ["4.37"]),
    ("4 papers", "서류 5가지", ["4"], ["5"]),
    ("a fee of 5 euros", "사용료", ["5 euros"], []),
    ("five minutes later", "6분 뒤에", ["five"], ["6"]),
    ("at 14:00", "오후 3시에", ["14"], ["3"]),
    ("1 hour 30 minutes", "2시간 40분", ["1", "30"], ["2", "40"]),
]


@pytest.mark.parametrize(("english", "korean"), SAME)
def test_the_same_number_written_in_two_ways_is_no_difference(english, korean):
    assert differences(english, korean) == ([], [])


@pytest.mark.parametrize(("english", "korean", "missing", "extra"), OTHER)
def test_another_number_is_told_as_it_is_written(english, korean, missing, extra):
    found = differences(english, korean)

    assert [[number.text for number in side] for side in found] == [missing, extra]


def test_a_small_number_in_one_language_only_is_a_manner_of_speaking():
    assert differences("the same desk", "1차 창구") == ([], [])
    assert differences("step 3 of the plan", "다음 단계") == ([], [])


def test_a_letter_before_a_digit_makes_a_name():
    assert numbers("N2SF, B2B and A4") == []


@pytest.mark.parametrize("text", ["1," * 9000, "1." * 9000, "9" * 18000, "5만" * 6000, "five to " * 2000])
def test_hostile_text_takes_no_time(text):
    begun = time.process_time()

    differences(text, f"{text} 13")

    assert time.process_time() - begun < 1

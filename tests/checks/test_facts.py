"""What could be looked up is found in both languages, and what only looks like it is left alone."""

import time

import pytest

from scripts.checks.facts import facts


def of(sentence):
    return [(fact.kind, fact.words) for fact in facts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In force since 28 August 2026.", [("day", "28 August 2026")]),
        ("By the 1st May it opens.", [("day", "1st May")]),
        ("On March 12, 2026 it opens.", [("day", "March 12, 2026")]),
        ("A report of February 2025.", [("day", "February 2025")]),
        ("From 30 September to 31 December 2024.", [("day", "30 September"), ("day", "31 December 2024")]),
        ("Dated 2026-11-22.", [("day", "2026-11-22")]),
        ("2026년 8월 28일부터 시행됩니다.", [("day", "2026년 8월 28일")]),
        ("2026년 8월부터 시행됩니다.", [("day", "2026년 8월")]),
        ("3월 12일까지 냅니다.", [("day", "3월 12일")]),
        ("2027. 3. 12.까지 냅니다.", [("day", "2027. 3. 12.")]),
        ("In 2024 the city gave training.", [("year", "2024")]),
        ("2024년에 교육을 했습니다.", [("year", "2024년")]),
    ],
)
def test_a_day_a_month_with_its_year_and_a_year_of_the_past_are_found(sentence, found):
    assert of(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("See Art. 23.", "Art. 23"),
        ("See Article 5(1)(a) of it.", "Article 5(1)(a)"),
        ("See Articles 5 and 6.", "Articles 5"),
        ("See § 12a.", "§ 12a"),
        ("See Section 3 of the Act.", "Section 3"),
        ("제23조에 있습니다.", "제23조"),
        ("제23조제1항에 있습니다.", "제23조제1항"),
        ("제12조의2 제3항 제1호에 있습니다.", "제12조의2 제3항 제1호"),
    ],
)
def test_an_article_of_law_is_found(sentence, found):
    assert of(sentence) == [("article", found)]


@pytest.mark.parametrize(
    "share", ["25%", "25 %", "0.5%", "25 per cent", "25 percent", "19 percentage points"]
)
def test_a_share_is_found(share):
    assert of(f"It fell by {share} in all.") == [("share", share)]


@pytest.mark.parametrize("share", ["25%", "25퍼센트", "19%포인트", "3.5%p"])
def test_a_share_is_found_in_korean(share):
    assert of(f"모두 {share} 줄어듭니다.") == [("share", share)]


@pytest.mark.parametrize("money", ["KRW 240 million", "€5", "$1.5 billion", "20,000 won", "3 million euros"])
def test_money_is_found(money):
    assert of(f"It costs {money} a month.") == [("sum", money)]


@pytest.mark.parametrize("money", ["3만 원", "20,000원", "2억 4,000만 원", "3천만 원", "500달러"])
def test_money_is_found_in_korean(money):
    assert of(f"월 {money}입니다.") == [("sum", money)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("More than 12,000 rows were lost.", "12,000 rows"),
        ("Over 106 experiments it lost.", "106 experiments"),
        ("About 130,000 pages are read.", "130,000 pages"),
        ("It had 200 government uses.", "200 government uses"),
        ("Rated 4.73 out of 5.", "4.73 out of 5"),
        ("In 37 of 481 reports.", "37 of 481 reports"),
        ("A survey of 7,115.", "7,115"),
        ("It saves 20-30 minutes.", "20-30 minutes"),
        ("It has 3 million residents.", "3 million residents"),
        ("직원 1,000명이 씁니다.", "1,000명"),
        ("민원 120건을 나눕니다.", "120건"),
        ("하루 26분을 아낍니다.", "26분"),
        ("약 13만 쪽입니다.", "13만 쪽"),
        ("직원 800여 명에게 알립니다.", "800여 명"),
        ("20~30분이 걸립니다.", "20~30분"),
    ],
)
def test_a_count_with_its_unit_is_found(sentence, found):
    assert of(sentence) == [("count", found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was reported to fail.",
        "It reportedly fails.",
        "In one large study, people forgot it.",
        "실패한다고 보도되었습니다.",
        "보도에 따르면 실패합니다.",
        "한 실험에서 실패합니다.",
    ],
)
def test_what_somebody_reports_is_found(sentence):
    assert [kind for kind, _ in of(sentence)] == ["report"]


@pytest.mark.parametrize(
    "sentence",
    [
        "GPT-4 and GPT 4 users write on Windows 11 machines.",
        "The site meets WCAG 2.2, KWCAG 2.2 and ISO 24495-1:2023.",
        "It has 7 questions, 3 options and 12 points.",
        "Art is long, and an article is short.",
        "Call 031-909-9000, 02-123-4567 or 1588.",
        "Open 24/7, from 9:00 to 18:00.",
        "Version 2.2.1 of the page, build 20261122.",
        "One of them, and two visits.",
        "KOGL type 1, step 2, part 3, question 12, figure 4.",
        "100% sure, 100 % are text, a 0% chance.",
        "In 2030 the plan is over.",
        "You may come in March.",
        "No. 32177 of the decree.",
        "See https://example.org/2026/11/22/12-pages.",
        "공공누리 제1유형, 제3장, 제2 단계.",
        "1단계, 2차 회의, 5급, 12번 문제, 1분기, 2분의 1.",
        "오후 4시 45분, 10시, 18시 30분.",
        "100% 확실합니다.",
        "2030년에 끝납니다.",
        "2024년 계획이 있습니다.",
        "다섯 가지 방법을 씁니다.",
        "3월에 갱신할 수 있습니다.",
        "“보도에 따르면”이라고 씁니다.",
        "",
    ],
)
def test_what_only_looks_like_a_fact_is_left_alone(sentence):
    assert of(sentence) == []


def test_a_day_counts_the_same_however_it_is_spelled():
    spelled = ["3 May 2026", "May 3, 2026", "2026-05-03", "2026. 5. 3.", "2026년 5월 3일"]

    assert {fact.value for day in spelled for fact in facts(f"On {day}")} == {("2026", "5", "3")}


def test_a_number_counts_the_same_with_and_without_commas():
    [one], [other] = (list(facts(f"It had {number} users.")) for number in ("12,000", "12000"))

    assert one.value == other.value


def test_a_hostile_sentence_takes_no_time():
    before = time.process_time()
    for text in ("1,111 " * 3000, "9" * 19_000, "1만 " * 6000, "12 aaa bbb " * 1500, "§ 1(" * 4000):
        list(facts(text))

    assert time.process_time() - before < 2

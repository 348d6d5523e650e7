"""Where a claim may stand without a source, and at which line it is told."""

import pytest

from scripts.checks.claims import claims_are_cited, figures_rest_on_what_was_read
from scripts.content.load import load_course

PAGE = "docs/about.md"


@pytest.fixture
def told(good):
    """The lines of a page with this text on which a claim without a source is found, and the words."""

    def tell(text, rule=claims_are_cited):
        (good / PAGE).write_text(f"---\nsummary: About.\n---\n\n# About\n\n{text}\n", "utf-8")
        return [(problem.place.line - 6, problem.message) for problem in rule(load_course(good))]

    return tell


def test_all_of_a_paragraph_is_told_at_once_at_the_line_of_the_first(told):
    assert told("A line\nof 25%\nand 1,200 users") == [(2, "no source for “25%”, “1,200 users”")]


def test_a_fact_that_the_line_end_cuts_is_told_where_it_begins(told):
    assert [line for line, _ in told("The law came\nin on 28\nAugust 2026.")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 25%.[^kor-a-32] It had been 30% before.",
        "It fell by 25%.[^kor-a-32]\n\nSo 25% it is.",
        "So 25% it is.\n\nIt fell by 25%.[^kor-a-32]",
        "Three of them:[^kor-a-32]\n\n- 25%\n- 30%",
        "In force since May 2026:\n\n- one;[^kor-a-32]\n- two.",
        "Since 3 May 2026.[^kor-a-32]\n\nIn May 2026, and in 2026 it was new.",
        "The numbers are invented: 25%.",
        "Together it is 25%, invented like the rest.",
        "25%라고 합시다. 이것도 지어낸 숫자로 셈합니다.",
        "지어낸 여섯 행으로 시험하면 25%입니다.",
        "이 모듈의 회의록은 이 과정을 위해 지어냈습니다. 25%가 늘었습니다.",
        "## One { #one }\n\nWritten for this course. It is written for this course:\n\n> 25% less.",
    ],
)
def test_a_fact_with_a_source_or_a_reason_is_left_alone(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 25%.[^kor-a-32]\n\nSo 26% it is.",
        "Two things hold.[^kor-a-32] Look:\n\n- 25%",
        "It fell by 25%. Look:\n\n- here.[^kor-a-32]",
        "The tool made up 25% of them.",
        "A tool invented 25% of its answers.",
        "It invented a ruling in 25% of all cases.",
        "## One { #one }\n\nWritten for this course.\n\n25% less.",
        "## One { #one }\n\nThis is invented.\n\n## Two { #two }\n\n> 25% less.",
        "도구가 판결의 25%를 지어냈습니다.",
    ],
)
def test_a_fact_without_either_is_told(told, text):
    assert len(told(text)) == 1


def test_an_unknown_source_is_no_matter_of_figures(told):
    assert told("It fell by 25%.[^nobody]", figures_rest_on_what_was_read) == []

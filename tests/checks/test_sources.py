"""How the days of a review count, and who is named."""

import datetime

import pytest

from scripts.checks.sources import reviews_have_taken_place, sources_are_reviewed_in_time
from scripts.content.load import load_course

DUE = datetime.date(2027, 11, 22)


def on(root, days):
    return list(sources_are_reviewed_in_time(load_course(root), DUE + datetime.timedelta(days)))


@pytest.mark.parametrize(
    ("days", "severities"),
    [(-31, []), (-30, ["warning"]), (0, ["warning"]), (90, ["warning"]), (91, ["error"])],
)
def test_a_review_is_named_30_days_before_and_an_error_90_days_after(good, days, severities):
    assert [problem.severity for problem in on(good, days)] == severities


def test_the_line_is_that_of_the_day_and_the_pages_that_cite_it_are_named(good):
    [problem] = on(good, 5)

    assert str(problem.place) == "modules/sources.yml:11"
    assert "5 days ago" in problem.message
    assert "modules/desk/first-letter/index.md" in problem.message


def test_a_day_that_is_none_is_not_compared(good):
    file = good / "modules/sources.yml"
    file.write_text(file.read_text("utf-8").replace("2027-11-22", "soon"), "utf-8")

    assert on(good, 500) == []


def test_what_was_checked_today_has_taken_place(good):
    course = load_course(good)

    assert list(reviews_have_taken_place(course, datetime.date(2026, 11, 22))) == []
    assert [str(p.place) for p in reviews_have_taken_place(course, datetime.date(2026, 11, 21))] == [
        "modules/sources.yml:10",
        "modules/desk/first-letter/index.md:5",
    ]

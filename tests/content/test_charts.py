"""A chart holds pilots: who tried what, how it was found out, and what was found."""

from scripts.content.charts import read_charts
from scripts.content.citing import cited_by
from scripts.content.load import load_course

FOLDER = "modules/desk/first-letter"
CHART = """\
title: {en: Two offices, ko: 사무소 두 곳}
pilots:
  north:
    name: {en: North Office, ko: 북부 사무소}
    country: {en: Korea, ko: 한국}
    by: {en: The office itself, ko: 해당 기관}
    people: {en: 40 volunteers, ko: 지원자 40명}
    method: self-report
    result: {unit: minutes-a-day, low: 10, high: 12.5, says: {en: estimates, ko: 추정}}
    measured: {en: Minutes that users said they saved., ko: 아꼈다고 답한 시간.}
    cites: [kor-a-32]
"""


def read(good, text):
    (good / FOLDER / "offices.chart.yml").write_text(text, "utf-8")
    problems = []
    return read_charts(good / FOLDER, FOLDER, problems), problems


def test_a_pilot_is_read_with_its_range_its_sources_and_their_line(good):
    charts, problems = read(good, CHART)

    (pilot,) = charts["offices"].pilots
    assert problems == []
    assert (pilot.finding.low, pilot.finding.high, pilot.finding.about) == (10, 12.5, False)
    assert pilot.year == ""
    assert (pilot.cites, pilot.cites_place.line) == (("kor-a-32",), 11)


def test_a_rounded_number_is_known_as_one(good):
    charts, _ = read(good, CHART.replace("low: 10, high: 12.5", "about: 10"))

    assert charts["offices"].pilots[0].finding.about


def test_an_id_that_stands_twice_is_told_at_its_line(good):
    entry = CHART.partition("pilots:\n")[2]

    charts, problems = read(good, CHART + entry)

    assert charts == {}
    assert [str(problem.place) for problem in problems] == [f"{FOLDER}/offices.chart.yml:12"]
    assert "stands twice" in problems[0].message


def test_a_page_cites_what_its_chart_cites(good):
    page = good / FOLDER / "index.md"
    text = page.read_text("utf-8").replace("[^kor-a-32]", "")
    page.write_text(text.replace("<!-- sort: tools -->", "<!-- chart: offices -->"), "utf-8")
    read(good, CHART)
    course = load_course(good)

    assert cited_by(course, course.modules["first-letter"].page("en")) == ["kor-a-32"]

"""A chart is a drawing and a table of the same data, and puts nothing on a scale that cannot stand there."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from scripts.content.charts import SCALES
from scripts.site.charts import INSIDE, WIDTH, Drawing, drawn, rows
from scripts.site.shell import open_shell

NAME = "what-the-pilots-measured"


@pytest.fixture(params=["en", "ko"])
def shell(request, course):
    return open_shell(course, request.param, course.root / "overrides")


@pytest.fixture
def chart(course):
    return course.modules[NAME].charts["pilots"]


def only(chart, **changes):
    """The chart with one pilot, whose finding is changed."""
    pilot = next(p for p in chart.pilots if p.finding.unit == "minutes-a-day")
    return replace(chart, pilots=(replace(pilot, finding=replace(pilot.finding, **changes)),))


def bars(drawing):
    return [box for box in drawing.boxes if box.look == "f-strong"]


def test_drawing_table_and_text_alternative_hold_every_pilot(chart, shell):
    drawing, table = drawn(chart, shell), rows(chart, shell)

    assert {row.pilot.id for row in table} == {pilot.id for pilot in chart.pilots}
    for row in table:
        assert row.sources
        assert shell.text(row.pilot.name) in drawing.label
        assert row.found in drawing.label


def test_only_minutes_are_drawn_and_each_kind_of_day_has_its_own_scale(chart, shell):
    drawing = drawn(chart, shell)
    minutes = [pilot for pilot in chart.pilots if pilot.finding.unit in SCALES]

    assert len(bars(drawing)) == len(minutes)
    zeros = [words for words in drawing.words if words.text == shell.say("chart_minutes", n="0")]
    assert len(zeros) == len({pilot.finding.unit for pilot in minutes})


def test_a_range_is_a_pale_bar_behind_a_solid_one(chart, shell):
    drawing = drawn(only(chart, low=20.0, high=40.0), shell)

    (solid,) = bars(drawing)
    pale = next(box for box in drawing.boxes if box.look == "f-box")
    assert pale.width == 2 * solid.width
    assert any("20\u201340" in words.text for words in drawing.words)


@pytest.mark.parametrize("minutes", [0.0, 480.0, 5000.0])
def test_a_bar_stays_inside_whatever_the_number(chart, shell, minutes):
    drawing = drawn(only(chart, low=minutes), shell)

    assert all(box.x + box.width <= WIDTH for box in drawing.boxes)


def test_nothing_overlaps_and_no_line_is_wider_than_the_drawing(chart, shell):
    drawing = drawn(chart, shell)

    cards = sorted((b.y, b.y + b.height) for b in drawing.boxes if b.look != "f-strong")
    assert all(end <= start for (_, end), (start, _) in pairwise(cards))
    assert cards[-1][1] <= drawing.height
    assert all(words.y <= drawing.height for words in drawing.words)


def test_a_long_text_is_broken_between_words(shell):
    drawing = Drawing("")
    drawing.line("가나다 라마바 " * 20)

    assert len(drawing.words) > 2
    assert all(len(words.text) * 20 * 0.7 < WIDTH - INSIDE for words in drawing.words)


def test_the_part_is_an_image_with_a_name_and_a_table_with_headings(chart, shell):
    module = shell.course.modules[NAME]
    html = shell.render(
        "chart", e=Page(module), chart=chart, drawing=drawn(chart, shell), rows=rows(chart, shell)
    )
    part = ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")

    image = part.find(".//svg")
    assert image.get("role") == "img"
    assert shell.text(chart.title) in image.get("aria-label")
    assert not {"fill", "stroke", "style"} & {key for each in image.iter() for key in each.attrib}
    assert all(float(text.get("font-size")) >= 20 for text in image.iter("text"))
    assert part.find(".//caption").text.startswith(shell.text(chart.title))
    assert len(part.findall(".//tbody/tr")) == len(part.findall(".//tbody/tr/th[@scope='row']"))
    assert all(re.search(r"#[a-z-]+", link.get("href")) for link in part.iter("a"))


class Page:
    """As much of a page as the part asks for."""

    def __init__(self, module):
        self.module = module

    def link(self, path, anchor):
        return f"{path}#{anchor}"

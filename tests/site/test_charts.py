"""A chart is a drawing and a table of the same data, and puts nothing on a scale that cannot stand there."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from scripts.content.charts import SCALES
from scripts.site.charts import CARDS, INSIDE, NARROW, WIDE, Drawing, drawn, rows
from scripts.site.shell import open_shell

NAME = "what-the-pilots-measured"


@pytest.fixture(params=["en", "ko"])
def shell(request, course):
    return open_shell(course, request.param, course.root / "overrides")


@pytest.fixture(params=[WIDE, NARROW])
def width(request):
    return request.param


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
def test_a_bar_stays_inside_whatever_the_number(chart, shell, width, minutes):
    drawing = drawn(only(chart, low=minutes), shell, width)

    assert all(box.x + box.width <= width for box in drawing.boxes)


def test_a_scale_is_marked_where_it_begins_and_ends(chart, shell, width):
    drawing = drawn(only(chart, low=30.0), shell, width)

    (bar,) = bars(drawing)
    marks = [box.x for box in drawing.boxes if box.look == "f-head"]
    assert marks == [bar.x, bar.x + bar.width / 2, bar.x + bar.width]


def test_nothing_overlaps_and_no_line_is_wider_than_the_drawing(chart, shell, width):
    drawing = drawn(chart, shell, width)

    cards = sorted((b.y, b.y + b.height) for b in drawing.boxes if b.look in CARDS.values())
    assert all(end <= start for (_, end), (start, _) in pairwise(cards))
    assert cards[-1][1] <= drawing.height
    assert all(words.y <= drawing.height for words in drawing.words)


def test_a_long_text_is_broken_between_words(shell):
    drawing = Drawing("")
    drawing.line("가나다 라마바 " * 20)

    assert len(drawing.words) > 2
    assert all(len(words.text) * 20 * 0.7 < WIDE - INSIDE for words in drawing.words)


def test_the_part_is_an_image_with_a_name_and_a_table_with_headings(chart, shell):
    module = shell.course.modules[NAME]
    drawings = [drawn(chart, shell, width) for width in (WIDE, NARROW)]
    html = shell.render("chart", e=Page(module), chart=chart, drawings=drawings, rows=rows(chart, shell))
    part = ET.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")

    images = part.findall(".//svg")
    assert [image.get("viewBox").split()[2] for image in images] == [str(WIDE), str(NARROW)]
    for image in images:
        assert image.get("role") == "img"
        assert shell.text(chart.title) in image.get("aria-label")
        assert not {"fill", "stroke", "style"} & {key for each in image.iter() for key in each.attrib}
        assert all(float(text.get("font-size")) >= 20 for text in image.iter("text"))
    assert part.find(".//caption").text.startswith(shell.text(chart.title))
    methods = part.findall(".//tbody/tr/th[@scope='rowgroup']")
    assert len(methods) == len(part.findall(".//tbody")) == len({pilot.method for pilot in chart.pilots})
    columns = len(part.findall(".//thead/tr/th"))
    assert all(method.get("colspan") == str(columns) for method in methods)
    assert len(part.findall(".//tbody/tr/th[@scope='row']")) == len(chart.pilots)
    assert all(re.search(r"#[a-z-]+", link.get("href")) for link in part.iter("a"))


class Page:
    """As much of a page as the part asks for."""

    def __init__(self, module):
        self.module = module

    def link(self, path, anchor):
        return f"{path}#{anchor}"

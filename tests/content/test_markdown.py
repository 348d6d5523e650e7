"""Markdown is scanned in one place: what stands where, and what only looks like it."""

import time

import pytest

from scripts.content.markdown import prose_lines, scan
from scripts.content.strays import strays


def of(text, lines_before=0):
    return scan(text, "page.md", lines_before)


def targets(found):
    return [link.target for link in found]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Title", (1, "Title", "")),
        ("## Two words { #two-words }", (2, "Two words", "two-words")),
        ("## Tight {#tight}  ", (2, "Tight", "tight")),
        ("### C# and F# { #c-sharp }", (3, "C# and F#", "c-sharp")),
        ("## Braces {here} and there", (2, "Braces {here} and there", "")),
        ("# ", (1, "", "")),
    ],
)
def test_a_heading_has_level_words_and_id(line, heading):
    [found] = of(line).headings

    assert (found.level, found.text, found.id) == heading


def test_a_heading_has_attributes():
    [found] = of('## Q { #a-b data-objective=o1 data-note="two words" }').headings

    assert found.id == "a-b"
    assert found.attributes == {"data-objective": "o1", "data-note": "two words"}


@pytest.mark.parametrize("line", ["#hashtag", "####### seven", " # indented", "`# code`", "- # item"])
def test_what_only_looks_like_a_heading_is_none(line):
    assert of(line).headings == ()


def test_a_place_counts_from_the_file_s_first_line():
    assert of("text\n# Title\n", lines_before=5).headings[0].place.line == 7


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md)", ["b.md"]),
        ("[a](b.md#c) and [d](#e)", ["b.md#c", "#e"]),
        ("[a](b.md \"Title\") [a](c.md 'Title')", ["b.md", "c.md"]),
        ("[a](<b c.md>) [a]( d.md )", ["b c.md", "d.md"]),
        ("[a](https://example.org/Act_(2026)) (see [b](c.md))", ["https://example.org/Act_(2026)", "c.md"]),
        ("[a [b] c](d.md)", ["d.md"]),
        ("[a]()", [""]),
        ("[words that an editor\nwrapped](b.md)", ["b.md"]),
        ("[no link\n\nhere](b.md)", []),
        ("`[a](b.md)` and ``[`c`](d.md)``", []),
        ("[a] (b.md) [c][d] [ ] x", []),
    ],
)
def test_links_are_found_as_markdown_means_them(text, found):
    assert targets(of(text).links) == found


def test_a_wrapped_link_stands_where_it_ends():
    assert [link.place.line for link in of("see [the\nlesson](a.md) and [b](b.md)").links] == [2, 2]


def test_a_picture_is_no_link():
    outline = of("![A cat](cat.svg) and [a cat](cat.md)")

    assert [(picture.text, picture.target) for picture in outline.pictures] == [("A cat", "cat.svg")]
    assert targets(outline.links) == ["cat.md"]


def test_a_footnote_s_own_text_is_no_citation():
    outline = of("One.[^a][^b-1]\n\n[^c]: What it says.[^d]\n`[^e]`")

    assert [citation.source for citation in outline.citations] == ["a", "b-1", "d"]


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("<!-- thread -->", ("thread", ())),
        ("  <!--quiz: one-two three-four-->  ", ("quiz", ("one-two", "three-four"))),
        ("<!-- quiz: -->", ("quiz", ())),
        ("<!-- continue-->", ("continue", ())),
    ],
)
def test_a_marker_stands_alone_on_its_line(line, marker):
    [found] = of(line).markers

    assert (found.kind, found.names) == marker


@pytest.mark.parametrize(
    "line",
    ["text <!-- thread -->", "<!-- thread --> text", "<!-- A remark. -->", "`<!-- thread -->`", "<!-- a"],
)
def test_any_other_comment_is_no_marker(line):
    assert of(line).markers == ()


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ('??? instructor "Presenter notes (2 min)"', 2),
        ('???+ instructor "발표자 노트 (12분)"', 12),
        ('??? instructor "Presenter notes"', None),
        ("??? instructor", None),
        (f'??? instructor "Presenter notes ({"9" * 5000} min)"', None),
    ],
)
def test_a_presenter_s_note_says_its_minutes(line, minutes):
    assert [note.minutes for note in of(line).notes] == [minutes]


def test_a_presenter_s_note_knows_its_title_and_its_section():
    notes = of('??? instructor "One"\n## A { #a }\n### B { #b }\n??? instructor "Two (2 min)"').notes

    assert [(note.title, note.section) for note in notes] == [("One", ""), ("Two (2 min)", "a")]


@pytest.mark.parametrize("line", ['??? note "Presenter notes (2 min)"', '!!! instructor "(2 min)"'])
def test_any_other_box_is_no_presenter_s_note(line):
    assert of(line).notes == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a\n```\nb\n```\nc", [1, 5]),
        ("a\n~~~ text\n```\nb\n~~~\nc", [1, 6]),
        ("````\n```\nb\n````\nc", [5]),
        ("```\n``` text\nb\n```\nc", [5]),
        ("```b``` text\nc", [1, 2]),
        ("``` two words\nb\n```", [1, 2, 3]),
        ("    ```\n    b\n    ```\nc", [1, 2, 3, 4]),
        ("```\nnever closed\n````\n ```", [1, 2, 3, 4]),
    ],
)
def test_code_is_left_alone(text, numbers):
    assert [number for number, _ in prose_lines(text)] == numbers


def test_code_in_a_line_is_blanked_out_in_its_place():
    assert list(prose_lines("a `b` c ``d ` e`` \\`f")) == [(1, "a     c           \\`f")]


@pytest.mark.parametrize(
    "line",
    [
        "# a" + " " * 5000 + "b",
        "<!-- a:" + " " * 5000 + "b",
        "[a](" + " " * 2000,
        "[" * 5000 + "](",
        "![" * 5000 + "](a",
        "`" * 5000 + "a",
        "` `` " * 2000,
        "??? instructor " + " " * 5000,
        "## a {" + " #a" * 3000,
    ],
    ids=["heading", "marker", "target", "brackets", "pictures", "ticks", "pairs", "note", "attributes"],
)
def test_no_line_takes_long(line):
    start = time.perf_counter()

    of(line)

    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "text", ["`a` and ``b ` c``", "```\n<b>\n```", "~~~ text\n`\n~~~", "a \\` sign", "```<b>``` in one line"]
)
def test_code_that_begins_and_ends_is_plain(text):
    assert strays(text, "page.md") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a `b\nc", 1),
        ("```\n<b>", 1),
        ("x\n``` two words\n```", 2),
        ("- x\n\n    ```\n    y\n```", 3),
        ("```\nx\n````", 1),
    ],
)
def test_code_of_which_it_is_not_plain_where_it_ends_is_told(text, line):
    assert strays(text, "page.md")[0].place.line == line

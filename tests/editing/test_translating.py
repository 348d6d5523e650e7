"""A translation is fresh once somebody has read it against the English text of today."""

import pytest

from scripts.content.load import load_course
from scripts.editing.translating import accept, relative, stale, with_fingerprint

ABOUT = "docs/about.ko.md"


def test_an_accepted_translation_is_not_stale(good):
    assert stale(load_course(good)) == []


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("docs/about.md", ABOUT),
        ("modules/desk/index.md", "modules/desk/index.ko.md"),
        ("modules/desk/first-letter/index.md", "modules/desk/first-letter/index.ko.md"),
        ("quizzes/desk/first-letter.md", "quizzes/desk/first-letter.ko.md"),
    ],
)
def test_a_translation_is_stale_until_it_is_accepted(good, english, korean):
    with (good / english).open("a", encoding="utf-8") as file:
        file.write("\nMore.\n")
    assert stale(load_course(good)) == [korean]

    accept(load_course(good), korean)

    assert stale(load_course(good)) == []


def test_white_space_does_not_make_it_stale(good):
    file = good / "docs/about.md"
    file.write_text(file.read_text("utf-8").replace("\n", "\n\n").replace("About.", " About. "), "utf-8")

    assert stale(load_course(good)) == []


@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["plain", "with a BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_accepting_keeps_the_rest_of_the_file(good, before, end):
    text = "---\nsummary: 소개.\ntranslates: 0000000000\n---\n\n# 소개\n"
    (good / ABOUT).write_bytes((before + text).replace("\n", end).encode())

    accept(load_course(good), ABOUT)

    fresh = load_course(good).pages["docs/about.md"].fingerprint
    assert (good / ABOUT).read_bytes().decode() == text.replace("0000000000", fresh)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("# Title\n", "---\ntranslates: abc\n---\n\n# Title\n"),
        ("---\n---\n\nOne\n---\n", "---\ntranslates: abc\n---\n\nOne\n---\n"),
        ("---\nsummary: x\n---\n", "---\nsummary: x\ntranslates: abc\n---\n"),
        ("---\ntranslates:\nsummary: x\n---  \n", "---\nsummary: x\ntranslates: abc\n---  \n"),
        ("---\nsummary: x\n---", "---\nsummary: x\ntranslates: abc\n---"),
    ],
)
def test_the_fingerprint_stands_in_the_head(text, accepted):
    assert with_fingerprint(text, "abc") == accepted
    assert with_fingerprint(accepted, "abc") == accepted


@pytest.mark.parametrize("path", ["docs/about.md", "docs/nowhere.ko.md", "mkdocs.yml"])
def test_only_a_translation_can_be_accepted(good, path):
    with pytest.raises(KeyError):
        accept(load_course(good), path)


def test_a_file_may_be_named_from_the_course_or_in_full(good, monkeypatch):
    monkeypatch.chdir(good)
    assert relative("./docs/../docs/about.ko.md", good) == ABOUT
    assert relative(str(good / ABOUT), good) == ABOUT

    monkeypatch.chdir("/")
    assert relative(ABOUT, good) == ABOUT

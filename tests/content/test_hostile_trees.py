"""A folder made to do harm is read and judged to the end: nothing runs, nothing hangs, nothing leaks out."""

import os
import socket
import stat
import time
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.content.load import load_course
from scripts.reports.problems import as_text

LESSON = "modules/desk/first-letter"
HEAD = "---\nsummary: Hostile.\n---\n\n# Hostile\n\n"
LONG_ENOUGH = 20.0
"""CPU seconds; each of these takes less than two."""


def judged(root):
    """The places and rules that check names, within bounds, as lines that a terminal can show."""
    start = time.process_time()
    course = load_course(root)
    problems = check(course, course)
    assert time.process_time() - start < LONG_ENOUGH
    assert all(line.isprintable() for line in as_text(problems))
    return {(str(problem.place), problem.rule) for problem in problems if problem.severity == "error"}


@pytest.mark.parametrize("room", ["docs", "modules", "modules/desk", LESSON, "quizzes", "quizzes/desk"])
@pytest.mark.parametrize("target", [".", "..", "loop"])
def test_a_loop_of_links_is_named_and_not_followed(good, room, target):
    (good / room / "loop").symlink_to(target)

    assert (f"{room}/loop:1", "files-are-plain") in judged(good)


@pytest.fixture
def secret(good):
    """A file outside the course that nobody may read through it."""
    file = good.parent / "secret.md"
    file.write_text(f"{HEAD}What only the owner knows.\n", "utf-8")
    return file


@pytest.mark.parametrize(
    "path",
    [
        "docs/about.md",
        "docs/new.md",
        f"{LESSON}/index.ko.md",
        "quizzes/desk/first-letter.md",
        f"{LESSON}/new.svg",
        "modules/course.yml",
        "modules/sources.yml",
        "quizzes/retired.yml",
        f"{LESSON}/new.sort.yml",
    ],
)
def test_a_link_out_of_the_course_is_not_read(good, secret, path):
    (good / path).unlink(missing_ok=True)
    (good / path).symlink_to(secret)

    assert any(place == f"{path}:1" for place, _ in judged(good))
    assert "only the owner" not in repr(load_course(good))


def test_a_folder_that_lies_elsewhere_is_not_read(good, secret):
    outside = good.parent / "outside"
    (good / LESSON).rename(outside)
    (good / LESSON).symlink_to(outside)

    assert (f"{LESSON}/index.md:1", "files-can-be-read") in judged(good)
    assert load_course(good).modules == {}


def test_the_course_itself_may_be_reached_by_a_link(good):
    (good.parent / "by-a-link").symlink_to(good)

    assert judged(good.parent / "by-a-link") == set()


def as_pipe(path):
    os.mkfifo(path)


def as_socket(path):
    os.chdir(path.parent)  # a socket's path may be no longer than a hundred bytes
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def as_device(path):
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero never ends
    except PermissionError:
        pytest.skip("only root makes devices")


@pytest.mark.parametrize("make", [as_pipe, as_socket, as_device, Path.mkdir])
@pytest.mark.parametrize(
    "path",
    ["docs/about.md", "modules/course.yml", "quizzes/desk/first-letter.md", f"{LESSON}/three-steps.svg"],
)
def test_what_is_no_file_is_named_and_not_opened(good, monkeypatch, make, path):
    monkeypatch.chdir(good)
    (good / path).unlink()
    make(good / path)

    assert f"{path}:1" in {place for place, _ in judged(good)}


NAMES = [
    "two\nlines.md",
    "\x1b[31mred.md",
    '"quoted".md',
    "a b.md",
    "-x.md",
    "'; rm -rf x.md",
    "UP.md",
    "%2e%2e.md",
]
NAMES += ["가.md", "e\u0301.md", "\u202egnp.md", "a" * 240 + ".md", "<script>.md", "$(id).md", "con .md"]


@pytest.mark.parametrize("room", ["docs", LESSON, "quizzes/desk"])
@pytest.mark.parametrize("name", [*NAMES, os.fsdecode(b"\xff\xfe.md")], ids=ascii)
def test_a_file_with_a_name_that_no_address_has_is_named_and_not_read(good, room, name):
    (good / room / name).write_text("[no](nowhere.md)", "utf-8")

    rules = {rule for _, rule in judged(good)}

    assert "files-are-plain" in rules
    assert "links-lead-somewhere" not in rules


def text_of(*parts):
    return HEAD + "".join(parts)


PAGES = {
    "a long line": text_of("x" * 5_000_000),
    "many headings": text_of("## a { #a }\n" * 100_000),
    "headings without end": text_of("## a\n" * 4_900),
    "many links": text_of(("[a](b.md) " * 900 + "\n") * 20),
    "deep quotations": text_of(("> " * 4_900 + "a\n") * 50),
    "deep lists": text_of("".join(" " * 2 * n + "- a\n" for n in range(900))),
    "open brackets": text_of(("[" * 9_000 + "\n") * 90),
    "open fences": text_of("".join("`" * (3 + n % 90) + "a\n" for n in range(4_900))),
    "open code": text_of(("` `` " * 1_900 + "\n") * 90),
    "open comments": text_of(("<!-- quiz: " * 900 + "\n") * 90),
    "footnotes": text_of(("[^a]" * 2_000 + "\n") * 20),
    "rulers": text_of(("|" * 9_000 + "\n" + "-|" * 4_500 + "\n") * 50),
    "underlines": text_of("a\n-\n" * 2_400),
    "paragraph": text_of("word\n" * 4_900),
    "braces": text_of(("## a " + "{ #a" * 2_000 + "\n") * 90),
}


@pytest.mark.parametrize("path", ["docs/about.md", f"{LESSON}/index.md", f"{LESSON}/index.ko.md"])
@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_no_page_takes_long(good, path, text):
    (good / path).write_text(text, "utf-8")

    judged(good)


BANK = "---\nmodule: first-letter\n---\n\n# Questions\n\n"
BANKS = {
    "many questions": BANK + "## a { #a-b }\n" * 4_900,
    "many options": BANK + "## a { #a-b }\n<quiz>\na\n\n" + "- [ ] a { #a }\n> a\n" * 2_400 + "</quiz>\n",
    "open questions": BANK + "## a { #a-b }\n<quiz>\n" * 2_400,
    "open gaps": BANK + "## a { #a-b }\n<quiz>\n" + ("[[" * 4_900 + "\n") * 90 + "</quiz>\n",
    "long feedback": BANK + "## a { #a-b }\n<quiz>\n- [x] a { #a }\n" + "> a\n" * 4_900 + "</quiz>\n",
}


@pytest.mark.parametrize("ending", [".md", ".ko.md"])
@pytest.mark.parametrize("text", BANKS.values(), ids=BANKS)
def test_no_bank_takes_long(good, ending, text):
    (good / f"quizzes/desk/first-letter{ending}").write_text(text, "utf-8")

    judged(good)


RUNS = "!!python/object/apply:os.system"
LISTS = {
    "bomb": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "object": f"a: {RUNS} ['touch ran']\n",
    "object in a key": f"? {RUNS} ['touch ran']\n: 1\n",
    "deep": "a: " + "[" * 4_000,
    "deep in lines": "".join(" " * n + "a:\n" for n in range(900)),
    "many keys": "".join(f"a{n}: {{}}\n" for n in range(60_000)),
    "questions": "? " * 4_000 + "a\n",
    "numbers": "a: " + "9" * 9_000 + "\n",
    "documents": "---\na: 1\n" * 9_000,
    "merge": "<<: {id: x}\nstrands: {<<: {}}\n",
}


@pytest.mark.parametrize(
    "path", ["modules/course.yml", "modules/sources.yml", "modules/glossary.yml", f"{LESSON}/tools.sort.yml"]
)
@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_no_list_takes_long_and_none_runs_anything(good, monkeypatch, path, text):
    monkeypatch.chdir(good)
    (good / path).write_text(text, "utf-8")

    assert any(place.startswith(f"{path}:") for place, _ in judged(good))
    assert not (good / "ran").exists()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 80">'
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>\n'
DRAWINGS = {
    "entities": f"{ENTITIES}{SVG}<text>&b;</text></svg>",
    "a file": f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{SVG}<text>&a;</text></svg>',
    "small letters": f"{ENTITIES.replace('DOCTYPE', 'doctype')}{SVG}</svg>",
    "deep": SVG + "\n".join("<g>" * 1_000 for _ in range(300)),
    "deep and closed": SVG + "\n".join(["<g>" * 1_000] * 100 + ["</g>" * 1_000] * 100) + "</svg>",
    "in UTF-16": f'<?xml version="1.0" encoding="UTF-16"?>{SVG}</svg>',
}


@pytest.mark.parametrize("text", DRAWINGS.values(), ids=DRAWINGS)
def test_no_drawing_takes_long_or_reads_another_file(good, text):
    (good / LESSON / "three-steps.svg").write_text(text, "utf-8")

    judged(good)

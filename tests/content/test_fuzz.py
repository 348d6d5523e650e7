"""Whatever stands in the files, the course is read and judged to the end, and every problem has a place."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scripts.checks import check
from scripts.content.load import load_course
from scripts.reports.problems import as_text

GOOD = Path(__file__).parents[1] / "cases" / "good"
FILES = sorted(file.relative_to(GOOD).as_posix() for file in GOOD.rglob("*") if file.is_file())
PIECES = sorted({word for file in FILES for word in (GOOD / file).read_text("utf-8").split()})
SIGNS = [
    "---\n",
    "\n\n",
    "\n",
    "  ",
    "\t",
    "<quiz>",
    "</quiz>",
    "- [ ] ",
    "- [x] ",
    "> ",
    "## ",
    "{ #",
    " }",
    "```",
]
SIGNS += [
    "<!-- ",
    " -->",
    "[[",
    "]]",
    "](",
    "![",
    "[^",
    "&a ",
    "*a",
    "!!bool ",
    "? ",
    ": ",
    "{",
    "[",
    "\ufeff",
    "\r",
    "~~~",
    "\n===\n",
    "]: ",
    "][",
    "<!-- quiz: ",
    "    ",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "!!python/name:os.system ",
]

torn = st.lists(st.sampled_from([*PIECES, *SIGNS]), max_size=60).map("".join)
arbitrary = st.one_of(torn, st.text(max_size=200)).map(lambda text: text.encode("utf-8", "surrogatepass"))
content = st.one_of(arbitrary, st.binary(max_size=200))
place = st.integers(min_value=0, max_value=3000)
hard = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def judged(good):
    """Puts bytes in the place of a file, judges the course and puts the file back."""

    def judge(file, data):
        before = (good / file).read_bytes()
        (good / file).write_bytes(data(before))
        course = load_course(good)
        problems = check(course, load_course(GOOD))
        (good / file).write_bytes(before)
        return course, problems

    return judge


def is_named_by_the_plan(path, course):
    strands = [f"modules/{strand.id}/index.md" for strand in course.strands]
    modules = [f"modules/{s.id}/{name}/index.md" for s in course.strands for name in s.modules]
    return path in (*strands, *modules)


def holds(judged, file, data):
    course, problems = judged(file, data)
    for problem in problems:
        path = problem.place.path
        assert (GOOD / path).is_file() or is_named_by_the_plan(path, course)
        assert problem.place.line >= 1
        assert problem.rule
        assert problem.message
    assert all("\n" not in line for line in as_text(problems))


@hard
@given(file=st.sampled_from(FILES), data=content)
@example(file="modules/course.yml", data=b"")
@example(
    file="modules/course.yml", data=b"strands: {desk: {modules: [first-letter, x, first-letter]}, x: {}}"
)
@example(file="modules/course.yml", data=b'strands: {"a\\nb": {}}\nthread: [{module: "a\\nb"}]\n"c\\nd": 1')
@example(file="quizzes/desk/first-letter.md", data=b"---\n---\n")
def test_any_file_may_hold_anything(judged, file, data):
    holds(judged, file, lambda _: data)


@hard
@given(file=st.sampled_from(FILES), data=content, start=place, length=st.integers(0, 200))
def test_any_piece_of_a_file_may_be_torn_out_or_put_in(judged, file, data, start, length):
    def tear(before):
        at = start % (len(before) + 1)
        return before[:at] + data + before[at + length :]

    holds(judged, file, tear)


@hard
@given(files=st.sets(st.sampled_from(FILES), min_size=1, max_size=len(FILES)))
def test_any_files_may_be_missing(tmp_path_factory, files):
    root = shutil.copytree(GOOD, tmp_path_factory.mktemp("torn") / "course")
    for file in files:
        (root / file).unlink()

    course = load_course(root)

    for problem in check(course, load_course(GOOD)):
        path = problem.place.path
        to_be_made = path in {"modules/course.yml", "quizzes/retired.yml"}
        assert (root / path).exists() or to_be_made or is_named_by_the_plan(path, course)


@hard
@given(file=st.sampled_from(FILES), line=place, times=st.integers(0, 3))
def test_any_line_may_be_lost_or_doubled(judged, file, line, times):
    def change(before):
        lines = before.split(b"\n")
        at = line % len(lines)
        return b"\n".join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]])

    holds(judged, file, change)

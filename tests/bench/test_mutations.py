"""What an editor may do to the course is told where it was done: one defect of each kind."""

import re

import pytest

from scripts.bench.defects import KINDS, name
from scripts.bench.defects.ground import Ground
from scripts.bench.mutations import Field, chosen, mutations, planted
from scripts.cli import main

SEED = 3


@pytest.fixture(scope="module")
def ground(course):
    return Ground(course)


@pytest.fixture(scope="module")
def field(course, tmp_path_factory):
    return Field(course, tmp_path_factory.mktemp("field").resolve())


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_a_defect_is_told_at_the_right_line(ground, field, kind):
    [(_, defect)] = chosen(ground, 1, SEED, [kind])

    outcome = field.plant(kind, defect)

    assert outcome.is_right, [f"{p.place}: {p.message} [{p.rule}]" for p in outcome.problems]


def test_the_course_is_restored_after_each(course, field):
    for room in ("modules", "quizzes", "docs"):
        for file in (course.root / room).rglob("*.*"):
            assert (field.root / file.relative_to(course.root)).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_a_kind_says_what_happened_and_changes_something(ground, kind):
    defects = list(kind(ground))

    assert kind.__doc__.endswith(".")
    assert len(defects) >= 4
    for defect in defects[:: len(defects) // 4]:
        text = "\n".join(ground.lines(defect.path))
        assert defect.applied(text) != text
        assert defect.right


def test_the_same_seed_plants_the_same_and_another_does_not(ground):
    first, again, other = ([d for _, d in chosen(ground, 60, seed)] for seed in (1, 1, 2))

    assert first == again
    assert first != other
    assert len({(d.path, d.first, d.lines) for d in first}) == 60


def test_what_is_missed_is_shown_with_its_place_and_its_lines(course, monkeypatch):
    monkeypatch.setattr("scripts.bench.mutations.check", lambda *_: [])
    said = []

    share = mutations(course.root, 2, SEED, said.append)

    assert share == 0
    assert any(re.match(r"quizzes/.*:\d+: key removed: not found", line) for line in said)
    assert any(line.startswith("    - - [x]") for line in said)
    assert any(line.startswith("    + - [ ]") for line in said)
    assert said[-1] == "found 0, at the right line 0 of 2: 0.0%, wanted 95%"


def test_a_stale_translation_is_no_find(course):
    [outcome] = planted(course, 1, SEED, [KINDS[0]])

    assert "translations-are-fresh" not in {problem.rule for problem in outcome.problems}


def test_the_command_fails_when_too_little_is_told(course, capsys, monkeypatch):
    command = ["--root", str(course.root), "bench", "--mutations", "--count", "2", "--seed", "1"]

    assert main(command) == 0
    assert "at the right line 2 of 2: 100.0%" in capsys.readouterr().out
    monkeypatch.setattr("scripts.bench.mutations.check", lambda *_: [])
    assert main(command) == 1

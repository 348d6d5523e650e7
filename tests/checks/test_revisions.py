"""What a comparison with an earlier state of the course tells."""

import shutil

import pytest

from scripts.checks.revisions import gone_questions_are_retired, renewed_sources_say_what_was_found
from scripts.content.load import load_course

BANK = "quizzes/desk/first-letter.md"
IDS = ["unknown-by-law", "who-answers", "two-checks", "missing-word"]


@pytest.fixture
def base(good):
    return load_course(good)


def rename(root):
    for path in ("modules/desk/first-letter", BANK, BANK.replace(".md", ".ko.md")):
        (root / path).rename(root / path.replace("first", "second"))
    plan = root / "modules/course.yml"
    plan.write_text(plan.read_text("utf-8").replace("first-letter", "second-letter"), "utf-8")


def gone(root, base):
    return list(gone_questions_are_retired(load_course(root), base))


def test_nothing_is_gone_from_a_course_that_stands_as_it_was(good, base):
    assert gone(good, base) == []


def test_a_renamed_module_takes_all_its_questions_with_it(good, base):
    rename(good)

    found = gone(good, base)

    assert [problem.message for problem in found] == [f"first-letter/{name} is gone" for name in IDS]
    assert {str(problem.place) for problem in found} == {"quizzes/retired.yml:1"}


def test_the_hint_is_the_entry_to_add(good, base):
    rename(good)
    entry = gone(good, base)[0].hint.partition("retired.yml: ")[2].replace("YYYY-MM-DD", "2026-11-24")
    (good / "quizzes/retired.yml").write_text(entry, "utf-8")

    assert "retired-is-complete" not in {problem.rule for problem in load_course(good).problems}
    assert [problem.message for problem in gone(good, base)] == [
        f"first-letter/{name} is gone" for name in IDS[1:]
    ]


def test_a_bank_that_cannot_be_read_is_not_gone(good, base):
    (good / BANK).write_bytes(b"\xff")

    assert gone(good, base) == []


def test_a_deleted_bank_is_gone(good, base):
    (good / BANK).unlink()

    assert len(gone(good, base)) == len(IDS)


def test_what_was_retired_stays_retired(good):
    retired = good / "quizzes/retired.yml"
    retired.write_text('first-letter: {old-way: {since: 2026-11-20, why: "The law changed."}}\n', "utf-8")
    base = load_course(good)
    retired.unlink()

    assert [problem.message for problem in gone(good, base)] == [
        "first-letter/old-way is no longer listed as retired"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Art. 1", "Art. 2"),
        ("제1조", "제2조"),
        ("https://example.org/act", "https://example.org/acts"),
        ("date: 2026-08-28", "date: 2026-08-29"),
        ("A made-up Act", "An Act"),
        ("A draft is not a decision.", "A draft is no decision."),
    ],
)
def test_a_source_that_changed_may_be_renewed(good, base, old, new):
    assert renewed(good, base, (old, new)) == []


def renewed(root, base, *changes):
    file = root / "modules/sources.yml"
    text = file.read_text("utf-8").replace("review_by: 2027-11-22", "review_by: 2028-11-22")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    return [str(problem.place) for problem in renewed_sources_say_what_was_found(load_course(root), base)]


@pytest.mark.parametrize(
    "kept", [("language: ko", "language: en"), ("checked: 2026-11-22", "checked: 2026-11-23")]
)
def test_another_change_is_no_reason(good, base, kept):
    assert renewed(good, base, kept) == ["modules/sources.yml:11"]


def test_an_old_note_is_no_reason(good, base):
    note = '  reviewed: "Read; nothing changed."\n'
    file = good / "modules/sources.yml"
    file.write_text(file.read_text("utf-8") + note, "utf-8")
    noted = load_course(good)

    assert renewed(good, noted) == ["modules/sources.yml:11"]
    assert renewed(good, base) == []


def test_an_earlier_day_needs_no_reason(good, base):
    file = good / "modules/sources.yml"
    file.write_text(file.read_text("utf-8").replace("2027-11-22", "2027-05-22"), "utf-8")

    assert list(renewed_sources_say_what_was_found(load_course(good), base)) == []


def test_the_questions_of_a_module_that_is_gone_are_told_once(good, base):
    shutil.rmtree(good / "modules/desk/first-letter")
    for language in ("", ".ko"):
        (good / BANK.replace(".md", f"{language}.md")).unlink()
    plan = good / "modules/course.yml"
    plan.write_text(plan.read_text("utf-8").replace("[first-letter]", "[]"), "utf-8")

    assert len(gone(good, base)) == len(IDS)

"""The report: every figure computed, every empty state said, nothing run, the same bytes every time."""

import datetime
import html
import random
import re

import pytest

from scripts.content.load import load_course
from scripts.content.model import Course
from scripts.reports.render import as_html, as_markdown
from scripts.reports.report import Base, make_report

TODAY = datetime.date(2026, 11, 24)
LESSON = "modules/desk/first-letter/index.md"
BANK = "quizzes/desk/first-letter.md"
WRITTEN = pytest.mark.parametrize("written", [as_html, as_markdown])


def edit(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def real(course):
    return make_report(course, TODAY)


@WRITTEN
def test_the_same_course_gives_the_same_bytes(course, real, written):
    assert written(real) == written(make_report(course, TODAY))


@WRITTEN
def test_a_course_without_content_is_reported_in_words(tmp_path, written):
    text = written(make_report(Course(tmp_path, ""), TODAY))

    assert "nothing was compared" in text
    assert "Nothing is to mend" in text


def test_the_page_needs_nothing_else_and_allows_nothing_else(real):
    page = as_html(real)

    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"<script|<link|<img|\ssrc=|\shref=\"(?!#)|\sstyle=|\son\w+=|url\(|@import", page)


@WRITTEN
def test_every_module_bank_and_strand_stands_in_the_report(real, written):
    text = html.unescape(written(real))

    for module in real.coverage:
        assert module.title in text
    for each in real.times:
        assert each.strand.id in text
    assert text.count("nothing stands out") + text.count("given away by") >= len(real.banks)


def test_the_matrix_says_which_question_tests_which_objective(real):
    page = as_html(real)

    for module in real.coverage:
        assert sum(len(module.asked(name)) for name in module.objectives) == len(module.questions)
    assert page.count('<span class="hidden">tests o') == real.questions


def test_an_objective_with_too_few_questions_is_a_gap_in_words(good):
    edit(good, BANK, "data-objective=o1", "data-objective=o9")

    report = make_report(load_course(good), TODAY)

    assert report.gaps >= 1
    assert report.coverage[0].lost
    assert "gap: needs 1 more question" in as_html(report)
    assert "tests no objective" in as_html(report)
    assert "o1 needs 1 more question" in as_markdown(report)


def test_sources_are_told_90_days_ahead_and_after_their_day(good):
    course = load_course(good)
    (source, *_) = course.sources.values()
    day = datetime.date.fromisoformat(source.review_by)

    def states(today):
        report = make_report(course, today)
        return [[each.source.id for each in found] for found in (report.overdue, report.soon)]

    assert source.id in states(day - datetime.timedelta(90))[1]
    assert source.id not in states(day - datetime.timedelta(91))[1]
    assert source.id in states(day)[1]
    assert source.id in states(day + datetime.timedelta(1))[0]


def test_stale_and_missing_translations_are_told_apart(good):
    edit(good, LESSON, "no such by-law", "not one such by-law")
    (good / "quizzes/desk/first-letter.ko.md").unlink()

    states = {each.path: each.state for each in make_report(load_course(good), TODAY).to_translate}

    assert states["modules/desk/first-letter/index.ko.md"] == "stale"
    assert states["quizzes/desk/first-letter.ko.md"] == "missing"


def test_terms_are_linked_used_or_unused(good):
    edit(
        good,
        "modules/glossary.yml",
        "",
        "zebra:\n  en: {term: zebra, means: An animal.}\n  ko: {term: 얼룩말, means: 동물.}\n",
    )
    report = make_report(load_course(good), TODAY)
    assert "zebra" in [term.id for term in report.unused]

    edit(good, LESSON, "no such by-law", "no such by-law for zebras")
    report = make_report(load_course(good), TODAY)
    assert "zebra" not in [term.id for term in report.unused]
    assert [term.id for term in report.terms[0].unlinked] == ["zebra"]


def test_the_guesser_stands_beside_chance_for_every_bank_and_language(real):
    assert {each.language for each in real.languages} == {"en", "ko"}
    for each in (*real.banks, *real.languages):
        assert 0 < each.chance < 1
        assert 0 <= each.guess.score <= 1
        assert sum(each.places) == each.kinds["single"]


EVIL = "<b>bold</b> `code` | *x* [a](b) <script>"


def test_what_the_content_says_stays_words(good):
    base = load_course(good)
    edit(good, LESSON, "# ", f"# {EVIL} ")
    report = make_report(load_course(good), TODAY, Base("main<b>", base, ()))

    page, text = as_html(report), as_markdown(report)

    assert "<script" not in page
    assert "<b>bold" not in page + text
    assert "&lt;b>bold&lt;/b>" in text
    assert "main&lt;b&gt;" in page


def test_what_changed_is_marked_in_words_and_signs(good):
    base = load_course(good)
    edit(good, LESSON, "no such by-law", "not one such by-law")
    report = make_report(load_course(good), TODAY, Base("main", base, ()))

    assert "<del>no</del> <ins>not one</ins>" in as_html(report)
    assert "~~no~~ **not one**" in as_markdown(report)


@pytest.mark.parametrize("seed", range(12))
def test_a_course_in_ruins_is_reported_all_the_same(good, seed):
    """Lines are lost, doubled and turned round; there is always a report, and always a comparison."""
    chance = random.Random(seed)  # noqa: S311 - the same ruins every time
    base = load_course(good)
    for file in sorted((*good.rglob("*.md"), *good.rglob("*.yml"))):
        lines = [
            line
            for line in file.read_text("utf-8").splitlines()
            for _ in range(chance.choice((0, 1, 1, 1, 1, 2)))
        ]
        chance.shuffle(lines) if chance.random() < 0.1 else None
        file.write_text("\n".join(lines), "utf-8")
    report = make_report(load_course(good), TODAY, Base("main", base, ()))

    assert as_html(report).endswith("</html>")
    assert as_markdown(report).startswith("# Report")

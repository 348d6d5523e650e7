"""The course itself: nothing to mend, and what the rules leave to the authors' word."""

import re
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.content.load import load_course
from scripts.content.model import LANGUAGES
from scripts.reports.problems import as_text

COURSE = load_course(Path(__file__).parents[1])
MODULES = list(COURSE.in_order())
BANKS = [bank for _, bank in COURSE.banks()]

NOTE = re.compile(r"^\?\?\? instructor.*\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
APART = re.compile(r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\]")
WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def english_words(page):
    """The words of a lesson without presenter notes, text alternatives, ids and addresses."""
    return WORD.findall(APART.sub(" ", NOTE.sub("", page.text)))


def test_nothing_stops_a_build():
    """A stale translation is a warning: a mended English sentence must not wait for it."""
    problems = [problem for problem in check(COURSE) if problem.severity == "error"]

    assert not problems, "\n".join(["", *as_text(problems)])


def test_there_is_a_course():
    assert len(MODULES) >= len(COURSE.strands) >= 4
    assert len(BANKS) == len(MODULES) * len(LANGUAGES)


@each_module
@each_language
def test_a_module_has_at_least_8_questions(module, language):
    assert len(module.bank(language).questions) >= 8


@pytest.mark.parametrize("strand", COURSE.strands, ids=lambda strand: strand.id)
@pytest.mark.parametrize("kind", ["single", "several", "gaps"])
def test_a_strand_asks_in_every_way(strand, kind):
    banks = [COURSE.modules[name].bank("en") for name in strand.modules]

    assert any(question.kind == kind for bank in banks for question in bank.questions)


@each_module
def test_a_lesson_has_1200_to_2000_english_words(module):
    assert 1200 <= len(english_words(module.page("en"))) <= 2000

"""What the page shows of a question is what the bank says: nothing lost, moved or turned round."""

import html
import json
import re
from itertools import pairwise

import pytest

from scripts.content.prose import plain
from scripts.content.questions import GAP
from scripts.site.mount import address
from scripts.site.quizzes import RenderedQuestion, read_rendering

TAG = re.compile(r"<[^>]+>")
FIELD = re.compile(r'<input type="text" class="course-gap" data-gap="(\d+)"[^>]*>')
OPTION = re.compile(
    r'<input type="(\w+)" name="answer" value="([\w-]+)">'
    r'<span class="course-option__text">(.*?)</span></label>',
    re.DOTALL,
)
ANSWER = re.compile(
    r'<li data-option="([\w-]+)" data-right="(\w+)">.*?<div data-feedback>(.*?)</div></li>', re.DOTALL
)
FILLED = re.compile(r'<p data-gap="(\d+)" data-answers="([^"]*)">')
HERE = " ▢ "
"""Where a gap stands, in what is compared."""


def words(fragment):
    """What a reader reads of a piece of HTML."""
    return " ".join(html.unescape(TAG.sub("", fragment)).split())


def said(markdown):
    """What a reader is to read of a piece of Markdown."""
    lines = (re.sub(r"^(?:[-*+]|\d+\.)\s+", "", line.strip()) for line in markdown.split("\n"))
    return plain(" ".join(lines))


class Shown:
    """A question as a built page has it: the form that asks, and the key that knows."""

    def __init__(self, form, key):
        self.id, self.kind, self.edition, self.section = re.search(
            r'data-question="([^"]*)" data-kind="(\w+)" data-edition="(\d+)" data-section="([\w-]*)"', form
        ).groups()
        stem = re.search(r'__stem" id="[^"]*">\s*<p[^>]*>.*?</p>\s*(.*?)\s*</div>\s*<div', form, re.DOTALL)[1]
        self.stem = words(FIELD.sub(HERE, stem))
        self.gaps = [int(number) for number in FIELD.findall(stem)]
        self.options = OPTION.findall(form)
        self.answers = ANSWER.findall(key)
        self.filled = [(int(gap), json.loads(html.unescape(text))) for gap, text in FILLED.findall(key)]
        explanation = re.search(r"<div data-explanation>(.*?)</div>\s*$", key, re.DOTALL)
        self.explanation = words(explanation[1]) if explanation else ""
        self.key = re.search(r'data-key="([^"]*)"', key)[1]


def pieces(text, start):
    """The text cut where each piece begins."""
    cuts = [found.start() for found in re.finditer(re.escape(start), text)]
    return [text[at:end] for at, end in pairwise([*cuts, len(text)])]


def shown(page):
    """The questions of a built page, in the order in which it asks them."""
    asked, _, answers = page.partition('<section class="course-keys"')
    forms = [form.split("</form>")[0] for form in pieces(asked, '<div class="course-question" ')]
    keys = [
        key.rpartition("</div>")[0]
        for key in pieces(answers.split("</section>")[0], '<div class="course-key"')
    ]
    return [Shown(form, key) for form, key in zip(forms, keys, strict=False)]


def is_as_written(seen, question):
    kind = "checkbox" if question.kind == "several" else "radio"
    assert (seen.id, seen.key) == (question.full_id, question.full_id)
    assert (seen.kind, seen.section) == (question.kind, question.section)
    assert int(seen.edition) == question.edition
    assert seen.stem == said(GAP.sub(HERE, question.stem))
    assert [(form, name, words(text)) for form, name, text in seen.options] == [
        (kind, choice.id, said(choice.text)) for choice in question.choices
    ]
    assert [(name, right == "true", words(text)) for name, right, text in seen.answers] == [
        (choice.id, choice.right, said(choice.feedback)) for choice in question.choices
    ]
    assert seen.gaps == list(range(len(question.gaps)))
    assert seen.filled == [(n, list(gap.answers)) for n, gap in enumerate(question.gaps)]
    assert seen.explanation == said(question.explanation)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_question_is_rendered_as_it_is_written(course, site, language):
    kinds = set()
    for module in course.in_order():
        found = shown((site / address(module.place.path, language)).read_text("utf-8"))
        asked = [name for marker in module.page(language).markers("quiz") for name in marker.names]
        assert [seen.id for seen in found] == [f"{module.id}/{name}" for name in asked]
        assert sorted(asked) == sorted(question.id for question in module.bank(language).questions)
        for seen, name in zip(found, asked, strict=True):
            is_as_written(seen, module.question(name, language))
        kinds |= {seen.kind for seen in found}
    assert kinds == {"single", "several", "gaps"}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_question_shows_its_key(course, site, language):
    for module in course.in_order():
        page = (site / address(module.place.path, language)).read_text("utf-8")
        asked = page.partition('<section class="course-keys"')[0]
        for form in pieces(asked, '<div class="course-question" '):
            shown = form.split("</form>")[0]
            assert not re.search(r"data-(?:right|answers?|correct)|<input[^>]*\schecked[\s=>]", shown)


def rendering(stem, options=""):
    return (
        f'<div class="quiz-question" id="q">{stem}</div>\n<form>{options}</form>'
        '<section class="content hidden"></section></div>'
    )


def gap(answer):
    return f'<input type="text" class="quiz-blank-input" id="a" data-answer="{answer}" size="5">'


@pytest.mark.parametrize("answers", [[], ["office"], ["the office|office"], ["office|the office", "x"]])
def test_a_build_stops_where_the_plugin_sees_other_gaps(course, answers):
    question = next(q for _, bank in course.banks() for q in bank.questions if q.kind == "gaps")

    with pytest.raises(ValueError, match=question.full_id):
        read_rendering(rendering("".join(map(gap, answers))), question)


def test_a_build_goes_on_where_the_plugin_sees_the_same_gaps(course):
    question = next(q for _, bank in course.banks() for q in bank.questions if q.kind == "gaps")
    stem = "".join(gap(html.escape(" | ".join(each.answers))) for each in question.gaps)

    assert isinstance(read_rendering(rendering(stem), question), RenderedQuestion)

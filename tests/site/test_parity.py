"""What the page shows of a question is what the bank says: nothing lost, moved or turned round."""

import html
import re

import pytest

from scripts.site.mount import address

TAG = re.compile(r"<[^>]+>")


def words(fragment):
    return " ".join(html.unescape(TAG.sub("", fragment)).split())


def plain(markdown):
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)", "", text).split())


def block(page, question):
    return re.search(rf'<div class="course-question" id="q-{question.id}".*?</form>', page, re.DOTALL)[0]


def key(page, question):
    return re.search(
        rf'<div class="course-key" data-key="{question.full_id}">.*?(?=<div class="course-key"|</section>)',
        page,
        re.DOTALL,
    )[0]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_question_is_rendered_as_it_is_written(course, site, language):
    for module in course.in_order():
        page = (site / address(module.place.path, language)).read_text("utf-8")
        for question in module.bank(language).questions:
            shown, answers = block(page, question), key(page, question)
            assert re.findall(r'value="([\w-]+)"', shown) == [c.id for c in question.choices]
            texts = re.findall(r'class="course-option__text">(.*?)</span></label>', shown, re.DOTALL)
            assert [words(text) for text in texts] == [plain(c.text) for c in question.choices]
            marks = dict(re.findall(r'data-option="([\w-]+)" data-right="(\w+)"', answers))
            assert marks == {c.id: str(c.right).lower() for c in question.choices}
            feedback = re.findall(r"<div data-feedback>(.*?)</div>", answers, re.DOTALL)
            assert [words(text) for text in feedback] == [plain(c.feedback) for c in question.choices]
            assert shown.count("data-gap=") == len(question.gaps)
            for gap in question.gaps:
                assert html.escape(gap.answers[0], quote=True) in answers


def test_no_question_shows_its_key(course, site):
    for module in course.in_order():
        for language in ("en", "ko"):
            page = (site / address(module.place.path, language)).read_text("utf-8")
            for question in module.bank(language).questions:
                shown = block(page, question)
                assert "data-right" not in shown
                assert "data-answers" not in shown
                assert "checked" not in shown

"""What a page asks for is put where it asks, and nowhere else."""

import pytest
from jinja2 import Environment

from scripts.content.load import load_course
from scripts.site.embed import Embedding
from scripts.site.shell import Shell

LESSON = "modules/desk/first-letter/index.md"


@pytest.fixture
def embedding(good):
    course = load_course(good)
    shell = Shell(course, "en", {}, Environment(autoescape=True))
    module = course.modules["first-letter"]
    return Embedding(shell, LESSON, module.page("en"), module)


def test_a_marker_becomes_its_questions(embedding):
    text = embedding.markdown("Before\n\n  <!-- quiz: who-answers two-checks -->\n\nafter")

    assert [question.id for question in embedding.questions] == ["who-answers", "two-checks"]
    assert text.startswith("Before\n\n<quiz>\nThe letter was wrong.")
    assert text.count("<quiz>") == 2
    assert text.endswith("<!-- quiz-summary -->\n\nafter")


@pytest.mark.parametrize("fence", ["```", "~~~~", "``` text"])
def test_what_stands_in_a_code_fence_is_shown_as_it_is(embedding, fence):
    code = f"{fence}\n<!-- quiz: who-answers -->\n![A drawing](three-steps.svg)\n{fence.split()[0]}\n"

    assert embedding.markdown(code) == code
    assert (embedding.questions, embedding.drawings) == ([], [])


def test_a_drawing_is_put_into_the_page_later(embedding):
    assert embedding.markdown("![Three steps.](three-steps.svg)\n") == "<!-- drawing: 0 -->\n"
    assert embedding.drawings == [("Three steps.", "three-steps.svg")]

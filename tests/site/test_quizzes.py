"""The plugin's rendering in our hands: nothing changes but the ids and the time it takes."""

import pytest
from markdown import Markdown

from scripts.site.quizzes import plain_paragraph, source_block

EXTENSIONS = ["admonition", "attr_list", "footnotes", "tables", "toc", "pymdownx.details"]


def texts(course):
    for _, bank in course.banks():
        for question in bank.questions:
            yield question.stem
            for choice in question.choices:
                yield from (choice.text, choice.feedback)


def test_a_plain_line_is_what_markdown_would_make_of_it(course):
    converter = Markdown(extensions=EXTENSIONS)
    short = [(text, plain_paragraph(text)) for text in texts(course) if plain_paragraph(text)]

    assert len(short) > 100
    for text, made in short:
        assert made == converter.reset().convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "a *b*",
        "a_b_",
        "`x`",
        "[a](b)",
        "<b>",
        "R&D",
        "{ #x }",
        "a|b",
        "- a",
        "1. a",
        "# a",
        "> a",
        "!!! note",
        " a",
        "a\nb",
        "",
    ],
)
def test_a_line_with_any_mark_up_is_left_to_markdown(text):
    assert plain_paragraph(text) == ""


def test_the_plugin_is_given_plain_syntax_without_our_ids(course):
    block = source_block(course.modules["why-digital-transformation"].question("papers-unchanged", "en"))

    assert block.startswith("<quiz>\n")
    assert "- [x] The handling too, so it is digitalisation.\n> The same steps" in block
    assert "#handling" not in block

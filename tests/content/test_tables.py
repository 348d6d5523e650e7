"""A table is one here exactly when Python-Markdown makes one."""

import random
import re

import markdown
import pytest

from scripts.content.tables import tables


def of(text):
    return list(tables(text, "page.md"))


def test_a_table_has_its_cells_and_lines():
    [table] = of("Text.\n\n| a | b\\|c |\n| --- | --- |\n| `x|y` | |\n")

    assert table.ruled
    assert table.apart
    assert [row.cells for row in table.rows] == [("a", "b\\|c"), ("---", "---"), ("`x|y`", "")]
    assert [row.place.line for row in table.rows] == [3, 4, 5]


def test_a_table_needs_no_outer_pipes():
    [table] = of("a | b\n--- | ---\n1 | 2")

    assert [row.cells for row in table.rows] == [("a", "b"), ("---", "---"), ("1", "2")]


@pytest.mark.parametrize("text", ["a | b or c | d", "```\n| a |\n| --- |\n```", "no pipe", "[[a|b]] fits"])
def test_a_pipe_alone_makes_no_table(text):
    assert of(text) == []


@pytest.mark.parametrize("seed", range(3))
def test_what_is_a_table_here_is_one_on_the_page(seed):
    made = random.Random(seed)  # noqa: S311 - repeatable is what it is to be
    lines = [
        "| a | b |",
        "| --- | --- |",
        "|---|---|",
        "| --- |",
        "| 1 | 2 |",
        "| 1 |",
        "text",
        "",
        "",
        "a | b",
    ]
    for _ in range(700):
        text = "\n".join(made.choices(lines, k=made.randint(2, 7)))
        shown = len(re.findall("<table>", markdown.markdown(text, extensions=["tables"])))

        assert sum(table.ruled and table.apart for table in of(text)) == shown, text

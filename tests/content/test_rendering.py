"""Whatever headings, links and pictures Markdown renders, the reader has seen, or a rule has named."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scripts.checks.markup import pages_bring_no_styles, pages_contain_no_html
from scripts.checks.syntax import markdown_is_written_one_way
from scripts.content.markdown import scan
from scripts.content.model import Course, Page, Place
from scripts.content.strays import strays

ROOT = Path(__file__).parents[2]
BUILT_IN = ["toc", "tables", "fenced_code"]  # MkDocs adds these to whatever is configured
CONFIGURED = re.findall(
    r"^  - ([\w.]+)", (ROOT / "mkdocs.yml").read_text("utf-8").partition("_extensions:")[2], re.MULTILINE
)
PATH = "docs/page.md"
SOURCE = re.compile(r"\[\^(kor-[\w-]+|int-[\w-]+)\]")


class Seen(HTMLParser):
    """The headings, links and pictures of a rendered page."""

    def __init__(self, html):
        super().__init__()
        self.headings, self.links, self.pictures = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "img":
            self.pictures.append(named["src"])
        elif tag == "a" and not (named.get("class") or "").startswith("footnote-"):
            self.links.append(named["href"])


def rendered(text):
    extensions = [*BUILT_IN, *(name for name in CONFIGURED if name not in BUILT_IN)]
    notes = "\n\n".join(f"[^{name}]: A note." for name in ("note", *dict.fromkeys(SOURCE.findall(text))))
    return Seen(markdown.markdown(f"{text}\n\n{notes}\n", extensions=extensions))


def read(text):
    page = Page(Place(PATH), "en", "", "", scan(text, PATH), text, strays=strays(text, PATH))
    course = Course(ROOT, "", pages={PATH: page})
    rules = (markdown_is_written_one_way, pages_contain_no_html, pages_bring_no_styles)
    return page.outline, [problem for rule in rules for problem in rule(course)]


def agrees(text):
    text = re.sub(r"\A\s*\n", "", text)  # MkDocs does so
    shown = rendered(text)
    outline, problems = read(text)
    if not problems:
        pictures = {picture.target for picture in outline.pictures}
        assert Counter(shown.headings) <= Counter(heading.level for heading in outline.headings)
        assert set(shown.links) <= {link.target for link in outline.links} | pictures  # after “\\!”
        assert set(shown.pictures) <= pictures


OPEN = [
    "",
    "",
    "",
    "# ",
    "## ",
    "#",
    "####### ",
    " ",
    "    ",
    "        ",
    "\t",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "> > ",
]
OPEN += [
    "| ",
    "!!! note ",
    '!!! note "',
    '??? instructor "',
    "[^note]: ",
    "\\",
    "```",
    "~~~",
    "``` py ",
    "=",
    "- # ",
    "<!-- ",
]
MIDDLE = [
    "a",
    "words here",
    "가나다",
    "[a](b.md)",
    "![a](b.svg)",
    "[a](<b c.md>)",
    "[a](b c.md)",
    "[a](b.md 'c')",
]
MIDDLE += [
    "[a [b] c](d.md)",
    "[a [b [c]]](d.md)",
    "[![a](b.svg)](c.md)",
    "[a](b(c).md)",
    "[a](b(c(d)).md)",
    "[a][b]",
]
MIDDLE += [
    "[b]: c.md",
    "[b]:",
    "[a]",
    "[",
    "](",
    "(",
    ")",
    "](b.md)",
    "[^note]",
    "[^note](b)",
    "<https://example.org/a>",
]
MIDDLE += [
    "<clerk@example.org>",
    "<1@2>",
    "`",
    "``",
    "`[a](b.md)`",
    "\\`",
    "\\[",
    "\\]",
    "**",
    "*",
    "_",
    " | ",
    "{ #a }",
]
MIDDLE += [
    "{ href=b }",
    "<!-- a -->",
    "<b>",
    "#",
    " #",
    "---",
    "===",
    '"',
    "'",
    " ",
    "\\",
    "!",
    "&amp;",
    "~~~",
    "```",
]
LINES = [
    "",
    "",
    "",
    "---",
    "===",
    "-",
    "=",
    "***",
    "| --- | --- |",
    "--- | ---",
    "```",
    "~~~",
    "````",
    "    ```",
    "# T",
    "## T { #t }",
]

line = st.one_of(
    st.sampled_from(LINES),
    st.tuples(st.sampled_from(OPEN), st.lists(st.sampled_from(MIDDLE), max_size=4).map("".join)).map("".join),
)
pages = st.lists(line, max_size=8).map("\n".join)
hard = settings(
    max_examples=600, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@hard
@given(pages)
@example("Title\n=")
@example("- T\n---")
@example("[a](b.md\n'c')")
@example("a ` b\nc ` [l](y) ` d")
@example("``` a b\n# c\n```")
@example("```\n# a\n````")
def test_nothing_that_markdown_shows_goes_unseen(text):
    agrees(text)


CASES = ROOT / "tests" / "cases"


@pytest.mark.parametrize(
    "file",
    sorted([*CASES.glob("hard-negatives*/docs/**/*.md"), *ROOT.glob("modules/*/*/index*.md")]),
    ids=str,
)
def test_a_page_of_the_course_is_read_as_it_is_shown(file):
    text = re.sub(r"\A\ufeff?---.*?\n---[ \t]*\n", "", file.read_text("utf-8"), count=1, flags=re.DOTALL)
    shown = rendered(text)
    outline, problems = read(text)

    assert problems == []
    assert shown.headings == [heading.level for heading in outline.headings]
    assert set(shown.links) <= {link.target for link in outline.links}
    assert shown.pictures == [picture.target for picture in outline.pictures]

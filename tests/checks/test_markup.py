"""What the rules let pass, Python-Markdown shows without a tag, class or handler of the author's own.

The converter is asked with the site's extensions about texts put together from everything that
means something in Markdown; one that no rule refuses may not bring HTML into the page.
"""

import random
from html.parser import HTMLParser

import markdown
import pytest

from scripts.checks.markup import (
    addresses_only_lead,
    pages_bring_no_styles,
    pages_contain_no_html,
)
from scripts.checks.syntax import markdown_is_written_one_way
from scripts.content.load import load_course

RULES = (pages_contain_no_html, pages_bring_no_styles, addresses_only_lead, markdown_is_written_one_way)
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes", "pymdownx.details"]
PIECES = [
    *("`", "``", "```", "~~~", "\n", "\n", "\n\n", " ", "    ", "\\", "- ", "> ", "1. ", "|", "a", "&lt;"),
    *("<b>", "<b", "</p>", "<?x", "<!x>", "<kbd>k</kbd>", "<kbd", "<!-- c -->", "<!--", "-->", "{", "}"),
    *("{: hidden }", "{ .x }", "{ #i }", "*w*", "[l](a.md)", "![p](p.svg)", "onclick=x", "[^1]", "# h"),
    *(
        "!!! note\n",
        "??? note\n",
        "[a]: http://x\n",
        "[a]: javascript:x\n",
        "[a][a]",
        "<http://x>",
        "<a@b.c>",
    ),
]


class Foreign(HTMLParser):
    """Collects the tags and attributes that no Markdown of ours makes."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag in {"b", "x", "script"}:
            self.found.append(tag)
        for name, value in attributes:
            foreign = name == "class" and "x" in value.split()
            if name in {"hidden", "onclick", "style"} or foreign or "javascript:" in (value or ""):
                self.found.append(f"{tag} {name}")


def foreign(text):
    parser = Foreign()
    parser.feed(markdown.markdown(text, extensions=EXTENSIONS))
    return parser.found


@pytest.mark.parametrize("seed", range(4))
def test_what_no_rule_refuses_brings_nothing_into_the_page(seed, good):
    made = random.Random(seed)  # noqa: S311 - repeatable is what it is to be
    texts = {f"t{n}": "".join(made.choices(PIECES, k=made.randint(2, 12))) for n in range(800)}
    for name, text in texts.items():
        (good / f"docs/{name}.md").write_text(f"---\nsummary: x\n---\n\n{text}\n", "utf-8", newline="\n")
    course = load_course(good)
    refused = {problem.place.path for rule in RULES for problem in rule(course)}
    passed = [text for name, text in texts.items() if f"docs/{name}.md" not in refused]

    assert len(passed) > 50
    assert [(text, found) for text in passed if (found := foreign(text))] == []


@pytest.mark.parametrize("text", ["<b>x</b>", "# x { .x }", "[x](javascript:x)", "```\n<b>", "`\n` <b> `"])
def test_the_converter_would_have_brought_it(text):
    assert foreign(text) or "`" in text

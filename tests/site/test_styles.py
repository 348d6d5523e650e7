"""The theme's style sheets lose what nobody sees, and nothing else."""

from scripts.site.styles import trimmed


def test_rules_of_unused_components_go():
    assert trimmed(".md-search__input{color:red}.md-nav{color:blue}") == ".md-nav{color:blue}"


def test_a_shared_rule_keeps_its_other_selectors():
    assert trimmed(".md-tabs,.md-nav{top:0}") == ".md-nav{top:0}"


def test_media_queries_are_trimmed_inside_and_dropped_when_empty():
    css = "@media print{.md-tabs{top:0}}@media screen{.md-tabs{top:0}.md-nav{top:1px}}"
    assert trimmed(css) == "@media screen{.md-nav{top:1px}}"


def test_names_that_only_look_alike_stay():
    css = ".course-search{top:0}.md-nav__list{top:0}.md-typeset table{top:0}"
    assert trimmed(css) == css


def test_nothing_that_a_page_uses_was_dropped(site):
    css = (site / "assets/stylesheets/theme.css").read_text("utf-8")
    for used in (
        ".md-header",
        ".md-sidebar",
        ".md-typeset",
        ".admonition",
        "details",
        ".footnote",
        ".md-button",
        ".md-tooltip2",
    ):
        assert used in css

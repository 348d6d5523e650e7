"""Every kind of broken link is found, and told at the line that an editor mends."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import mkdocs.commands.build as engine
import pytest

from scripts.bench.samples import copy_course
from scripts.cli import main
from scripts.content.load import load_course
from scripts.content.model import Place
from scripts.site.build import configure, join_editions
from scripts.site.links import check_links
from scripts.site.links.inside import faults
from scripts.site.links.markup import LOADED, read_page
from scripts.site.links.pages import read_site
from scripts.site.links.trace import problems

ROOT = Path(__file__).parents[2]
MODULE = "modules/concepts/what-generative-ai-is/index"
BANK = "quizzes/concepts/what-generative-ai-is"
SIX = {
    "pages-exist": "A [page](../../../docs/gone-page.md).",
    "anchors-exist": "A [place](../../../docs/glossary.md#gone-term).",
    "files-exist": "![A picture](gone-picture.png)",
    "pages-exist (raw)": '<p><a class="x" href="../../gone-raw/index.html">raw</a></p>',
}
IN_A_QUESTION = {
    "pages-exist": "> [Read](../../role/gone-module/index.md) it.",
    "anchors-exist": "See [there](../../role/why-digital-transformation/index.md#gone-section).",
}


def insert(file, after, lines):
    """Put lines below the first one that begins so; returns the number of each, by its text."""
    text = file.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(text) if line.startswith(after)) + 1
    text[at:at] = lines
    file.write_text("\n".join(text), "utf-8")
    return {line: at + number for number, line in enumerate(lines, start=1)}


def plant(root, language):
    """The six faults in one language's files: every place that must be told, with its rule."""
    ending = "" if language == "en" else f".{language}"
    page, bank = f"{MODULE}{ending}.md", f"{BANK}{ending}.md"
    spread = [line for text in SIX.values() for line in ("", text)]
    lines = insert(root / page, "## ", [*spread, ""])
    expected = {(Place(page, lines[text]), rule.split(" ")[0]) for rule, text in SIX.items()}
    stem = insert(root / bank, "<quiz>", [IN_A_QUESTION["anchors-exist"]])
    feedback = insert(root / bank, "- [", [IN_A_QUESTION["pages-exist"]])
    for rule, found in (("anchors-exist", stem), ("pages-exist", feedback)):
        expected.add((Place(bank, found[IN_A_QUESTION[rule]]), rule))
    return expected


def build_anyway(root, site):
    """Build as `course build` does, but not strictly: it would refuse what is planted here."""
    course = load_course(root)
    parts = {language: site.with_name(f"site.{language}") for language in ("en", "ko")}
    for language, part in parts.items():
        config = configure(root, course, language, part)
        config.plugins.on_startup(command="build", dirty=False)
        engine.build(config)
    join_editions(parts, site)
    return course


def places(result):
    return [(problem.place, problem.rule) for problem in result.problems]


@pytest.fixture
def copy(site, tmp_path):
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture(scope="module")
def with_tag(site):
    """The site as it is read, with something added to the Korean start page."""
    read, name = read_site(site), "ko/start/index.html"
    text = (site / name).read_text("utf-8")

    def added(tag):
        page = read_page(text.replace("</article>", f"{tag}</article>"))
        return replace(read, pages={**read.pages, name: page})

    return added


def put(file, words):
    file.write_text(file.read_text("utf-8").replace("</article>", f"{words}</article>"), "utf-8")


def test_the_built_site_has_no_broken_link(course, site):
    result = check_links(course, site)

    assert result.problems == ()
    assert result.pages == len(list(site.rglob("*.html")))
    assert result.links > 100 * result.pages


def test_a_folder_without_a_site_is_a_wrong_call(tmp_path):
    assert main(["--root", str(ROOT), "--site", str(tmp_path), "links"]) == 2


def test_the_command_prints_what_is_broken_and_fails(copy, capsys):
    put(copy / "ko/start/index.html", '<a href="#gone">x</a>')

    assert main(["--root", str(ROOT), "--site", str(copy), "links"]) == 1

    first, hint, last = capsys.readouterr().out.splitlines()
    assert first.startswith("docs/start.ko.md:1: error: “#gone” leads to no place")
    assert first.endswith("[anchors-exist]")
    assert hint.startswith("    hint: look the id up")
    assert last.endswith(": 1 broken")


def test_the_six_planted_faults_are_told_at_their_lines_in_both_languages(tmp_path):
    copy_course(ROOT, tmp_path)
    expected = plant(tmp_path, "en") | plant(tmp_path, "ko")
    course = build_anyway(tmp_path, tmp_path / "built")

    result = check_links(course, tmp_path / "built")

    assert len(expected) == 12
    assert places(result) == sorted(expected)
    assert all(problem.hint for problem in result.problems)
    for problem in result.problems:
        line = (tmp_path / problem.place.path).read_text("utf-8").split("\n")[problem.place.line - 1]
        assert problem.message.split("“")[1].split("”")[0] in line


def test_a_page_that_is_gone_is_told_at_every_link_to_it(course, copy):
    (copy / "ko/glossary/index.html").unlink()
    words = "glossary.md"
    files = [page for page in course.all_pages() if page.language == "ko"]
    wanted = [link.place for page in files for link in page.outline.links if words in link.target]

    told = [place for place, rule in places(check_links(course, copy)) if rule == "pages-exist"]

    assert len(wanted) > 10
    assert set(wanted) <= set(told)
    assert {place.path for place in told} - {place.path for place in wanted} == {
        "overrides/partials/footer.html",
        "overrides/partials/header.html",
        "overrides/partials/nav.html",
        "overrides/sitemap.xml",
        "docs/glossary.ko.md",
    }


def test_a_place_that_is_gone_is_told_where_it_is_meant_and_where_the_plan_names_it(course, copy):
    stop = next(stop for stop in course.thread if stop.section)
    page = copy / course.modules[stop.module].place.path.removeprefix("modules/").replace(".md", ".html")
    page.write_text(page.read_text("utf-8").replace(f'id="{stop.section}"', 'id="other"'), "utf-8")

    assert (stop.place, "anchors-exist") in places(check_links(course, copy))


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ('<a href="../glossary/">x</a>', "links-work-from-a-folder"),
        ('<a href="/glossary/index.html">x</a>', "links-work-from-a-folder"),
        ('<a href="//example.org/x">x</a>', "links-work-from-a-folder"),
        ('<img alt="" src="https://example.org/x.png">', "links-work-from-a-folder"),
        ('<a href="../Glossary/index.html">x</a>', "pages-exist"),
        ('<a href="../glossary/index.html#Token">x</a>', "anchors-exist"),
        ('<a href="#gone">x</a>', "anchors-exist"),
        ('<a href="#">x</a>', "links-lead-on"),
        ('<a href="">x</a>', "links-lead-on"),
        ('<a href="http://[x">x</a>', "pages-exist"),
        ('<img alt="" srcset="../../assets/images/mark.svg 1x, ../gone.png 2x">', "files-exist"),
        ('<video poster="../gone.png"></video>', "files-exist"),
        ('<i data-index="../../data/gone.js"></i>', "files-exist"),
        ('<p id="same"></p><p id="same"></p>', "ids-stand-once"),
    ],
)
def test_what_a_page_cannot_reach_is_told_on_that_page(course, with_tag, tag, rule):
    told = [(problem.place, problem.rule) for problem in problems(course, faults(with_tag(tag)))]

    assert told == [(Place("docs/start.ko.md"), rule)]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="mailto:a@example.org">x</a>',
        '<a href="https://example.org/#x">x</a>',
        '<a href="#top">x</a>',
        '<a name="old"></a><a href="#old">x</a>',
        '<p id="낱말"></p><a href="#%EB%82%B1%EB%A7%90">x</a>',
        '<a href="index.html?x=1#__search">x</a>',
        '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        "<pre>&lt;a href=\"gone.html\"&gt;</pre><!-- <a href='gone.html'> -->",
        '<svg viewBox="0 0 1 1"><path id="d"/><use href="#d"/></svg>',
    ],
)
def test_what_a_page_can_reach_is_in_order(with_tag, tag):
    assert list(faults(with_tag(tag))) == []


def test_every_attribute_in_which_a_template_puts_an_address_is_looked_at():
    templates = "".join(file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.html"))

    assert set(re.findall(r"""([\w:-]+)="[^"]*\| url[^"]*\}\}""", templates)) <= LOADED


def test_one_address_is_one_line_of_the_report(course, with_tag):
    [told] = problems(course, faults(with_tag('<a href="../gone\n/index.html">x</a>')))

    assert "\n" not in told.message


def test_linkchecker_alone_finds_pages_pictures_and_scripts(course, copy, monkeypatch):
    monkeypatch.setattr("scripts.site.links.inside.faults", lambda _: [])
    put(copy / "start/index.html", '<a href="../gone/index.html">x</a><img alt="" src="../gone.png">')
    put(copy / "ko/start/index.html", '<a href="../gone/index.html">x</a>')
    (copy / "assets/javascripts/filter.js").unlink()

    told = check_links(course, copy).problems

    assert {problem.rule for problem in told} == {"links-answer"}
    assert [problem.place.path for problem in told] == [
        "docs/start.ko.md",
        "docs/start.md",
        "docs/start.md",
        "overrides/main.html",
    ]


def test_a_broken_footer_is_one_problem_a_language_at_its_template(course, copy, monkeypatch):
    monkeypatch.setattr("scripts.site.links.crawl.broken_at", lambda *_: [])
    for page in copy.rglob("*.html"):
        text, mark, footer = page.read_text("utf-8").partition('<div class="course-footer__meta')
        page.write_text(text + mark + footer.replace("privacy/index.html", "gone/index.html"), "utf-8")
    template = "overrides/partials/footer.html"
    lines = (ROOT / template).read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, start=1) if "docs/privacy.md" in text)

    result = check_links(course, copy)

    assert places(result) == [(Place(template, line), "pages-exist")] * 2
    assert all("more pages" in problem.hint for problem in result.problems)


def test_what_the_search_the_styles_and_the_sitemap_name_must_be_there(course, copy, monkeypatch):
    monkeypatch.setattr("scripts.site.links.crawl.broken_at", lambda *_: [])
    style = copy / "assets/stylesheets/map.css"
    style.write_text(style.read_text("utf-8") + "x{background:url(../images/gone.svg)}", "utf-8")
    index = copy / "data/search.ko.js"
    index.write_text(index.read_text("utf-8").replace('#token"', '#tokens"', 1), "utf-8")
    sitemap = copy / "sitemap.xml"
    sitemap.write_text(sitemap.read_text("utf-8").replace("/ko/start/", "/ko/begin/"), "utf-8")

    told = {problem.place.path: problem.rule for problem in check_links(course, copy).problems}

    assert told == {
        "overrides/assets/stylesheets/map.css": "files-exist",
        "docs/glossary.ko.md": "anchors-exist",
        "overrides/sitemap.xml": "pages-exist",
    }

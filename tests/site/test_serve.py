"""After a save only what changed is made again."""

import pytest

from scripts.bench.samples import copy_course
from scripts.content.load import load_course
from scripts.site.changes import changed_pages
from scripts.site.serve import ReloadServer, Workshop

MODULE = "modules/role/why-digital-transformation"


@pytest.fixture
def root(course, tmp_path):
    folder = tmp_path / "course"
    copy_course(course.root, folder)
    return folder


def edit(root, name, old, new):
    file = root / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_mended_sentence_touches_its_page_alone(root):
    before = load_course(root)
    edit(root, f"{MODULE}/index.md", "## Key points {", "A new sentence.\n\n## Key points {")

    assert changed_pages(before, load_course(root)) == {f"{MODULE}/index.md"}


def test_a_changed_question_touches_the_page_of_its_module(root):
    before = load_course(root)
    edit(root, "quizzes/role/why-digital-transformation.md", "> ", "> Indeed: ")

    assert changed_pages(before, load_course(root)) == {f"{MODULE}/index.md"}


def test_a_new_title_or_section_touches_everything(root):
    before = load_course(root)
    edit(root, f"{MODULE}/index.md", "\n# ", "\n# New: ")

    assert changed_pages(before, load_course(root)) is None


def test_a_save_is_served_and_other_pages_stay_as_they_were(root, tmp_path):
    site = tmp_path / "site"
    workshop = Workshop(root, site, lambda _: True)
    other = site / "concepts/what-generative-ai-is/index.html"
    style = site / "assets/stylesheets/theme.css"
    stamp, styles = other.stat().st_mtime_ns, style.read_text("utf-8")
    edit(root, f"{MODULE}/index.ko.md", "{ #key-points }\n", "{ #key-points }\n\n새로 쓴 문장입니다.\n")

    said = workshop.update()

    assert said == "1 pages, 0 assets"
    assert "새로 쓴 문장입니다." in (site / "ko/role/why-digital-transformation/index.html").read_text(
        "utf-8"
    )
    assert "새로 쓴 문장입니다." in (site / "data/search.ko.js").read_text("utf-8")
    assert other.stat().st_mtime_ns == stamp
    assert style.read_text("utf-8") == styles


def test_a_changed_style_sheet_is_copied(root, tmp_path):
    workshop = Workshop(root, tmp_path / "site", lambda _: True)
    style = root / "overrides/assets/stylesheets/theme.css"
    style.write_text(style.read_text("utf-8") + "\n.changed { top: 0 }\n", "utf-8")

    assert workshop.update() == "0 pages, 1 assets"
    served = (tmp_path / "site/assets/stylesheets/theme.css").read_text("utf-8")
    assert ".changed{top:0}" in served
    assert ".md-typeset" in served


def test_a_broken_save_leaves_the_last_good_site(root, tmp_path):
    verdict = {"good": True}
    workshop = Workshop(root, tmp_path / "site", lambda _: verdict["good"])
    page = tmp_path / "site/role/why-digital-transformation/index.html"
    before = page.read_text("utf-8")
    edit(root, f"{MODULE}/index.md", "{ #key-points }\n", "{ #key-points }\n\nBroken.\n")
    verdict["good"] = False

    assert workshop.update().startswith("not built")
    assert page.read_text("utf-8") == before


def test_the_reload_script_is_a_file_that_the_policy_allows(tmp_path):
    server = ReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        page = server._inject_js_into_html(b"<body>x</body>", 7)
        assert page == b'<body>x<script src="/livereload/reload.js" data-epoch="7"></script></body>'
    finally:
        server.server_close()


def test_after_a_broken_save_the_mended_one_brings_everything(root, tmp_path):
    verdict = {"good": True}
    workshop = Workshop(root, tmp_path / "site", lambda _: verdict["good"])
    template = root / "overrides/partials/footer.html"
    template.write_text(template.read_text("utf-8") + "<!-- a new footer -->", "utf-8")
    verdict["good"] = False
    workshop.update()
    verdict["good"] = True
    edit(root, f"{MODULE}/index.md", "{ #key-points }\n", "{ #key-points }\n\nMended.\n")

    assert workshop.update() == "everything built again"
    assert "a new footer" in (tmp_path / "site/ko/start/index.html").read_text("utf-8")

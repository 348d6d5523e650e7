"""A real Chromium, the real site, over http under the policy and from a folder without network."""

import datetime
import os
import re
from dataclasses import replace

import pytest
from playwright.sync_api import sync_playwright

from scripts.content.load import load_course
from scripts.reports.render import as_html
from scripts.reports.report import Base, make_report
from scripts.site.browser import FLAGS, find_browser
from scripts.site.build import build_site
from scripts.site.serving import served


@pytest.fixture(scope="session")
def root(request):
    return request.config.rootpath


@pytest.fixture(scope="session")
def course(root):
    return load_course(root)


@pytest.fixture(scope="session")
def site(root, course, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "site"
    assert build_site(root, course, folder)
    return folder


@pytest.fixture(scope="session")
def chromium():
    path = find_browser()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no browser in CI: these tests are never skipped there")
        pytest.skip("no Chrome, Chromium or Edge found: “make browser” names what to install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site):
    with served(site) as found:
        yield found


class Visit:
    """A visitor's tab: what it asked for and what went wrong is kept."""

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.errors, self.requests = [], []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _on_console(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.text} {message.location}")

    def open(self, path):
        self.page.goto(self.base + path, wait_until="load")
        return self.page

    def elsewhere(self):
        """The requests that left the site."""
        inside = re.compile(re.escape(self.base) + "|data:|blob:")
        return [url for url in self.requests if not inside.match(url)]


@pytest.fixture
def visit(chromium, address, site):
    """Opens a new visitor's tab: `visit("http")`, `visit("file")`, with context options."""
    contexts = []

    def opened(how="http", **options):
        if how == "file":
            options["offline"] = True
        context = chromium.new_context(**options)
        contexts.append(context)
        return Visit(context.new_page(), address if how == "http" else f"{site.as_uri()}/")

    yield opened
    for context in contexts:
        context.close()


BOTH = pytest.mark.parametrize("how", ["http", "file"])
EDITIONS = pytest.mark.parametrize("edition", ["", "ko/"])


@pytest.fixture(scope="session")
def report_page(course, tmp_path_factory):
    """The report on the course beside another state of it, with problems, as a file."""
    modules = {name: replace(module, minutes=module.minutes + 1) for name, module in course.modules.items()}
    sources = dict(list(course.sources.items())[:-3])
    other = replace(course, modules=modules, sources=sources, terms={})
    base = Base("main", other, [("M", "modules/cases/how-to-read-a-case/seven-questions.svg")])
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(as_html(make_report(course, datetime.date(2028, 11, 1), base)), "utf-8")
    return file.as_uri()

"""What a page costs a visitor, as a real browser fetches it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

from scripts.site.browser import FLAGS, find_browser
from scripts.site.serving import served

_KINDS = {"document": "html", "script": "scripts", "stylesheet": "styles", "image": "images"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as the block runs. Raises RuntimeError where none is installed."""
    path = find_browser()
    if path is None:
        message = "no Chrome, Chromium or Edge found: “make browser” installs or names one"
        raise RuntimeError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def _fetched(page: Page, address: str) -> dict[str, tuple[str, int]]:
    """Every file of this host that loading the address brings: its kind and its size, gzip -9."""
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    page.remove_listener("response", note)
    host = urlsplit(address).netloc
    return {
        response.url: (_KINDS.get(response.request.resource_type, "other"), _size(response))
        for response in responses
        if urlsplit(response.url).netloc == host and response.ok
    }


def _size(response: Response) -> int:
    return len(gzip.compress(response.body(), 9))


def _by_kind(fetched: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for kind, size in fetched.values():
        sums[kind] = sums.get(kind, 0) + size
    return sums


def visits(site: Path, first: str, second: str) -> tuple[dict[str, int], dict[str, int]]:
    """Bytes by kind of a first visit to one page, and of what the next page brings beyond it."""
    with served(site) as address, chromium() as browser:
        page = browser.new_context().new_page()
        before = _fetched(page, address + first)
        after = _fetched(page, address + second)
        new = {url: found for url, found in after.items() if url not in before}
    return _by_kind(before), _by_kind(new)

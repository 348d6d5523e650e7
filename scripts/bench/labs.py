"""What the labs weigh and how quickly they answer, in Chromium slowed down to a fourth."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from scripts.bench.weight import chromium
from scripts.content.load import load_course
from scripts.site.build import build_site
from scripts.site.serving import served

SLOWER = 4
"""How many times slower the processor is made: an old office PC."""
KEYS = 15
"""Inputs whose median is told."""
MOST = 500_000
"""Characters pasted at once."""
Say = Callable[[str], None]

_ANSWER = """async ([text, wait]) => {
    const room = document.querySelector("[data-lab-room]");
    const field = [...room.querySelectorAll("textarea, input:is([type=text], [type=search])")]
        .find((each) => each.checkVisibility() && !each.readOnly);
    if (!field) return null;
    let changed = 0, longest = 0;
    const seen = new MutationObserver(() => (changed = performance.now()));
    seen.observe(room, {subtree: true, childList: true, characterData: true, attributes: true});
    const tasks = new PerformanceObserver((list) => {
        for (const each of list.getEntries()) longest = Math.max(longest, each.duration);
    });
    tasks.observe({type: "longtask"});
    const start = performance.now();
    if (text) {
        field.value = text;
        field.dispatchEvent(new Event("input", {bubbles: true}));
    } else {
        field.select();
        await window.paste();
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    seen.disconnect();
    tasks.disconnect();
    return [Math.max(changed - start, 0), longest];
}"""
"""Milliseconds from an input to the last change that it made, and the longest task meanwhile.

Without a text, what the clipboard holds is pasted as a reader does it."""


def _gzip(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def _kb(size: int) -> str:
    return f"{size / 1024:.1f} KB"


def weigh(site: Path, say: Say) -> None:
    """Print what the kit, each lab's scripts and all data scripts weigh, gzip -9."""
    labs = site / "assets" / "labs"
    say(f"  kit: {_kb(_gzip([labs / 'kit.js']))} and its style {_kb(_gzip([labs / 'kit.css']))}")
    for folder in sorted(path for path in labs.iterdir() if path.is_dir()):
        code, data = _gzip(folder.glob("*.js")), _gzip((site / "data/labs" / folder.name).glob("*.js"))
        say(f"  {folder.name:<12} code {_kb(code):>8}, data {_kb(data):>9}")
    say(f"  all data: {_kb(_gzip((site / 'data/labs').rglob('*.js')))}")


def _opened(browser: Browser, address: str) -> tuple[Page, float]:
    """A lab's page with everything in the cache and the lab open, and the seconds that opening took."""
    page = browser.new_page(permissions=["clipboard-read", "clipboard-write"])
    page.expose_function("paste", lambda: page.keyboard.press("Control+V"))
    for slower in (1, SLOWER):  # the first time fills the cache
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(address, wait_until="load")
        start = page.locator("[data-lab-start]").first
        if start.count() and start.is_visible():
            begun = page.evaluate("performance.now()")
            start.click()
        else:
            begun = 0.0
        page.locator(".course-lab[data-state=open]").first.wait_for()
    return page, float(page.evaluate("performance.now()") - begun) / 1000


def _typed(page: Page) -> tuple[list[Any], Any] | None:
    """The answers to some inputs of an office text, and to half a megabyte; None without a field."""
    line = "The office received 12 applications on 3 March; 담당 부서는 민원 3건을 접수했습니다. "
    found = [page.evaluate(_ANSWER, [line * 8 + "x" * n, 300]) for n in range(KEYS)]
    if found[0] is None:
        return None
    page.evaluate("text => navigator.clipboard.writeText(text)", line * (MOST // len(line)))
    return found, page.evaluate(_ANSWER, ["", 4000])


def answer(site: Path, say: Say) -> None:
    """Print how long each lab takes to open and to answer, in a slowed-down Chromium."""
    names = sorted(path.parent.name for path in (site / "labs").glob("*/index.html"))
    with served(site) as address, chromium() as browser:
        for name in names:
            page, seconds = _opened(browser, f"{address}labs/{name}/index.html")
            told = f"  {name:<16} open in {seconds:.2f} s"
            if typed := _typed(page):
                small = [milliseconds for milliseconds, _ in typed[0]]
                told += f"; typing: median {statistics.median(small):.1f} ms, most {max(small):.1f} ms"
                told += f"; half a megabyte: longest task {typed[1][1]:.0f} ms"
            say(told)
            page.close()


def bench_labs(root: Path, folder: Path, say: Say) -> None:
    """Build the course into `folder` and print what its labs weigh and how quickly they answer."""
    build_site(root, load_course(root), folder)
    say("labs, gzip -9")
    weigh(folder, say)
    say(f"labs, from the cache, processor {SLOWER} times slower")
    answer(folder, say)

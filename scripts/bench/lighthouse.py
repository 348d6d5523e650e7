"""Lighthouse's marks for a page, mobile preset: the median of some runs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from scripts.site.browser import FLAGS, find_browser
from scripts.site.serving import served

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def _marks(address: str, root: Path, browser: Path) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(root / "node_modules/.bin/lighthouse"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless {' '.join(FLAGS)}",
        ]
        environment = {**os.environ, "CHROME_PATH": str(browser)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise RuntimeError(done.stderr.strip()[-500:])
        found = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round(100 * found[name]["score"]) for name in CATEGORIES}


def lighthouse(root: Path, site: Path, page: str, runs: int) -> dict[str, int]:
    """The median mark of each category, 0 to 100. Raises RuntimeError where it cannot run."""
    browser = find_browser()
    if browser is None:
        raise RuntimeError("no Chrome, Chromium or Edge found: “make browser” installs or names one")
    with served(site) as address:
        all_marks = [_marks(address + page, root, browser) for _ in range(runs)]
    return {name: round(statistics.median(marks[name] for marks in all_marks)) for name in CATEGORIES}

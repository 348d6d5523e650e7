"""Says where the browser for the tests is, or what to install: `.ci/browser` asks it.

`python -m tests.browser.find_browser` prints the path, or what to install and exits with 1.
"""

from __future__ import annotations

import sys

from scripts.site.browser import find_browser

HOW = {
    "linux": "install Chromium: “make browser” does it on Debian and Ubuntu (apt-get install chromium"
    " fonts-noto-cjk); elsewhere: dnf install chromium, pacman -S chromium, zypper install chromium",
    "darwin": "install Google Chrome, Chromium or Microsoft Edge into /Applications,"
    " for example with “brew install --cask google-chrome”",
    "win32": "install Google Chrome or Microsoft Edge, for example with “winget install Google.Chrome”",
}


def how_to_install() -> str:
    """What to do on this kind of machine when there is no browser."""
    how = HOW.get(sys.platform, "install Chrome, Chromium or Edge")
    return f"The browser tests need a browser: {how}.\nName one in an unusual place with CHROME=/path/to/it."


if __name__ == "__main__":
    browser = find_browser()
    print(browser or how_to_install(), file=sys.stdout if browser else sys.stderr)
    raise SystemExit(0 if browser else 1)

"""Finds an installed Chrome, Chromium or Edge for the browser tests, or says what to install.

Run as a program it prints the browser's path, or what to install and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
"""What the program is called on the PATH."""

PLACES = {
    "linux": ("/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"),
    "darwin": tuple(
        f"{folder}/{name}.app/Contents/MacOS/{name}"
        for folder in ("/Applications", "~/Applications")
        for name in ("Google Chrome", "Chromium", "Microsoft Edge")
    ),
    "win32": tuple(
        rf"%{folder}%\{name}"
        for folder in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
        for name in (
            r"Google\Chrome\Application\chrome.exe",
            r"Chromium\Application\chrome.exe",
            r"Microsoft\Edge\Application\msedge.exe",
        )
    ),
}
"""Where installers put it without telling the PATH, by `sys.platform`."""

HOW = {
    "linux": "install Chromium: “make browser” does it on Debian and Ubuntu (apt-get install chromium"
    " fonts-noto-cjk); elsewhere: dnf install chromium, pacman -S chromium, zypper install chromium",
    "darwin": "install Google Chrome, Chromium or Microsoft Edge into /Applications,"
    " for example with “brew install --cask google-chrome”",
    "win32": "install Google Chrome or Microsoft Edge, for example with “winget install Google.Chrome”",
}


def _candidates() -> Iterator[Path]:
    if chosen := os.environ.get("CHROME"):
        yield Path(shutil.which(chosen) or chosen)
        return  # whoever names a browser wants this one or an error
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    for place in PLACES.get(sys.platform, ()):
        yield Path(os.path.expandvars(place)).expanduser()


def find_browser() -> Path | None:
    """The browser that $CHROME names, else the first one found on the PATH or in the usual places."""
    return next((path for path in _candidates() if path.is_file()), None)


def how_to_install() -> str:
    """What to do on this kind of machine when there is no browser."""
    if chosen := os.environ.get("CHROME"):
        return f"CHROME={chosen} is no file: mend or unset it"
    how = HOW.get(sys.platform, "install Chrome, Chromium or Edge")
    return (
        f"The browser tests need a browser: {how}.\nOne in an unusual place is named with CHROME=/path/to/it."
    )


if __name__ == "__main__":
    browser = find_browser()
    print(browser or how_to_install(), file=sys.stdout if browser else sys.stderr)
    raise SystemExit(0 if browser else 1)

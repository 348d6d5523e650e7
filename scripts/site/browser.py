"""Finds an installed Chromium, Chrome or Edge; nothing is ever downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

FLAGS = [
    "--no-sandbox",  # CI runs as root, where Chromium refuses its sandbox; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("CHROME"):
        yield Path(named)
    for name in _NAMES:
        if found := shutil.which(name):
            yield Path(found)
    for name in _MAC:
        yield Path("/Applications") / f"{name}.app" / "Contents" / "MacOS" / name
    for room in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        for name in _WINDOWS:
            if base := os.environ.get(room):
                yield Path(base) / name


def find_browser() -> Path | None:
    """The browser that `CHROME` names, else the first one found in the usual places."""
    return next((path for path in _candidates() if path.is_file()), None)

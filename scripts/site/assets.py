"""The shared files of a built site made small.

Every page has one style sheet with nothing in it that no page uses; scripts and styles carry no
comments and no white space.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from pathlib import Path

import rcssmin
import rjsmin

from scripts.site.styles import trimmed

EVERY_PAGE = "theme.css"
"""The style sheet of every page: the theme's own two are put before ours."""
THEIRS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
"""How the theme's two begin; they do not go into the site by themselves."""


@functools.cache
def theme_styles() -> str:
    """The theme's two style sheets, trimmed, in their order."""
    templates = Path(str(files("material"))) / "templates"
    found = [next(templates.glob(f"{name}*.min.css")) for name in THEIRS]
    return "".join(trimmed(file.read_text("utf-8")) for file in found)


def make_small(file: Path) -> None:
    """Shrink one style sheet or script of a built site. What is minified already stays."""
    text = file.read_text("utf-8") if file.suffix in (".css", ".js") else ""
    if file.name == EVERY_PAGE:
        text = theme_styles() + text
    if file.suffix == ".css":
        file.write_text(rcssmin.cssmin(text), "utf-8")
    elif file.suffix == ".js" and not file.name.endswith(".min.js"):
        file.write_text(rjsmin.jsmin(text), "utf-8")


def make_all_small(site: Path) -> None:
    """Shrink every style sheet and script of a freshly built site."""
    for file in sorted((site / "assets").rglob("*.*")):
        make_small(file)

"""The shared files of a built site made small.

Every page has one style sheet with nothing in it that no page uses; scripts and styles carry no
comments and no white space.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import rcssmin
import rjsmin

from scripts.site import styles
from scripts.site.cache import kept
from scripts.site.styles import trimmed

EVERY_PAGE = "theme.css"
"""The style sheet of every page: the theme's own two are put before ours."""
THEIRS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
"""How the theme's two begin; they do not go into the site by themselves."""


def theme_styles(root: Path) -> str:
    """The theme's two style sheets, trimmed, in their order."""
    templates = Path(str(files("material"))) / "templates"
    found = [next(templates.glob(f"{name}*.min.css")) for name in THEIRS]
    rules = Path(styles.__file__).read_text("utf-8")  # what is trimmed depends on them
    source = "".join(file.read_text("utf-8") for file in found)
    return kept(root, "theme.css", f"/*{rules}*/{source}", lambda _: trimmed(source))


def make_small(file: Path, root: Path) -> None:
    """Shrink one style sheet or script of a built site. What is minified already stays."""
    text = file.read_text("utf-8") if file.suffix in (".css", ".js") else ""
    if file.name == EVERY_PAGE:
        text = theme_styles(root) + text
    if file.suffix == ".css":
        file.write_text(rcssmin.cssmin(text), "utf-8")
    elif file.suffix == ".js" and not file.name.endswith(".min.js"):
        file.write_text(rjsmin.jsmin(text), "utf-8")


def make_all_small(site: Path, root: Path) -> None:
    """Shrink every style sheet and script of a freshly built site."""
    for file in sorted((site / "assets").rglob("*.*")):
        make_small(file, root)

"""A built site as its links see it: the files that there are, and what each page names."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from scripts.site.links.markup import Page, Reference, read_page, read_style
from scripts.site.serving import base_path

SITEMAP = "sitemap.xml"
_LOCATIONS = re.compile(r"<loc>([^<]*)</loc>|\bhref=\"([^\"]*)\"")


@dataclass(frozen=True)
class Site:
    """A built site: its files, what each page names, and the path below which it is served."""

    files: frozenset[str]
    pages: Mapping[str, Page]
    base: str

    @property
    def references(self) -> int:
        """How many there are on all pages."""
        return sum(len(page.references) for page in self.pages.values())


def read_site(folder: Path) -> Site:
    """Read every page, style sheet, search index and the sitemap of a built site."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    base = base_path(folder)
    pages = {name: page for name in names if (page := _read(folder, name, base))}
    return Site(frozenset(names), pages, base)


def _read(folder: Path, name: str, base: str) -> Page | None:
    file = folder / name
    if name.endswith(".html"):
        return read_page(file.read_text("utf-8"))
    if name.endswith(".css"):
        return read_style(file.read_text("utf-8"))
    if name.startswith("data/search."):
        return _read_index(file.read_text("utf-8"))
    return _read_sitemap(file.read_text("utf-8"), base) if name == SITEMAP else None


def _read_index(text: str) -> Page:
    """The addresses that the search offers: from the site's root, while the index stands below it."""
    rows = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    return Page([Reference(f"../{row[0]}", 1, "index") for row in rows])


def _read_sitemap(text: str, base: str) -> Page:
    """The site's addresses as a host serves them: `…/start/` is `start/index.html`."""
    paths = [urlsplit(found[1] or found[2]).path.removeprefix(base) for found in _LOCATIONS.finditer(text)]
    return Page([Reference(f"{path}index.html", 1, "sitemap") for path in dict.fromkeys(paths)])

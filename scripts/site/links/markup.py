"""What a built page names and what it can be asked for: its references and its ids, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

LOADED = frozenset(
    {"href", "xlink:href", "src", "srcset", "poster", "data", "action", "data-index", "data-engine"}
)
"""Attributes that hold an address. The last two are those that our scripts load when they are asked to."""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""Elements without an end tag."""
_STYLED = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)|@import\s+["']([^"']+)["']""")


@dataclass(frozen=True)
class Reference:
    """An address that a page names, as written, and the element that names it.

    `classes` are those of the element, then those of the elements around it, from the inside out.
    """

    target: str
    line: int
    tag: str
    classes: tuple[str, ...] = ()


@dataclass
class Page:
    """What one file of the site names. `ids` keeps the lines at which each id stands."""

    references: list[Reference] = field(default_factory=list)
    ids: dict[str, list[int]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """What `<a name>` offers as an anchor beside the ids."""


class _Reader(HTMLParser):
    """Fills a `Page`; knows the classes of the elements that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, said = self.getpos()[0], dict(attrs)
        if name := said.get("id"):
            self.page.ids.setdefault(name, []).append(line)
        if tag == "a" and (name := said.get("name")):
            self.page.names.add(name)
        own = said.get("class") or ""
        for attribute in LOADED & said.keys():
            around = (own, *(classes for _, classes in reversed(self.open)))
            for target in _targets(attribute, said[attribute] or ""):
                self.page.references.append(Reference(target, line, tag, around))
        if tag not in VOID:
            self.open.append((tag, own))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass


def _targets(attribute: str, value: str) -> Iterator[str]:
    """One address; in `srcset` one for each picture that it offers."""
    if attribute != "srcset":
        yield value.strip()
        return
    for offer in value.split(","):
        if words := offer.split():
            yield words[0]


def read_page(text: str) -> Page:
    """The references and ids of a page's HTML, in the order in which they stand."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.page.references.sort(key=lambda reference: (reference.line, reference.target))
    return reader.page


def read_style(text: str) -> Page:
    """The references of a style sheet: `url()` and `@import`."""
    page = Page()
    for found in _STYLED.finditer(text):
        target = next((part for part in found.groups() if part), "")
        page.references.append(Reference(target.strip(), text.count("\n", 0, found.start()) + 1, "style"))
    return page

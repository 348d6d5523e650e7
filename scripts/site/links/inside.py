"""Our own pass over the built site: every reference of every page, style sheet and index, on disk.

What holds here holds from a folder and on a server alike. linkchecker (`crawl.py`) looks at the same
site over HTTP. Anchors are checked here only: linkchecker's plugin for them needs a quarter of an
hour for 200 pages. So is the edition on disk: linkchecker takes the address of a folder, `/path` and
`//host` for granted there, which are the very faults that only a folder has.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from scripts.site.links.faults import Fault
from scripts.site.links.markup import Page, Reference
from scripts.site.links.pages import Site

ANYWHERE = "404.html"
"""Shown at every address where there is no page, so its links begin at the host's root."""
POINTING = ("a", "link")
"""What may name another site: it leads there, or says what else is there; it loads nothing."""

_Said = tuple[str, str, str]
"""A rule that does not hold, what is wrong, and the way to mend it."""


def landing(page: str, target: str, base: str) -> str:
    """Where a reference on a page lands, from the site's root, with its anchor.

    >>> landing("ko/start/index.html", "../glossary/index.html#token", "/")
    'ko/glossary/index.html#token'
    """
    parts = urlsplit(target)
    path = unquote(parts.path)
    inside = (
        path.removeprefix(base) if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    )
    lands = posixpath.normpath(inside) if path else page
    return f"{lands}#{unquote(parts.fragment)}" if parts.fragment else lands


def faults(site: Site) -> Iterator[Fault]:
    """Everything that leads nowhere, page by page."""
    for name, page in site.pages.items():
        for reference in page.references:
            try:
                lands, said = _look(site, name, reference)
            except ValueError:
                hint = "copy it from the browser’s address line"
                lands, said = reference.target, ("pages-exist", "is no address", hint)
            if said:
                rule, what, hint = said
                yield Fault(rule, name, lands, what, hint, reference)
        yield from _twice(name, page)


def _look(site: Site, page: str, reference: Reference) -> tuple[str, _Said | None]:
    """Where a reference lands, and what is wrong with that. Raises ValueError for what is no address.

    Where the page itself is missing, its anchor does not matter.
    """
    target = reference.target
    parts = urlsplit(target)
    if parts.scheme and (reference.tag in POINTING or parts.scheme == "data"):
        return target, None
    if parts.scheme or parts.netloc or (target.startswith("/") and page != ANYWHERE):
        hint = "write the path from this page; the address of another site begins with https://"
        return target, ("links-work-from-a-folder", "does not open from a folder on disk", hint)
    lands = landing(page, target, site.base)
    path, _, anchor = lands.partition("#")
    if target in ("", "#"):
        return f"{path}#", ("links-lead-on", "leads nowhere", "name a page or an id, or make it a button")
    if path not in site.files:
        return path, _missing(site, page, path, reference)
    return lands, _misplaced(site.pages.get(path), path, anchor)


def _missing(site: Site, page: str, path: str, reference: Reference) -> _Said | None:
    """What to say of a path at which there is no file."""
    within = posixpath.normpath(f"{path}/index.html")
    if within in site.files:
        hint = f"write {posixpath.basename(path)}/index.html: only a server looks for it there"
        return None if page == ANYWHERE else ("links-work-from-a-folder", "is the address of a folder", hint)
    rule, kind = (
        ("pages-exist", "page") if reference.tag == "a" or path.endswith(".html") else ("files-exist", "file")
    )
    near = next((name for name in sorted(site.files) if name.lower() == path.lower()), "")
    hint = f"the site has {near}: capitals count" if near else "mend the path, or put the file back"
    return rule, f"leads to no {kind}: the site has no {path}", hint


def _misplaced(page: Page | None, path: str, anchor: str) -> _Said | None:
    """What to say of an anchor that its page lacks; files that are no pages have none."""
    if page is None or anchor in ("", "top", *page.ids, *page.names):
        return None
    near = next((name for name in page.ids if name.lower() == anchor.lower()), "")
    hint = f"the page has “{near}”: capitals count" if near else "look the id up in that page’s headings"
    return "anchors-exist", f"leads to no place: {path} has no id “{anchor}”", hint


def _twice(name: str, page: Page) -> Iterator[Fault]:
    for anchor, lines in page.ids.items():
        if len(lines) > 1:
            what, hint = (
                f"stands {len(lines)} times on the page",
                "give each an id of its own: a link finds the first",
            )
            reference = Reference(f"#{anchor}", lines[-1], "id")
            yield Fault("ids-stand-once", name, f"{name}#{anchor}", what, hint, reference)

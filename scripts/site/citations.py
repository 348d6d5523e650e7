"""Footnotes made from `modules/sources.yml`: one definition for every source that a page cites."""

from __future__ import annotations

import re

from markupsafe import Markup

from scripts.content.model import Page, Source
from scripts.site.shell import Shell

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def reference(source: Source, shell: Shell) -> str:
    """One source as a line of Markdown: title, publisher, place in it, date, address, standing."""
    title = f"*{_plain(shell.text(source.title))}*"
    if source.address:
        title = f"[{title}](<{source.address}>)"
    parts = [title, _plain(shell.text(source.publisher)), _plain(shell.text(source.locator)), source.date]
    line = ", ".join(part for part in parts if part)
    notes = []
    if source.status == "named":
        notes.append(shell.say("source_named"))
    if source.kind == "secondary":
        notes.append(shell.say("source_secondary"))
    return f"{line} ({', '.join(notes)})" if notes else line


def cited(page: Page) -> list[str]:
    """The sources of a page in the order of their first citation."""
    return list(dict.fromkeys(citation.source for citation in page.outline.citations))


def definitions(page: Page, shell: Shell) -> str:
    """The footnote definitions to stand at the end of the page's Markdown."""
    sources = shell.course.sources
    known = [sources[name] for name in cited(page) if name in sources]
    return "".join(f"\n[^{source.id}]: {reference(source, shell)}\n" for source in known)


_FOOT = re.compile(r'<div class="footnote">\s*<hr ?/?>\s*(<ol>.*?</ol>)\s*</div>', re.DOTALL)
_LATER = re.compile(r'<a class="footnote-backref" href="#fnref\d+:[^>]*>[^<]*</a>')


def with_sources(html: str, page: Page, shell: Shell) -> str:
    """The page with its footnotes as a section of its own, and one way back from each."""
    dates = [shell.course.sources[name].checked for name in cited(page) if name in shell.course.sources]
    if not dates:
        return html

    def section(found: re.Match[str]) -> str:
        notes = Markup(_LATER.sub("", found[1]))  # noqa: S704 - made by the Markdown converter
        return str(shell.render("footnotes", notes=notes, checked=min(dates)))

    return _FOOT.sub(section, html)

"""What surrounds a page's text: its module, its scripts and styles, its other language."""

from __future__ import annotations

import re

from mkdocs.exceptions import PluginError

from scripts.site.embed import Embedding
from scripts.site.labs import scripts_of, styles_of
from scripts.site.mount import prefix
from scripts.site.outline import card_of
from scripts.site.policy import inline_code
from scripts.site.shell import SOURCE

_NEEDLESS = re.compile(r'(<input (?=[^>]*type="checkbox")[^>]*?) autocomplete="off"')

_FEATURES = {
    "quiz": ("data-question=",),
    "sort": ("data-question=",),  # pages with questions share their files: the second such page is free
    "worksheet": ("data-question=",),
    "notes": ("data-question=",),
    "progress": ("data-module-progress=", "data-storage-list"),
    "filter": ("data-filter",),
}
"""A page's scripts, and by what in the page one sees that it needs them."""
_STYLES = {"quiz": "quiz", "sort": "sort", "worksheet": "worksheet", "progress": "map"}
"""The style sheets that come with scripts."""


def frame(embedding: Embedding, url: str, html: str) -> dict[str, object]:
    """What the templates need to know of a page, by the names that they use."""
    shell, module = embedding.shell, embedding.module
    features = [name for name, marks in _FEATURES.items() if any(mark in html for mark in marks)]
    labs = re.findall(r'<section class="course-lab" [^>]*data-lab="([^"]+)"', html)
    course = shell.course
    return {
        "module": module,
        "strand": card_of(shell, module) if module else None,
        "scripts": features,
        "styles": [_STYLES[name] for name in features if name in _STYLES],
        "lab_scripts": ["kit", *scripts_of(course, labs)] if labs else [],
        "lab_styles": ["kit", *styles_of(course, labs)] if labs else [],
        "source": embedding.page,
        "link": embedding.link,
        "other": _other(url, shell.language),
        "stale": _stale(embedding),
    }


def _stale(embedding: Embedding) -> str:
    """The notice that a translation is missing or older than its English page, if it is."""
    shell, page = embedding.shell, embedding.page
    if page.language != shell.language:
        return shell.say("untranslated")
    if page.language == SOURCE:
        return ""
    english = embedding.module.page(SOURCE) if embedding.module else shell.course.pages.get(embedding.path)
    return shell.say("outdated") if english and english.fingerprint != page.translates else ""


def _other(url: str, language: str) -> str:
    """This page in the other language, from the site's root."""
    return f"ko/{url}" if language == SOURCE else url.removeprefix(prefix(language))


def finished(output: str, name: str) -> str:
    """The page without what the theme writes against the standard. Raises PluginError for inline code."""
    output = _NEEDLESS.sub(r"\1", output)
    if refused := inline_code(output):
        message = f"{name}: the policy would refuse {', '.join(sorted(set(refused)))}"
        raise PluginError(message)
    return output

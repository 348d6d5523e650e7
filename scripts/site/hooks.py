"""What MkDocs calls. Each event hands its work to a function that a test can call."""

from __future__ import annotations

import os
import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.content.load import load_course
from scripts.site.assets import make_all_small
from scripts.site.cache import compiled_templates
from scripts.site.citations import definitions, with_sources
from scripts.site.embed import Embedding
from scripts.site.mount import mount, navigation, prefix, spare_the_icons
from scripts.site.outline import card_of, course_map
from scripts.site.policy import POLICY, inline_code
from scripts.site.quizzes import tame, without_tail
from scripts.site.search import entries, write_index
from scripts.site.shell import SOURCE, open_shell, shell_of
from scripts.site.tables import scrollable
from scripts.site.words import write_words

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


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the course once; later events and the templates find it in the shell."""
    root = Path(config.config_file_path).parent
    language = os.environ.get("COURSE_LANG", SOURCE)
    course = config.extra.get("course") or load_course(root)
    shell = open_shell(course, language, root / "overrides")
    spare_the_icons(config)
    config.extra.update(shell=shell, embeddings={}, entries={}, policy=POLICY, strands=course_map(shell))
    config.theme["language"] = language
    config.site_name = shell.say("course_name")
    for option, word in zip(config.theme["palette"], ("palette_dark", "palette_light"), strict=True):
        option["toggle"]["name"] = shell.say(word)
    config.nav = navigation(course)
    if language != SOURCE:
        config.theme.static_templates = set()
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": shell.words["footnote_back"]}
    tame(
        config.plugins["mkdocs_quiz"],
        lambda html, number, page: _embedding(config, page).question(html, number),
    )
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The pages of this language, and for the source language the assets that all share."""
    del files
    return mount(shell_of(config), config)


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Sections are called by their strand's title."""
    del files
    for section in nav.items:
        if section.is_section:
            section.title = shell_of(config).strand_title(section.title)
    config.extra["nav"] = nav
    return nav


def _embedding(config: MkDocsConfig, page: Page) -> Embedding:
    found: Embedding = config.extra["embeddings"][page.file.src_uri]
    return found


@event_priority(100)  # before mkdocs-quiz, which looks for the questions
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put questions and footnotes into the Markdown."""
    del files
    shell, path = shell_of(config), page.file.src_uri
    source = shell.page_at(path)
    if source is None:
        message = f"{path}: not a page of the course"
        raise PluginError(message)
    embedding = Embedding(shell, path, source, shell.module_at(path))
    config.extra["embeddings"][path] = embedding
    text = embedding.markdown(markdown)
    page.meta["quiz"] = {"enabled": bool(embedding.questions)}
    page.meta["description"] = source.summary
    return text + "\n" + definitions(source, shell)


@event_priority(-100)  # after mkdocs-quiz, which puts its forms in
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the other markers, and note what the search may find."""
    del files
    embedding = _embedding(config, page)
    html = scrollable(with_sources(without_tail(html), embedding.page, embedding.shell))
    html = embedding.html(html)
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= set(re.findall(r'\bid="([^"]+)"', html))
    config.extra["entries"][page.file.src_uri] = entries(
        html, page.url, page.title or "", embedding.page.summary
    )
    _describe(page, embedding, html)
    return html


def _describe(page: Page, embedding: Embedding, html: str) -> None:
    """What the page's templates need: its module, and which features it has."""
    shell, module = embedding.shell, embedding.module
    features = [name for name, marks in _FEATURES.items() if any(mark in html for mark in marks)]
    page.meta["course"] = {
        "module": module,
        "strand": card_of(shell, module) if module else None,
        "scripts": features,
        "styles": [_STYLES[name] for name in features if name in _STYLES],
        "source": embedding.page,
        "link": embedding.link,
        "other": _other(page.url, shell.language),
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


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Templates speak the interface's words; white space between tags is not sent."""
    config.extra.update(env=env, files=files)
    shell = shell_of(config)
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = compiled_templates(shell.course.root)
    env.globals.update(say=shell.say, shell=shell, text=shell.text, course=shell.course)
    return env


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Hold the page to the policy: an inline script or style stops the build."""
    del config
    return _finished(output, page.file.src_uri)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that a host shows where there is none."""
    del config
    return _finished(output, template_name) if template_name.endswith(".html") else output


def _finished(output: str, name: str) -> str:
    """The page without what the theme writes against the standard. Raises PluginError for inline code."""
    output = _NEEDLESS.sub(r"\1", output)
    if refused := inline_code(output):
        message = f"{name}: the policy would refuse {', '.join(sorted(set(refused)))}"
        raise PluginError(message)
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write what the search needs, beside the pages of this language."""
    shell = shell_of(config)
    found = [entry for page in config.extra["entries"].values() for entry in page]
    site = Path(config.site_dir)
    write_index(found, site / shell.search_index)
    write_words(shell.language, site / shell.words_script)
    if shell.language == SOURCE:
        make_all_small(site, shell.course.root)

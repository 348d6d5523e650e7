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
from scripts.site.approved import frame_of
from scripts.site.assets import make_all_small
from scripts.site.cache import compiled_templates
from scripts.site.citations import definitions, with_sources
from scripts.site.data import write_data
from scripts.site.embed import Embedding
from scripts.site.frame import finished, frame
from scripts.site.mount import mount, navigation, spare_the_icons
from scripts.site.outline import course_map
from scripts.site.policy import POLICY
from scripts.site.quizzes import tame, without_tail
from scripts.site.search import entries
from scripts.site.shell import SOURCE, open_shell, shell_of
from scripts.site.tables import scrollable


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
    if "search" not in page.meta.get("hide", ()):
        found = entries(html, page.url, page.title or "", embedding.page.summary)
        config.extra["entries"][page.file.src_uri] = found
    page.meta["course"] = frame(embedding, page.url, html) | frame_of(page.file.src_uri)
    return html


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
    return finished(output, page.file.src_uri)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that a host shows where there is none."""
    del config
    return finished(output, template_name) if template_name.endswith(".html") else output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write what scripts need, and make the shared files small."""
    shell = shell_of(config)
    write_data(config)
    if shell.language == SOURCE:
        make_all_small(Path(config.site_dir), shell.course.root)

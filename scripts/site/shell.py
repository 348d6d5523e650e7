"""What one build knows: the course, the language, the words, and the templates of the parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Course, Module, Page, Words
from scripts.site.cache import compiled_templates
from scripts.site.words import words

SOURCE = LANGUAGES[0]
DATA = "data"
"""The folder below the site's root for what a build writes for scripts, a file a language."""


@dataclass(frozen=True, eq=False)
class Shell:
    """The build of one language. Two shells are never equal, so that what is made of one can be kept."""

    course: Course
    language: str
    words: Words
    templates: Environment
    bundle: str = ""
    """The theme's script, whose name changes with its version."""

    @property
    def home(self) -> str:
        """The first page of this edition, from the site's root."""
        return "index.html" if self.language == SOURCE else f"{self.language}/index.html"

    @property
    def search_index(self) -> str:
        """What the search loads when it is first opened, from the site's root."""
        return f"{DATA}/search.{self.language}.js"

    @property
    def words_script(self) -> str:
        """The words that scripts say, as a script, from the site's root."""
        return f"{DATA}/words.{self.language}.js"

    def render(self, template: str, **context: Any) -> Markup:  # noqa: ANN401 - templates take anything
        """One part of a page, from `overrides/course/` or from a lab's folder: its path without `.html`."""
        text = self.templates.get_template(f"{template}.html").render(context)
        return Markup(text)  # noqa: S704 - escaped by the template

    def say(self, key: str, **values: object) -> str:
        """A word of the interface with its `{values}` filled in."""
        return self.words[key].format(**values)

    def page_at(self, path: str) -> Page | None:
        """The page whose source-language file stands at `path`, in this language if it exists."""
        parts = path.split("/")
        if parts[0] == "modules" and len(parts) == 4:  # noqa: PLR2004 - modules/strand/module/index.md
            module = self.course.modules.get(parts[2])
            return module.page(self.language) if module else None
        pages = self.course.pages
        return pages.get(in_language(path, self.language)) or pages.get(path)

    def module_at(self, path: str) -> Module | None:
        """The module whose English page stands at `path`."""
        return next((m for m in self.course.modules.values() if m.place.path == path), None)

    def strand_title(self, strand: str) -> str:
        """The name of a strand, or of a folder of `docs/`: the first heading of its page."""
        page = self.page_at(f"modules/{strand}/index.md") or self.page_at(f"docs/{strand}/index.md")
        return page.title if page else strand

    def text(self, texts: Mapping[str, str]) -> str:
        """The text in this language, else in the source language."""
        return texts.get(self.language) or texts.get(SOURCE, "")


def theme_bundle() -> str:
    """The address of the theme's script."""
    scripts = files("material") / "templates" / "assets" / "javascripts"
    name = next(f.name for f in scripts.iterdir() if re.fullmatch(r"bundle\.\w+\.min\.js", f.name))
    return f"assets/javascripts/{name}"


def open_shell(course: Course, language: str, overrides: Path) -> Shell:
    """The shell of a build. Templates see `shell`, `course`, `say` and `text`."""
    loader = FileSystemLoader([overrides / "course", overrides / "assets" / "labs"])
    templates = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(course.root),
    )
    shell = Shell(course, language, words(language), templates, theme_bundle())
    templates.globals.update(shell=shell, course=course, say=shell.say, text=shell.text)
    return shell


def shell_of(config: MkDocsConfig) -> Shell:
    """The shell that `on_config` put into the settings."""
    shell: Shell = config.extra["shell"]
    return shell

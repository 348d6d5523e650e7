"""Questions as mkdocs-quiz renders them, made trustworthy.

The plugin turns Markdown into HTML and decides which option is right; we take its words and put
them into our own form, with ids that never depend on a position. Its styles, scripts, progress
boxes and embedded sources never reach a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

import mkdocs_quiz.plugin as upstream
from markdown import Markdown
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.pages import _ExtractAnchorsTreeprocessor, _RelativePathTreeprocessor

from scripts.content.model import Question

_STEM = re.compile(r'<div class="quiz-question"[^>]*>(.*?)</div>\s*<form', re.DOTALL)
_ANSWER = re.compile(
    r'<input type="(?:radio|checkbox)" name="answer" value="\d+" id="[^"]*" (data-correct="true")?>'
    r'<label for="[^"]*">(.*?)</label>'
    r'(?:<div class="answer-feedback hidden">(.*?)</div>)?</div>',
    re.DOTALL,
)
_GAP = re.compile(r'<input type="text" class="quiz-blank-input" [^>]*?data-answer="([^"]*)"[^>]*>')
_EXPLANATION = re.compile(r'<section class="content hidden">(.*)</section>\s*</div>\s*$', re.DOTALL)
_MARKED = re.compile(r"[\\`*_\[\]<>&{}|\n]|^\s|^[#>+=~:!?-]|^\d+[.)]")
"""Anything that might mean more than itself in Markdown; too much rather than too little."""

PAGE_ARGUMENT = 3
"""Which of the plugin's further arguments is the page: options, translations, settings, page, files."""

_TAIL = '<script type="text/javascript">\nwindow.mkdocsQuizTranslations'


@dataclass(frozen=True)
class RenderedChoice:
    """An option as the page shows it."""

    id: str
    text: Markup
    right: bool
    feedback: Markup


@dataclass(frozen=True)
class RenderedQuestion:
    """A question as the page shows it: the model's ids, the plugin's HTML."""

    question: Question
    stem: Markup
    choices: tuple[RenderedChoice, ...]
    explanation: Markup


def source_block(question: Question) -> str:
    """The question in plain mkdocs-quiz syntax, without our ids."""
    lines = ["<quiz>", question.stem, ""]
    for choice in question.choices:
        lines.append(f"- [{'x' if choice.right else ' '}] {choice.text}")
        lines += [f"> {line}" for line in choice.feedback.split("\n") if line]
    if question.gaps:
        lines.append("---")
    lines += ["", question.explanation, "</quiz>"]
    return "\n".join(lines)


def _rendered(html: str) -> Markup:
    return Markup(html.strip())  # noqa: S704 - made by the Markdown converter


def _same_gaps(stem: str, question: Question) -> bool:
    """Whether the plugin sees the gaps, and the answers that fill them, that the model has."""
    seen = [unescape(found[1]).split("|") for found in _GAP.finditer(stem)]
    return [tuple(part.strip() for part in parts if part.strip()) for parts in seen] == [
        gap.answers for gap in question.gaps
    ]


def read_rendering(rendered: str, question: Question) -> RenderedQuestion:
    """Take the plugin's HTML of one question apart. Raises ValueError where it is not as expected."""
    stem = _STEM.search(rendered)
    explanation = _EXPLANATION.search(rendered)
    answers = _ANSWER.findall(rendered)
    if (
        not stem
        or not explanation
        or len(answers) != len(question.choices)
        or not _same_gaps(stem[1], question)
    ):
        message = f"{question.full_id}: mkdocs-quiz rendered something unexpected"
        raise ValueError(message)
    choices = tuple(
        RenderedChoice(choice.id, _rendered(text), bool(right), _rendered(feedback))
        for choice, (right, text, feedback) in zip(question.choices, answers, strict=True)
    )
    return RenderedQuestion(question, _rendered(stem[1]), choices, _rendered(explanation[1]))


def fill_gaps(stem: Markup, field: Callable[[int], Markup]) -> Markup:
    """Put our own input fields where the plugin put its."""
    count = iter(range(len(stem)))
    return Markup(_GAP.sub(lambda _: str(field(next(count))), stem))  # noqa: S704


def plain_paragraph(text: str) -> str:
    """What Markdown makes of a line without any mark-up; empty if it has some.

    Most options are such lines, and a converter takes a hundred times as long to say the same.
    """
    plain = not _MARKED.search(text) and bool(text.strip())
    return f"<p>{text.strip()}</p>" if plain else ""


class Fragments:
    """One Markdown converter for all questions of a build, aimed anew at each page.

    The plugin makes a converter a question; that is a third of a build's time.
    """

    def __init__(self) -> None:
        self.converter: Markdown | None = None
        self.page: SitePage | None = None

    def aim(
        self,
        make: Callable[[SitePage, MkDocsConfig, Files], Markdown],
        page: SitePage,
        config: MkDocsConfig,
        files: Files,
    ) -> Markdown:
        """The converter, resolving links as seen from `page`."""
        if self.converter is None:
            self.converter = make(page, config, files)
        if self.page is not page:
            self.page = page
            for processor in (_ExtractAnchorsTreeprocessor, _RelativePathTreeprocessor):
                processor(page.file, files, config)._register(self.converter)  # noqa: SLF001 - as MkDocs does
        return self.converter


def tame(plugin: Any, on_question: Callable[[str, int, SitePage], str]) -> None:  # noqa: ANN401
    """Make the plugin render questions only: its forms go through `on_question`, its extras away."""
    upstream.style = upstream.js_script = upstream.confetti_lib_script = ""
    render, make = plugin._process_quiz, plugin._create_fragment_markdown  # noqa: SLF001
    convert = plugin._convert_fragment_markdown  # noqa: SLF001
    translations = upstream.TranslationManager("en")
    fragments = Fragments()

    def process(content: str, number: int, *rest: Any) -> str:  # noqa: ANN401 - the plugin's own call
        page = rest[PAGE_ARGUMENT]
        return on_question(render(content, number, *rest), number, page)

    def fragment(text: str, *rest: Any, **more: Any) -> str:  # noqa: ANN401 - the plugin's own call
        return plain_paragraph(text) or convert(text, *rest, **more)

    plugin._process_quiz = process  # noqa: SLF001
    plugin._convert_fragment_markdown = fragment  # noqa: SLF001
    plugin._create_fragment_markdown = lambda page, config, files: fragments.aim(make, page, config, files)  # noqa: SLF001
    plugin._get_translation_manager = lambda _page, _config: translations  # noqa: SLF001
    plugin._get_quiz_progress_sidebar_html = lambda _t: ""  # noqa: SLF001


def without_tail(page: str) -> str:
    """The page without the scripts that the plugin adds after it."""
    return page.split(_TAIL, 1)[0]

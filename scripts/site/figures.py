"""Pictures that belong to the course: an SVG beside the page is put into it, in the page's language.

One drawing serves every language: words stand as content in English and as `data-ko` in Korean.
Inside the page it takes the colours of the scheme through its classes.
"""

from __future__ import annotations

import html
import re

from markupsafe import Markup

DRAWING = re.compile(r"^!\[([^\]]*)\]\(([\w-]+\.svg)\)[ \t]*$", re.MULTILINE)
"""A drawing in a page's Markdown, alone on its line: text alternative and file."""

_WORDED = re.compile(r'(<(text|tspan|title|desc)\b[^>]*?)\s+data-ko="([^"]*)"([^>]*)>([^<]*)(</\2>)')
_ROOT = re.compile(r"<svg\b[^>]*?\bviewBox=\"([\d.\s-]+)\"[^>]*>")
_HEAD = re.compile(r"^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*", re.DOTALL)


def localised(svg: str, language: str) -> str:
    """The drawing with its words in one language and no `data-ko` left."""

    def words(found: re.Match[str]) -> str:
        text = found[3] if language == "ko" else found[5]
        return f"{found[1]}{found[4]}>{text}{found[6]}"

    return _WORDED.sub(words, svg)


def inline(svg: str, language: str, label: str) -> Markup:
    """An accessible figure: the drawing is one image whose name is the text alternative."""
    drawing = re.sub(r"\s*\n\s*", "", localised(_HEAD.sub("", svg), language))
    drawing = re.sub(r"<title>.*?</title>", "", drawing)
    attributes = f'class="course-figure__drawing" role="img" aria-label="{html.escape(label)}" '
    drawing = _ROOT.sub(lambda m: f'<svg {attributes}viewBox="{m[1]}">', drawing, count=1)
    return Markup('<figure class="course-figure">{}</figure>').format(Markup(drawing))  # noqa: S704

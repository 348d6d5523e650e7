"""The report as one HTML page and as Markdown: thin templates over figures that are computed already."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.content.model import LANGUAGES, Words
from scripts.reports.changes.records import Quote, counted
from scripts.reports.report import Report

HERE = Path(__file__).parent
SHOWN = 30
"""How many lines of a kind the Markdown shows; the HTML page has all."""

_SPECIAL = re.compile(r"([\\`*_\[\]|~#])")
_AROUND = {"same": "{}", "gone": "~~{}~~", "new": "**{}**"}


class _Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def _escaped(value: object) -> object:
    """Any value as Markdown that shows it as it is."""
    if isinstance(value, _Markdown | int):
        return value
    text = _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))
    return _Markdown(text.replace("&", "&amp;").replace("<", "&lt;"))


def _code(text: str) -> _Markdown:
    """A path or name in backquotes; a bar would end the cell of a table."""
    return _Markdown(f"`{text.replace('`', '').replace('|', '')}`")


def _quoted(quote: Quote) -> _Markdown:
    """A text before and after in one line: what went is struck out, what came is bold."""
    return _Markdown(" ".join(_AROUND[kind].format(_escaped(text)) for kind, text in quote.parts))


def _english(words: Words) -> str:
    """The English of a text, or what there is of it."""
    return words.get(LANGUAGES[0]) or next(iter(words.values()), "")


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _templates(**escaping: Any) -> Environment:  # noqa: ANN401 - settings of jinja2
    made = Environment(  # noqa: S701 - HTML is escaped, Markdown is by “finalize”
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **escaping,
    )
    made.filters.update(english=_english, percent=_percent, code=_code, quoted=_quoted)
    return made


def as_html(report: Report) -> str:
    """One page that needs no other file, no network and no script; its policy allows its own style only."""
    style = (HERE / "report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    known = {"report": report, "counted": counted, "digest": digest}
    template = _templates(autoescape=True).get_template("report.html.jinja")
    return template.render(known, style=Markup(style))  # noqa: S704 - our own file


def as_markdown(report: Report) -> str:
    """A summary for a pull request."""
    known = {"report": report, "counted": counted, "shown": SHOWN}
    text = _templates(finalize=_escaped).get_template("report.md.jinja").render(known)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

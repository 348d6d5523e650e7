"""Rules for mark-up: pages and banks are Markdown, with nothing in it that could act or dress up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from scripts.checks.lines import Lines
from scripts.checks.links import outlines
from scripts.content.markdown import INLINE_HTML, prose_lines
from scripts.content.model import Course, Place, Problem

_RAW = re.compile(r"<(?!!--)[!?/]?[a-zA-Z\[][^>]*>?")
_SCRIPT = re.compile(r"\b(?:java|vb|live)script:(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<=\]\()<[^<>]*>|<(?:https?://[^>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_ALIGNED = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*\s*(?::-+|-+:)")
_DRESSED = re.compile(
    r"[{\s\"'}](?!data-)[\w:-]+\s*=|[{\s:]\.[A-Za-z_]|\{:(?!\s*(?:#[\w-]+\s*)+\})"
    r"|[{\s](?:hidden|inert|autofocus|contenteditable|draggable|popover)\s*[#}]",
    re.IGNORECASE,
)
_PLAIN_BRACES = re.compile(r"\{ ?#[\w-]+ ?\}")
_OPEN_COMMENT = re.compile(r"<!--(?!.*-->)|<!---?>")
_UNSEEN = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_ACTING = ("javascript:", "vbscript:", "livescript:", "data:", "file:", "blob:", "view-source:")


class _Line(NamedTuple):
    """A line outside code, and where it or the part of a question begins in which it stands."""

    text: str
    place: Place
    exact: bool

    def at(self, lines: Lines, words: str) -> Place:
        """The line in the file."""
        return self.place if self.exact else lines.holding(self.place, words)


def _parts(course: Course) -> Iterator[tuple[str, Place]]:
    """The parts of every question: stem and explanation, and each option with its feedback."""
    for _, bank in course.banks():
        for question in bank.questions:
            yield f"{question.stem}\n\n{question.explanation}", question.place
            yield from ((f"{each.text}\n{each.feedback}", each.place) for each in question.choices)


def _lines(course: Course, odd: Callable[[str], bool]) -> Iterator[_Line]:
    """The lines of the pages and parts of questions in which a quick look sees something odd."""
    for page in course.all_pages():
        for number, line in prose_lines(page.text) if odd(page.text) else ():
            yield _Line(line, Place(page.place.path, number + page.lines_before), exact=True)
    for text, place in _parts(course):
        for _, line in prose_lines(text) if odd(text) else ():
            yield _Line(line, place, exact=False)


def _has_tags(text: str) -> bool:
    return text.count("<") > text.count("<!--") or "&" in text or "script:" in text.casefold()


def _has_styles(text: str) -> bool:
    braces = "{" in text and text.count("{") > len(_PLAIN_BRACES.findall(text))
    return braces or "-:" in text or ":-" in text or bool(_OPEN_COMMENT.search(text))


def pages_contain_no_html(course: Course) -> Iterator[Problem]:
    """Pages and banks are Markdown: no HTML tags, no styles, no scripts.

    페이지와 문제은행은 마크다운으로만 쓰며, HTML 태그와 스타일, 스크립트를 넣지 않습니다.

    Allowed are `<kbd>Tab</kbd>` for a key, `<sub>2</sub>` and `<sup>2</sup>`: closed on the same line,
    without attributes, not inside one another. HTML that is to be shown stands in `backquotes`.
    """
    lines = Lines(course)
    for line in _lines(course, _has_tags):
        text = line.text
        found = _RAW.search(INLINE_HTML.sub("", _ADDRESS.sub("", text))) if "<" in text else None
        if not found and "script" in (bare := _bare(text)).casefold():
            found = _SCRIPT.search(bare)
        if found:
            message = f"raw HTML “{found[0][:30]}”"
            yield Problem(line.at(lines, found[0]), message, "write Markdown, or put it in `backquotes`")


def _bare(text: str) -> str:
    """A text as a browser reads an address: entities decoded, tabs and other unseen characters left out."""
    return _UNSEEN.sub("", unescape(text)) if "&" in text else text


def pages_bring_no_styles(course: Course) -> Iterator[Problem]:
    """Columns are not aligned, braces carry ids only, and comments end on their line.

    표의 열에는 정렬을 지정하지 않고, 중괄호에는 식별자만 적으며, 주석은 시작한 줄에서 끝냅니다.

    Python-Markdown makes attributes of what stands in braces: `{ .class }`, `{ style=… }`, `{: onclick=… }`
    and `{ hidden }` would go into the page, which refuses them or shows them. `data-…=` is for headings.
    """
    lines = Lines(course)
    for line in _lines(course, _has_styles):
        text = line.text
        if ("-:" in text or ":-" in text) and _ALIGNED.match(text.lstrip()):
            yield Problem(line.at(lines, text), "aligned columns", "write | --- | for every column")
        if "{" in text and (braces := _dressed(text)):
            message, hint = (
                f"a style, class or handler in braces: “{braces[:40]}”",
                "leave only ids in braces",
            )
            yield Problem(line.at(lines, braces), message, hint)
        if "<!--" in text and _OPEN_COMMENT.search(text):
            yield Problem(
                line.at(lines, "<!--"), "a comment that does not end on its line", "close it with -->"
            )


def _dressed(line: str) -> str:
    """The braces of a line from the first to the last, if they hold more than ids and `data-`."""
    braces = line[line.find("{") : line.rfind("}") + 1]
    return braces if _DRESSED.search(braces) else ""


def addresses_only_lead(course: Course) -> Iterator[Problem]:
    """The address of a link leads to a page, a file or a mailbox and runs nothing.

    링크의 주소는 페이지나 파일, 메일로 이어질 뿐 아무것도 실행하지 않습니다.

    Refused are `javascript:`, `data:` and the like, however they are disguised.
    """
    lines = Lines(course)
    for outline in outlines(course):
        for link in outline.links:
            if ":" in link.target or "&" in link.target or "%" in link.target:
                address = _UNSEEN.sub("", unescape(unquote(link.target))).casefold()
                if address.startswith(_ACTING):
                    message = f"“{link.target[:40]}” runs or carries something"
                    place = lines.holding(link.place, link.target)
                    yield Problem(place, message, "link to a page, a file or a mailbox")

"""What the search knows: one entry for every section of every page, without questions and keys.

Written as a script, because a page opened from a folder may not fetch.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r'<(h2|h3|dt)[^>]*\bid="([^"]+)"[^>]*>(.*?)</\1>', re.DOTALL)
_UNSAID = re.compile(
    r'<section class="course-(?:keys|summary|storage)".*?</section>'
    r'|<section class="course-lab".*?<!-- end of the lab -->'
    r'|<div class="course-question".*?</form>\s*</div>'
    r'|<div class="course-(?:map|pathways)".*?</section>\s*</div>'
    r"|<(details|figure|select|script)\b.*?</\1>"
    r'|<p class="course-(?:nojs|warning|filter)".*?</p>'
    r'|<section class="footnote".*?</section>'
    r"|<sup\b.*?</sup>|<button\b.*?</button>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Entry:
    """A section that can be found: where it is, what it is called, what it says."""

    url: str
    page: str
    title: str
    text: str


def plain(fragment: str) -> str:
    """The words of an HTML fragment, with single spaces."""
    return " ".join(html.unescape(_TAG.sub(" ", fragment)).split())


def entries(content: str, url: str, page: str, extra: str = "") -> list[Entry]:
    """The sections of a page; what stands before the first heading belongs to the page itself."""
    said = _UNSAID.sub(" ", content)
    starts = list(_HEADING.finditer(said))
    ends = [*(start.start() for start in starts[1:]), len(said)][: len(starts)]
    first = said[: starts[0].start()] if starts else said
    first = re.sub(r"<h1.*?</h1>", " ", first, flags=re.DOTALL)
    found = [Entry(url, page, page, f"{extra} {plain(first)}".strip())]
    found += [
        Entry(f"{url}#{start[2]}", page, plain(start[3]), plain(said[start.end() : end]))
        for start, end in zip(starts, ends, strict=True)
    ]
    return found


def write_index(found: list[Entry], file: Path) -> None:
    """The entries as a script that hands them to the search."""
    rows = [[entry.url, entry.page, entry.title, entry.text] for entry in found]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"course.searchEntries({text});\n", "utf-8")

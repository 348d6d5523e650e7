"""Tables of a page that may be wider than a phone: each scrolls by itself, with the keyboard too."""

from __future__ import annotations

import html
import re

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADING = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def scrollable(page: str) -> str:
    """The page with each table in a region that can be scrolled, named by the table's headings."""

    def region(found: re.Match[str]) -> str:
        names = ", ".join(_TAG.sub("", name).strip() for name in _HEADING.findall(found[0]))
        label = html.escape(html.unescape(names), quote=True)
        return f'<div class="course-scroll" role="region" tabindex="0" aria-label="{label}">{found[0]}</div>'

    return _TABLE.sub(region, page)

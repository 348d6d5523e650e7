"""Tables of a page that may be wider than a phone: each scrolls by itself, with the keyboard too."""

from __future__ import annotations

import html
import re
from collections import Counter

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADING = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def scrollable(page: str) -> str:
    """The page with each table in a region that can be scrolled, named by the table's headings.

    Where two tables have the same headings, the second one is named with a number.
    """
    seen: Counter[str] = Counter()

    def region(found: re.Match[str]) -> str:
        names = ", ".join(_TAG.sub("", name).strip() for name in _HEADING.findall(found[0]))
        seen[names] += 1
        number = f" ({seen[names]})" if seen[names] > 1 else ""
        label = html.escape(html.unescape(names), quote=True) + number
        return f'<div class="course-scroll" role="region" tabindex="0" aria-label="{label}">{found[0]}</div>'

    return _TABLE.sub(region, page)

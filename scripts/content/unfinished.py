"""Places to fill: what `course new` leaves open is marked in the text itself, so readers would see it, too.

The sign is followed by what belongs there, in the page's language: `✎ what happened, in an office`.
Where YAML wants a value of a certain kind, a sound value stands there and the sign in a comment behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.markdown import prose_lines
from scripts.content.model import Place, Problem

SIGN = "✎"
RULE = "nothing-is-left-to-fill"
HINT = f"write it in place of the sign {SIGN} and the words behind it; a comment only goes"
_OPEN = re.compile(rf"{SIGN}\s*([^{SIGN}\"{{}}]*)")


def places_to_fill(text: str, path: str) -> Iterator[Problem]:
    """Each sign in a file's text; in Markdown, code speaks about the sign and leaves nothing open."""
    if SIGN not in text:
        return
    lines = prose_lines(text) if path.endswith(".md") else enumerate(text.split("\n"), start=1)
    for number, line in lines:
        for found in _OPEN.finditer(line):
            yield Problem(Place(path, number), f"to fill: “{found[1].strip()}”", HINT, rule=RULE)

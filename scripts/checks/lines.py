"""On which line words stand: asked only when a problem is told, because the files are read again for it."""

from __future__ import annotations

import re

from scripts.content.frontmatter import read_text
from scripts.content.model import Course, Place

_SEEN = 24
"""So many characters of a text tell its first line."""
_NEAR = 400
"""So many lines are looked through: no head, question, list of items or drawing of ours is longer."""


class Lines:
    """The lines of the course's files, each read once."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._read: dict[str, list[str]] = {}

    def _of(self, path: str) -> list[str]:
        if path not in self._read:
            self._read[path] = (read_text(self.course.root / path, path, []) or "").split("\n")
        return self._read[path]

    def _first(self, place: Place, wanted: re.Pattern[str]) -> Place | None:
        lines = self._of(place.path)
        near = range(place.line, min(place.line + _NEAR, len(lines) + 1))
        return next((Place(place.path, n) for n in near if wanted.search(lines[n - 1])), None)

    def beginning(self, place: Place, pattern: str) -> Place:
        """The first line from `place` on that begins with this pattern, else the place itself."""
        return self._first(place, re.compile(rf"^{pattern}")) or place

    def holding(self, place: Place, words: str) -> Place:
        """The first line from `place` on that holds these words, else the place itself."""
        return self._first(place, re.compile(re.escape(words))) or place

    def within(self, place: Place, text: str, words: str = "") -> Place:
        """The line of a text that begins at `place` or below it, in which these words of it stand.

        Without words, or where they are cut by the end of a line, the text's first line.
        """
        begins = self.holding(place, text.strip().split("\n")[0][:_SEEN])
        return self._first(begins, re.compile(rf"(?<!\d){re.escape(words)}(?!\d)")) or begins

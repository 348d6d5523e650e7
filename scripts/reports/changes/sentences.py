"""Which sentences of a page were added, changed, moved or taken out."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scripts.content.model import Paragraph
from scripts.content.sentences import sentences as split
from scripts.reports.changes.records import Change, Quote, counted

ALIKE = 0.5
"""Two sentences that share at least this much of their letter pairs (Dice) are one sentence, changed."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def sentences(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The sentences of a text in order; a heading or a row of a table counts as one."""
    return [sentence for paragraph in paragraphs for sentence in _split(paragraph)]


def _split(paragraph: Paragraph) -> tuple[str, ...]:
    return split(paragraph.plain) if paragraph.kind in ("text", "item") else (paragraph.plain,)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[Quote]:
    """Each new sentence with the old one that it is most like; what is like nothing came or went."""
    left = {number: _pairs(text) for number, text in enumerate(old)}
    for text in new:
        pairs = _pairs(text)
        best = max(left, key=lambda number: _alike(left[number], pairs), default=None)
        if best is not None and _alike(left[best], pairs) >= ALIKE:
            del left[best]
            yield Quote(old[best], text, _note(old[best], text))
        else:
            yield Quote("", text)
    yield from (Quote(old[number], "") for number in left)


def _note(old: str, new: str) -> str:
    return "a number changed" if sorted(_NUMBER.findall(old)) != sorted(_NUMBER.findall(new)) else ""


def sentence_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """What happened to the sentences, each kind counted and quoted."""
    quotes: list[Quote] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            quotes += _matched(before[i:j], after[k:m])
    moved = Counter(q.before for q in quotes if not q.after) & Counter(
        q.after for q in quotes if not q.before
    )
    changed = tuple(q for q in quotes if q.before and q.after)
    added = tuple(q for q in quotes if not q.before and q.after not in moved)
    gone = tuple(q for q in quotes if not q.after and q.before not in moved)
    for done, found in (("changed", changed), ("added", added), ("taken out", gone)):
        if found:
            yield Change(f"{counted(len(found), 'sentence')} {done}", found)
    if moved:
        yield Change(f"{counted(moved.total(), 'sentence')} moved to another place")

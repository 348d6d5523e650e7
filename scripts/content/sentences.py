"""Running text into sentences, English and Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scripts.content.prose import plain

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]」』*_]*\s+(?=[\"'“\u2018(\[「『*]*[A-Z0-9가-힣])")
_GOES_ON = re.compile(
    r"(?:(?:\b(?:Art|Arts|No|Nos|Dr|Mr|Mrs|Ms|St|Prof|vs|cf|ca|p|pp|para|paras|Sec|Fig|Ch|Vol|ed|eds|e\.g|i\.e"
    r"|approx|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]))\.$"
)
_DATE = re.compile(r"\d\.$")
_CITED = re.compile(r"\[\^([^\]\s]+)\]")
_BEHIND = re.compile(r"([.!?…][\"'”’)*_]*)((?:\[\^[^\]\s]+\])+)")


@lru_cache(maxsize=1 << 13)  # several rules ask for those of the same paragraph
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph without mark-up; abbreviations, initials and dates do not end one.

    >>> sentences("See Art. 5 of the Act. Is it 3.5? Yes.")
    ('See Art. 5 of the Act.', 'Is it 3.5?', 'Yes.')
    >>> sentences("2027. 3. 12.까지 신청합니다. 늦으면 끝납니다.")
    ('2027. 3. 12.까지 신청합니다.', '늦으면 끝납니다.')
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        before, after = text[max(start, end.start() - 8) : end.start()], text[end.end() : end.end() + 1]
        if not _GOES_ON.search(before) and not (_DATE.search(before) and after.isdigit()):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return (*found, rest) if rest else tuple(found)


def cited_sentences(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentences of a paragraph's Markdown: the words of each, and what it cites.

    >>> list(cited_sentences("It rose to 90%.[^a] A day, [^b] then Art. 5 of it."))
    [('It rose to 90%.', ('a',)), ('A day, then Art. 5 of it.', ('b',))]
    """
    for part in sentences(_BEHIND.sub(r"\2\1", text) if "[^" in text else text):
        if words := plain(part):
            yield words, tuple(_CITED.findall(part)) if "[^" in part else ()

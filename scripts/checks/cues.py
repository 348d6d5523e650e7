"""What an option gives away to somebody who knows nothing: length, shared words, sweep, detail.

Every function looks at words only; what they mean is not asked. Texts come without mark-up
(`prose.plain`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scripts.checks.thresholds import SEEN_LETTERS, SEEN_SHARE
from scripts.checks.vocabulary import ABSOLUTE, COMMON, ENDINGS, LONGEST_ENDING, QUALIFIED

_NO_WORDS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NUMBER = re.compile(r"\d(?<![^\W\d_].)\d*(?:[.,:]\d+)*")  # begins with a digit: so Python finds it fastest
_POSSESSIVE = ("’s", "'s")
_SHORTEST = {"en": 3, "ko": 2}
_STACKED = {"en": 1, "ko": 3}
"""How many endings a word may lose, one after the other: 전화만으로도 is 전화."""
"""Letters that must be left of a word when its ending goes."""


def bare(text: str) -> str:
    """A text without what does not tell it from another; 1.5 and 15 differ, and so do < and >."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORDS.sub("", normal) or "".join(normal.split())


@lru_cache(maxsize=1 << 14)
def letters(text: str) -> int:
    """The length of an option: its letters and digits; a Hangul syllable counts as one letter."""
    return sum(map(str.isalnum, text))


def words(text: str) -> list[str]:
    """The words in order, in lower case."""
    return _WORD.findall(text.lower())


def _root(word: str, language: str) -> str:
    """A word without its ending: plural and verb endings, or the particle of a Korean word."""
    if word.endswith(_POSSESSIVE):
        word = word[:-2]
    endings, shortest = ENDINGS[language], _SHORTEST[language]
    for _ in range(_STACKED[language]):
        sizes = range(min(LONGEST_ENDING, len(word) - shortest), 0, -1)
        word = next((word[:-size] for size in sizes if word[-size:] in endings), word)
    return word


@lru_cache(maxsize=1 << 14)  # several rules ask about the same option
def content_words(text: str, language: str) -> frozenset[str]:
    """What a text is about: the roots of its words but the common ones.

    >>> sorted(content_words("Which drafts are the office's?", "en"))
    ['draft', 'offic']
    """
    common = COMMON[language]
    told = set(_WORD.findall(text.lower())) - common
    roots = {_root(word, language) for word in told}
    return frozenset(root for root in roots if len(root) > 1 or root.isdigit()) - common


def absolutes(text: str, language: str) -> list[str]:
    """The words that allow no exception: always, never; 항상, 절대."""
    return ABSOLUTE[language].findall(text)


def details(text: str, language: str) -> int:
    """How specific an option sounds: its numbers and qualifiers."""
    return len(_NUMBER.findall(text)) + len(QUALIFIED[language].findall(text))


def at_the_top(measures: Sequence[float], slack: float = 0) -> frozenset[int]:
    """The places of the largest measure and of all that are smaller by `slack` at most."""
    most = max(measures, default=0)
    return frozenset(place for place, measure in enumerate(measures) if measure >= most - slack)


def _unseen(length: float) -> float:
    """The largest difference to an option of this length, in letters, that nobody sees."""
    return max(SEEN_LETTERS.value - 1, SEEN_SHARE.value * length)


def longest(lengths: Sequence[int]) -> frozenset[int]:
    """The options that look longest: a difference of one or two letters, or of 5 %, is not seen."""
    return at_the_top(lengths, _unseen(max(lengths, default=0)))


def shortest(lengths: Sequence[int]) -> frozenset[int]:
    """The options that look shortest, seen by the same eye."""
    return at_the_top([-length for length in lengths], _unseen(min(lengths, default=0)))


def share(pointed: Iterable[int], right: Iterable[int]) -> float:
    """How often a pick among the options pointed at is a right one."""
    pointed = frozenset(pointed)
    return len(pointed & frozenset(right)) / len(pointed) if pointed else 0.0

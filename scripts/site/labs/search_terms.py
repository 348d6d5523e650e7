"""What a text is compared by: English words without their endings, Korean pairs of syllables.

`overrides/assets/labs/search/engine.js` does the same; the tests hold both against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_SAY_NOTHING = (
    "a about all also an and any are as at be been but by can could did do does for from had has have he her"
    " here how i if in into is isn it its just may me might more most must my no not of on one only or our"
    " out own s same shall she should so some such t than that the their them then there these they this"
    " those to up us very was we were what when where which who whom why will with would you your"
)
STOP = frozenset(_SAY_NOTHING.split())
"""English words that say nothing of the subject."""

TITLE_COUNTS, TERM_COUNTS = 3, 2
"""A word of a title counts as often as this, and a term of the glossary beside its explanation."""

_WORD = re.compile(r"[a-z0-9]+|[가-힣]+")
_PLURAL = (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("s", ""))
_ENDINGS = ("ingly", "edly", "ing", "ed", "ly")
_SHORT = 3
"""Words up to this length are left alone, and so much is left of every other one."""


def words(text: str) -> list[str]:
    """The words of a text in small letters: Latin letters and digits, or Hangul."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """An English word without its ending: rough, but the same for a text and a question.

    >>> [stem(word) for word in ("policies", "checked", "planning", "use", "used", "bus")]
    ['polici', 'check', 'plan', 'use', 'us', 'bus']
    """
    if len(word) <= _SHORT or word[0].isdigit():
        return word
    for ending, instead in _PLURAL:
        if word.endswith(ending):
            word = word[: len(word) - len(ending)] + instead
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            word = word[: -len(ending)]
            if len(word) > _SHORT and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith("e") and len(word) > _SHORT + 1:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORT else word


@lru_cache(maxsize=1 << 15)
def parts(word: str) -> tuple[str, ...]:
    """What a word counts as. Of a Korean word every two syllables, and its beginning once more.

    >>> parts("개인정보를")
    ('^개인', '개인', '인정', '정보', '보를')
    """
    if not "가" <= word[0] <= "힣":
        return () if word in STOP else (stem(word),)
    if len(word) == 1:
        return (word,)
    return (f"^{word[:2]}", *(word[at : at + 2] for at in range(len(word) - 1)))


def terms(text: str) -> Counter[str]:
    """How often each term stands in a text."""
    return Counter(part for word in words(text) for part in parts(word))

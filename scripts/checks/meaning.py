"""When two options say the same in other words, and when one only speaks about the others."""

from __future__ import annotations

import re

from scripts.checks.cues import words
from scripts.checks.grammar import without_final

_EMPTY = frozenset(("a", "an", "the", "that", "is", "are", "of", "be", "it", "its", "will", "그", "이"))
"""Words without which an option still says the same; not, may, must, to and from are none of them."""
_KOREAN_ENDING = re.compile(r"(?:습니다|습니까|니다|니까|는다|다)$")
_SAME_PARTICLE = {"은": "는", "이": "가", "을": "를", "과": "와"}

_OTHERS = {
    "en": re.compile(
        r"(?:all|none|both|neither|either|any|most|each) of (?:the )?"
        r"(?:above|others?|options|answers|choices)\b"
        r"|(?:all|none|both|neither|any) of these(?: (?:options|answers|choices|statements))?"
        r"(?: (?:is|are|apply|applies|do|does)(?: [\w-]+)?)?\s*(?:[.:;,!].*)?$"
        r"|(?:they are )?(?:all|both)(?: are)? (?:right|correct|true|wrong|false|equally good)\b"
        r"|(?:all|no|none|both|every)(?: the)? (?:other )?(?:options?|answers?|choices)\b"
        r"|(?:both )?(?-i:[A-E](?:, [A-E])*,? (?:and|or) [A-E])(?: only| are (?:right|correct))?\W*$"
        r"|(?:both )?(?:the )?(?:first|second|third) and (?:the )?(?:second|third|fourth|last)(?: \w+)?\W*$"
        r"|there is no (?:right|correct) (?:answer|option)",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:위|이상|앞|보기)(?:의|에|에서)?\s?(?:[두세네]\s?가지|보기|항목|것|내용|답)?(?:이|가|은|는|들)?\s?"
        r"(?:모두|전부|다)(?![가-힣])"
        r"|(?:모두|전부|다)\s?(?:다\s?)?(?:정답|맞(?=[다는습음아])|옳|해당|틀리|틀립|아닙|아니)"
        r"|(?:둘|셋)\s?(?:다|모두)\s?(?:정답|맞|옳|해당|틀리|틀립|아닙|아니)"
        r"|(?:해당|정답|답|보기|맞는 것|옳은 것|해당하는 것)\s?(?:사항)?(?:이|은|에)?\s?없(?:음|다|습니다)"
        r"|[①-⑤ㄱ-ㅁA-E]\s?(?:와|과|,|·|및)\s?[①-⑤ㄱ-ㅁA-E](?:\s?모두)?\W*$"
    ),
}


def speaks_of_the_others(option: str, language: str) -> bool:
    """Whether an option is “all of the above”, “both A and B” or “정답 없음”: about options, not a thing."""
    return bool(_OTHERS[language].match(option))


def _korean(word: str) -> str:
    root = _KOREAN_ENDING.sub("", word) if word.endswith(("다", "까")) else word
    if root != word:
        return root[:-1] + without_final(root[-1:])
    return word[:-1] + _SAME_PARTICLE.get(word[-1:], word[-1:])


def _sorted_pairs(told: list[str]) -> list[str]:
    """The words, with the two around “and” or “or” in the order of the alphabet."""
    for at, word in enumerate(told[1:-1], start=1):
        if word in ("and", "or"):
            told[at - 1], told[at + 1] = sorted((told[at - 1], told[at + 1]))
    return told


def sense(option: str, language: str) -> tuple[str, ...]:
    """The words that make an option's meaning, so that two options with the same ones mean the same.

    Korean particles keep who does what, so the order is free. In English the order says it: only the two
    words around “and” may change places, and a part moved to the front starts the same circle of words.
    """
    if language == "ko":
        return tuple(sorted(_korean(word) for word in words(option) if word not in _EMPTY))
    told = _sorted_pairs([word for word in words(option) if word not in _EMPTY])
    first = min(told, default="")
    turns = [at for at, word in enumerate(told) if word == first]
    return min((tuple(told[at:] + told[:at]) for at in turns), default=())

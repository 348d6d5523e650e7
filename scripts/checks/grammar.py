"""Which option a sentence fits: English articles and number, Korean particles.

Each function answers True or False, or None where the words do not tell.
"""

from __future__ import annotations

import re

_SOUNDS_LIKE_A_VOWEL = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
_SOUNDS_LIKE_A_CONSONANT = re.compile(
    r"eu|ewe|uni(?:[tcflqsv]|on)|us(?:e|a|u)|ut(?:e|i|o)|ur(?:a|o)|ubiq|one\b|once\b", re.IGNORECASE
)
_SPELLED_AS_A_VOWEL = frozenset("AEFHILMNORSX")
_NUMBER_AS_A_VOWEL = re.compile(r"8|(?:11|18)(?!\d)")
_PLURAL = re.compile(
    r"(?:two|three|four|five|several|many|few|both|these|those|all|[2-9]|\d{2,})\b", re.IGNORECASE
)
_SINGULAR = re.compile(r"(?:an?|one|this|that|each|every|1)\b", re.IGNORECASE)
_BEFORE = " \t\"'“\u2018([*_"
_AFTER = " \t.,:;!?\"'”’])*_"
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")

_HANGUL, _LAST_HANGUL, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
_DIGIT_FINALS = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}
"""The final consonants of 영, 일, 삼, 육, 칠, 팔; the other digits end in a vowel."""
_LETTER_FINALS = {"L": _RIEUL, "M": 16, "N": 4, "R": _RIEUL}
"""The final consonants of 엘, 엠, 엔, 알; the other letters, read one by one, end in a vowel."""
PARTICLES = {
    particle: after_consonant
    for pair in (("을", "를"), ("이", "가"), ("은", "는"), ("과", "와"), ("으로", "로"))
    for particle, after_consonant in zip(pair, (True, False), strict=True)
}
"""The particles that depend on the last sound before them, and whether that is a consonant."""


def begins_with_a_vowel(text: str) -> bool | None:
    """Whether a text, read aloud in English, begins with a vowel: an hour, a university, an LLM."""
    word = re.split(r"[\s,.;:/-]", text.lstrip(_BEFORE), maxsplit=1)[0]
    if not word or not word[0].isascii():
        return None
    if word[0].isdigit():
        return bool(_NUMBER_AS_A_VOWEL.match(word))
    if word.isupper() and len(word) > 1:
        spelled = word[0] in _SPELLED_AS_A_VOWEL
        spoken = word[0] in "AEIOU"
        return spelled if spelled == spoken or not set(word[1:]) & set("AEIOU") else None
    if _SOUNDS_LIKE_A_VOWEL.match(word):
        return True
    return word[0].lower() in "aeiou" and not _SOUNDS_LIKE_A_CONSONANT.match(word)


def fits_article(article: str, option: str) -> bool | None:
    """Whether an option can follow “a” or “an”."""
    vowel = begins_with_a_vowel(option)
    return None if vowel is None else vowel == (article.lower() == "an")


def fits_number(verb: str, option: str) -> bool | None:
    """Whether an option goes with “is” (or “was”, “has”) or “are” (or “were”, “have”)."""
    plural = verb.lower() in ("are", "were", "have")
    text = option.strip(_BEFORE + _AFTER)
    if _PLURAL.match(text):
        return plural
    if _SINGULAR.match(text):
        return not plural
    if len(text.split()) == 1 and text.isalpha():
        return plural == bool(re.search(r"[^siu]s$", text))
    return None


def without_final(syllable: str) -> str:
    """A Hangul syllable without its final consonant; anything else as it is."""
    if not syllable or not _HANGUL <= ord(syllable) <= _LAST_HANGUL:
        return syllable
    return chr(ord(syllable) - (ord(syllable) - _HANGUL) % _FINALS)


def final_consonant(text: str) -> int | None:
    """The number of the last sound's final consonant, 0 for a vowel, None where the text does not tell.

    A Hangul syllable is 0xAC00 + (initial × 21 + vowel) × 28 + final (the Unicode Standard, section 3.12).
    Acronyms are read letter by letter.
    """
    text = _BRACKETS.sub("", text).rstrip(_AFTER)
    last = text[-1:]
    if last and _HANGUL <= ord(last) <= _LAST_HANGUL:
        return (ord(last) - _HANGUL) % _FINALS
    if last.isascii() and last.isdigit():
        return _DIGIT_FINALS.get(last, 0)
    if re.search(r"(?<![A-Za-z])[A-Z]+$", text):
        return _LETTER_FINALS.get(last, 0)
    return None


def fits_particle(particle: str, option: str) -> bool | None:
    """Whether a Korean particle can follow an option; after ㄹ stands 로, not 으로."""
    final = final_consonant(option)
    if final is None:
        return None
    consonant = final > 0 and not (particle in ("으로", "로") and final == _RIEUL)
    return PARTICLES[particle] == consonant

"""Numbers in words, in English and Korean: `forty-six`, `twice`, `마흔여섯`, `백만`, `보름`.

They are only known as the counterpart of a number in digits. So it does no harm to know too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ENGLISH: dict[str, float] = {
    **{word: float(n) for n, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())},
    **{word: 10.0 * n for n, word in enumerate(_TENS.split(), start=2)},
    "half": 0.5,
    "quarter": 0.25,
    **{word: float(n) for n, word in enumerate(_ORDINALS.split(), start=1)},
}
_SCALES: dict[str, float] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_NAMED: dict[str, tuple[float, ...]] = {
    "half": (30, 50),
    "quarter": (15, 25),
    "dozen": (12,),
    "once": (1,),
    "twice": (2, 100),
    "double": (2, 100),
    "fortnight": (2, 14),
    "five to": (55,),
    "ten to": (50,),
    "quarter to": (45,),
    "twenty to": (40,),
    "noon": (12,),
    "round the clock": (24,),
    "day and night": (24,),
    "any hour": (24,),
    "midnight": (0, 12, 24),
    "primary": (1,),
    "minute": (1, 60),
    "hour": (1, 60),
    "day": (1, 24),
    "week": (1, 7),
    "year": (1, 12, 365),
    "decade": (10,),
    "century": (100,),
    "반": (0.5, 30, 50),
    "절반": (0.5, 50),
    "두 배": (2, 100),
    "정오": (12,),
    "자정": (0, 12, 24),
    "하루": (1, 24),
    "이틀": (2, 48),
    "사흘": (3,),
    "나흘": (4,),
    "닷새": (5,),
    "엿새": (6,),
    "이레": (7,),
    "열흘": (10,),
    "보름": (15,),
    "일주일": (1, 7),
    "한 시간": (1, 60),
    "한 해": (1, 12, 365),
    "세기": (100,),
}
_NAME = re.compile("|".join(sorted(_NAMED, key=len, reverse=True)).replace("d the c", "d[ -]the[ -]c"))
_WORD = re.compile(r"[a-z]+")
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60}
_NATIVE_TENS |= {"일흔": 70, "여든": 80, "아흔": 90, "": 0}
_NATIVE_ONES = {
    word: n
    for n, words in enumerate(
        ("", "하나 한 첫", "둘 두", "셋 세 석", "넷 네 넉", "다섯", "여섯", "일곱", "여덟", "아홉")
    )
    for word in (words.split() or [""])
}
_TENS_KOREAN, _ONES_KOREAN = ("|".join(filter(None, words)) for words in (_NATIVE_TENS, _NATIVE_ONES))
_FIRST = "".join(sorted({word[0] for word in (*_NATIVE_TENS, *_NATIVE_ONES) if word}))
_NATIVE = re.compile(rf"(?<![가-힣])(?=[{_FIRST}])(?:({_TENS_KOREAN})({_ONES_KOREAN})?|({_ONES_KOREAN}))")
_SINO = re.compile(r"(?<![가-힣\d])[일이삼사오육칠팔구]?[십백천만억][일이삼사오육칠팔구십백천만억]*")
_SINO_ONES = {syllable: n for n, syllable in enumerate("일이삼사오육칠팔구", start=1)}
_SINO_UNITS = {"십": 10, "백": 100, "천": 1000}
_SINO_LARGE = {"만": 10**4, "억": 10**8}


def _english(text: str) -> Iterator[float]:
    """Every number word by itself and together with what precedes it: `two hundred` is 2, 100 and 200."""
    number = 0.0
    for word in _WORD.findall(text.lower()):
        value, scale = _ENGLISH.get(word.removesuffix("s")), _SCALES.get(word.removesuffix("s"))
        if value is not None:
            number = number + value if number else value
            yield from (value, number)
        elif scale is not None:
            number = (number or 1) * scale
            yield from (scale, number)
        elif word not in {"and", "a", "of"}:
            number = 0.0


def _sino(word: str) -> float:
    """`이십오` → 25, `백만` → 1000000."""
    total = section = number = 0
    for syllable in word:
        if syllable in _SINO_UNITS:
            section, number = section + (number or 1) * _SINO_UNITS[syllable], 0
        elif syllable in _SINO_LARGE:
            total, section, number = total + (section + number or 1) * _SINO_LARGE[syllable], 0, 0
        else:
            number = _SINO_ONES[syllable]
    return float(total + section + number)


def in_words(text: str) -> set[float | str]:
    """Every number that a text may mean by its words."""
    found: set[float | str] = set()
    for name in _NAME.findall(text.lower()):
        found.update(_NAMED[name.replace("-", " ")])
    found.update(_english(text))
    found.update(
        float(_NATIVE_TENS[tens] + _NATIVE_ONES[ones or alone]) for tens, ones, alone in _NATIVE.findall(text)
    )
    found.update(_sino(word) for word in _SINO.findall(text))
    return found


_COUNT = re.compile(rf"(?<!to )(?<!past )\b(?:{'|'.join(_ONES.split()[2:13])})\b(?! (?:to|past)\b)")


def counted(text: str) -> list[tuple[float, str]]:
    """The words from two to twelve with which an English text counts something; no hours."""
    return [(_ENGLISH[word], word) for word in _COUNT.findall(text)]

"""The numbers that a text names, whichever language writes them and however.

`1,925` is `1925`, `5만` is `50,000`, `3.4 million` is `340만`, `November` is `11월`, `2 p.m.` is `오후 2시`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts.checks.number_words import counted, in_words

Value = float | str
"""A number; a month is `month 11`, so that it equals no other eleven."""


class Number(NamedTuple):
    """A number in digits, or a month, as it is written, with what stands before and after it."""

    value: Value
    text: str
    before: str = ""
    after: str = ""

    @property
    def values(self) -> set[Value]:
        """Everything that it may stand for there."""
        return {self.value, *_alternatives(self.value, self.before, self.after)}

    @property
    def telling(self) -> bool:
        """Whether both languages need it: from 13 on, and a fraction, a date or a measure."""
        if isinstance(self.value, str) or self.value >= TELLING or not self.value.is_integer():
            return True
        measured = _UNIT.search(self.text) or _CURRENCY.search(self.before)
        return bool(measured or _NEAR_A_MONTH.search(self.before) or _BEFORE_A_MONTH.match(self.after))


TELLING = 13
"""From here on a number is written in digits in both languages."""
_NUMBER = re.compile(  # it begins with a digit and only then looks back: so Python finds it fastest
    r"\d(?<![A-Za-z\d]\d)(?<!\d\.\d)(?:\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?(?!\.?\d)"
)
_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
_SHORT = f"{'|'.join(_MONTHS)}|Sept"
_LONG = "|".join(name for name in _MONTH_NAMES.split() if name != "May")
_BEFORE_MAY = "In in of since by until from to this This last Last next Next early late"
_MAY = "|".join(f"(?<={word} )" for word in _BEFORE_MAY.split())
_MAYBE_A_MONTH = re.compile("[JFMASOND][aepuco][nbrylgptvc]")
_MONTH = re.compile(
    rf"\b(?:{_LONG}|(?<=\d )(?:{_SHORT})|(?:{_SHORT})(?= \d|\.?[-\u2013][A-Z])|(?:{_MAY})May)\b"
)
_SCALE = re.compile(
    r"(?:(?:[십백천억]|만(?!큼| (?:해도|하면|하고|있|남|읽|고르|보))"  # 4만큼, 4만 해도: no ten thousands
    r"|조(?=\s?[\d,]+[십백천]?억|\s?(?:원|달러|유로|엔|위안)))"
    r"(?:\s?[\d,]+(?:\.\d+)?(?=[십백천만억])|\s?\d[\d,]{2,4}(?![\d년]))?)+"
)
_PART = re.compile(r"[\d.]+|[십백천만억조]")
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
_SMALL_OR_LARGE = re.compile(f"[{''.join((*_SMALL, *_LARGE))}]")
_LARGE_ENGLISH = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9}
_ENGLISH_SCALE = re.compile(r"[ -]?(thousand|million|billion|trillion|bn)\b")
_UNIT = re.compile(r"\s?(?:%|퍼센트|per\s?cent|원|달러|유로|파운드|won\b|dollars?\b|euros?\b|pounds?\b)")
_CURRENCY = re.compile(r"(?:[$€£₩]|KRW|USD|EUR|GBP)\s?$")
_MONTH_KOREAN = re.compile(r"(?:\s?[~\u223c\u2013-]\s?\d{1,2})?월")
_NEAR_A_MONTH = re.compile(rf"(?:월|(?:{_SHORT})[a-z]*\.?)\s?$")
_BEFORE_A_MONTH = re.compile(rf"(?:st|nd|rd|th)?(?: of)? (?:{_SHORT})")
_NUMERIC_DAY = re.compile(r"\.\s?\d{1,2}\.(?!\d)|-\d{1,2}(?![\d-])")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d-$")
_CLOCK = re.compile(r"(?:\s?시(?!간)|:\d\d|\s?[ap]\.?m\b)")
_SHORT_YEAR = re.compile(r"((?:19|20)\d\d)[-\u2013~]$")
_LONG_UNIT = r"\s?(시간|hours?|년|years?)(?: and)? "
_THEN = re.compile(rf"{_LONG_UNIT}(\d{{1,2}})\s?(?:분|minutes?|개월|months?)")
_BEFORE = re.compile(rf"(?<!\d)(\d{{1,3}}){_LONG_UNIT}$")
_SHORT_UNIT = re.compile(r"\s?(?:분|minutes?|개월|months?)")
_WEEKS = re.compile(r"주(?![가-힣])|주간|[ -]weeks?\b")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SCALED = re.compile(r"\d[십백천만억조월]|illion|thousand")
_HALF_A_DAY, _WEEK, _CENTURY = 12, 7, 100
_UNITS = {"시": 60, "h": 60, "년": 12, "y": 12}
"""How many of the smaller unit an hour and a year have."""
_AROUND = 20
"""So many characters before and after a number tell what it is."""


def _scaled(text: str) -> float:
    """`1억 2,000만` → 120000000."""
    total = section = 0.0
    number: float | None = None
    for part in _PART.findall(text.replace(",", "")):
        if part in _SMALL:
            section += (1 if number is None else number) * _SMALL[part]
            number = None
        elif part in _LARGE:
            total += (section + (number or 0) or 1) * _LARGE[part]
            section, number = 0.0, None
        else:
            number = float(part)
    return round(total + section + (number or 0), 6)  # 2.3 times a hundred is 229.99999999999997 to a machine


def _alternatives(value: Value, before: str, after: str) -> Iterator[Value]:
    """What else a number may stand for where it stands.

    An hour on either clock; the end of a range of years; weeks in days; `1시간 30분` together in minutes.
    """
    if isinstance(value, str):
        return
    if _CLOCK.match(after):
        yield value + _HALF_A_DAY
        yield value - _HALF_A_DAY
    if short := _SHORT_YEAR.search(before):
        yield int(short[1]) // _CENTURY * _CENTURY + value
    if _WEEKS.match(after):
        yield value * _WEEK
    if then := _THEN.match(after):
        yield value * _UNITS[then[1][0]] + int(then[2])
    if _SHORT_UNIT.match(after) and (longer := _BEFORE.search(before)):
        yield int(longer[1]) * _UNITS[longer[2][0]] + value


def _is_month(value: float, before: str, after: str) -> bool:
    """`11월`, the `3` of `3~6월`, the `5` of `2027. 5. 3.` and `5. 3.`, the `08` of `2026-08-28`."""
    if value not in range(1, len(_MONTHS) + 1):
        return False
    numeric = _NUMERIC_DAY.match(after) if after[:1] == "." or _YEAR_BEFORE.search(before) else None
    return bool(numeric or _MONTH_KOREAN.match(after))


def _in_digits(text: str) -> Iterator[Number]:
    at = 0
    while found := _NUMBER.search(text, at):
        scale = _SCALE.match(text, found.end())
        at = scale.end() if scale else found.end()
        yield from _number(text, found.start(), at)


def _number(text: str, start: int, end: int) -> Iterator[Number]:
    """The number written in `text[start:end]`, judged by what stands around it."""
    before, after, written = text[max(0, start - _AROUND) : start], text[end : end + _AROUND], text[start:end]
    value = _scaled(written) if _SMALL_OR_LARGE.search(written) else float(written.replace(",", ""))
    if _is_month(value, before, after):
        yield Number(_month(int(value)), f"{written}월" if after.startswith("월") else written)
    elif value or not before.endswith(":"):
        scale = _ENGLISH_SCALE.match(after)
        unit = scale or _UNIT.match(after)
        value *= _LARGE_ENGLISH[scale[1]] if scale else 1
        yield Number(value, f"{written}{unit[0] if unit else ''}", before, after)


def _month(number: int) -> str:
    return f"month {number}"


def numbers(text: str) -> list[Number]:
    """The numbers in digits and the months of a text, in order."""
    named = _MONTH.finditer(text) if _MAYBE_A_MONTH.search(text) else ()
    months = (Number(_month(_MONTHS[found[0][:3]]), found[0]) for found in named)
    return [*_in_digits(text), *months]


def _without(found: list[Number], others: list[Number], text: str) -> list[Number]:
    """The numbers of `found` that are neither among the others nor among the words of their text."""
    same = {number.value for number in others}
    left = [number for number in found if number.value not in same]
    if not left:
        return []
    known = in_words(text).union(*(number.values for number in others))
    return [number for number in left if not number.values & known]


def differences(english: str, other: str) -> tuple[list[Number], list[Number]]:
    """The numbers that only one of two texts names, first those of the English one.

    A number below 13 is often a word in one language, or no word at all; it counts only where
    the other text has another one instead, be it in words: `five minutes` and `6분`.
    """
    if not (_DIGIT.search(other) or _DIGIT.search(english)):
        return [], []
    same = sorted(_DIGITS.findall(english)) == sorted(_DIGITS.findall(other))
    if same and not (_SCALED.search(other) or _SCALED.search(english) or _MAYBE_A_MONTH.search(english)):
        return [], []
    theirs, mine = numbers(english), numbers(other)
    missing, extra = _without(theirs, mine, other), _without(mine, theirs, english)
    if extra and not missing:
        missing = _without([Number(*word) for word in counted(english)], mine, other)
    if not (missing and extra):
        missing, extra = ([n for n in found if n.telling] for found in (missing, extra))
    return missing, extra

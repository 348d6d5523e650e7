"""Finds in a sentence what a reader could look up: days, articles of law, shares, sums, counts, reports.

One grammar serves both languages, because Korean pages also say “25%” and “Art. 5”, and English ones 제23조.
It goes from number to number and looks at what stands before and behind each: a number that is part of a
name (GPT-4), a version (2.2.1), a telephone number or a time of day is no fact by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["day", "article", "share", "sum", "count", "year", "report"]


@dataclass(frozen=True)
class Fact:
    """Something to look up: its words as written, and what they come to whatever the spelling.

    `value` begins with the number (a day: year, month and day, as far as they are said).
    """

    kind: Kind
    words: str
    value: tuple[str, ...]


_NUMBER = re.compile(r"(?<![A-Za-z0-9_.,:/&#-])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
_Y = r"(?:19|20)\d\d"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH})\b\.?(?:,? (?P<y>{_Y})\b)?",
        rf"(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
        rf"(?P<y>{_Y})\. ?(?P<m>\d{{1,2}})\. ?(?P<d>\d{{1,2}})(?:\.|(?!\d))",
        rf"(?P<y>{_Y})년 ?(?P<m>\d{{1,2}})월(?: ?(?P<d>\d{{1,2}})일)?",
        r"(?P<m>\d{1,2})월 ?(?P<d>\d{1,2})일",
    )
)
_AFTER_MONTH = re.compile(
    rf"(?P<y>{_Y})\b|(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:.,]*\d|%)\b(?:, (?P<y2>{_Y})\b)?"
)
_ENDS_IN_MONTH = re.compile(rf"\b({_MONTH})\.?,? $")
_ENDS_IN_ARTICLE = re.compile(r"(?:\bArts?\.|\b[Aa]rticles?|§) ?$")
_ENDS_IN_MONEY = re.compile(r"(?:\b(?:KRW|USD|EUR|GBP|AUD|JPY)|[₩€$£¥]) ?$")
_ARTICLE = re.compile(r"\d+(?:-\d+)?[a-z]?(?:\(\w{1,3}\))*")
_SECTION = re.compile(r"\d+[a-z]?(?:\(\w{1,3}\))*(?= of the )")
_ARTICLE_KO = re.compile(r"\d+조(?:의 ?\d+)?(?: ?제\d+항)?(?: ?제\d+호)?")
_N = r"\d(?:[\d,.]{0,18}\d)?"
"""A number from its first digit; longer ones are no number of ours, and would take their time."""
_RANGE = rf"{_N}(?: ?[-\u2013~] ?{_N})?"
_BIG = r"(?: (?:thousand|million|billion|trillion)\b|(?:bn|m)\b)?"
_MAN = r"[천백]?(?:[만억조](?: ?\d[\d,]{0,6}[천백]?(?=[만억조]))?){0,3}(?: ?\d[\d,]{0,6}(?= ?원))?"
_MONEY = re.compile(rf"{_RANGE}{_BIG}")
_SHARE = re.compile(rf"{_RANGE}(?: ?(?:%p|%포인트|%|퍼센트(?:포인트)?)| (?:per ?cent|percentage points?)\b)")
_SUM = re.compile(
    rf"{_RANGE}(?:{_BIG} (?:won|dollars?|euros?|pounds?)\b"
    rf"|{_MAN} ?(?:원(?!칙|인|래|문|본|고|장|천)|달러|유로|파운드|엔(?!진)))"
)
_UNITS = (
    r"people|persons?|staff|officials|employees|workers|(?:civil|public) servants|users|residents|citizens"
    r"|households|participants|respondents|patients|students|children|women|men|consultants|developers"
    r"|companies|firms|countries|cities|councils|authorities|agencies|ministries|departments|municipalities"
    r"|governments|bodies|universities|schools|courts|broadcasters|cases|rulings|complaints|petitions"
    r"|applications|requests|claims|pages|rows|reports|summaries|studies|experiments|trials|languages|roles"
    r"|licen[cs]es|uses|errors|chats|texts|sessions|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times"
    r"|tonnes?|kilomet(?:re|er)s?|k[mg]|[kMGT]Wh|[MGT]B"
)
_UNITS_KO = (
    r"명(?!칭|령)|건(?!물|강|설)|곳|개국|개월|개 ?(?:기관|도시|나라|국가|부처|대학|구청)|회(?!의|사|원)|차례"
    r"|쪽(?!지)|행(?!정)|시간(?!표|대)|분(?!기|의|야|류|량)|초(?!안|기|과)|일(?!반|차|곱)|주(?!년|의|차|민|요|무)|년(?!대|도|차)"
    r"|배(?!포|경|우|치)|세(?!금|계|기|대|트)|편(?!의|집)|톤|킬로(?:미터|그램)"
)
_COUNTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_RANGE}{_BIG}(?: (?!to\b|and\b|or\b|of\b|in\b)[a-z-]+){{0,2}}? (?P<unit>{_UNITS})\b",
        rf"{_N} (?:out )?of (?:the )?{_N}(?: [a-z]+)?",
        rf"{_N} (?:thousand|million|billion|trillion)\b",
        rf"{_RANGE}{_MAN}(?: ?여)? ?(?P<unit>{_UNITS_KO})",
        r"\d{1,3}(?:,\d{3})+(?: [a-z]+)?",
        rf"{_N}[천백]?[만억](?: ?여)?",
    )
)
_YEAR = re.compile(rf"{_Y}(?:년(?!대|도)|(?![\w.,:/%-]*\d)\b(?!%))")
_PAST_ENDINGS = "".join(map(chr, range(ord("갔"), ord("힣"), 28))).translate(
    {ord(letter): None for letter in "있겠"}
)
"""Every syllable that closes with ㅆ, as the past tense does (했, 였, 갔), but for 있 and 겠."""
_PAST = re.compile(
    rf"[{_PAST_ENDINGS}](?=[다고던을는기지으습])|\b(?:was|were|had|did|became|began|came|cut|fell|found|gave|got|grew"
    r"|held|kept|led|left|lost|made|met|paid|ran|rose|said|saw|sent|set|showed|spent|stood|told|took|went|won"
    r"|wrote|[a-z]{2,}ed)\b"
)
_HINTS = ("eported", "study", "experiment", "survey", "보도", "알려", "전해", "연구", "실험")
"""Without any of these words there is no report: asked first, since most sentences have none."""
_DIGIT = re.compile(r"[0-9]")
_AMOUNT = re.compile(
    rf"{_N}(?: ?(?:[천백]?[만억조](?: ?\d[\d,]{{0,6}})?|thousand|million|billion|trillion|bn\b|m\b)){{0,3}}"
)
_REPORT = re.compile(
    r"(?<![“\u2018\"'])(?:\b[Rr]eportedly\b|\b(?:is|are|was|were|been|[Aa]s) reported\b"
    r"|\b[Ii]n (?:an?|one) (?:[\w-]+ ){0,2}(?:study|experiment|survey)\b"
    r"|보도(?:되었|됐|된 바|했|에 따르면)|알려졌|알려져 있|전해졌|(?:연구|실험)(?:에서|에 따르면))"
)
_METAPHORS = ("0", "100")
"""“100 % sure” and “0 % chance” are ways of speaking."""

_NAMED = re.compile(r"(?:제|시|[Nn]o\.|[\w,] [A-Z][A-Za-z]+) ?$")
"""What makes a number a name or a time of day: 제1유형, 4시 45분, No. 3, the Windows 11 users."""


def _said(kind: Kind, found: re.Match[str], before: str = "", *value: str) -> tuple[Fact, int]:
    return Fact(kind, (before + found[0]).strip(), value), found.end()


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1 if name[0].isalpha() else int(name))


def _day(text: str, at: int, before: str) -> tuple[Fact, int] | None:
    """A day, or a month with its year."""
    for pattern in _DAYS:
        if found := pattern.match(text, at):
            parts = found.groupdict()
            return _said(
                "day", found, "", parts.get("y") or "", _month(parts["m"]), (parts["d"] or "").lstrip("0")
            )
    if (month := _ENDS_IN_MONTH.search(before)) and (found := _AFTER_MONTH.match(text, at)):
        year, day = found["y"] or found["y2"] or "", (found["d"] or "").lstrip("0")
        return _said("day", found, month[0], year, _month(month[1]), day)
    return None


def _article(text: str, at: int, before: str) -> tuple[Fact, int] | None:
    """An article of a law."""
    if (named := _ENDS_IN_ARTICLE.search(before)) and (found := _ARTICLE.match(text, at)):
        return _said("article", found, named[0], found[0])
    if before.endswith(("section ", "Section ")) and (found := _SECTION.match(text, at)):
        return _said("article", found, "Section ", found[0])
    if before.rstrip().endswith("제") and (found := _ARTICLE_KO.match(text, at)):
        return _said("article", found, "제", re.sub(r"\s", "", found[0]))
    return None


def _amount(text: str, at: int, before: str) -> tuple[Fact, int] | None:
    """A share, a sum of money, a count with its unit, or a year in a sentence about the past."""
    amount = _AMOUNT.match(text, at)
    value = re.sub(r"[\s,]", "", amount[0]) if amount else ""
    if found := _YEAR.match(text, at):
        return _said("year", found, "", found[0][:4]) if _PAST.search(text) else None
    if found := _SHARE.match(text, at):
        return None if value in _METAPHORS else _said("share", found, "", value)
    if (named := _ENDS_IN_MONEY.search(before)) and (found := _MONEY.match(text, at)):
        return _said("sum", found, named[0], value)
    if found := _SUM.match(text, at):
        return _said("sum", found, "", value)
    for pattern in () if _NAMED.search(before) else _COUNTS:
        if found := pattern.match(text, at):
            return _said("count", found, "", value, found.groupdict().get("unit") or "")
    return None


def may_hold_facts(text: str) -> bool:
    """Whether it is worth while to look for facts: a quick answer for the many texts without any."""
    return bool(_DIGIT.search(text)) or any(hint in text for hint in _HINTS)


def facts(sentence: str) -> Iterator[Fact]:
    """Everything in a sentence of either language that could be looked up, in order.

    A report comes last: “reportedly”, “in one study”, 보도에 따르면.

    >>> [fact.words for fact in facts("On 3 May 2026, 25% of 1,200 users cited Art. 5 to GPT-4.")]
    ['3 May 2026', '25%', '1,200 users', 'Art. 5']
    """
    end = 0
    for number in _NUMBER.finditer(sentence):
        at = number.start()
        if at < end:
            continue
        before = sentence[max(0, at - 16) : at]
        if found := (
            _day(sentence, at, before) or _article(sentence, at, before) or _amount(sentence, at, before)
        ):
            fact, end = found
            yield fact
    if any(hint in sentence for hint in _HINTS) and (report := _REPORT.search(sentence)):
        yield Fact("report", report[0], (sentence,))

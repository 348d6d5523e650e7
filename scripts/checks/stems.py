"""What a question's sentence looks like: where it asks for the opposite, where an option has to fit in.

A stem is searched with its marks on, since a `**not**` is set off by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.checks.grammar import PARTICLES, fits_article, fits_number, fits_particle
from scripts.content.model import Place, Question

_SET_OFF = re.compile(r"\*\*.{1,80}?\*\*|__(?=\w).{1,80}?(?<=\w)__")
_AUXILIARY = r"(?:is|are|was|were|do|does|did|should|would|may|might|can|could|must|will|has|have|had)"
_CLAUSE = r"(?:that|who|which|whose|if|when|because|since|while|as|where|whether|but|and|so|although|before)"
_OPENING = r"(?:^|[.?!:,;”\"]\s+|\b(?:of|in|for|to|from|with|on|by|at|about)\s+)"
_WORD = rf"\s+(?!{_AUXILIARY}\b|{_CLAUSE}\b)[\w’'-]+"
_NEGATIVE = {
    "en": re.compile(
        rf"{_OPENING}(?:which|what|who|whom|whose|where|when)\b(?:{_WORD}){{0,7}}\s+"
        rf"(?:{_AUXILIARY}(?:{_WORD}){{0,3}}\s+(?P<not>not|never)|(?P<cannot>cannot|\w+n[’']t))\b"
        r"(?=[^.?!]*(?:\?|$))"
        r"|\bwhich\b(?:\s+[\w’'-]+){0,5}\s+(?:is|are)\s+(?P<false>false|untrue|incorrect)\b"
        r"|\b(?P<except>except)(?: one| for)?[\s:?.…]*$",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?P<not>[가-힣]{1,8}지\s?(?:않는|않은|않을|못하는|못한)"
        r"|아닌|틀린|잘못된|그른|부적절한|부적합한|거리가 먼|수 없는)"
        r"\s+(?:[가-힣]{1,10}\s+)?(?:것|건|설명|진술|보기|문장|답|답변|내용|행동|방법|경우|사례|예|조치|항목|태도)"
        r"(?:은|는|을|를|이|끼리)?\s*(?:무엇|어느|(?:모두 )?고르|어떤|\?|$)"
    ),
}
_MAY_NEGATE = {
    "en": re.compile(r"not|n[’']t|never|false|untrue|incorrect|except", re.IGNORECASE),
    "ko": re.compile(r"않|못|아닌|틀린|그른|부적|거리가|없는"),
}
"""A quick look first: most questions have none of these words."""
_BLANK = r"(?:(?<!_)_{2,}+|(?<!…)…++|(?<!\.)\.{3,}+|\(\s*+\)|(?<!□)□++|(?<!○)○{2,}+)"
_PARTICLES = "|".join(sorted(PARTICLES, key=len, reverse=True))

Fits = Callable[[str, str], "bool | None"]


@dataclass(frozen=True)
class Cue:
    """A word of a stem that options have to fit, and the test whether one does."""

    word: str
    position: int
    fits: Fits


_CUES: dict[str, tuple[tuple[re.Pattern[str], Fits], ...]] = {
    "en": (
        (re.compile(rf"\b(an?)\s+{_BLANK}|\b(an?)[\s:]*$", re.IGNORECASE), fits_article),
        (
            re.compile(
                rf"{_BLANK}\s+(is|are|was|were|has|have)\b|\b(is|are|was|were)[\s:_…]*$",
                re.IGNORECASE,
            ),
            fits_number,
        ),
    ),
    "ko": ((re.compile(rf"{_BLANK}\s*({_PARTICLES})(?![가-힣(/])"), fits_particle),),
}


_MAY_CUE = re.compile(r"__|[…(□○]|\.{3}|\b(?:an?|is|are|was|were)[\s:_…]*$", re.IGNORECASE)
"""A quick look first: most questions have no blank and do not break off."""


def line_of(question: Question, position: int) -> Place:
    """The line of the file in which a position of the stem stands."""
    start = question.stem_place
    return Place(start.path, start.line + question.stem.count("\n", 0, position))


def negative(stem: str, language: str) -> tuple[str, int] | None:
    """The negative word of a question that asks for the opposite, and its position, unless it is set off."""
    if not _MAY_NEGATE[language].search(stem):
        return None
    plain = _SET_OFF.sub(lambda bold: "*" * len(bold[0]), stem) if "**" in stem or "__" in stem else stem
    found = _NEGATIVE[language].search(plain)
    if not found:
        return None
    group = next(name for name, text in found.groupdict().items() if text)
    return found[group], found.start(group)


def cues(stem: str, language: str) -> Iterator[Cue]:
    """The words beside a blank, or before the options, that not every option may fit."""
    for pattern, fits in _CUES[language] if _MAY_CUE.search(stem) else ():
        for found in pattern.finditer(stem):
            group = next(number for number, text in enumerate(found.groups(), start=1) if text)
            yield Cue(found[group], found.start(group), fits)

"""Rules for words that a reader may not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.access import shouted
from scripts.checks.glossary import by_name
from scripts.checks.translated_words import NOTES
from scripts.content.definitions import definitions
from scripts.content.model import LANGUAGES, Course, Page, Problem

_EVERYBODY = """
    AI IT ICT PC TV ID OK PDF URL USB CD DVD QR SMS FAQ CEO GPS CCTV HTML CSS CSV XML JSON HWP HWPX PPT
    KB MB GB TB KRW USD EUR AM PM MON TUE WED THU FRI SAT SUN
    EU UK US USA UN OECD UNESCO WHO ISO IEC EN KS KBS MBC SBS EBS BBC CNN MIT CC BY SA ND GPT AA AAA
    SVG PNG JPG GIF
    Ctrl Shift Tab Enter Alt Esc Wi-Fi Excel Word PowerPoint Google Microsoft
"""
KNOWN_TO_ALL = frozenset(_EVERYBODY.split())
"""What needs no explanation to an official in Korea: units, states and bodies, file types, keys, makes."""

# both begin with a letter and only then look back: so Python finds them fastest
_CAPITALS = re.compile(r"([A-Z](?<![\w.@/-].)[A-Z]{1,5})s?(?![\w@/]|[.-]\w)(?! [A-Z][a-z]*[A-Z])")
_LATIN = re.compile(
    r"[A-Za-z](?<![A-Za-z0-9.@/:<-].)(?<![A-Z] .)(?:(?<=[A-Z])[A-Z]{1,5}|[a-z]+(?:-[A-Za-z]+)*)"
    r"(?![A-Za-z0-9@/]|[.-]\w)"
)
_NO_WORDS = re.compile(
    r"\{[^{}]*\}|https?://\S+|&\w+;"
    r"|ECLI:\S+|\[?\b(?:19|20)\d\d\]? [A-Z]{2,6} \d+|\b[A-Z]{1,3}\$|\b[IVX]{1,4}\b"
)
"""Braces, addresses, and what has capitals but is no abbreviation: [2021] FCA 634, HK$200, grade III."""
_INSIDE = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BEFORE = re.compile(r"(?<![A-Za-z-])([A-Za-z]+(?:-[A-Za-z]+)*)\s?\([^()]*[a-z가-힣]")
_GOES_ON = re.compile(
    r"(?<![A-Za-z])([A-Z]{2,6})s?(?: [\w.]+)?, (?:an?|the|our|its|which|that is|short for)\b"
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")
_NAMED = re.compile(r"([가-힣]+)(?:\*\*)?\([A-Z][a-z]")
_HANGUL, _LETTERS = re.compile(r"[가-힣]"), re.compile(r"[A-Za-z]")


def abbreviations_are_explained(course: Course) -> Iterator[Problem]:
    """An abbreviation, or a Latin word in Korean text, is explained on the page or in the glossary.

    약어와 로마자로 쓴 낱말은 같은 페이지나 용어집에서 풀이합니다.

    On the page: “retrieval-augmented generation (RAG)”, “RAG (…)”, “RAG, a way to …”, 캐디(Caddy). A
    short list of words that everybody knows stands in `scripts/checks/terms.py`. Web addresses and
    names written like MyCity or GPT-4 are not looked at, nor paragraphs left in English on a Korean
    page. Each word is named once a page.
    """
    glossary = {
        language: " ".join(
            f"{t.term.get(language, '')} {t.means.get(language, '')}" for t in course.terms.values()
        )
        for language in LANGUAGES
    }
    explained = KNOWN_TO_ALL.union(_WORD.findall(glossary["ko"]), re.findall("[A-Z]{2,}", glossary["en"]))
    for page in course.all_pages():
        yield from _unexplained(page, explained)


def _unexplained(page: Page, explained: frozenset[str]) -> Iterator[Problem]:
    """The first place of each abbreviation that neither the page nor the glossary explains."""
    pattern = _LATIN if page.language == "ko" else _CAPITALS
    seen: set[str] = set()
    here: set[str] | None = None
    for part in page.paragraphs:
        found = pattern.findall(_NO_WORDS.sub("", part.plain))
        if found and page.language == "ko" and not _is_korean(part.plain):
            continue  # left in English: that is another rule's business
        for word in found:
            if word in explained or word in seen or _told_elsewhere(word, part.plain, page.language):
                continue
            seen.add(word)
            here = _explained_on(page) if here is None else here
            if word not in here:
                what = f"“{word}” is explained neither here nor in the glossary"
                hint = f"write it out: “… ({word})”, or add it to modules/glossary.yml"
                yield Problem(part.place, what, hint, severity="warning")


def _told_elsewhere(word: str, text: str, language: str) -> bool:
    """Whether another rule is about it: a note to the translator, or a word of a sentence in capitals."""
    return (language == "ko" and word in NOTES) or word in " ".join(shouted(text)).split()


def _is_korean(text: str) -> bool:
    return len(_HANGUL.findall(text)) > len(_LETTERS.findall(text))


def _explained_on(page: Page) -> set[str]:
    """The Latin words that a page gives in or before parentheses, or goes on to explain."""
    text = "\n".join(part.plain for part in page.paragraphs)
    words = {word for inside in _INSIDE.findall(text) for word in _WORD.findall(inside)}
    words.update(_BEFORE.findall(text), _GOES_ON.findall(text))
    return words | {word.removesuffix("s") for word in words}


def defined_words_are_in_the_glossary(course: Course) -> Iterator[Problem]:
    """A word that a text defines in bold stands in the glossary.

    본문에서 굵은 글씨로 뜻을 풀이한 낱말은 용어집에도 있습니다.

    Looked at are “A **rule** is a …”, “**Bias** means …”, “this is called **sampling**”, “**규칙**은 …
    조건입니다”, “**샘플링**이라고 합니다”. Names are no terms: words that are never written in small
    letters, or that Korean gives with their Latin form in parentheses.
    """
    known = {language: set(by_name(course, language)) for language in LANGUAGES}
    for page in course.all_pages():
        found = [
            each for each in definitions(page) if each.bold and not _has(known[page.language], each.word)
        ]
        small, names = _small_words_and_names(page) if found else (set(), set())
        for each in found:
            first, last = each.word.split()[0], each.word.split()[-1]
            if last not in names if page.language == "ko" else first.lower() in small:
                what = f"the glossary lacks “{each.word}”, which is defined here"
                hint = "add it to modules/glossary.yml in both languages"
                yield Problem(each.place, what, hint, severity="warning")


def _has(known: set[str], word: str) -> bool:
    return bool({word.casefold(), word.casefold().removesuffix("s")} & known)


def _small_words_and_names(page: Page) -> tuple[set[str], set[str]]:
    """The words that a page begins with a small letter, and the Korean ones with a Latin name behind them."""
    return set(_SMALL.findall(page.text)), set(_NAMED.findall(page.text))

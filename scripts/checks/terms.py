"""Rules for words that a reader may not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.glossary import by_name
from scripts.content.definitions import definitions
from scripts.content.model import LANGUAGES, Course, Page, Problem

_EVERYBODY = """
    AI IT PC TV ID OK PDF URL USB CD DVD QR SMS FAQ CEO GPS CCTV HTML CSS CSV XML JSON HWP HWPX PPT
    KB MB GB TB KRW USD EUR AM PM MON TUE WED THU FRI SAT SUN
    EU UK US USA UN OECD UNESCO WHO ISO IEC EN KS KBS MBC SBS EBS BBC CNN MIT CC BY SA ND GPT AA AAA
    Ctrl Shift Tab Enter Alt Esc Wi-Fi Excel Word PowerPoint Google Microsoft
"""
KNOWN_TO_ALL = frozenset(_EVERYBODY.split())
"""What needs no explanation to an official in Korea: units, states and bodies, file types, keys, makes."""

_CAPITALS = re.compile(r"(?<![\w.@/-])([A-Z]{2,6})s?(?![\w@/]|[.-]\w)(?! [A-Z][a-z]*[A-Z])")
_LATIN = re.compile(
    r"(?<![A-Za-z0-9.@/:<-])(?<![A-Z] )([A-Z]{2,6}|[A-Za-z][a-z]+(?:-[A-Za-z]+)*)(?![A-Za-z0-9@/]|[.-]\w)"
)
_NO_WORDS = re.compile(r"\{[^{}]*\}|https?://\S+|&\w+;")
_HANGUL, _LETTERS = re.compile(r"[가-힣]"), re.compile(r"[A-Za-z]")


def abbreviations_are_explained(course: Course) -> Iterator[Problem]:
    """An abbreviation, or a Latin word in Korean text, is explained on the page or in the glossary.

    약어와 로마자로 쓴 낱말은 같은 페이지나 용어집에서 풀이합니다.

    On the page: “retrieval-augmented generation (RAG)”, “RAG (…)”, “RAG, a way to …”, 캐디(Caddy). A
    short list of words that everybody knows stands in `scripts/checks/terms.py`. Web addresses and
    names written like MyCity or GPT-4 are not looked at, nor paragraphs left in English on a Korean
    page. Each word is named once a page.
    """
    glossary = " ".join(
        f"{term.term.get(each, '')} {term.means.get(each, '')}"
        for term in course.terms.values()
        for each in LANGUAGES
    )
    explained = frozenset(re.findall(r"[A-Za-z][A-Za-z-]+", glossary)) | KNOWN_TO_ALL
    for page in course.all_pages():
        yield from _unexplained(page, explained)


def _unexplained(page: Page, explained: frozenset[str]) -> Iterator[Problem]:
    """The first place of each abbreviation that neither the page nor the glossary explains."""
    pattern = _LATIN if page.language == "ko" else _CAPITALS
    seen: set[str] = set()
    whole = ""
    for part in page.paragraphs:
        found = pattern.findall(_NO_WORDS.sub("", part.plain))
        if found and page.language == "ko" and not _is_korean(part.plain):
            continue  # left in English: that is another rule's business
        for word in found:
            if word in explained or word in seen:
                continue
            seen.add(word)
            whole = whole or "\n".join(each.plain for each in page.paragraphs)
            if not _is_explained(word, whole):
                what = f"“{word}” is explained neither here nor in the glossary"
                hint = f"write it out: “… ({word})”, or add it to modules/glossary.yml"
                yield Problem(part.place, what, hint, severity="warning")


def _is_korean(text: str) -> bool:
    return len(_HANGUL.findall(text)) > len(_LETTERS.findall(text))


def _is_explained(word: str, text: str) -> bool:
    """Whether a text gives a word in or before parentheses, or goes on to say what it is."""
    found = re.escape(word)
    inside = rf"\((?:[^()]*[\s,;])?{found}s?\s*[),;: ]"
    outside = rf"(?<![A-Za-z]){found}s?\s?\([^()]*[a-z가-힣]"
    after = rf"(?<![A-Za-z]){found}s?(?: [\w.]+)?, (?:an?|the|our|its|which|that is|short for)\b"
    return bool(re.search(f"{inside}|{outside}|{after}", text))


def defined_words_are_in_the_glossary(course: Course) -> Iterator[Problem]:
    """A word that a text defines in bold stands in the glossary.

    본문에서 굵은 글씨로 뜻을 풀이한 낱말은 용어집에도 있습니다.

    Looked at are “A **rule** is a …”, “**Bias** means …”, “this is called **sampling**”, “**규칙**은 …
    조건입니다”, “**샘플링**이라고 합니다”. Names are no terms: words that are never written in small
    letters, or that Korean gives with their Latin form in parentheses.
    """
    known = {language: set(by_name(course, language)) for language in LANGUAGES}
    for page in course.all_pages():
        for found in definitions(page):
            words = {found.word.casefold(), found.word.casefold().removesuffix("s")}
            if found.bold and not words & known[page.language] and not _is_name(found.word, page):
                what = f"the glossary lacks “{found.word}”, which is defined here"
                hint = "add it to modules/glossary.yml in both languages"
                yield Problem(found.place, what, hint, severity="warning")


def _is_name(word: str, page: Page) -> bool:
    """Whether a page writes a word as a name: never in small letters, or with its Latin form behind it."""
    if page.language == "ko":
        return bool(re.search(rf"{re.escape(word)}\([A-Z]", page.text))
    return word[:1].isupper() and word.lower() not in page.text and word.lower() not in page.summary

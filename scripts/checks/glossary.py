"""Rules for the glossary, and for texts that link to it or say what its terms mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.definitions import definitions
from scripts.content.model import LANGUAGES, Course, Page, Place, Problem, Term

LONGEST = 30
"""Words, or eojeol, of a meaning: one plain sentence."""
SHARED = 0.2
"""Which share of the shorter one's words two explanations of a term have in common, at least."""

_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_STOP = """
    a about all also an and any are as at be been being but by can could do does for from has have how
    if in into is it its made make makes may more most must no not of on once one only or other own part
    so some such than that the their them then there these they thing this those to under up use used
    uses using very was were what when where which who whose will with without
"""
_STOPS = frozenset(_STOP.split())
_LATIN_WORD, _HANGUL_WORD = re.compile(r"[a-z]{2,}"), re.compile(r"[가-힣]+")
_PAIR = re.compile(r"([가-힣][가-힣0-9· ]{0,40})\(([a-z][A-Za-z]*(?:[ -][A-Za-z]+)*)\)")
_ANCHOR = "glossary.md#"


def stems(text: str) -> set[str]:
    """What two forms of a word share: five letters of an English one, pairs of syllables of a Korean one."""
    found = {word[:5] for word in _LATIN_WORD.findall(text.casefold()) if word not in _STOPS}
    for word in _HANGUL_WORD.findall(text):
        found |= {word[at : at + 2] for at in range(len(word) - 1)}
    return found


def names(term: Term, language: str) -> tuple[str, ...]:
    """A term as texts may write it: whole, without what stands in parentheses, and that alone."""
    whole = term.term.get(language, "")
    return tuple(dict.fromkeys((whole, _ASIDE.sub("", whole), *_ASIDE.findall(whole))))


def by_name(course: Course, language: str) -> dict[str, Term]:
    """The terms of the glossary by every name that they have in a language."""
    return {name.casefold(): term for term in course.terms.values() for name in names(term, language)}


def glossary_terms_stand_once(course: Course) -> Iterator[Problem]:
    """Each term stands once in the glossary, in one entry.

    같은 용어는 용어집에 한 번만, 한 항목에만 싣습니다.
    """
    for language in LANGUAGES:
        seen: dict[str, Term] = {}
        for term in course.terms.values():
            words = " ".join(term.term.get(language, "").casefold().split())
            if words and (first := seen.setdefault(words, term)) is not term:
                what = f"“{term.term[language]}” stands in the entry “{first.id}”, too"
                yield Problem(_place(term, language), what, "join the two, or tell them apart in the term")


def glossary_meanings_explain(course: Course) -> Iterator[Problem]:
    """The meaning of a term says in at most 30 words what the term itself does not say.

    용어의 뜻은 용어를 되풀이하지 않고 30어절 안에서 설명합니다.
    """
    for term in course.terms.values():
        for language in LANGUAGES:
            word, means = term.term.get(language, ""), term.means.get(language, "")
            if means and stems(means) and stems(means) <= stems(word):
                what = f"the meaning of “{word}” only repeats it: “{means}”"
                yield Problem(_place(term, language), what, "say what it is, in other words", "warning")
            elif len(means.split()) > LONGEST:
                what = f"the meaning of “{word}” has {len(means.split())} words"
                yield Problem(_place(term, language), what, f"say it in {LONGEST} at most", "warning")


def _place(term: Term, language: str) -> Place:
    return term.places.get(language, term.place)


def glossary_links_name_the_term(course: Course) -> Iterator[Problem]:
    """The words of a link into the glossary are a form of the term that it explains.

    용어집으로 가는 링크의 글자는 그 용어이거나 그 용어를 활용한 말입니다.

    A form shares a stem with the term: “assessed” for “impact assessment”, “operators” for “AI business
    operator”, or its abbreviation. Spaces do not matter: 검색 증강 생성 is 검색증강생성.
    """
    for page in course.all_pages():
        for link in page.outline.links:
            term = course.terms.get(link.target.partition(_ANCHOR)[2]) if _ANCHOR in link.target else None
            if term and link.text.strip() and not _is_form(link.text, term, page.language):
                what = f"“{link.text}” is linked to the term “{term.term.get(page.language, term.id)}”"
                hint = "use the term, or link to another one"
                yield Problem(link.place, what, hint, severity="warning")


def _is_form(words: str, term: Term, language: str) -> bool:
    written, whole = _solid(words), _solid(term.term.get(language, ""))
    forms = names(term, language)
    return any(form and _solid(form) in written for form in forms) or bool(
        stems(words) & stems(" ".join(forms)) or (len(written) > 1 and written in whole)
    )


def _solid(text: str) -> str:
    return "".join(text.split()).casefold()


def glossary_terms_mean_the_same_in_texts(course: Course) -> Iterator[Problem]:
    """Where a text says what a term of the glossary means, it says what the glossary says.

    본문에서 용어의 뜻을 풀이할 때에는 용어집의 뜻과 어긋나지 않게 씁니다.

    Looked at are sentences that begin with the term in bold or linked (“A **token** is …”, “**토큰**은
    … 단위입니다”). They may use other words than the glossary, but not only other words: fewer than one
    in five in common is a warning. And where Korean gives the English term in parentheses, as in
    환각(hallucination), the two are a pair of the glossary.
    """
    known = {language: by_name(course, language) for language in LANGUAGES}
    for page in course.all_pages():
        for found in definitions(page):
            term = known[page.language].get(found.word.casefold())
            means = term.means.get(page.language, "") if term else ""
            if means and found.means and _apart(found.means, means):
                what = f"“{found.word}”: the text says “{found.means}”, the glossary “{means}”"
                yield Problem(found.place, what, "let both say the same", severity="warning")
        if page.language == "ko":
            yield from _wrong_pairs(page, known)


def _apart(one: str, other: str) -> bool:
    """Whether two explanations of one term have hardly a word in common."""
    mine, theirs = stems(one), stems(other)
    return len(mine & theirs) < SHARED * min(len(mine), len(theirs))


def _wrong_pairs(page: Page, known: dict[str, dict[str, Term]]) -> Iterator[Problem]:
    """Korean words with an English term in parentheses that the glossary pairs with another."""
    for part in page.paragraphs:
        for korean, english in _PAIR.findall(part.plain) if "(" in part.plain else ():
            if term := known["en"].get(english.casefold()):
                right = [name for name in names(term, "ko") if name]
                if right and not any(korean.endswith(name) for name in right):
                    what = f"“{korean}({english})”, in the glossary “{right[0]}”"
                    yield Problem(part.place, what, "use the glossary’s pair", severity="warning")

"""A translation calls a thing what the glossary calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scripts.checks.aligned import OTHERS, SOURCE, bank_pairs, page_pairs, question_pairs, sections, shape
from scripts.content.model import Course, Page, Place, Problem, Question, Term

_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile("[a-z]+")
_LETTERS = re.compile(r"[a-z]")


class _Wanted(NamedTuple):
    """A term to look for: as it stands in a sentence, and its words but the last, which may be a plural."""

    name: str
    heads: frozenset[str]
    term: Term


class _Piece(NamedTuple):
    """A part of a section or question in English, with its place there and in the translation."""

    english: str
    source: Place
    place: Place


class _Unit(NamedTuple):
    """A section or a question in both languages: in it a term is used, or it is not."""

    pieces: list[_Piece]
    other: str


def translations_use_the_glossary(course: Course) -> Iterator[Problem]:
    """Where English uses a term of the glossary, the translation uses the glossary’s term for it.

    영어 원문이 용어집의 용어를 쓴 곳에서는 한국어 글도 용어집에 실린 한국어 용어를 씁니다.

    Only terms of several words are looked for (“official document”): a single word such as “work” or
    “draft” is mostly meant in its everyday sense, unless it is linked (`glossary-links-name-the-term`). It
    is enough that a section or a question uses the Korean term once; spaces and what the glossary adds in
    brackets do not matter.
    """
    for language in OTHERS:
        names = {term.id: _forms(term.term.get(language, "")) for term in course.terms.values()}
        terms = [_wanted(term) for term in course.terms.values() if _is_several(term) and names[term.id]]
        for english, other in ((e, o) for e, o, to in page_pairs(course) if o and to == language):
            yield from _unused(list(_sections(english, other)), terms, names)
        for bank, twin in ((b, t) for b, t, to in bank_pairs(course) if t and to == language):
            units = [_question(*pair) for pair in question_pairs(bank, twin)]
            yield from _unused(units, terms, names)


def _forms(term: str) -> tuple[str, ...]:
    """A term as it may be written: whole, without what stands in brackets, or only that; no spaces."""
    forms = (term, _BRACKETS.sub("", term), *_BRACKETS.findall(term))
    return tuple(dict.fromkeys(form for each in forms if len(form := _solid(each)) > 1))


def _solid(text: str) -> str:
    return "".join(text.split()).casefold()


def _name(term: Term) -> str:
    """The English term as it stands in a sentence."""
    return " ".join(_BRACKETS.sub("", term.term[SOURCE]).split()).casefold()


def _wanted(term: Term) -> _Wanted:
    name = _name(term)
    return _Wanted(name, frozenset(_WORD.findall(name)[:-1]), term)


def _is_several(term: Term) -> bool:
    return SOURCE in term.term and " " in _name(term)


def _sections(english: Page, other: Page) -> Iterator[_Unit]:
    theirs, mine = sections(english), sections(other)
    for name, source in theirs.items():
        if target := mine.get(name):
            same = shape(source) == shape(target)
            places = [each.place for each in target] if same else [target[0].place] * len(source)
            pieces = [_Piece(e.plain, e.place, place) for e, place in zip(source, places, strict=True)]
            yield _Unit(pieces, "\n".join(each.plain for each in target))


def _question(question: Question, twin: Question) -> _Unit:
    places = {choice.id: choice.place for choice in twin.choices}
    whole = f"{question.title}\n{question.stem}\n{question.explanation}"
    pieces = [_Piece(whole, question.place, twin.place)]
    for choice in question.choices:
        place = places.get(choice.id, twin.place)
        pieces.append(_Piece(f"{choice.text}\n{choice.feedback}", choice.place, place))
    return _Unit(pieces, _text(twin))


def _text(question: Question) -> str:
    choices = (text for choice in question.choices for text in (choice.text, choice.feedback))
    return "\n".join((question.title, question.stem, *choices, question.explanation))


def _unused(
    units: list[_Unit], terms: list[_Wanted], names: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    """The terms that a section or question uses in English only; `units` are those of one file."""
    texts = ["\n".join(piece.english for piece in unit.pieces).casefold() for unit in units]
    whole = "\n".join(texts)
    words = set(_WORD.findall(whole))  # most terms have a word that the file has not: found fastest
    for name, heads, term in terms:
        if not heads <= words or name not in whole:
            continue
        for unit, text in zip(units, texts, strict=True):
            if _stands(name, text) and not _says(unit.other, names[term.id]):
                yield _not_used(unit, term, name)


def _says(text: str, forms: Iterable[str]) -> bool:
    solid = _solid(text)
    return any(form in solid for form in forms)


def _stands(name: str, text: str) -> bool:
    """Whether the name stands in the text as whole words; a plural may follow."""
    at = text.find(name)
    while at >= 0:
        after = text[at + len(name) :][:3].removeprefix("es").removeprefix("s")
        if not _LETTERS.match(text[at - 1 : at]) and not _LETTERS.match(after.removeprefix("-")):
            return True
        at = text.find(name, at + 1)
    return False


def _not_used(unit: _Unit, term: Term, name: str) -> Problem:
    piece = next((each for each in unit.pieces if _stands(name, each.english.casefold())), unit.pieces[0])
    message = f"“{term.term[OTHERS[0]]}” is not used here, but “{name}” in English ({piece.source})"
    hint = "use the glossary’s word at least once in this section or question, or change the glossary"
    return Problem(piece.place, message, hint, severity="warning")

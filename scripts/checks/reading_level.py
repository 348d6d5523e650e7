"""Rules for how hard a page is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.model import Course, Page, Paragraph, Place, Problem
from scripts.content.prose import plain
from scripts.content.sentences import sentences

LONGEST = {"en": 35, "ko": 25}
"""Words of an English sentence, eojeol of a Korean one. GOV.UK asks for 25 words (“Sentence length: why 25
words is our limit”, 2014); a lesson may go further now and then. Ours in Korean, where a sentence of the
same content has about two thirds as many parts."""
AVERAGE = {"en": 20, "ko": 13}
"""The same, on average over a page: plain-language guides ask for 15 to 20 words. In Korean ours."""
EASE = 50
"""Flesch’s scale calls 60 to 70 plain English, and everything below 50 difficult."""
SYLLABLES = 3.6
"""Syllables an eojeol, on average over a Korean page: ours, see `pages_read_easily`."""
FEWEST = 10
"""Sentences of a page that is long enough for an average."""
UNIT = {"en": "words", "ko": "eojeol"}

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_SYLLABLE = re.compile(r"[aeiouy]+")
_SILENT = re.compile(  # in make, rules, table, named; not in the, places, wanted
    r"e\b(?:(?<=[aeiouy][^aeiouy\W]e)|(?<=[aeiouy][^aeiouy\W][^aeiouyl\W]e))"
    r"|es\b(?<=[aeiouy][^aeiouycghsxz\W]es)"
    r"|ed\b(?:(?<=[aeiouy][^aeiouydt\W]ed)|(?<=[aeiouy][^aeiouy\W][^aeiouydt\W]ed))"
)
_HANGUL = re.compile(r"[가-힣]")


def _running(page: Page) -> Iterator[Paragraph]:
    """The paragraphs that a learner reads: no headings, tables, quoted texts and presenter notes."""
    for part in page.paragraphs:
        if part.kind in ("text", "item") and part.box != "instructor" and part.plain[:1] != ">":
            yield part


def _sentences(part: Paragraph) -> list[str]:
    """The sentences of a paragraph; a semicolon ends one, as for Flesch."""
    return [half for each in sentences(part.plain) for half in each.split("; ")]


def sentences_are_short(course: Course) -> Iterator[Problem]:
    """A sentence has at most 35 words, in Korean at most 25 eojeol.

    한국어 문장은 25어절, 영어 문장은 35낱말을 넘지 않습니다.

    A semicolon counts as an end. Tables, quoted texts (`>`), headings and presenter notes are not
    judged. Most sentences should be half as long: say what happens first, and the rest in a second one.
    """
    for page in course.all_pages():
        most = LONGEST[page.language]
        long = [part for part in _running(page) if part.plain.count(" ") >= most and _is_long(part, most)]
        lines = page.text.split("\n") if long else []
        for place, sentence in (each for part in long for each in _placed(part, lines, page.lines_before)):
            words = sentence.split()
            if len(words) > most:
                what = f"a sentence of {len(words)} {UNIT[page.language]}: “{' '.join(words[:7])} …”"
                yield Problem(place, what, "make two of it", severity="warning")


def _is_long(part: Paragraph, most: int) -> bool:
    return any(len(sentence.split()) > most for sentence in _sentences(part))


def _placed(part: Paragraph, lines: list[str], lines_before: int) -> Iterator[tuple[Place, str]]:
    """The sentences of a paragraph with the lines on which they begin, found by counting words."""
    at = part.place.line - lines_before - 1
    passed, in_lines = 0, len(plain(lines[at]).split())
    for sentence in _sentences(part):
        while in_lines <= passed and at + 1 < len(lines):
            at += 1
            in_lines += len(plain(lines[at]).split())
        yield Place(part.place.path, at + lines_before + 1), sentence
        passed += len(sentence.split())


def pages_read_easily(course: Course) -> Iterator[Problem]:
    """A page has short sentences on average, and words that most readers know.

    페이지의 문장은 평균해서 짧고, 낱말은 대부분의 독자가 아는 쉬운 말입니다.

    English: 20 words a sentence at most, and a Flesch reading ease of 50 at least. Reading ease =
    206.835 - 1.015 × words per sentence - 84.6 × syllables per word (R. Flesch, “A new readability
    yardstick”, Journal of Applied Psychology 32, 1948); 60 to 70 is plain English, below 50 is
    difficult. Syllables are estimated: groups of vowels, less the silent e of make, rules and named.

    Korean has no measure that is as widely agreed. As a convention of this course: 13 eojeol a
    sentence at most, and 3.6 syllables an eojeol at most, both on average; strings of Sino-Korean
    nouns without particles raise the second. Our lessons have 8 to 10 and 2.5 to 3.1.

    A page of fewer than 10 sentences is not judged.
    """
    for page in course.all_pages():
        found = [sentence for part in _running(page) for sentence in _sentences(part)]
        if len(found) >= FEWEST:
            place = next((part.place for part in page.paragraphs if part.kind != "heading"), page.place)
            for what, hint in _hard(page.language, found):
                yield Problem(place, what, hint, severity="warning")


def _hard(language: str, found: list[str]) -> Iterator[tuple[str, str]]:
    """What makes these sentences hard, taken together."""
    text = " ".join(found)
    average = len(text.split()) / len(found)
    if average > AVERAGE[language]:
        what = f"{average:.0f} {UNIT[language]} a sentence on average, at most {AVERAGE[language]}"
        yield what, "make two of the longest sentences"
    if language == "ko":
        syllables = len(_HANGUL.findall(text)) / (len(text.split()) or 1)
        if syllables > SYLLABLES:
            what = f"{syllables:.1f} syllables an eojeol on average, at most {SYLLABLES}"
            yield what, "take strings of nouns apart with particles and verbs"
    elif (ease := reading_ease(text, len(found))) < EASE:
        what = f"a Flesch reading ease of {ease:.0f}, at least {EASE}"
        yield what, "shorter sentences, and a plain word for every long one that has one"


def reading_ease(text: str, count: int) -> float:
    """Flesch’s reading ease of an English text of so many sentences; its formula is in the rule above."""
    text = text.lower()
    words = len(_WORD.findall(text))
    if not words:
        return 100
    syllables = max(len(_SYLLABLE.findall(text)) - len(_SILENT.findall(text)), words)
    return 206.835 - 1.015 * words / count - 84.6 * syllables / words

"""Every text is in its own language, and finished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.aligned import Twin, twins, written
from scripts.checks.lines import Lines
from scripts.content.model import Course, Problem

_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH = re.compile(r"(?<![\w./@#-])[a-z][a-z’']+(?![\w/@]|\.\w)")
_ADDRESS = re.compile(r"<[^<>]*>|https?://\S+")
_RUN = re.compile(r"(?<![\w’'-])[A-Za-z][A-Za-z’'-]*(?:[,;:]?\s[A-Za-z][A-Za-z’'-]*){7,}")
_APART = re.compile(
    r"“[^”]*”|\u2018[^’]*’|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|\([^()]*\)|\[[^\[\]]*\]"
)
SENTENCE = 3
"""So many lower-case words without any Hangul are English: names and titles have fewer."""
SAME = 2
"""So many are enough where English has the very same text."""
KOREAN = 10
"""So many syllables outside quotation marks and brackets are a Korean text in an English page."""

NOTES = ("TODO", "FIXME", "TBD")
"""What nobody takes for a word of the text, but for a note to whoever goes on writing."""
_NOTE = re.compile(
    rf"(?<![A-Za-z“\"\u2018])(?:{'|'.join(NOTES)})(?![A-Za-z]|\s?\([가-힣])"
    r"|[\[(]\s*번역(?:\s?(?:필요|예정|중|요망|안 됨))?\s*[\])]|번역 (?:필요|예정)"
)
_NOTED = re.compile(f"번역|{'|'.join(NOTES)}")
_BOTH = re.compile(
    r"[가-힣](?:을\(를\)|를\(을\)|은\(는\)|는\(은\)|이\(가\)|가\(이\)|와\(과\)|과\(와\)|\(으\)로|\(이\)라|을를|를을)"
)
_OBJECT = re.compile(r"([가-힣])를(?![가-힣])")
_FIRST_SYLLABLE, _FINALS = ord("가"), 28
_STEMS = "들"
"""Verbs whose ending looks like the particle: 들를."""


def texts_stand_in_their_language(course: Course) -> Iterator[Problem]:
    """A Korean text is in Korean and an English text in English, down to every option and table cell.

    한국어 글은 한국어로, 영어 글은 영어로 쓰여 있으며, 번역하지 않고 남겨 둔 문장이나 선택지가 없습니다.

    Names, titles in quotation marks or brackets, code and addresses may stay as they are. Eight English
    words in a row are a sentence that was not translated. Text alternatives have a rule of their own.
    """
    lines = Lines(course)
    for twin in written(course):
        if found := _untranslated(twin):
            hint = "translate it; a title stands in quotation marks"
            yield Problem(
                lines.within(twin.place, twin.other, found), f"not translated: “{_short(found)}”", hint
            )
        elif _is_korean(twin.english):
            place = lines.within(twin.source, twin.english)
            yield Problem(
                place, f"Korean in an English text: “{_short(twin.english)}”", "write it in English"
            )


def _untranslated(twin: Twin) -> str:
    """The first line, cell or run of words of a translation that is English; empty where none is."""
    for line in twin.other.split("\n") if "\n" in twin.other else (twin.other,):
        if not _HANGUL.search(line):
            words = len(_ENGLISH.findall(_ADDRESS.sub("", line)))
            if words >= SENTENCE or (words >= SAME and line.strip() in twin.english):
                return line.strip()
        elif " | " in line and (cell := _same_cell(line, twin.english)):
            return cell
        elif _RUN.search(line) and (run := _RUN.search(_APART.sub("…", line))):
            return run[0]
    return ""


def _same_cell(row: str, english: str) -> str:
    """The first cell that is the same English words in both languages."""
    theirs = set(english.split(" | "))
    cells = (cell for cell in row.split(" | ") if cell in theirs and not _HANGUL.search(cell))
    return next((cell for cell in cells if len(_ENGLISH.findall(cell)) >= SAME), "")


def _is_korean(text: str) -> bool:
    if not _HANGUL.search(text):
        return False
    rest = _APART.sub("", text)
    return max(KOREAN, len(_LATIN.findall(rest))) <= len(_HANGUL.findall(rest))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN = 60
"""So many characters tell an editor which text is meant."""


def korean_texts_are_finished(course: Course) -> Iterator[Problem]:
    """A Korean text has no note to the translator left in it, and writes the one particle that fits.

    한국어 글에는 번역 메모가 남아 있지 않으며, 조사는 “을(를)”처럼 겹쳐 쓰지 않고 앞말에 맞는 하나만 씁니다.

    `을(를)`, `은(는)` and the like are for forms in which the noun is not known. In a text it is.
    """
    lines = Lines(course)
    for twin in twins(course):
        for found in _NOTE.finditer(twin.other) if _NOTED.search(twin.other) else ():
            message = f"a note to the translator: “{found[0]}”"
            place = lines.within(twin.place, twin.other, found[0])
            yield Problem(place, message, "finish the text and take the note out")
        for words in dict.fromkeys(_particles(twin.other)):
            message = f"“{words}”: the particle does not fit the word before it"
            place = lines.within(twin.place, twin.other, words)
            yield Problem(place, message, "write the one particle that fits")


def _particles(text: str) -> Iterator[str]:
    """Double particles, and `를` after a consonant."""
    if "(" in text or "을를" in text or "를을" in text:
        yield from (found[0] for found in _BOTH.finditer(text))
    for found in _OBJECT.finditer(text) if "를" in text else ():
        closed = (ord(found[1]) - _FIRST_SYLLABLE) % _FINALS
        if closed and found[1] not in _STEMS:
            yield found[0]

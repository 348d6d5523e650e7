"""Sentences that say what a word means: the word in bold, or linked to the glossary, and its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.model import Page, Paragraph, Place
from scripts.content.prose import plain
from scripts.content.sentences import sentences


@dataclass(frozen=True)
class Definition:
    """A word that a sentence explains; `means` is empty where the explanation stands before it."""

    word: str
    means: str
    bold: bool
    place: Place


_CITED = re.compile(r"\[\^[^\]\s]+\]")
_WORD = r"(?P<word>\*\*[^*]+(?<!:)\*\*|\[[^\[\]]+\]\([^()]*\))"
_NO_MEANING = (
    r"(?:the |an? )?(?:very |most |more )?(?:bad|best|better|big|case|central|common|danger|duty|example|fact"
    r"|first|frequent|good|great|hard|heart|key|large|last|main|major|matter|must|myth|new|next|one|only|other|point"
    r"|problem|question|reason|result|right|risk|same|second|serious|sign|start|step|subject|test|third|topic"
    r"|useful|way|weak|wrong)\b"
)
_ENGLISH = re.compile(
    rf"(?:An?\s|The\s)?{_WORD}(?:\s\([^()]*\))?\s"
    r"(?:(?:means|refers to|stands for)\s"
    rf"|(?:is|are)\s(?!{_NO_MEANING})(?=(?:an?|any|every|the|when|being)\s))"
    r"(?P<means>.+)"
)
_HEADS = (
    "것|일|말|뜻|도구|조건|장치|방법|방식|기법|기술|과정|절차|제도|원칙|권리|의무|값|단위|능력|상태|사람|문서|글|자료"
    "|정보|프로그램|모델|시스템|결정|행위|현상|기준|목록|분량|용어"
)
_KOREAN = re.compile(
    rf"{_WORD}(?:\([^()]*\))?(?:이란|란|은|는)\s"
    rf"(?P<means>.+?(?:\s(?:{_HEADS})입니다|[을를]\s(?:말합니다|뜻합니다|가리킵니다)))(?:\.|,|$)"
)
_CALLED = re.compile(
    r"\b(?:is|are) (?:called|known as) (?P<word>\*\*[^*]+\*\*)"
    r"|(?P<korean>\*\*[^*]+\*\*)이?라고 (?:합니다|부릅니다)"
)


def definitions(page: Page) -> Iterator[Definition]:
    """What a page's running text defines, in order; quoted texts and presenter notes define nothing."""
    pattern = _KOREAN if page.language == "ko" else _ENGLISH
    for part in page.paragraphs:
        if _may_define(part):
            for sentence in sentences(_CITED.sub("", part.text)):
                yield from _defined(pattern, sentence, part.place)


def _may_define(part: Paragraph) -> bool:
    told = part.kind in ("text", "item") and part.box != "instructor" and not part.text.startswith(">")
    return told and ("**" in part.text or "glossary.md#" in part.text)


def _defined(pattern: re.Pattern[str], sentence: str, place: Place) -> Iterator[Definition]:
    found = pattern.match(sentence)
    called = None if found else _CALLED.search(sentence)
    marked = found["word"] if found else (called["word"] or called["korean"]) if called else ""
    if word := plain(marked):
        means = plain(found["means"]) if found else ""
        yield Definition(word, means, marked.startswith("**"), place)

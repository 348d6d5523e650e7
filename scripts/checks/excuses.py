"""Why a fact may stand without a source: it is made up, unconfirmed, or about the course itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.checks.facts import Fact
from scripts.content.model import Course, Page, Paragraph

_FICTION = ("story", "activity")
"""The sections that tell of an office that does not exist."""
_APART = ("row", "item", "quote")
"""What a section sets apart from its running text."""
_MADE_UP = re.compile(
    r"(?:\(|\b(?:is|are|was|were|all|equally|numbers?|figures?|names?) )made up\b"
    r"|\b(?:made-up|fictional|fictitious|imaginary|(?:[Ii]magine|[Ss]uppose) (?:that|an?|the|your?)"
    r"|(?:is|are|was|were|all) invented"
    r"|invented (?:for|like|rules?|numbers?|figures?|names?|cit(?:y|ies)|claims?)"
    r"|written for (?:the|this) (?:course|example|lesson)|(?:of|from|in) (?:the|our|this) (?:story|example)"
    r")\b|지어낸 (?:[가-힣]+ )?(?:것|숫자|수치|예|이야기|사례|도시|글|규정|인물|기관|내용|금액|자료|행|표)"
    r"(?:이고|이며|입니다|이다|으로|로|\))"
    r"|(?:숫자|수치|이름|기관|도시|사례|이야기|규정)[는은도] [^.]*지어냈|가상의 |가공의 "
    r"|(?:과정|모듈)을 위해 (?:쓴|썼|씀|지어)|(?:앞의|위의|이) (?:예|이야기)에서|라고 (?:가정|상상)"
)
"""Not so: “the tool made up an answer”, “it invented a ruling”, 도구가 판결을 지어냈습니다."""
_HINTS = ("made", "nvent", "icti", "magin", "uppose", "written for", "story", "example")
_HINTS_KO = ("지어", "가상", "가공", "위해", "예에서", "이야기에서", "가정", "상상")
"""Without any of these nothing is called made up: asked first, since most paragraphs have none."""
_UNCONFIRMED = re.compile(
    r"\b(?:unconfirmed|(?:not|cannot) be confirmed|not confirmed"
    r"|no (?:\w+ )*?(?:announcement|source|report|record)s?\b[^.]* found)\b"
    r"|확인되지 않|확인하지 못|(?:발표|자료|출처|기록|보도)[를을는은]? 찾지 못"
)
_EXAMPLE = re.compile(r"\b[Ee]xamples?\b|예시|업무 사례|(?<![가-힣])예(?![가-힣])")
_OURSELVES = re.compile(
    r"\b(?:[Mm]odules?|[Tt]h(?:is|e) course|[Ss]elf-checks?|[Pp]resenter notes?|[Tt]his (?:page|lesson))\b"
    r"|모듈|이 과정|자가 점검|문항|발표자 노트|활동지|이 페이지"
)
_AS_OF = re.compile(r"\b[Aa]s (?:of|it stood|they stood)\b|[일월년] (?:현재|기준)|[일월]에 시행 중")
_LAW = r"\b(?:[A-Z][\w-]+ )+Act\b|「[^」]+법[^」]*」|[가-힣]{2,}(?<!방)법(?=[은이을의에상과와 ,.)]|$)"
_NAME = 4
"""Shorter names of publishers also stand for other things."""
_LOOKED_UP = ("day", "article", "share")
"""What even a story may not bend, once it names somebody real."""


@lru_cache(maxsize=1 << 12)  # asked for each fact of a paragraph
def _calls_made_up(text: str) -> bool:
    return any(hint in text for hint in (*_HINTS, *_HINTS_KO)) and bool(_MADE_UP.search(text))


@dataclass(frozen=True)
class Excuses:
    """What holds for one page; `real` is what shows that a story speaks of the world after all."""

    page: Page
    real: re.Pattern[str]

    @cached_property
    def made_up(self) -> frozenset[str]:
        """The sections that call something made up; asked for only when a page needs an excuse."""
        return frozenset(p.section for p in self.page.paragraphs if _calls_made_up(p.plain))

    def hold(self, fact: Fact, words: str, paragraph: Paragraph, head: str) -> bool:
        """Whether the text itself tells why a fact of the sentence `words` has no source.

        `head` is the head of the table that the paragraph is a row of.
        """
        apart = paragraph.kind in _APART
        if paragraph.section in _FICTION or (apart and paragraph.section in self.made_up):
            return fact.kind not in _LOOKED_UP or not self.real.search(words)
        if _calls_made_up(paragraph.plain) or _UNCONFIRMED.search(paragraph.plain):
            return True
        if fact.kind == "day":
            return bool(_AS_OF.search(words))
        if fact.kind not in ("count", "sum"):
            return False
        example = apart and _EXAMPLE.search(f"{head} {paragraph.plain}")
        return bool(example or (fact.kind == "count" and _OURSELVES.search(paragraph.plain)))


def real_names(course: Course, language: str) -> re.Pattern[str]:
    """What shows that a sentence speaks of the world: a publisher of our sources, or a law by its name."""
    names = {source.publisher.get(language, "") for source in course.sources.values()}
    listed = "|".join(re.escape(name) for name in sorted(names) if len(name) >= _NAME)
    return re.compile(f"{listed}|{_LAW}" if listed else _LAW)

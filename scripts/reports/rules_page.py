"""The pages of the docs that list the rules: made from the rules' docstrings, never written by hand.

They have each rule's sentence, which stands in both languages; what a docstring says beyond it stands
in English only, so `course check --explain` says it and these pages do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from scripts.checks import every_rule, name, said
from scripts.content.frontmatter import fingerprint
from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Words
from scripts.reports.explain import asked_when
from scripts.reports.thresholds_table import rows

Rule = Callable[..., object]

PATH = "docs/rules.md"
SUBJECTS: dict[str, Words] = {
    "reading": {"en": "Files and what stands in them", "ko": "파일과 그 내용"},
    "files": {"en": "Files in the folders", "ko": "폴더 안의 파일"},
    "plan": {"en": "The plan of the course", "ko": "과정의 구성"},
    "modules": {"en": "Lesson pages", "ko": "모듈 본문"},
    "objectives": {"en": "Objectives", "ko": "학습 목표"},
    "times": {"en": "Time", "ko": "시간"},
    "wording": {"en": "Headings and links in words", "ko": "제목과 링크의 표현"},
    "reading_level": {"en": "Easy to read", "ko": "읽기 쉬운 글"},
    "terms": {"en": "Words that a reader may not know", "ko": "낯선 낱말"},
    "glossary": {"en": "The glossary", "ko": "용어집"},
    "syntax": {"en": "The way Markdown is written", "ko": "마크다운을 쓰는 방법"},
    "markup": {"en": "Mark-up", "ko": "마크업"},
    "access": {"en": "Access for everybody", "ko": "누구나 읽을 수 있는 글"},
    "drawings": {"en": "Drawings", "ko": "SVG 그림"},
    "pictures": {"en": "Picture files", "ko": "그림 파일"},
    "folders": {"en": "A module's folder", "ko": "모듈 폴더"},
    "charts": {"en": "Charts", "ko": "도표"},
    "labs": {"en": "Labs", "ko": "실습"},
    "lab_budget": {"en": "Errors in the table", "ko": "표 속의 오류"},
    "lab_fairness": {"en": "Who gets flagged?", "ko": "누가 걸러지는가"},
    "lab_claims": {"en": "Find the fabricated claim", "ko": "지어낸 주장 찾기"},
    "lab_trace": {"en": "Trace back", "ko": "근거 줄 찾기"},
    "lab_tokens": {"en": "Cut a text into tokens", "ko": "글을 토큰으로 나누기"},
    "lab_walk": {"en": "Decision walks", "ko": "의사결정 연습"},
    "lab_competencies": {"en": "The self-assessment", "ko": "자가 진단"},
    "lab_prompt": {"en": "The prompt workbench", "ko": "프롬프트 작업대"},
    "quizzes": {"en": "Questions", "ko": "문항"},
    "answers": {"en": "Options and feedback", "ko": "선택지와 설명"},
    "item_writing": {"en": "Writing good questions", "ko": "좋은 문항 쓰기"},
    "balance": {"en": "All questions together", "ko": "전체 문항의 균형"},
    "guesser": {"en": "Answers that can be guessed", "ko": "눈치로 맞힐 수 있는 답"},
    "links": {"en": "Links, pictures and sources", "ko": "링크와 그림, 출처"},
    "claims": {"en": "Statements of fact", "ko": "사실을 적은 문장"},
    "sources": {"en": "The list of sources", "ko": "출처 목록"},
    "translations": {"en": "Translations", "ko": "번역"},
    "translated_bones": {"en": "The structure of a translation", "ko": "번역의 구조"},
    "translated_numbers": {"en": "Numbers in a translation", "ko": "번역의 숫자"},
    "translated_words": {"en": "The language of a text", "ko": "글의 언어"},
    "translated_terms": {"en": "Terms in a translation", "ko": "번역의 용어"},
    "revisions": {"en": "What changed", "ko": "바뀐 내용"},
    "checks": {"en": "Exceptions", "ko": "예외"},
}
"""What the rules of each file of `scripts/checks` are about."""

_WORDS: dict[str, Words] = {
    "title": {"en": "Rules of the check", "ko": "점검 규칙"},
    "summary": {
        "en": "Every rule that a program holds the course to, in one sentence each.",
        "ko": "프로그램이 이 과정을 점검할 때 적용하는 모든 규칙을 한 문장씩 적었습니다.",
    },
    "intro": {
        "en": """\
Before a change is published, a program compares the whole course with these rules. What it finds, it
names with file, line and the way to mend it. In the folder of the course, `course check` does the
same, and `course check --explain` with a rule's name says more about that rule. This page is made
from the program itself.""",
        "ko": """\
바뀐 내용을 게시하기 전에 프로그램이 과정 전체를 아래 규칙과 견주어 보고, 고칠 곳이 있으면 파일과
줄, 고치는 방법을 알려 줍니다. 과정 폴더에서 `course check`를 실행해도 같은 결과를 볼 수 있으며,
`course check --explain` 뒤에 규칙 이름을 적으면 그 규칙을 더 자세히 설명합니다. 이 페이지는
프로그램이 만듭니다.""",
    },
    "numbers": {"en": "The numbers behind the rules", "ko": "규칙에 쓰는 기준값"},
    "numbers_intro": {
        "en": """\
What the rules for questions count with. INT-E-… names an entry of the course's collection of
research on writing questions; the publication stands beside it.""",
        "ko": """\
문항 규칙에 쓰는 기준값입니다. INT-E-…는 이 과정이 모은 문항 작성 연구의 항목 번호이며, 그 옆에
원래 문헌을 적었습니다.""",
    },
    "asked": {"en": "Asked only with `{}`.", "ko": "`{}` 옵션을 줄 때만 적용합니다."},
}
_CODE = re.compile(r"(`+)(?:.+?)(?<!`)\1(?!`)")
_SPECIAL = str.maketrans(
    {"<": "&lt;", "[": "&lbrack;", "]": "&rbrack;", "{": "&lcub;", "`": "&grave;", "*": "\\*", "_": "\\_"}
    | {"✎": "&#9998;"}
)
"""Signs of Markdown, and the one that marks a place to fill."""


def subject(rule: Rule) -> str:
    """The file of `scripts/checks` that a rule stands in: `quizzes`."""
    return rule.__module__.rpartition(".")[2]


def _as_text(text: str) -> str:
    """Words of a docstring as Markdown: what is not in `backquotes` says nothing but itself."""
    parts, end = [], 0
    for code in _CODE.finditer(text):
        parts += [text[end : code.start()].translate(_SPECIAL), code[0]]
        end = code.end()
    return "".join([*parts, text[end:].translate(_SPECIAL)])


def _place(rule: Rule) -> int:
    """Where a rule's subject stands in the page; one without words stands last."""
    return list(SUBJECTS).index(subject(rule)) if subject(rule) in SUBJECTS else len(SUBJECTS)


def _title(about: str, language: str) -> str:
    return SUBJECTS[about][language] if about in SUBJECTS else about.replace("_", " ").capitalize()


def _rule(rule: Rule, language: str) -> Iterator[str]:
    english, korean, _ = said(rule)
    yield f"### {name(rule)} {{ #{name(rule)} }}"
    yield _as_text(korean if language == "ko" and korean else english)
    if option := asked_when(rule):
        yield _WORDS["asked"][language].format(f"course check {option}")


def _table(language: str) -> str:
    cells = ([_as_text(cell).replace("|", "\\|") for cell in row] for row in rows(language))
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _page(language: str, translates: str = "") -> str:
    head = [f"title: {_WORDS['title'][language]}", f"summary: {_WORDS['summary'][language]}"]
    head += ["hide: [search]"]  # learners look for what the course teaches
    head += [f"translates: {translates}"] if translates else []
    parts = ["\n".join(["---", *head, "---"]), f"# {_WORDS['title'][language]}", _WORDS["intro"][language]]
    for about, group in groupby(sorted(every_rule(), key=_place), key=subject):
        parts.append(f"## {_title(about, language)} {{ #about-{about.replace('_', '-')} }}")
        parts += [part for rule in group for part in _rule(rule, language)]
    parts += [
        f"## {_WORDS['numbers'][language]} {{ #numbers }}",
        _WORDS["numbers_intro"][language],
        _table(language),
    ]
    return "\n\n".join(parts) + "\n"


def rules_pages() -> dict[str, str]:
    """The text of each page by its path; a translation carries the fingerprint of the English page."""
    source, *others = LANGUAGES
    english = _page(source)
    made = fingerprint(english)
    return {PATH: english, **{in_language(PATH, other): _page(other, made) for other in others}}

"""Rules for how pages are worded: titles, headings, and the words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.content.load import in_source
from scripts.content.model import Course, Link, Page, Problem
from scripts.content.prose import plain

_MARKED = re.compile(r"`|\]\(|\]\[|\[\^|\*\*|\*[^\s*][^*]*\*|(?<!\w)_[^\s_][^_]*_(?!\w)|&#?\w+;|\\[*_`]|~~")
_ENGLISH = (
    r"(?:please )?(?:(?:click|tap|press|see|read|go|look|find out|learn)(?: on| at| to)? )?"
    r"(?:(?:right |over )?here|(?:this|that|the|next) (?:link|page|site|website)|this|that|it|link|page"
    r"|this (?:section|document|file|article|one)|site|website|more(?: details| info(?:rmation)?)?|details)"
    r"|click|read on|continue|download"
)
_KOREAN = (
    r"(?:여기|이곳|저기|거기|클릭|링크|바로 ?가기|이 (?:링크|페이지|글|문서|사이트)|더 ?보기|자세히(?: 보기)?"
    r"|보기|더 (?:알아보기|읽기)|참고|페이지|사이트|웹사이트|누리집|홈페이지|이것|다음|다운로드|내려받기)"
    r"(?:를|을|에서|에|로)?(?: (?:클릭|누르|눌러|보|참고).*)?"
)
_NOWHERE = re.compile(f"{_ENGLISH}|{_KOREAN}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+/\S*\.(?:html?|md|pdf)\S*", re.IGNORECASE)
_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")


def titles_are_plain_words(course: Course) -> Iterator[Problem]:
    """The title of a page has no bold, no code, no link: cards and menus show it as it is written.

    페이지 제목에는 굵은 글씨, 코드, 링크를 쓰지 않습니다. 카드와 메뉴에 쓴 그대로 나오기 때문입니다.
    """
    for page in course.all_pages():
        lines = page.text.split("\n")  # as they stand in the file: a heading's words come without code
        for heading in page.outline.headings:
            written = lines[heading.place.line - page.lines_before - 1]
            if heading.level == 1 and (found := _MARKED.search(written)):
                what = f"the title “{heading.text}” has the mark “{found[0]}”"
                yield Problem(heading.place, what, "write the title in plain words")


def headings_go_down_step_by_step(course: Course) -> Iterator[Problem]:
    """A heading is at most one level below the one before it: after ## comes ###, never ####.

    제목의 단계는 하나씩만 내려갑니다. ## 다음에는 ###이 오며 ####로 건너뛰지 않습니다.
    """
    for page in course.all_pages():
        for before, heading in pairwise(page.outline.headings):
            if heading.level > before.level + 1:
                right = "#" * (before.level + 1)
                what = f"“{heading.text}” is {'#' * heading.level} after {'#' * before.level}"
                yield Problem(heading.place, what, f"write {right}")


def links_say_where_they_lead(course: Course) -> Iterator[Problem]:
    """The words of a link tell where it leads, and the same words lead to one place in a page.

    링크의 글자만 읽어도 어디로 가는지 알 수 있으며, 한 페이지에서 같은 글자는 같은 곳으로 이어집니다.

    Screen readers list links without the text around them: “here”, “link” or an address say nothing
    there. Put the name of the page, the term or what the reader finds into the words. The same words
    with two goals in a page are a warning.
    """
    for page in course.all_pages():
        led: dict[str, Link] = {}
        for link in page.outline.links:
            words = plain(link.text)
            if what := _says_nothing(words):
                yield Problem(link.place, what, "let the words name what the reader finds there")
                continue
            first = led.setdefault(words.casefold(), link)
            if _goal(first, page) != _goal(link, page):
                what = f"“{words}” leads to “{link.target}”, in line {first.place.line} to “{first.target}”"
                yield Problem(link.place, what, "give two places two names", severity="warning")


def _says_nothing(words: str) -> str:
    bare = _EDGES.sub("", words)
    if not bare:  # an arrow or an emoji is told by links_and_headings_have_words
        return "" if words else "a link without words"
    if _ADDRESS.fullmatch(bare):
        return f"the link’s words “{words}” are an address"
    return f"the link “{words}” does not say where it leads" if _NOWHERE.fullmatch(bare) else ""


def _goal(link: Link, page: Page) -> str:
    """Where a link leads, written in one way: with the page's own name or without."""
    own = in_source(page.place.path).rpartition("/")[2]
    return link.target.removeprefix("./").removeprefix(own) if "#" in link.target else link.target

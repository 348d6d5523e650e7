"""Rules for the way in which Markdown is written: one for each thing, so that nothing goes unseen."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.modules import MARKERS
from scripts.content.model import Course, Problem

READABLE = "[words](address): in one paragraph, without spaces in the address, one pair of [ ] inside at most"


def markdown_is_written_one_way(course: Course) -> Iterator[Problem]:
    """Headings begin with `#` at the line's start, links read [words](address), and code stands in fences.

    제목은 줄 맨 앞의 `#`으로 시작하고, 링크는 [글](주소)로 쓰며, 코드는 ```로 시작하는 두 줄 사이에 둡니다.

    Markdown also knows headings by a line of = or - under them, links whose address stands elsewhere
    ([words][a] and [a]: address), headings inside boxes, lists and quotations, and code by indentation.
    The page would show them, but no check, translation or export would see them. In a fence, only one
    word may follow the opening “```”, and the same sign at the line's start closes it.
    """
    for page in course.all_pages():
        for stray in page.strays:
            yield Problem(stray.place, stray.what, stray.hint)
        for link in page.outline.unread:
            yield Problem(link.place, f"“{link.text}” cannot be read as a link", READABLE)


def markers_stand_alone(course: Course) -> Iterator[Problem]:
    """A marker such as `<!-- quiz: unknown-by-law -->` stands alone on its line, in small letters.

    `<!-- quiz: unknown-by-law -->`와 같은 표시는 다른 글 없이 한 줄에 하나만, 소문자로 씁니다.

    Beside other text it is a mere comment, and nothing appears in its place.
    """
    for page in course.all_pages():
        for marker in page.outline.lost:
            if marker.kind in MARKERS:
                what = f"the marker “{' '.join((marker.kind, *marker.names))}” asks for nothing here"
                yield Problem(marker.place, what, "put it on a line of its own, in small letters")


def pages_begin_with_their_title(course: Course) -> Iterator[Problem]:
    """Nothing stands between the head of a page and its title.

    페이지 파일의 머리와 제목 사이에는 아무것도 쓰지 않습니다.
    """
    for page in course.all_pages():
        title = next((heading for heading in page.outline.headings if heading.level == 1), None)
        first = page.paragraphs[0] if page.paragraphs else None
        if title and first and first.place < title.place:
            yield Problem(
                first.place, f"“{first.plain[:40]}” stands before the title", "move it below the title"
            )

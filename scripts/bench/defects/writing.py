"""Defects of Markdown and of access: links, code, HTML, styles, colour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.bench.defects.ground import LINK, Defect, Ground, in_words
from scripts.content.model import Page, Place


def _links(ground: Ground) -> Iterator[tuple[Page, Place, re.Match[str]]]:
    """Every link inside the course that stands whole on its line."""
    for page in ground.lessons():
        for place in dict.fromkeys(link.place for link in page.outline.links):
            for found in LINK.finditer(ground.line(place)):
                if "://" not in found[2]:
                    yield page, place, found


def _relinked(ground: Ground, place: Place, found: re.Match[str], link: str) -> Defect:
    line = ground.line(place)
    return ground.change(place, line[: found.start()] + link + line[found.end() :])


def link_leads_nowhere(ground: Ground) -> Iterator[Defect]:
    """The page that a link names is not there."""
    for _, place, found in _links(ground):
        if ".md" in found[2]:
            yield _relinked(ground, place, found, f"[{found[1]}]({found[2].replace('.md', '-old.md')})")


def anchor_leads_nowhere(ground: Ground) -> Iterator[Defect]:
    """The id that a link names is not on its page."""
    for _, place, found in _links(ground):
        if "#" in found[2]:
            yield _relinked(ground, place, found, f"[{found[1]}]({found[2]}-old)")


def link_says_here(ground: Ground) -> Iterator[Defect]:
    """A link reads “here”."""
    for page, place, found in _links(ground):
        yield _relinked(ground, place, found, f"[{in_words(page, 'here', '여기')}]({found[2]})")


def _ended(ground: Ground, english: str, korean: str) -> Iterator[Defect]:
    """Each paragraph of the lessons with these words at its end."""
    for page, paragraph, _ in ground.paragraphs():
        line = ground.line(paragraph.place)
        if line.strip() == paragraph.text:  # not wrapped
            yield ground.change(paragraph.place, line + in_words(page, english, korean))


def raw_html(ground: Ground) -> Iterator[Defect]:
    """Somebody pasted HTML."""
    for page, paragraph, _ in ground.paragraphs():
        if (line := ground.line(paragraph.place)) == paragraph.text:
            made = in_words(page, f'<span style="color:red">{line}</span>', f"{line} <br> <b>참고</b>")
            yield ground.change(paragraph.place, made)


def inline_style(ground: Ground) -> Iterator[Defect]:
    """A paragraph carries a style of its own."""
    yield from _ended(ground, ' { style="color: red" }', ' { style="color: red" }')


def meaning_by_colour(ground: Ground) -> Iterator[Defect]:
    """A sentence tells things apart by colour alone."""
    english, korean = " The parts in red are wrong.", " 빨간색으로 표시한 부분이 틀린 내용입니다."
    yield from _ended(ground, english, korean)


def _put_in(ground: Ground, *lines: str) -> Iterator[Defect]:
    """These lines before each section of the lessons."""
    for page in ground.lessons():
        for heading in page.sections:
            yield ground.edit(page.place.path, heading.place.line, 0, lines)


def code_fence_never_closed(ground: Ground) -> Iterator[Defect]:
    """A code fence is opened and not closed."""
    yield from _put_in(ground, "```text", "an example", "")


def heading_underlined(ground: Ground) -> Iterator[Defect]:
    """A heading is written by a line under it."""
    yield from _put_in(ground, "One more thing", "--------------", "")


def link_by_reference(ground: Ground) -> Iterator[Defect]:
    """A link's address stands apart from its words."""
    yield from _put_in(ground, "[law]: https://example.org/law", "")


def marker_beside_text(ground: Ground) -> Iterator[Defect]:
    """A marker shares its line with text, so that nothing appears."""
    for page in ground.lessons():
        for marker in page.outline.markers:
            yield ground.change(
                marker.place, f"{in_words(page, 'See:', '보기:')} {ground.line(marker.place)}"
            )


KINDS = (
    link_leads_nowhere,
    anchor_leads_nowhere,
    link_says_here,
    raw_html,
    inline_style,
    meaning_by_colour,
    code_fence_never_closed,
    heading_underlined,
    link_by_reference,
    marker_beside_text,
)

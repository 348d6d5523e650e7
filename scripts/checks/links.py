"""Rules for links, pictures and sources."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from scripts.content.citing import all_citations
from scripts.content.load import in_source
from scripts.content.markdown import scan
from scripts.content.model import Course, Link, Outline, Page, Problem

_OUTSIDE = ("https://", "http://", "mailto:")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^()]*\)[ \t]*")


def outlines(course: Course) -> Iterator[Outline]:
    """The outline of every text that may hold links: pages, and questions as part of their page."""
    for page in course.all_pages():
        yield page.outline
    for _, bank in course.banks():
        for question in bank.questions:
            parts = [(question.place, f"{question.stem}\n{question.explanation}")]
            parts += [(choice.place, f"{choice.text} {choice.feedback}") for choice in question.choices]
            for place, text in ((p, t) for p, t in parts if "](" in t or "<" in t):
                yield scan(" ".join(text.split("\n")), place.path, place.line - 1)


def _anchors(course: Course, path: str) -> set[str] | None:
    """The ids that a link to this English page may end with; None where there is no such page."""
    pages: dict[str, Page] = {module.place.path: module.page("en") for module in course.modules.values()}
    pages.update((name, page) for name, page in course.pages.items() if page.language == "en")
    if path not in pages:
        return None
    outline = pages[path].outline
    ids = {heading.id for heading in outline.headings}
    kinds = {marker.kind for marker in outline.markers}
    ids |= set(course.terms) if "glossary" in kinds else set()
    ids |= set(course.sources) if "sources" in kinds else set()
    ids |= {f"q-{name}" for marker in outline.markers if marker.kind == "quiz" for name in marker.names}
    return ids


def addresses_can_be_read(course: Course) -> Iterator[Problem]:
    """A link to another site is an address that a browser can open.

    다른 사이트로 가는 링크에는 브라우저에서 열 수 있는 주소를 적습니다.
    """
    for outline in outlines(course):
        for link in outline.links:
            try:
                urlsplit(link.target)
            except ValueError:
                yield Problem(
                    link.place, f"“{link.target}” is no address", "copy it from the browser’s address line"
                )


def links_lead_somewhere(course: Course) -> Iterator[Problem]:
    """A link inside the course is a relative path in the repository to an English page and an id of it.

    과정 안의 링크는 이 저장소의 영어 페이지와 그 안의 식별자를 가리키는 상대 경로입니다.
    """
    known: dict[str, set[str] | None] = {}
    for outline in outlines(course):
        for link in outline.links:
            if not link.target.startswith(_OUTSIDE):
                yield from _inner_link(course, link, known)


def _inner_link(course: Course, link: Link, known: dict[str, set[str] | None]) -> Iterator[Problem]:
    if not link.target:
        yield Problem(link.place, f"the link “{link.text}” has no address", "say where it leads")
        return
    here = link.place.path
    base = here.replace("quizzes/", "modules/", 1).removesuffix(".md").removesuffix(".ko") + "/index.md"
    page = base if here.startswith("quizzes/") else in_source(here)
    target, _, anchor = link.target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(target))) if target else page
    if path not in known:
        known[path] = _anchors(course, path)
    anchors = known[path]
    if target.startswith("/") or anchors is None:
        hint = "write the path from this file to the page’s index.md, as in the repository"
        yield Problem(link.place, f"no page at “{link.target}”", hint)
    elif anchor and anchor not in anchors:
        yield Problem(link.place, f"“{path}” has no id “{anchor}”", "look the id up in the page’s headings")


def pictures_exist_and_speak(course: Course) -> Iterator[Problem]:
    """A picture stands beside its page, alone on its line, and has a text alternative.

    그림 파일은 페이지와 같은 폴더에 있고, 그림은 따로 한 줄에 쓰며, 대체 텍스트가 있습니다.
    """
    for page in course.all_pages():
        beside = files_beside(course, page)
        alone = _lines_of_their_own(page)
        for picture in page.outline.pictures:
            if unquote(picture.target) not in beside:
                yield Problem(
                    picture.place, f"no picture “{picture.target}” beside the page", "put the file there"
                )
            if picture.place.line not in alone:
                yield Problem(
                    picture.place, f"“{picture.target}” is not alone on its line", "give it its own line"
                )
            if not picture.text.strip():
                yield Problem(
                    picture.place,
                    f"“{picture.target}” has no text alternative",
                    "say between [ ] what it shows",
                )


def files_beside(course: Course, page: Page) -> set[str]:
    """The names of the files in a page's folder; nothing where the page shows no picture."""
    folder = (course.root / page.place.path).parent
    return {file.name for file in folder.iterdir() if file.is_file()} if page.outline.pictures else set()


def _lines_of_their_own(page: Page) -> set[int]:
    """The lines that hold a picture and nothing else, as in the file."""
    lines = enumerate(page.text.split("\n"), start=page.lines_before + 1)
    return {number for number, line in lines if _PICTURE.fullmatch(line)} if page.outline.pictures else set()


def citations_are_known(course: Course) -> Iterator[Problem]:
    """Every `[^id]`, and every id under `cites:` of a lab or a chart, stands in `modules/sources.yml`.

    본문에 `[^id]`로, 실습과 도표 파일에 `cites:`로 인용한 출처는 모두 `modules/sources.yml`에 있습니다.
    """
    for citation in all_citations(course):
        if citation.source not in course.sources:
            yield Problem(
                citation.place,
                f"no source “{citation.source}”",
                "add it to modules/sources.yml, or mend the id",
            )


def sources_are_cited(course: Course) -> Iterator[Problem]:
    """Every entry of `modules/sources.yml` is cited by a page, a lab or a chart.

    `modules/sources.yml`에 적은 출처는 모두 페이지나 실습, 도표에서 인용합니다.
    """
    cited = {citation.source for citation in all_citations(course)}
    for source in course.sources.values() if not course.unread() else ():
        if source.id not in cited:
            yield Problem(
                source.place,
                f"“{source.id}” is cited nowhere",
                "cite it as [^" + source.id + "], or take it out",
            )


def footnotes_are_made_from_sources(course: Course) -> Iterator[Problem]:
    """A page defines no footnotes itself: they are made from `modules/sources.yml`.

    페이지에는 각주의 내용을 직접 쓰지 않습니다. 각주는 `modules/sources.yml`에 적은 출처로 만들어집니다.
    """
    for page in course.all_pages():
        for footnote in page.outline.footnotes:
            yield Problem(
                footnote.place,
                f"defines the footnote “[^{footnote.source}]:” by hand",
                "put the source into modules/sources.yml, and only [^" + footnote.source + "] into the text",
            )

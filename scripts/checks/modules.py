"""Rules for lesson pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scripts.content.model import Chart, Course, Module, Page, Problem, Sort, Worksheet

FIXED = ("story", "activity", "check", "key-points")
MARKERS = {
    "quiz": True,
    "sort": True,
    "worksheet": True,
    "chart": True,
    "lab": True,
    "continue": False,
    "course-map": False,
    "pathways": False,
    "thread": False,
    "strand": False,
    "glossary": False,
    "sources": False,
    "storage": False,
}
"""What a page may ask for, and whether the marker names something."""


def _lesson_pages(course: Course) -> Iterator[tuple[Module, Page]]:
    for module in course.in_order():
        for page in module.pages.values():
            yield module, page


def sections_stand_in_order(course: Course) -> Iterator[Problem]:
    """A lesson has the sections story, idea-…, activity, check, key-points, in this order.

    모듈의 절은 `story`, `idea-…`, `activity`, `check`, `key-points` 순서로 놓습니다.
    """
    for _, page in _lesson_pages(course):
        ids = [heading.id for heading in page.sections]
        shape = ["idea" if name.startswith("idea-") else name for name in ids]
        wanted = ["story", *["idea"] * shape.count("idea"), *FIXED[1:]]
        if all(ids) and (shape != wanted or not shape.count("idea")):
            yield Problem(
                page.place,
                f"the sections are {', '.join(ids) or 'missing'}",
                "second-level headings: story, one or more idea-…, activity, check, key-points",
            )


def headings_have_ids(course: Course) -> Iterator[Problem]:
    """A page has one first-level heading; all others carry an id in braces that stands once in the page.

    페이지마다 첫째 단계 제목은 하나이고, 나머지 제목에는 그 페이지에서 한 번만 쓰는 식별자를
    중괄호에 적습니다.
    """
    for page in course.all_pages():
        titles = [heading for heading in page.outline.headings if heading.level == 1]
        if len(titles) != 1:
            yield Problem(page.place, f"{len(titles)} first-level headings", "begin with one “# Title”")
        seen = Counter(heading.id for heading in page.outline.headings)
        for heading in page.outline.headings:
            if heading.level > 1 and not heading.id:
                yield Problem(heading.place, f"“{heading.text}” has no id", "add “{ #two-words }” after it")
            elif heading.id and seen[heading.id] > 1:
                yield Problem(
                    heading.place, f"the id “{heading.id}” stands twice", "give each heading its own"
                )


def markers_are_known(course: Course) -> Iterator[Problem]:
    """A marker `<!-- kind: names -->` asks for something that the build can make.

    표시(`<!-- 종류: 이름 -->`)는 사이트를 만들 때 넣을 수 있는 것만 가리킵니다.
    """
    for page in course.all_pages():
        for marker in page.outline.markers:
            if marker.kind not in MARKERS:
                yield Problem(marker.place, f"unknown marker “{marker.kind}”", f"known: {', '.join(MARKERS)}")
            elif MARKERS[marker.kind] != bool(marker.names):
                words = "needs names" if MARKERS[marker.kind] else "takes no names"
                yield Problem(marker.place, f"the marker “{marker.kind}” {words}", "see CONTRIBUTING.md")


def _found(module: Module) -> Iterator[tuple[str, Mapping[str, Sort | Worksheet | Chart]]]:
    yield from (("sort", module.sorts), ("worksheet", module.worksheets), ("chart", module.charts))


def activities_are_shown_once(course: Course) -> Iterator[Problem]:
    """Every sorting task, worksheet and chart of a module's folder is asked for once in each of its pages.

    모듈 폴더의 분류 활동과 활동지, 도표는 언어별 페이지마다 한 번씩 싣습니다.
    """
    for module, page in _lesson_pages(course):
        for kind, found in _found(module):
            asked = [(name, marker) for marker in page.markers(kind) for name in marker.names]
            count = Counter(name for name, _ in asked)
            for name, marker in asked:
                if name not in found:
                    yield Problem(marker.place, f"no file {name}.{kind}.yml", "write it, or mend the name")
                elif count[name] > 1:
                    yield Problem(marker.place, f"{kind} “{name}” is shown twice", "leave one marker")
            for name in found:
                if not count[name]:
                    yield Problem(
                        found[name].place, f"not shown in {page.place.path}", f"add <!-- {kind}: {name} -->"
                    )

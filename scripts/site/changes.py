"""Which pages a change of the course touches; pure, so that `serve` can be trusted."""

from __future__ import annotations

from dataclasses import replace

from scripts.content.model import Course, Module, Page

SOURCES_PAGE = "docs/sources.md"


def _shared(course: Course) -> tuple[object, ...]:
    """What more than one page shows: if it changes, everything is made again."""
    plan = (course.id, course.strands, course.thread, course.pathways)
    modules = [
        (
            m.id,
            m.minutes,
            m.reviewed,
            m.needs,
            [(p.language, p.title, p.summary, p.sections) for p in m.pages.values()],
        )
        for m in course.modules.values()
    ]
    banks = [(b.language, [(q.id, q.edition) for q in b.questions]) for _, b in course.banks()]
    pages = [(path, page.title, page.summary) for path, page in course.pages.items()]
    return (plan, modules, banks, pages, course.sources, course.terms, course.labs)


def _own(module: Module) -> tuple[object, ...]:
    return (module.pages, module.banks, module.sorts, module.worksheets, module.charts)


def _cites(page: Page) -> set[str]:
    return {citation.source for citation in page.outline.citations}


def changed_pages(old: Course, new: Course) -> set[str] | None:
    """The English paths of the pages to make again; None when that is all of them."""
    if _shared(_without_lines(old)) != _shared(_without_lines(new)):
        return None
    found = {m.place.path for name, m in new.modules.items() if _own(m) != _own(old.modules[name])}
    for path, page in new.pages.items():
        if page != old.pages[path]:
            found.add(path.replace(".ko.md", ".md"))
    before, after = ({p.place.path: _cites(p) for p in c.all_pages()} for c in (old, new))
    if before != after:
        found.add(SOURCES_PAGE)
    return found


def _without_lines(course: Course) -> Course:
    """The course with the places of headings levelled, so that a line more does not count as a change."""

    def level(page: Page) -> Page:
        headings = tuple(replace(h, place=page.place) for h in page.outline.headings)
        return replace(page, outline=replace(page.outline, headings=headings))

    modules = {
        name: replace(m, pages={language: level(page) for language, page in m.pages.items()})
        for name, m in course.modules.items()
    }
    return replace(course, modules=modules)

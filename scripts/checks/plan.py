"""Rules for the plan: what it names exists, once, and leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.content.model import Course, Module, Place, Problem
from scripts.content.records import is_id

PLAN = "modules/course.yml"


def every_module_is_planned_once(course: Course) -> Iterator[Problem]:
    """Each folder of `modules/<strand>/` stands in `course.yml` under its strand, and only once.

    `modules/<strand>/` 아래의 폴더는 모두 `course.yml`의 해당 영역에 한 번씩만 적혀 있습니다.
    """
    planned = Counter(name for strand in course.strands for name in strand.modules)
    for strand in course.strands:
        for name in strand.modules:
            if planned[name] > 1:
                yield Problem(
                    strand.place, f"{name} is planned {planned[name]} times", "a module id is used once"
                )
            if not is_id(name):
                yield Problem(strand.place, f"“{name}” is not an id", "lower-case words joined by hyphens")
    under = {strand.id: strand.modules for strand in course.strands}
    for found in sorted(course.root.glob("modules/*/*/")) if under else ():
        if found.is_dir() and found.name not in under.get(found.parent.name, ()):
            place = Place((found / "index.md").relative_to(course.root).as_posix())
            yield Problem(place, "this module is not in the plan", f"add {found.name} to {PLAN} or move it")


def plan_leads_somewhere(course: Course) -> Iterator[Problem]:
    """The thread and the pathways name modules of the course and sections that their pages have.

    이어 읽기와 학습 경로는 이 과정에 있는 모듈과 그 페이지에 있는 절만 가리킵니다.
    """
    unread = course.unread()
    for stop in course.thread:
        module = course.modules.get(stop.module)
        if stop.module in unread:
            continue
        if module is None:
            yield Problem(stop.place, f"no module “{stop.module}”", f"use one that stands in {PLAN}")
        elif stop.section and stop.section not in _ids(module):
            yield Problem(
                stop.place, f"{stop.module} has no section “{stop.section}”", "use an id of its headings"
            )
    for pathway in course.pathways:
        for name in pathway.modules:
            if name not in course.modules and name not in unread:
                yield Problem(pathway.place, f"no module “{name}”", f"use one that stands in {PLAN}")


def _ids(module: Module) -> set[str]:
    return {heading.id for heading in module.page("en").outline.headings}


def needs_come_first(course: Course) -> Iterator[Problem]:
    """`needs` names modules of the course, and no module needs itself by a detour.

    `needs`에는 이 과정의 모듈만 적으며, 먼저 볼 모듈을 따라가다가 처음 모듈로 되돌아오지 않습니다.
    """
    unread = course.unread()
    for module in course.modules.values():
        for name in module.needs:
            if name not in course.modules and name not in unread:
                yield Problem(
                    module.place, f"needs “{name}”, which is no module", "name a module, or take it out"
                )
        if module.id in _needed(course, module):
            yield Problem(module.place, "needs itself by a detour", "take one of the modules out of “needs”")


def _needed(course: Course, module: Module) -> set[str]:
    found: set[str] = set()
    waiting = list(module.needs)
    while waiting:
        name = waiting.pop()
        if name in course.modules and name not in found:
            found.add(name)
            waiting += course.modules[name].needs
    return found


def times_meet_the_target(course: Course) -> Iterator[Problem]:
    """The minutes of a strand's modules stay within a fifth of its `target_minutes`.

    한 영역에 속한 모듈의 시간을 모두 더한 값은 `target_minutes`에서 5분의 1 넘게 벗어나지 않습니다.
    """
    for strand in course.strands:
        minutes = [course.modules[name].minutes for name in strand.modules if name in course.modules]
        if len(minutes) < len(strand.modules) or not all(minutes):
            continue  # told where the module stands: it cannot be read, or does not say its minutes
        if abs(sum(minutes) - strand.target_minutes) > strand.target_minutes / 5:
            yield Problem(
                strand.place,
                f"{strand.id} takes {sum(minutes)} minutes, the target is {strand.target_minutes}",
                "change the modules' minutes or the target",
                severity="warning",
            )


RESERVED = ("ko", "assets", "data")
"""What stands at the site's root already: the Korean edition, the shared files, the scripts' data."""


def addresses_are_free(course: Course) -> Iterator[Problem]:
    """No strand and no page of `docs/` takes an address that is taken.

    영역과 `docs/`의 페이지는 이미 쓰이고 있는 주소를 쓰지 않습니다.
    """
    strands = [strand.id for strand in course.strands]
    for strand in course.strands:
        if strand.id in RESERVED:
            yield Problem(strand.place, f"“{strand.id}” is taken", f"not {', '.join(RESERVED)}")
    for path, page in course.pages.items():
        first = path.removeprefix("docs/").split("/")[0].split(".")[0]
        if path.startswith("docs/") and first in (*RESERVED, *strands):
            yield Problem(page.place, f"the address “{first}” is taken", "give the page another name")


def every_bank_has_a_module(course: Course) -> Iterator[Problem]:
    """A file in `quizzes/<strand>/` is the bank of the module of that name in `modules/<strand>/`.

    `quizzes/<strand>/`의 파일은 `modules/<strand>/`에 있는 같은 이름의 모듈에 딸린 문제은행입니다.
    """
    for file in sorted((course.root / "quizzes").rglob("*.md")) if course.strands else ():
        path = file.relative_to(course.root).as_posix()
        module = path.removeprefix("quizzes/").removesuffix(".md").removesuffix(".ko")
        if not (course.root / "modules" / module).is_dir():
            yield Problem(Place(path), "no module has this bank", "name it as its module, or delete it")

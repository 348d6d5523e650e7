"""Rules for the framework of the self-assessment: its sentences, and the modules that it recommends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.content.labs.competencies import Framework
from scripts.content.model import LANGUAGES, Course, Problem


def _frameworks(course: Course) -> Iterator[Framework]:
    lab = course.labs.get("competencies")
    for each in lab.exercises.values() if lab else ():
        if isinstance(each, Framework) and each.competencies:
            yield each


def competencies_have_equal_levels(course: Course) -> Iterator[Problem]:
    """Every competency has as many sentences to choose from as the others, and the goal is one of them.

    모든 역량에는 고를 문장이 똑같은 수만큼 있고, 목표는 그 가운데 하나입니다.

    Otherwise the distances of two competencies cannot be compared. The number that most of them have counts.
    """
    for framework in _frameworks(course):
        counts = Counter(len(each.levels) for each in framework.competencies)
        usual = counts.most_common(1)[0][0]
        for each in framework.competencies:
            if len(each.levels) != usual:
                what = f"{each.id}: {len(each.levels)} levels, the others have {usual}"
                yield Problem(each.place, what, "describe as many levels everywhere")
        if framework.goal > usual:
            what = f"the goal is sentence {framework.goal}, but there are {usual}"
            yield Problem(framework.place, what, "mend “goal:”")


def competency_levels_differ(course: Course) -> Iterator[Problem]:
    """The sentences of a competency are all different, in each language.

    한 역량의 문장은 언어마다 모두 서로 다릅니다.

    A reader recognises himself in one of them only if each describes something else that can be seen.
    """
    for framework in _frameworks(course):
        for each in framework.competencies:
            for language in LANGUAGES:
                said = Counter(" ".join(level[language].split()).casefold() for level in each.levels)
                for sentence in [text for text, times in said.items() if text and times > 1]:
                    what = f"{each.id}: two levels in “{language}” say the same: “{sentence}”"
                    yield Problem(each.place, what, "describe what else can be seen at the higher level")


def competencies_recommend_modules(course: Course) -> Iterator[Problem]:
    """Every competency recommends at least one module of the course, each once.

    모든 역량은 과정에 있는 모듈을 하나 이상, 한 번씩만 권합니다.
    """
    for framework in _frameworks(course):
        for each in framework.competencies:
            if not each.modules:
                yield Problem(each.place, f"{each.id}: no module is recommended", "add “modules: [id]”")
            for module, times in Counter(each.modules).items():
                if module not in course.modules:
                    what = f"{each.id}: there is no module “{module}”"
                    yield Problem(each.modules_place, what, "name the module's folder")
                elif times > 1:
                    what = f"{each.id}: “{module}” is recommended twice"
                    yield Problem(each.modules_place, what, "name it once")

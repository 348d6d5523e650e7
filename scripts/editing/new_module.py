"""A new module: page and bank in every language, an activity, and its line in the plan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.content.load import PLAN
from scripts.content.model import LANGUAGES, Course
from scripts.editing.drafts import Draft, Refused, refuse_to_overwrite, sound_id, sound_title
from scripts.editing.new_question import ONLY_WORDS, OPTIONS, question
from scripts.editing.parts import in_every_language, part, template
from scripts.editing.plan import planned

IDEAS = ("first", "second", "third", "fourth")
MOST_IDEAS = 12
MOST_OBJECTIVES = 5
"""A lesson promises three to five things; the first ideas have one each, and its questions."""
KINDS = ("case", "reason")
"""What the two questions for each idea ask for: a decision at work, and why."""
AROUND_IDEAS = 8
"""Minutes of the lecture beside the ideas: two for the story, four for the activity, two for the end."""
NO_TITLE = {"en": "the title of the module", "ko": "모듈 제목"}


def _questions(ideas: Sequence[str]) -> list[str]:
    return [f"{idea}-{kind}" for idea in ideas[:MOST_OBJECTIVES] for kind in KINDS]


def _ideas(ideas: Sequence[str], lecture: int, language: str) -> str:
    """The sections, the first with a figure and a myth, the last with whom to ask, and their minutes."""
    texts = []
    left = max(lecture - AROUND_IDEAS, len(ideas))
    shares = [left * n // len(ideas) for n in range(len(ideas) + 1)]
    for number, (idea, (before, after)) in enumerate(zip(ideas, pairwise(shares), strict=True), start=1):
        boxes = ["figure", "myth"] if number == 1 else []
        boxes += ["ask"] if number == len(ideas) else []
        box = "".join(f"{part(name, language)}\n\n" for name in boxes)
        texts.append(part("idea", language, number=number, idea=idea, box=box, minutes=after - before))
    return "\n\n".join(texts)


def _page(ideas: Sequence[str], lecture: int, language: str, **values: object) -> str:
    taught = ideas[:MOST_OBJECTIVES]
    named = (part("objective", language, objective=f"o{n}") for n, _ in enumerate(taught, start=1))
    values |= {"objectives": "\n".join(named), "ideas": _ideas(ideas, lecture, language)}
    return part("page", language, questions=" ".join(_questions(ideas)), **values) + "\n"


def _bank(ideas: Sequence[str], language: str, **values: object) -> str:
    texts = []
    for number, name in enumerate(_questions(ideas)):
        objective, section = f"o{number // len(KINDS) + 1}", f"idea-{ideas[number // len(KINDS)]}"
        texts.append(question(name, objective, section, number % len(OPTIONS), language))
    return part("bank", language, questions="\n\n".join(texts), **values) + "\n"


@dataclass(frozen=True)
class Wanted:
    """What is wanted: where the module goes, its id, its titles by language, its minutes and its ideas."""

    strand: str
    name: str
    titles: Mapping[str, str | None]
    minutes: int = 25
    ideas: tuple[str, ...] = IDEAS


def _refuse(course: Course, wanted: Wanted) -> None:
    if not course.strands:
        raise Refused(f"{PLAN} names no strands, or cannot be read: “course check” says which")
    if wanted.strand not in (known := [each.id for each in course.strands]):
        raise Refused(f"no strand “{wanted.strand}”: use one of {', '.join(known)}")
    if any(sound_id(wanted.name) in each.modules for each in course.strands):
        raise Refused(f"{PLAN} names “{wanted.name}” already: a module’s id is used once")
    if any(retired.module == wanted.name for retired in course.retired):
        raise Refused(f"“{wanted.name}” had questions that are retired: an id is never given twice")
    unsound = [idea for idea in wanted.ideas if not ONLY_WORDS.fullmatch(f"{idea}-{KINDS[0]}")]
    if unsound or len(set(wanted.ideas)) < len(wanted.ideas) or len(wanted.ideas) > MOST_IDEAS:
        which = f" (not “{unsound[0]}”)" if unsound else ""
        how = f"name each idea{which} in one or two lower-case words, {MOST_IDEAS} at most"
        raise Refused(f"{how}: --ideas prediction own-result")


def new_module(course: Course, wanted: Wanted, today: datetime.date) -> Draft:
    """The files of a module, and the course's plan with the module in it. Raises `Refused`."""
    _refuse(course, wanted)
    titles = {each: sound_title(wanted.titles.get(each), NO_TITLE[each]) for each in LANGUAGES}

    def page(language: str, translates: str) -> str:
        values = {"title": titles[language], "translates": translates}
        values |= {"today": today.isoformat(), "minutes": str(wanted.minutes)}
        return _page(wanted.ideas, course.lecture_minutes, language, **values)

    def bank(language: str, translates: str) -> str:
        return _bank(
            wanted.ideas, language, module=wanted.name, title=titles[language], translates=translates
        )

    folder = f"modules/{wanted.strand}/{wanted.name}"
    files = {f"{folder}/practice.sort.yml": template("practice.sort.yml") + "\n"}
    files |= in_every_language(f"{folder}/index.md", page)
    files |= in_every_language(f"quizzes/{wanted.strand}/{wanted.name}.md", bank)
    refuse_to_overwrite(course.root, files)
    changed, said = planned(course, wanted.strand, wanted.name, wanted.minutes)
    return Draft({**files, **changed}, (*said, "“course check” names every place to fill (✎)"))

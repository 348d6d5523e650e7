"""A new question at the end of a module's bank, and in the pages that ask for it, in every language."""

from __future__ import annotations

import re

from scripts.content.frontmatter import read_text
from scripts.content.model import Bank, Course, Module, Page
from scripts.editing.drafts import Draft, Refused
from scripts.editing.parts import part
from scripts.editing.translating import kept_fresh

ONLY_WORDS = re.compile(r"(?=.{1,60}\Z)[a-z]+(?:-[a-z]+){1,2}")
OPTIONS = "abc"
"""The ids of a new question's options end with these; three options are enough to choose from."""
_END = re.compile(r"\s*-->\s*$")


def question(name: str, objective: str, section: str, key: int, language: str) -> str:
    """A question with every part to fill, the right option at place `key` (from 0)."""
    options = "\n".join(
        part("right" if place == key else "wrong", language, number=place + 1, letter=letter)
        for place, letter in enumerate(OPTIONS)
    )
    return part("question", language, question=name, objective=objective, section=section, options=options)


def _key(bank: Bank) -> int:
    """The place at which the bank's right answers stand most rarely."""
    places = [
        [choice.right for choice in question.choices].index(True)
        for question in bank.questions
        if question.kind == "single" and any(choice.right for choice in question.choices)
    ]
    return min(range(len(OPTIONS)), key=places.count)


def _asked(page: Page, text: str, name: str) -> str:
    """The page's text with the question in its last marker. Raises `Refused` where there is none."""
    markers = list(page.markers("quiz"))
    if not markers:
        raise Refused(f"{page.place.path} has no <!-- quiz: … --> that could ask for it")
    lines = text.split("\n")
    at = markers[-1].place.line - 1
    lines[at] = _END.sub(f" {name} -->", lines[at])
    return "\n".join(lines)


def _refuse(course: Course, module: Module, name: str, objective: str, section: str) -> None:
    page = module.page("en")
    sections = [heading.id for heading in page.sections]
    if not ONLY_WORDS.fullmatch(name):
        raise Refused(f"“{name}” is no question’s id: two or three lower-case words joined by hyphens")
    if any(q.id == name for bank in module.banks.values() for q in bank.questions):
        raise Refused(f"{module.id} has a question “{name}” already")
    if any((retired.module, retired.question) == (module.id, name) for retired in course.retired):
        raise Refused(f"“{name}” is retired: an id is never given twice")
    if objective not in page.objectives:
        raise Refused(f"no objective “{objective}”: --objective one of {', '.join(page.objectives)}")
    if section not in sections:
        raise Refused(f"no section “{section}”: --section one of {', '.join(sections)}")


def _text(course: Course, path: str) -> str:
    text = read_text(course.root / path, path, [])
    if text is None:
        raise Refused(f"{path} cannot be read")
    return text


def new_question(course: Course, module_id: str, name: str, objective: str, section: str) -> Draft:
    """The banks with one more question and the pages that ask for it. Raises `Refused`."""
    module = course.modules.get(module_id)
    if module is None or "en" not in module.banks:
        known = ", ".join(course.modules)
        raise Refused(f"no module with a bank is called “{module_id}”: use one of {known}")
    _refuse(course, module, name, objective, section)
    key = _key(module.banks["en"])
    files = {}
    for language, bank in module.banks.items():
        path = bank.place.path
        files[path] = _text(course, path).rstrip("\n") + "\n\n"
        files[path] += question(name, objective, section, key, language) + "\n"
    for page in module.pages.values():
        files[page.place.path] = _asked(page, _text(course, page.place.path), name)
    return Draft(kept_fresh(course, files), ("“course check” names every place to fill (✎)",))

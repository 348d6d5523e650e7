"""The library of the lab “search”, computed from the lessons: texts, vectors, and one worked example."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.content.model import LANGUAGES, Course, Words
from scripts.site.cache import kept
from scripts.site.labs.search_library import Section, sections
from scripts.site.labs.search_terms import STOP, TERM_COUNTS, TITLE_COUNTS, terms

_MADE_BY = ("search.py", "search_library.py", "search_terms.py", "search_vectors.py", "search_reading.py")


def own(section: Section, language: str) -> Counter[str]:
    """The terms of a section in one language."""
    found = terms(" ".join(section.lines[language]))
    for term, number in terms(section.title[language]).items():
        found[term] += TITLE_COUNTS * number
    return found


def _entry(term: Words, means: Words) -> Counter[str]:
    found: Counter[str] = Counter()
    for language in LANGUAGES:
        found += terms(means[language])
        for each, number in terms(term[language]).items():
            found[each] += TERM_COUNTS * number
    return found


def _counts(found: list[Section], course: Course) -> tuple[list[Counter[str]], list[Counter[str]]]:
    """The terms of the joint texts, and of each section in each language."""
    places = [own(s, each) + terms(s.more[each]) for s in found for each in LANGUAGES]
    joint = [places[at] + places[at + 1] for at in range(0, len(places), 2)]
    return joint + [_entry(term.term, term.means) for term in course.terms.values()], places


def _texts_of(section: Section, language: str) -> tuple[str, str, str]:
    return section.title[language], "\n".join(section.lines[language]), section.more[language]


def _texts(found: list[Section], course: Course) -> dict[str, Any]:
    """The part of the index that needs no reckoning."""
    modules = list(course.in_order())
    number = {module.id: at for at, module in enumerate(modules)}
    return {
        "stop": " ".join(sorted(STOP)),
        "modules": [
            [f"{module.strand}/{module.id}/index.html", *(module.page(each).title for each in LANGUAGES)]
            for module in modules
        ],
        "sections": [
            [
                number[s.module],
                s.id,
                *(part for each in LANGUAGES for part in _texts_of(s, each)),
            ]
            for s in found
        ],
        "terms": [
            [part for each in LANGUAGES for part in (term.term[each], term.means[each])]
            for term in course.terms.values()
        ],
    }


def index(course: Course) -> dict[str, Any]:
    """What the lab's engine loads."""
    found = sections(course)
    numbers = importlib.import_module("scripts.site.labs.search_vectors")  # numpy is slow to import
    return {**_texts(found, course), **numbers.vectors(*_counts(found, course))}


def _source(course: Course) -> str:
    """Everything that the library is made from, as one text."""
    code = [(Path(__file__).parent / name).read_text("utf-8") for name in _MADE_BY]
    pages = [page.text for module in course.in_order() for page in module.pages.values()]
    banks = [
        line
        for module in course.in_order()
        for bank in module.banks.values()
        for question in bank.questions
        for _, line in question.lines()
    ]
    glossary = [f"{term.term} {term.means}" for term in course.terms.values()]
    order = [f"{module.strand}/{module.id}" for module in course.in_order()]
    return "\n".join((*code, *order, *pages, *banks, *glossary))


def data(course: Course, root: Path) -> Mapping[str, Any]:
    """The data scripts of the lab: one, for both languages."""
    made: dict[str, Any] = json.loads(
        kept(root, "search-library", _source(course), lambda _: json.dumps(index(course), ensure_ascii=False))
    )
    return {"index": made}


def example(course: Course, root: Path, language: str) -> Any:  # noqa: ANN401 - what JSON can say
    """One question with its three lists and its answer, for readers without a script."""
    question = course.labs["search"].words["try_chats"][language]

    def make(_: str) -> str:
        made = data(course, root)["index"]
        reading = importlib.import_module("scripts.site.labs.search_reading")
        return json.dumps(reading.worked(made, question, language), ensure_ascii=False)

    return json.loads(kept(root, f"search-example-{language}", f"{question}\n{_source(course)}", make))

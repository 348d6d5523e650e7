"""Rules for translations: the same bones, and made from the text that stands there now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Bank, Course, Page, Place, Problem, Question

SOURCE, *OTHERS = LANGUAGES
ACCEPT = "read both; then run “course translation accept FILE”"


def _page_pairs(course: Course) -> Iterator[tuple[Page, Page | None, str]]:
    for module in course.in_order():
        for language in OTHERS:
            yield module.pages[SOURCE], module.pages.get(language), language
    for path, page in course.pages.items():
        if page.language == SOURCE:
            for language in OTHERS:
                yield page, course.pages.get(in_language(path, language)), language


def _bank_pairs(course: Course) -> Iterator[tuple[Bank, Bank | None, str]]:
    for module in course.in_order():
        for language in OTHERS:
            if SOURCE in module.banks:
                yield module.banks[SOURCE], module.banks.get(language), language


def _pairs(course: Course) -> Iterator[tuple[Page | Bank, Page | Bank | None, str]]:
    yield from _page_pairs(course)
    yield from _bank_pairs(course)


def translations_exist(course: Course) -> Iterator[Problem]:
    """Every page and bank has a sibling in every language; until then readers see English under a notice."""
    for english, other, language in _pairs(course):
        if other is None:
            path = in_language(english.place.path, language)
            yield Problem(english.place, f"{path} is missing", "translate it", severity="warning")


def translations_are_fresh(course: Course) -> Iterator[Problem]:
    """`translates:` is the fingerprint of the English text that the translation was made from."""
    for english, other, _ in _pairs(course):
        if other is not None and other.translates != english.fingerprint:
            what = (
                "the English text has changed since"
                if other.translates
                else "never marked as read against the English"
            )
            yield Problem(other.place, what, ACCEPT, severity="warning")


_BONES: tuple[tuple[str, Callable[[Page], list[str]]], ...] = (
    ("headings", lambda page: [f"{'#' * h.level} {h.id}" for h in page.outline.headings]),
    ("markers", lambda page: [" ".join((m.kind, *m.names)) for m in page.outline.markers]),
    ("pictures", lambda page: [picture.target for picture in page.outline.pictures]),
    ("objectives", lambda page: list(page.objectives)),
    ("presenter notes", lambda page: [f"{n.section} {n.minutes} min" for n in page.outline.notes]),
    ("citations", lambda page: sorted({citation.source for citation in page.outline.citations})),
    ("links", lambda page: sorted({link.target for link in page.outline.links if "://" not in link.target})),
)


def translations_have_the_same_bones(course: Course) -> Iterator[Problem]:
    """Ids, markers, pictures, objectives, minutes, citations and links are those of the English page."""
    for english, other, _ in _page_pairs(course):
        if other is None:
            continue
        for name, bones in _BONES:
            mine, theirs = bones(other), bones(english)
            if mine != theirs:
                yield Problem(
                    other.place,
                    f"{name} differ from English: {_difference(mine, theirs)}",
                    "make them the same",
                )


def _difference(mine: list[str], theirs: list[str]) -> str:
    missing = [item for item in theirs if item not in mine]
    extra = [item for item in mine if item not in theirs]
    parts = [f"without {', '.join(missing)}"] if missing else []
    parts += [f"with {', '.join(extra)}"] if extra else []
    return " and ".join(parts) or "in another order or number"


def translated_questions_have_the_same_key(course: Course) -> Iterator[Problem]:
    """A translated question keeps id, objective, section, edition, options, their order and the key."""
    for english, other, _ in _bank_pairs(course):
        if other is None:
            continue
        ids, wanted = ([question.id for question in bank.questions] for bank in (other, english))
        if ids != wanted:
            difference = _difference(ids, wanted)
            yield Problem(
                other.place, f"the questions differ from English: {difference}", "same ids, same order"
            )
        for question, twin in _twins(english, other):
            facts = [(q.objective, q.section, q.edition, len(q.gaps)) for q in (question, twin)]
            options = [[(c.id, c.right) for c in q.choices] for q in (question, twin)]
            if facts[0] != facts[1]:
                yield Problem(
                    twin.place,
                    f"{twin.id}: attributes or gaps differ from English",
                    "copy the heading’s braces",
                )
            if options[0] != options[1]:
                yield Problem(
                    _first(twin.place, twin.choices),
                    f"{twin.id}: options or key differ from English",
                    "same ids, order, [x]",
                )


def _twins(english: Bank, other: Bank) -> Iterator[tuple[Question, Question]]:
    """The questions that both banks have; of those with the same id, the first with the first."""
    left = list(other.questions)
    for question in english.questions:
        twin = next((candidate for candidate in left if candidate.id == question.id), None)
        if twin:
            left.remove(twin)
            yield question, twin


def _first(place: Place, choices: tuple[object, ...]) -> Place:
    return getattr(choices[0], "place", place) if choices else place

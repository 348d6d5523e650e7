"""The library that is searched: every section of every lesson, in both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.content.model import LANGUAGES, Course, Module, Page, Paragraph, Words
from scripts.content.sentences import sentences
from scripts.site.labs.search_terms import STOP, words

NOT_QUOTED = "~"
"""Begins a line that can be found but is never an answer: a row, a quotation, a myth, a question."""

_NO_TEXT = ("check",)
_TOLD = ("story", "activity")
"""Sections that tell of invented places: they are found, but no answer is taken from them."""
_FEWEST = 5
"""Words of a sentence that can stand alone."""


@dataclass(frozen=True)
class Section:
    """A section of a lesson, by language: its lines (one sentence or row each), and other words about it.

    Those are words that only its questions and presenter's notes use.
    """

    module: str
    id: str
    title: Words
    lines: Mapping[str, tuple[str, ...]]
    more: Words

    @property
    def full_id(self) -> str:
        """`<module>#<section>`."""
        return f"{self.module}#{self.id}"


def _lines(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.kind == "row":
        yield NOT_QUOTED + paragraph.plain.strip(" |")
        return
    told = paragraph.section in _TOLD or paragraph.kind in ("quote", "heading")
    for sentence in sentences(paragraph.plain):
        weak = told or sentence[-1] in "?:" or len(sentence.split()) < _FEWEST
        yield NOT_QUOTED + sentence if weak else sentence


def _is_text(paragraph: Paragraph, section: str) -> bool:
    """Not the section's own heading, not a presenter's note."""
    own = paragraph.kind == "heading" and not paragraph.box
    return paragraph.section == section and not own and paragraph.box != "instructor"


def _asked(module: Module, language: str, section: str) -> Iterator[str]:
    """What the questions about a section say."""
    bank = module.banks.get(language)
    for question in bank.questions if bank else ():
        if question.section == section:
            yield from (text for _, text in question.lines())


def _more(module: Module, page: Page, section: str, own: str) -> str:
    """The words of the section's questions and notes that it does not use itself, each once."""
    notes = (p.plain for p in page.paragraphs if p.section == section and p.box == "instructor")
    said = " ".join((*_asked(module, page.language, section), *notes))
    return " ".join(sorted(set(words(said)) - set(words(own)) - STOP))


def _section(module: Module, id_: str) -> Section:
    title, more = dict.fromkeys(LANGUAGES, ""), dict.fromkeys(LANGUAGES, "")
    lines: dict[str, tuple[str, ...]] = dict.fromkeys(LANGUAGES, ())
    for language, page in module.pages.items():
        heading = next((each for each in page.sections if each.id == id_), None)
        if heading is None:
            continue
        found = [line for p in page.paragraphs if _is_text(p, id_) for line in _lines(p)]
        title[language], lines[language] = heading.text, tuple(found)
        more[language] = _more(module, page, id_, " ".join((heading.text, *found)))
    return Section(module.id, id_, title, lines, more)


def sections(course: Course) -> list[Section]:
    """Every section in the course's order, but the self-checks, which hold no text."""
    return [
        _section(module, heading.id)
        for module in course.in_order()
        for heading in module.page(LANGUAGES[0]).sections
        if heading.id not in _NO_TEXT
    ]

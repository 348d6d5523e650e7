"""The course as the rest of the program sees it: frozen records, each with its place in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

LANGUAGES = ("en", "ko")
"""The editions, the source language first."""

LECTURE_MINUTES = 20
"""How long a lecture from a module's presenter notes lasts, unless the plan says otherwise."""

Words = Mapping[str, str]
"""One text by language: `{"en": "Check", "ko": "확인"}`."""


class Place(NamedTuple):
    """A line (from 1) of a file, its path written from the course's root with `/`."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Problem:
    """Something an editor has to mend: where, what, and how."""

    place: Place
    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    rule: str = ""


@dataclass(frozen=True)
class Exemption:
    """An exception that a file's head makes: the rule, the reason, and the line that says so."""

    rule: str
    reason: str
    place: Place


@dataclass(frozen=True)
class Heading:
    """A heading with the id and the `data-` attributes that stand in its braces."""

    level: int
    text: str
    id: str
    attributes: Mapping[str, str]
    place: Place


@dataclass(frozen=True)
class Link:
    """A link or picture: the words, the target as written, and its place."""

    text: str
    target: str
    place: Place


@dataclass(frozen=True)
class Marker:
    """`<!-- kind: name name -->` alone on its line: here the build puts something."""

    kind: str
    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Note:
    """A presenter's note: its minutes (None when the title does not say), its title and its section."""

    minutes: int | None
    place: Place
    title: str = ""
    section: str = ""
    """The id of the second-level heading above it; empty when there is none."""


@dataclass(frozen=True)
class Objective:
    """What a learner can do afterwards: the id that questions name, the words, and their line."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True)
class Citation:
    """`[^id]` in running text."""

    source: str
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """A stretch of running text: a paragraph, a heading, an item of a list, a row of a table, a quotation.

    `text` is the Markdown in one line, `plain` its words without any mark-up. `section` is the id of
    the second-level heading above it; `box` is the kind of the box around it (`myth`, `office`, `ask`,
    `instructor`), or empty.
    """

    kind: Literal["heading", "text", "item", "row", "quote"]
    text: str
    plain: str
    section: str
    box: str
    place: Place
    citations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stray:
    """Something that Markdown renders as what the reader does not take it for, and how to write it."""

    what: str
    hint: str
    text: str
    place: Place


@dataclass(frozen=True)
class Outline:
    """What stands where in one Markdown text."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    footnotes: tuple[Citation, ...] = ()
    """Definitions `[^id]: …` written by hand."""
    unread: tuple[Link, ...] = ()
    """What looks like a link or picture and cannot be read as one; `text` is how it begins."""
    lost: tuple[Marker, ...] = ()
    """What is written like a marker but not alone on its line, so that nothing is put there."""


@dataclass(frozen=True)
class Page:
    """One Markdown page: its head, its outline and its text without the head, `lines_before` it."""

    place: Place
    language: str
    title: str
    summary: str
    outline: Outline
    text: str
    aims: tuple[Objective, ...] = ()
    translates: str = ""
    fingerprint: str = ""
    lines_before: int = 0
    allow: tuple[Exemption, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    keys: Mapping[str, Place] = field(default_factory=dict)
    """Where each key of the head stands."""

    strays: tuple[Stray, ...] = ()

    @property
    def objectives(self) -> Words:
        """The words of each objective by its id."""
        return {aim.id: aim.text for aim in self.aims}

    def place_of(self, key: str) -> Place:
        """The line of a key of the head; the first line of the file where the head lacks it."""
        return self.keys.get(key, self.place)

    @property
    def sections(self) -> tuple[Heading, ...]:
        """The second-level headings, in order."""
        return tuple(h for h in self.outline.headings if h.level == 2)  # noqa: PLR2004 - a level

    def markers(self, kind: str) -> Iterator[Marker]:
        """The markers of one kind, in order."""
        return (marker for marker in self.outline.markers if marker.kind == kind)


def _lines(text: str, start: Place) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(text.split("\n") if text else (), start=start.line):
        yield Place(start.path, number), line


@dataclass(frozen=True)
class Choice:
    """An option of a question, with the sentence shown to whoever chooses it (Markdown)."""

    id: str
    text: str
    right: bool
    feedback: str
    place: Place

    def feedback_lines(self) -> Iterator[tuple[Place, str]]:
        """The lines of the feedback, which begins right below the option."""
        return _lines(self.feedback, Place(self.place.path, self.place.line + 1))


@dataclass(frozen=True)
class Gap:
    """A gap in a sentence and every answer that fills it, the preferred one first."""

    answers: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question of a bank. `stem` and `explanation` are Markdown; gaps stand in the stem."""

    id: str
    module: str
    title: str
    objective: str
    section: str
    edition: int
    stem: str
    choices: tuple[Choice, ...]
    gaps: tuple[Gap, ...]
    explanation: str
    place: Place
    stem_place: Place
    explanation_place: Place
    """Where stem and explanation begin; `place` is the heading's."""

    @property
    def full_id(self) -> str:
        """`<module>/<question>`: the name a learner's answer is kept under."""
        return f"{self.module}/{self.id}"

    @property
    def kind(self) -> Literal["single", "several", "gaps"]:
        """How it is answered."""
        if self.gaps:
            return "gaps"
        return "several" if sum(choice.right for choice in self.choices) > 1 else "single"

    def holds(self, sign: str) -> bool:
        """Whether the sign stands anywhere in it: a quick answer, before its lines are looked at."""
        texts = (text for choice in self.choices for text in (choice.text, choice.feedback))
        return any(sign in text for text in (self.stem, self.explanation, *texts))

    def lines(self) -> Iterator[tuple[Place, str]]:
        """Every line that a learner reads, with its place: stem, options with feedback, explanation."""
        yield from _lines(self.stem, self.stem_place)
        for choice in self.choices:
            yield choice.place, choice.text
            yield from choice.feedback_lines()
        yield from _lines(self.explanation, self.explanation_place)

    @property
    def key(self) -> tuple[tuple[str, ...], ...]:
        """What counts as right, whatever the order of the options: compared between revisions."""
        right = tuple(sorted(choice.id for choice in self.choices if choice.right))
        return (right, *(gap.answers for gap in self.gaps))


@dataclass(frozen=True)
class Bank:
    """The questions of one module in one language."""

    place: Place
    language: str
    questions: tuple[Question, ...]
    translates: str = ""
    fingerprint: str = ""
    allow: tuple[Exemption, ...] = ()


@dataclass(frozen=True)
class SortItem:
    """Something to sort, where it may go, and why."""

    id: str
    text: Words
    goes: tuple[str, ...]
    because: Words
    place: Place


@dataclass(frozen=True)
class Sort:
    """A sorting task: choices to sort into, and items."""

    name: str
    place: Place
    title: Words
    question: Words
    choices: Mapping[str, Words]
    items: tuple[SortItem, ...]


@dataclass(frozen=True)
class SheetField:
    """One field of a worksheet; `parts` are a table's columns or a checklist's items."""

    id: str
    kind: str
    label: Words
    hint: Words
    rows: int
    parts: Mapping[str, Words]


@dataclass(frozen=True)
class Worksheet:
    """A form that a learner fills in and keeps in the browser."""

    name: str
    place: Place
    title: Words
    fields: tuple[SheetField, ...]


@dataclass(frozen=True)
class Finding:
    """What a pilot found: a number of a unit, or nothing but words."""

    unit: str
    low: float | None
    high: float | None
    about: bool
    says: Words
    place: Place


@dataclass(frozen=True)
class Pilot:
    """One entry of a chart: who tried what on whom, how it was found out, and what was found."""

    id: str
    place: Place
    name: Words
    country: Words
    by: Words
    year: str
    people: Words
    method: str
    finding: Finding
    measured: Words
    cites: tuple[str, ...]
    cites_place: Place


@dataclass(frozen=True)
class Chart:
    """Pilots side by side; the page shows them as a drawing and as a table."""

    name: str
    place: Place
    title: Words
    pilots: tuple[Pilot, ...]


@dataclass(frozen=True)
class Module:
    """A lesson in every language, with its bank, its activities and its pictures."""

    id: str
    strand: str
    place: Place
    minutes: int
    needs: tuple[str, ...]
    reviewed: str
    pages: Mapping[str, Page]
    banks: Mapping[str, Bank]
    sorts: Mapping[str, Sort] = field(default_factory=dict)
    worksheets: Mapping[str, Worksheet] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each key of the English page's head stands."""
    charts: Mapping[str, Chart] = field(default_factory=dict)

    def page(self, language: str) -> Page:
        """The page in that language, else in the source language."""
        return self.pages.get(language) or self.pages[LANGUAGES[0]]

    def bank(self, language: str) -> Bank | None:
        """The bank in that language, else in the source language, if there is one."""
        return self.banks.get(language) or self.banks.get(LANGUAGES[0])

    def question(self, name: str, language: str) -> Question | None:
        """One question by its own id."""
        bank = self.bank(language)
        return next((q for q in bank.questions if q.id == name), None) if bank else None


@dataclass(frozen=True)
class Lab:
    """Something that a reader tries out in the page, from its folder below `overrides/assets/labs/`."""

    id: str
    place: Place
    title: Words
    intro: Words
    waits: bool
    """Whether it starts when the reader says so, not by itself: only then is its data loaded."""
    start: Words
    """What the button says that starts it."""
    minutes: int
    """How long a reader is at it, or at one of its exercises where a page shows one alone."""
    steps: tuple[str, ...]
    """What can be finished, by id: each counts as progress."""
    uses: tuple[str, ...]
    """The labs whose engines are loaded before this one."""
    words: Mapping[str, Words]
    exercises: Mapping[str, object] = field(default_factory=dict)
    """What its other files hold, by their names, as the lab's own records."""


@dataclass(frozen=True)
class Source:
    """Where a claim comes from. `says` is what it supports, in our own words."""

    id: str
    place: Place
    title: Words
    publisher: Words
    date: str
    locator: Words
    address: str
    language: str
    status: str
    kind: str
    checked: str
    review_by: str
    says: Words
    reviewed: str = ""
    """What the last review found, when nothing else in the entry had to change."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each key of the entry stands."""


@dataclass(frozen=True)
class Term:
    """An entry of the glossary."""

    id: str
    place: Place
    term: Words
    means: Words
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each language's words stand."""


@dataclass(frozen=True)
class Strand:
    """A part of the course: its modules in order and the minutes it is meant to take."""

    id: str
    place: Place
    target_minutes: int
    modules: tuple[str, ...]


@dataclass(frozen=True)
class Stop:
    """A station of the ethics-and-law thread: a module, or one section of it, and why it counts."""

    module: str
    section: str
    why: Words
    place: Place


@dataclass(frozen=True)
class Pathway:
    """A way through the course for one kind of reader."""

    id: str
    title: Words
    modules: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Retired:
    """A question that is asked no more: its id is never given to another."""

    module: str
    question: str
    since: str
    why: str
    place: Place


@dataclass(frozen=True)
class Unreachable:
    """What the check of other sites' addresses need not reach: how they begin, and the reason."""

    begins: str
    reason: str
    place: Place


@dataclass(frozen=True)
class Course:
    """Everything that was read, and every problem met in reading it."""

    root: Path
    id: str
    strands: tuple[Strand, ...] = ()
    modules: Mapping[str, Module] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    thread: tuple[Stop, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    labs: Mapping[str, Lab] = field(default_factory=dict)
    retired: tuple[Retired, ...] = ()
    allow: tuple[Exemption, ...] = ()
    unreachable: tuple[Unreachable, ...] = ()
    problems: tuple[Problem, ...] = ()
    lecture_minutes: int = LECTURE_MINUTES

    def in_order(self) -> Iterator[Module]:
        """The modules as the course lists them."""
        for strand in self.strands:
            yield from (self.modules[name] for name in strand.modules if name in self.modules)

    def unread(self) -> set[str]:
        """The modules of the plan that could not be read: why is told where they stand."""
        return {name for strand in self.strands for name in strand.modules} - set(self.modules)

    def all_pages(self) -> Iterator[Page]:
        """Every page of every language: modules, strands and the pages about the course."""
        for module in self.in_order():
            yield from module.pages.values()
        yield from self.pages.values()

    def lab_markers(self) -> Iterator[tuple[Page, Marker, str]]:
        """Every place of a page that asks for a lab, with the name it asks for: `walk` or `walk/refusal`."""
        for page in self.all_pages():
            for marker in page.markers("lab"):
                for name in marker.names:
                    yield page, marker, name

    def banks(self) -> Iterator[tuple[Module, Bank]]:
        """Every bank with its module."""
        for module in self.in_order():
            for bank in module.banks.values():
                yield module, bank

    def questions(self) -> Iterator[tuple[Module, Bank, Question]]:
        """Every question of every language with its module and bank."""
        for module, bank in self.banks():
            for question in bank.questions:
                yield module, bank, question

"""Rules for time: what a lesson takes a learner, and what it takes a presenter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scripts.content.model import LANGUAGES, Course, Module, Note, Page, Paragraph, Place, Problem, SheetField

WORDS_A_MINUTE = 238
"""How fast adults read English non-fiction silently: M. Brysbaert, “How many words do we read per minute?”,
Journal of Memory and Language 109 (2019), 104047. Korean is not counted: both pages say the same."""
QUESTION = 1.0
"""Minutes to answer a question and read why: one each, the rule of thumb of test makers."""
SORTED = 1 / 3
"""Minutes for a thing to sort and its reason. This and what follows are conventions of this course."""
ROW = {"line": 0.5, "text": 0.4, "table": 0.75, "checklist": 0.1}
"""Minutes for a row of a worksheet: a line, a row of text or of a table, an item to tick."""
SHARE = 1 / 3
"""How far the head's minutes may lie from what we estimate, as a share of the estimate."""
FEWEST_WORDS = 500
"""A shorter page is still being written: it is not timed."""

SAID = {"en": re.compile(r"\([1-9]\d{0,2} min\)"), "ko": re.compile(r"\([1-9]\d{0,2}분\)")}
"""How a note's title says its minutes, by the page's language."""
FORM = {"en": "(2 min)", "ko": "(2분)"}


def minutes_fit_the_work(course: Course) -> Iterator[Problem]:
    """The minutes of a module are what reading, questions and activities take, give or take a third.

    모듈의 소요 시간은 본문을 읽고 문항을 풀고 활동을 하는 데 드는 시간과 3분의 1 넘게 차이 나지 않습니다.

    Estimated: the words of the English page without presenter notes at 238 a minute (Brysbaert 2019,
    silent reading of non-fiction by adults); one minute for each question with its explanations; and,
    as conventions of this course, 20 seconds for each thing to sort, 30 seconds for a line of a
    worksheet, 24 for a row of text, 45 for a row of a table, 6 for an item to tick. A lab takes the
    minutes that its `lab.yml` says. A page under 500 words is still being written and is not timed.
    """
    for module in course.in_order():
        page = module.page(LANGUAGES[0])
        words = sum(len(part.plain.split()) for part in page.paragraphs if part.box != "instructor")
        names = {name.split("/")[0] for marker in page.markers("lab") for name in marker.names}
        labs = sum(course.labs[name].minutes for name in names if name in course.labs)
        minutes = words / WORDS_A_MINUTE + _tasks(module) + labs
        if words >= FEWEST_WORDS and module.minutes and abs(module.minutes - minutes) > minutes * SHARE:
            yield Problem(
                page.place_of("minutes"),
                f"“minutes: {module.minutes}”, but {words} words and the tasks take about {minutes:.0f}",
                "change the minutes, or shorten or extend the lesson",
                severity="warning",
            )


def _tasks(module: Module) -> float:
    """The minutes that a module's questions, sorting tasks and worksheets take."""
    bank = module.bank(LANGUAGES[0])
    questions = len(bank.questions) if bank else 0
    items = sum(len(sort.items) for sort in module.sorts.values())
    fields = (field for sheet in module.worksheets.values() for field in sheet.fields)
    return questions * QUESTION + items * SORTED + sum(map(_filling_in, fields))


def _filling_in(field: SheetField) -> float:
    rows = {"line": 1, "checklist": len(field.parts)}.get(field.kind, field.rows)
    return ROW.get(field.kind, 0) * rows


def notes_say_their_minutes(course: Course) -> Iterator[Problem]:
    """A presenter's note stands in a section, says its minutes in its title and tells what to do.

    발표자 노트는 절 안에 두고, 제목에 소요 시간을 밝히며, 무엇을 말하고 물을지 적습니다.

    A section has one note, so that its minutes are the section's. The title ends with “(2 min)”, in
    Korean with “(2분)”.
    """
    for module in course.in_order():
        for page in module.pages.values():
            told: set[str] = set()
            lines = [part.place.line for part in page.paragraphs]
            for note in page.outline.notes:
                yield from _faults(page, note, told)
                if not _says_something(note, page.paragraphs, lines):
                    hint = "below it, indented, write what to say, ask and show"
                    yield Problem(note.place, "the note is empty", hint)


def _faults(page: Page, note: Note, told: set[str]) -> Iterator[Problem]:
    """What is wrong with a note; `told` has the sections that have one already and gets this one's."""
    form = FORM[page.language]
    if not SAID[page.language].search(note.title):
        yield Problem(note.place, f"the note “{note.title}” does not say its minutes", f"end it with {form}")
    if not note.section:
        yield Problem(note.place, "a presenter’s note outside any section", "put it below a heading “## …”")
    elif note.section in told:
        yield Problem(note.place, f"a second note in “{note.section}”", "one note a section: join them")
    told.add(note.section)


def _says_something(note: Note, parts: Sequence[Paragraph], lines: list[int]) -> bool:
    """Whether the paragraph after a note's title is part of the note; `lines` has those of the paragraphs."""
    after = bisect_right(lines, note.place.line)
    return after < len(parts) and parts[after].box == "instructor" and parts[after].kind != "heading"


def notes_fill_the_lecture(course: Course) -> Iterator[Problem]:
    """The minutes of a module's presenter notes add up to the length of the lecture.

    모듈의 발표자 노트에 적은 시간을 모두 더하면 강의 시간과 같습니다.

    The lecture takes 20 minutes, or what `lecture_minutes` in `modules/course.yml` says.
    """
    for module in course.in_order():
        for page in module.pages.values():
            minutes = _lecture(page)
            if minutes != course.lecture_minutes:
                what = f"the presenter notes make {minutes} minutes, the lecture {course.lecture_minutes}"
                place = _off(module, page) or page.place_of("objectives")
                yield Problem(place, what, "change the minutes of a note")


def _lecture(page: Page) -> int:
    return sum(note.minutes or 0 for note in page.outline.notes)


def _off(module: Module, page: Page) -> Place | None:
    """The note whose minutes are wrong: the one that differs from another language, else the last one."""
    notes = page.outline.notes
    for other in module.pages.values():
        for mine, theirs in zip(notes, other.outline.notes, strict=False):
            if mine.minutes != theirs.minutes:
                return mine.place
    return notes[-1].place if notes else None

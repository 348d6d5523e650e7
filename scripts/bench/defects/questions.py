"""Defects of a bank: markers, keys, options, feedback, gaps, and where a page asks for questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.bench.defects.ground import Defect, Ground
from scripts.content.model import Marker, Place

FEWEST = 3


def key_removed(ground: Ground) -> Iterator[Defect]:
    """Nobody marked the right option."""
    for question in ground.questions("single"):
        for choice in question.choices:
            if choice.right:
                line = ground.line(choice.place).replace("[x]", "[ ]", 1)
                yield ground.change(choice.place, line, *ground.about(question))


def all_options_right(ground: Ground) -> Iterator[Defect]:
    """Every option carries the mark of the right one."""
    for question in ground.questions("single"):
        first, last = question.choices[0].place, question.choices[-1].place
        lines = ground.lines(first.path)[first.line - 1 : last.line]
        marked = tuple(line.replace("- [ ]", "- [x]", 1) for line in lines)
        yield ground.edit(first.path, first.line, len(lines), marked, *ground.about(question))


def options_deleted_until_two(ground: Ground) -> Iterator[Defect]:
    """The last options were cut out; two are left."""
    for question in ground.questions("single"):
        first, end = question.choices[2].place, ground.after(question.choices[-1])
        if any(choice.right for choice in question.choices[:2]):
            yield ground.edit(first.path, first.line, end - first.line, (), *ground.about(question))


def option_written_twice(ground: Ground) -> Iterator[Defect]:
    """Two options read alike, under two ids."""
    for question in ground.questions("single"):
        first, second = question.choices[:2]
        line = ground.line(second.place).replace(second.text, first.text, 1)
        yield ground.change(second.place, line, first.place, question.place)


def feedback_deleted(ground: Ground) -> Iterator[Defect]:
    """An option has lost its feedback."""
    for _, choice in ground.options():
        at = choice.place.line + 1
        yield ground.edit(choice.place.path, at, ground.after(choice) - at, (), choice.place)


def blank_line_before_feedback(ground: Ground) -> Iterator[Defect]:
    """A blank line cuts the feedback off its option."""
    for _, choice in ground.options():
        yield ground.edit(choice.place.path, choice.place.line + 1, 0, ("",), choice.place)


def option_without_space(ground: Ground) -> Iterator[Defect]:
    """`-[x]` stands in the place of `- [x]`."""
    for question, choice in ground.options():
        yield ground.change(choice.place, ground.line(choice.place).replace("- [", "-[", 1), question.place)


def option_marked_with_another_letter(ground: Ground) -> Iterator[Defect]:
    """`- [y]` or `* [x]` stands in the place of `- [x]`."""
    for question, choice in ground.options():
        for old, new in (("- [x]", "- [y]"), ("- [x]", "* [x]"), ("- [ ]", "- []")):
            if (line := ground.line(choice.place)).startswith(old):
                yield ground.change(choice.place, line.replace(old, new, 1), question.place)


def option_id_lost(ground: Ground) -> Iterator[Defect]:
    """An option has no id in braces any more."""
    for question, choice in ground.options():
        line = re.sub(r"\s*\{ #[\w-]+ \}$", "", ground.line(choice.place))
        yield ground.change(choice.place, line, *ground.about(question))


def _tag(ground: Ground, tag: str) -> Iterator[tuple[Place, Place]]:
    """The line of a tag in every question, and the question's own."""
    for question in ground.questions():
        path, at = question.place.path, question.place.line
        number = ground.lines(path).index(tag, at) + 1
        yield Place(path, number), question.place


def quiz_with_attribute(ground: Ground) -> Iterator[Defect]:
    """`<quiz>` carries an attribute, so that the plugin leaves the block as it is."""
    for tag, heading in _tag(ground, "<quiz>"):
        yield ground.change(tag, '<quiz id="one">', heading)


def end_of_quiz_lost(ground: Ground) -> Iterator[Defect]:
    """A question's `</quiz>` is gone."""
    for tag, heading in _tag(ground, "</quiz>"):
        yield ground.edit(tag.path, tag.line, 1, (), heading)


def objective_unknown(ground: Ground) -> Iterator[Defect]:
    """A question names an objective that its module lacks."""
    for question in ground.questions():
        line = re.sub(r"data-objective=\w+", "data-objective=o19", ground.line(question.place))
        yield ground.change(question.place, line, ground.twin(question).place)


def objective_lost(ground: Ground) -> Iterator[Defect]:
    """A question names no objective."""
    for question in ground.questions():
        line = re.sub(r" data-objective=\w+", "", ground.line(question.place))
        yield ground.change(question.place, line, ground.twin(question).place)


def gap_broken(ground: Ground) -> Iterator[Defect]:
    """A gap has lost a bracket."""
    for question in ground.questions("gaps"):
        lines = ground.lines(question.place.path)
        at = next(n for n in range(question.place.line, len(lines)) if "]]" in lines[n])
        place = Place(question.place.path, at + 1)
        yield ground.change(place, lines[at].replace("]]", "]", 1), *ground.about(question))


def gap_without_explanation(ground: Ground) -> Iterator[Defect]:
    """The explanation below a gap text is gone."""
    for question in ground.questions("gaps"):
        path, lines = question.place.path, ground.lines(question.place.path)
        start, end = (lines.index(line, question.place.line) for line in ("---", "</quiz>"))
        yield ground.edit(path, start + 1, end - start, (), *ground.about(question))


def _markers(ground: Ground) -> Iterator[tuple[Marker, str, Place]]:
    """Every quiz marker with each question that it names, and where that one stands."""
    for page in ground.lessons():
        module = next(m for m in ground.course.in_order() if page in m.pages.values())
        for marker in page.markers("quiz"):
            for name in marker.names:
                question = module.question(name, page.language)
                yield marker, name, question.place if question else marker.place


def question_never_asked(ground: Ground) -> Iterator[Defect]:
    """A page's marker has lost a question."""
    for marker, name, place in _markers(ground):
        line = re.sub(rf" {name}(?= )", "", ground.line(marker.place), count=1)
        yield ground.change(marker.place, line, place)


def question_asked_twice(ground: Ground) -> Iterator[Defect]:
    """A page's marker names a question twice."""
    for marker, name, place in _markers(ground):
        line = ground.line(marker.place).replace(" -->", f" {name} -->", 1)
        yield ground.change(marker.place, line, place)


KINDS = (
    key_removed,
    all_options_right,
    options_deleted_until_two,
    option_written_twice,
    feedback_deleted,
    blank_line_before_feedback,
    option_without_space,
    option_marked_with_another_letter,
    option_id_lost,
    quiz_with_attribute,
    end_of_quiz_lost,
    objective_unknown,
    objective_lost,
    gap_broken,
    gap_without_explanation,
    question_never_asked,
    question_asked_twice,
)

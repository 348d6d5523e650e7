"""A bank's text into questions.

The syntax is that of mkdocs-quiz, read strictly: what the plugin would silently turn into
something else is a problem here. Ours beside it: ids, objective, section and edition in the
heading's braces, and an id in braces at the end of each option.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scripts.content.frontmatter import Document
from scripts.content.markdown import prose_lines, scan
from scripts.content.model import (
    LANGUAGES,
    Bank,
    Choice,
    Gap,
    Heading,
    Outline,
    Place,
    Problem,
    Question,
)
from scripts.content.strays import strays

RULE = "questions-are-well-formed"
SOURCE = LANGUAGES[0]
GAP = re.compile(r"\[\[((?:[^\[\]]|\[(?!\[)){1,400})\]\]")
_OPTION = re.compile(r"- \[([ x])\] (\S.*?)(?:\s*\{\s*#([\w-]+)\s*\})?\s*$")
_LIKE_AN_OPTION = re.compile(
    r"\s*(?:[-*+\u2013\u2014\u2022\u00b7]\s*(?:\[.{0,3}\](?!\()|\uff3b.{0,3}\uff3d|\([ xX]\)\s)"
    r"|(?:\d+[.)]\s*)?\[[ xX]?\]\s|[-*+]\s[^{}]*\{\s*#[\w-]+\s*\}\s*$)"
)
"""A line that was meant as an option: with a long dash, a bullet or wide brackets, or an id and no box."""
_EDITION = re.compile(r"[1-9][0-9]{0,3}")
_KNOWN = ("data-objective", "data-section", "data-edition")

BELOW = "begin a line of feedback with “> ”, not indented; put a blank line before an explanation"

OUTSIDE = "move it inside <quiz> … </quiz>, or take it out; a question of its own begins with “## ”"

Report = Callable[[int, str, str], None]


class _Lines:
    """A question's lines with their numbers, read from the front."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self.lines, self.at = lines, 0

    def __bool__(self) -> bool:
        return self.at < len(self.lines)

    def peek(self) -> str:
        return self.lines[self.at][1] if self else ""

    def take(self) -> tuple[int, str]:
        self.at += 1
        return self.lines[self.at - 1]

    def next_words(self, otherwise: int) -> int:
        """The number of the next line that is not blank."""
        return next((number for number, line in self.lines[self.at :] if line.strip()), otherwise)

    def text_while(self, wanted: Callable[[str], bool]) -> str:
        taken = []
        while self and wanted(self.peek()):
            taken.append(self.take()[1])
        return "\n".join(taken).strip("\n")


def _broken(tag: str, state: str) -> tuple[str, str] | None:
    """What is wrong with a line that has to do with the tags, and how to mend it."""
    if tag.lower().startswith("<quiz") and (state != "before" or tag != "<quiz>"):
        return f"broken marker “{tag}”", "one <quiz> … </quiz> a question, no attributes"
    if "</quiz>" in tag and tag != "</quiz>":
        return "</quiz> inside a line ends the question there", "put it on a line of its own"
    return None


def _block(lines: list[tuple[int, str]], report: Report, start: int) -> list[tuple[int, str]]:
    """The lines between `<quiz>` and `</quiz>`; everything else around the tags is a problem."""
    inside: list[tuple[int, str]] = []
    outside: dict[str, tuple[int, str]] = {}  # the first line of each passage tells the editor enough
    state = "before"
    for number, line in lines:
        tag = line.strip()
        opening = tag.lower().startswith("<quiz")
        if fault := _broken(tag, state):
            report(number, *fault)
        if opening and state == "before":
            state = "inside"
        elif tag == "</quiz>" and state == "inside":
            state = "after"
        elif state == "inside" and not opening:
            inside.append((number, line))
        elif tag and state != "inside":
            outside.setdefault(state, (number, tag))
    if state != "after":
        what = "the question is not closed" if state == "inside" else "no <quiz> under this heading"
        report(start, what, "put the question between a line <quiz> and a line </quiz>")
    for number, tag in outside.values() if state != "before" else ():
        if not tag.lower().startswith("<quiz"):
            report(number, f"text outside the question: “{tag[:40]}”", OUTSIDE)
    return inside


def _feedback(lines: _Lines, report: Report) -> str:
    """The lines right below an option, up to a blank one; each has to begin with “>”."""
    kept = []
    while lines and not _LIKE_AN_OPTION.match(lines.peek()):
        number, line = lines.take()
        if not line.strip():
            if not lines.peek().lstrip().startswith(">"):
                break
            report(number, "a blank line cuts the feedback off", "put “> …” right below its option")
        elif not line.startswith(">"):
            report(number, f"neither option nor feedback: “{line.strip()[:40]}”", BELOW)
        kept.append(line.strip().removeprefix(">").strip())
    return "\n".join(kept)


def _choices(lines: _Lines, report: Report, path: str) -> Iterator[Choice]:
    """The options with their feedback; stops at the explanation."""
    while lines:
        number, line = lines.take()
        if not line.strip():
            continue
        option = _OPTION.fullmatch(line)
        if not option:
            if _LIKE_AN_OPTION.match(line):
                report(
                    number,
                    f"not an option: “{line.strip()[:40]}”",
                    "write “- [ ] ” or “- [x] ”, not indented",
                )
                lines.text_while(lambda text: text.lstrip().startswith(">"))
                continue
            lines.at -= 1
            return
        yield Choice(
            option[3] or "", option[2], option[1] == "x", _feedback(lines, report), Place(path, number)
        )


def _open_gaps(lines: list[tuple[int, str]], report: Report) -> None:
    """Name what begins like a gap and is not closed in its line."""
    for at, line in prose_lines("\n".join(line for _, line in lines)):
        if "[[" in line and "[[" in GAP.sub("", line):
            report(lines[at - 1][0], "a gap that is not closed", "write [[answer|other answer]] in one line")


def _question(heading: Heading, lines: list[tuple[int, str]], module: str, report: Report) -> Question:
    """One question from its heading and the lines below it."""
    path, start = heading.place.path, heading.place.line
    for name in heading.attributes:
        if name not in _KNOWN:
            report(start, f"unknown attribute “{name}”", f"known: {', '.join(_KNOWN)}")
    edition = heading.attributes.get("data-edition", "1")
    if not _EDITION.fullmatch(edition):
        report(start, f"data-edition={edition} is not a number from 1", "write data-edition=2")
        edition = "1"
    inside = _Lines(_block(lines, report, start))
    stem_place = Place(path, inside.next_words(start))
    stem = inside.text_while(lambda text: not _LIKE_AN_OPTION.match(text) and text.strip() != "---")
    _open_gaps(inside.lines[: inside.at], report)
    choices: tuple[Choice, ...] = ()
    if inside and inside.peek().strip() == "---":
        inside.take()
    else:
        choices = tuple(_choices(inside, report, path))
    later = inside.at
    explanation_place = Place(path, inside.next_words(start))
    explanation = inside.text_while(lambda _: True)
    for number, line in inside.lines[later:]:
        if _LIKE_AN_OPTION.match(line):
            report(number, f"an option after other text: “{line.strip()[:40]}”", "keep all options together")
    gaps = tuple(
        Gap(tuple(part.strip() for part in found[1].split("|") if part.strip()))
        for found in GAP.finditer(stem)
    )
    return Question(
        heading.id,
        module,
        heading.text,
        heading.attributes.get("data-objective", ""),
        heading.attributes.get("data-section", ""),
        int(edition),
        stem.strip(),
        choices,
        gaps,
        explanation.strip(),
        heading.place,
        stem_place,
        explanation_place,
    )


def _beside_the_questions(
    document: Document, outline: Outline, lines: list[tuple[int, str]], report: Report
) -> None:
    """What stands above the first question and belongs to none."""
    for number, line in lines:
        if "<quiz" in line:
            hint = "put “## Name { #two-words data-objective=o1 }” above"
            report(number, "a question without a heading", hint)
    for marker in (*outline.markers, *outline.lost):
        if marker.place.line <= document.lines_before + len(lines):
            report(marker.place.line, f"the marker “{marker.kind}” asks for nothing in a bank", "take it out")


def _other_syntax(document: Document, outline: Outline, told: set[int], report: Report) -> None:
    """What Markdown would make something else of, at lines of which nothing else was told."""
    for link in outline.unread:
        report(link.place.line, f"“{link.text}” cannot be read as a link", "write [words](address)")
    for stray in strays(document.body, document.place.path, document.lines_before):
        if stray.text != "---" and stray.place.line not in told:  # “---” ends the sentence of a gap text
            report(stray.place.line, stray.what, stray.hint)


def _head(document: Document, module: str, language: str, report: Report) -> str:
    """Judge a bank's head; what it says the translation was made from."""
    head = document.head
    if not head:
        if language == SOURCE and not document.lines_before:
            report(1, "the bank has no head", f"begin with “---”, “module: {module}”, “---”")
        return ""
    translates = head.text("translates", needed=False) if language != SOURCE else ""
    if language == SOURCE and (named := head.text("module")) and named != module:
        head.problem("module", f"“{named}” is not this bank's module", f"write “{module}”")
    return translates


def read_bank(document: Document, module: str, language: str, problems: list[Problem]) -> Bank:
    """Every question of a bank, those with problems included as far as they can be read."""
    path, before = document.place.path, document.lines_before

    def report(line: int, message: str, hint: str) -> None:
        problems.append(Problem(Place(path, line), message, hint, rule=RULE))

    outline = scan(document.body, path, before)
    headings = [heading for heading in outline.headings if heading.level == 2]  # noqa: PLR2004 - a level
    lines = list(enumerate(document.body.split("\n"), start=before + 1))
    starts = [heading.place.line - before for heading in headings]
    _beside_the_questions(document, outline, lines[: starts[0] - 1 if starts else len(lines)], report)
    questions = tuple(
        _question(heading, lines[start : end - 1], module, report)
        for heading, start, end in zip(headings, starts, [*starts, len(lines) + 1][1:], strict=True)
    )
    told = {problem.place.line for problem in problems if problem.place.path == path}
    _other_syntax(document, outline, told, report)
    translates = _head(document, module, language, report)
    allow = document.head.exemptions() if document.head else ()
    if document.head:
        document.head.done()
    return Bank(document.place, language, questions, translates, document.fingerprint, allow)

"""A bank's text into questions.

The syntax is that of mkdocs-quiz, read strictly: what the plugin would silently turn into
something else is a problem here. Ours beside it: ids, objective, section and edition in the
heading's braces, and an id in braces at the end of each option.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scripts.content.frontmatter import Document
from scripts.content.markdown import open_fence, scan
from scripts.content.model import Bank, Choice, Gap, Heading, Place, Problem, Question

RULE = "questions-are-well-formed"
GAP = re.compile(r"\[\[([^\]]+)\]\]")
_OPTION = re.compile(r"- \[([ x])\] (\S.*?)(?:\s*\{\s*#([\w-]+)\s*\})?\s*$")
_LIKE_AN_OPTION = re.compile(
    r"\s*(?:[-*+\u2013\u2014\u2022\u00b7]\s*(?:\[.{0,3}\](?!\()|\uff3b.{0,3}\uff3d|\([ xX]\)\s)"
    r"|(?:\d+[.)]\s*)?\[[ xX]?\]\s|[-*+]\s[^{}]*\{\s*#[\w-]+\s*\}\s*$)"
)
"""A line that was meant as an option: with a long dash, a bullet or wide brackets, or an id and no box."""
_EDITION = re.compile(r"[1-9][0-9]{0,3}")
_KNOWN = ("data-objective", "data-section", "data-edition")

BELOW = "begin a line of feedback with “> ”, not indented; put a blank line before an explanation"

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


def _block(lines: list[tuple[int, str]], report: Report, start: int) -> list[tuple[int, str]]:
    """The lines between `<quiz>` and `</quiz>`; everything else around the tags is a problem."""
    inside: list[tuple[int, str]] = []
    state = "before"
    for number, line in lines:
        tag = line.strip()
        opening = tag.lower().startswith("<quiz")
        if opening and (state != "before" or tag != "<quiz>"):
            report(number, f"broken marker “{tag}”", "one <quiz> … </quiz> a question, no attributes")
        elif "</quiz>" in tag and tag != "</quiz>":
            report(number, "</quiz> inside a line ends the question there", "put it on a line of its own")
        if opening and state == "before":
            state = "inside"
        elif tag == "</quiz>" and state == "inside":
            state = "after"
        elif state == "inside" and not opening:
            inside.append((number, line))
        elif tag and state != "inside":
            report(number, f"text outside the question: “{tag[:40]}”", "move it inside <quiz> … </quiz>")
    if state != "after":
        what = "the question is not closed" if state == "inside" else "no <quiz> under this heading"
        report(start, what, "put the question between a line <quiz> and a line </quiz>")
    return inside


def _feedback(lines: _Lines, report: Report) -> str:
    """The lines right below an option, up to a blank one; each has to begin with “>”."""
    kept = []
    while lines and lines.peek().strip() and not _LIKE_AN_OPTION.match(lines.peek()):
        number, line = lines.take()
        if not line.startswith(">"):
            report(number, f"neither option nor feedback: “{line.strip()[:40]}”", BELOW)
        kept.append(line.strip().removeprefix(">").strip())
    return "\n".join(kept)


def _choices(lines: _Lines, report: Report, path: str) -> Iterator[Choice]:
    """The options with their feedback; stops at the explanation."""
    while lines:
        number, line = lines.take()
        if not line.strip():
            if lines and lines.peek().lstrip().startswith(">"):
                report(number, "a blank line cuts the feedback off", "put “> …” right below its option")
                lines.text_while(lambda text: text.lstrip().startswith(">"))
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


def read_bank(document: Document, module: str, language: str, problems: list[Problem]) -> Bank:
    """Every question of a bank, those with problems included as far as they can be read."""
    path = document.place.path

    def report(line: int, message: str, hint: str) -> None:
        problems.append(Problem(Place(path, line), message, hint, rule=RULE))

    if unclosed := open_fence(document.body):
        report(
            unclosed + document.lines_before, "this code fence is never closed", "end it with the same marks"
        )
    headings = [h for h in scan(document.body, path, document.lines_before).headings if h.level == 2]  # noqa: PLR2004
    lines = list(enumerate(document.body.split("\n"), start=document.lines_before + 1))
    starts = [heading.place.line for heading in headings]
    ends = [*starts, len(lines) + document.lines_before + 1][1:]
    for number, line in lines[: (starts[0] if starts else len(lines)) - 1 - document.lines_before]:
        if "quiz>" in line:
            report(
                number, "a question without a heading", "put “## Name { #two-words data-objective=o1 }” above"
            )
    questions = tuple(
        _question(heading, [pair for pair in lines if start < pair[0] < end], module, report)
        for heading, start, end in zip(headings, starts, ends, strict=True)
    )
    translates, allow = "", document.head.exemptions() if document.head else ()
    if document.head:
        if language == "en":
            if (named := document.head.text("module")) and named != module:
                document.head.problem("module", f"“{named}” is not this bank's module", f"write “{module}”")
        else:
            translates = document.head.text("translates", needed=False)
        document.head.done()
    elif language == "en" and not document.lines_before:
        report(1, "the bank has no head", f"begin with “---”, “module: {module}”, “---”")
    return Bank(document.place, language, questions, translates, document.fingerprint, allow)

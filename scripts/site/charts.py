"""Charts of pilots as a drawing: minutes on scales of their own, all else in words, in order of method.

What cannot be compared is never put on one scale. The table below the drawing has the same data.
The drawing is made for a wide column and for a phone, so that its words are as large as those around it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.content.charts import METHODS, NUMBERS, SCALES
from scripts.content.model import Chart, Pilot, Source
from scripts.site.shell import Shell

WIDE, NARROW = 800, 420
"""Of the drawing in a wide column and on a phone, where the same words take more lines."""
EDGE, INSIDE = 4, 22
SIZE, LEADING = 20, 26
"""Of the text, in units of the drawing: what a projector needs."""
BAR, BAR_AT, BESIDE, TICK = 30, 26, 170, 6
"""How high a bar is and where it begins, what stays free for its number, and how long a scale's marks are."""
BESIDE_NAME = 338
"""Where it begins, in a wide drawing, what is said beside a name."""
CARDS = dict(zip(METHODS, ("f-1", "f-1", "f-2", "f-3", "f-4", "f-box"), strict=True))
_STEPS = (10, 30, 60, 120, 240, 480)
"""Where a scale may end."""


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing, with the class that gives it its colour."""

    look: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Words:
    """A line of text in the drawing."""

    look: str
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass
class Drawing:
    """What is drawn, from top to bottom, and the same said in words."""

    label: str
    width: int = WIDE
    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    height: int = 8

    @property
    def most(self) -> int:
        """How long a bar may be."""
        return self.width - BESIDE

    def card(self, method: str, top: float, below: float) -> Box:
        """The card of a method, from its top to a little below what was drawn last."""
        return Box(CARDS[method], EDGE, top, self.width - 2 * EDGE, self.height - top + below)

    def line(
        self, text: str, look: str = "f-text", x: float = EDGE + INSIDE, end: float | None = None
    ) -> None:
        """Text in as many lines as it takes, from x to the end of the card or to another end."""
        for part in _lines(text, (end or self.width - EDGE - INSIDE) - x):
            self.height += LEADING
            self.words.append(Words(look, x, self.height - 6, part))

    def pair(self, name: str, text: str) -> None:
        """A name and what is said of it: side by side, or on a phone one below the other."""
        if self.width < WIDE:
            self.line(name)
            self.line(text, x=EDGE + 2 * INSIDE)
            return
        top = self.height
        self.line(name, end=BESIDE_NAME - INSIDE)
        below, self.height = self.height, top
        self.line(text, x=BESIDE_NAME)
        self.height = max(self.height, below)


@dataclass(frozen=True)
class Row:
    """One pilot as the table says it."""

    pilot: Pilot
    method: str
    found: str
    sources: tuple[Source, ...]


def _wide(text: str) -> float:
    """About how wide a text is in the drawing, rather more than less."""
    full = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return SIZE * (full * 0.94 + (len(text) - full) * 0.48)


def _lines(text: str, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and _wide(f"{line} {word}") > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _plain(number: float) -> str:
    return f"{number:g}"


def number_of(pilot: Pilot, shell: Shell, *, short: bool = False) -> str:
    """The number that a pilot found, with its unit: “26 min a day”, “about 80%”; empty without one."""
    finding = pilot.finding
    if finding.low is None:
        return ""
    number = "\u2013".join(_plain(n) for n in (finding.low, finding.high) if n is not None)
    said = shell.say("chart_minutes" if short else _key("chart_number", finding.unit), n=number)
    return shell.say("chart_about", n=said) if finding.about else said


def found(pilot: Pilot, shell: Shell) -> str:
    """What a pilot found, as one line: number and words, or that something was not found."""
    said = shell.text(pilot.finding.says)
    if pilot.finding.unit in NUMBERS:
        key = "chart_minutes_say" if pilot.finding.unit in SCALES else "chart_share_says"
        return shell.say(key, n=number_of(pilot, shell), says=said)
    return shell.say("chart_not_found", says=said) if pilot.finding.unit == "not-found" else said


def _key(kind: str, name: str) -> str:
    return f"{kind}_{name.replace('-', '_')}"


def _method(name: str, shell: Shell) -> str:
    return shell.say(_key("chart_method", name))


def _groups(pilots: list[Pilot]) -> Iterator[tuple[str, list[Pilot]]]:
    """The pilots by method, in the order of the methods."""
    for method in METHODS:
        if group := [pilot for pilot in pilots if pilot.method == method]:
            yield method, group


def rows(chart: Chart, shell: Shell) -> list[Row]:
    """The table's rows, in the order of the drawing."""
    sources = shell.course.sources
    return [
        Row(
            pilot,
            _method(method, shell),
            found(pilot, shell),
            tuple(sources[name] for name in pilot.cites if name in sources),
        )
        for method, group in _groups(list(chart.pilots))
        for pilot in group
    ]


def _label(chart: Chart, shell: Shell) -> str:
    """The text alternative: every pilot with its method and what it found."""
    parts = [shell.say("chart_label", title=shell.text(chart.title), n=len(chart.pilots))]
    for method, group in _groups(list(chart.pilots)):
        told = " / ".join(f"{shell.text(pilot.name)}, {found(pilot, shell)}" for pilot in group)
        parts.append(f"{_method(method, shell)}: {told}.")
    return " ".join(parts)


def drawn(chart: Chart, shell: Shell, width: int = WIDE) -> Drawing:
    """The chart as rectangles and lines of text."""
    drawing = Drawing(_label(chart, shell), width)
    for unit in SCALES:
        pilots = [pilot for pilot in chart.pilots if pilot.finding.unit == unit]
        if pilots:
            _scale(drawing, unit, pilots, shell)
    others = [pilot for pilot in chart.pilots if pilot.finding.unit not in SCALES]
    if others:
        _heading(drawing, shell.say("chart_in_words"))
    for method, group in _groups(others):
        _card(drawing, method, group, shell)
    return drawing


def _heading(drawing: Drawing, text: str) -> None:
    drawing.height += 8
    drawing.line(text, "f-title", EDGE)
    drawing.height += 8


def _scale(drawing: Drawing, unit: str, pilots: list[Pilot], shell: Shell) -> None:
    """One scale: for each method a card with its bars, and below them where the scale begins and ends."""
    _heading(drawing, shell.say(_key("chart_unit", unit)))
    longest = max(max(pilot.finding.low or 0, pilot.finding.high or 0) for pilot in pilots)
    end = next(step for step in _STEPS if step >= min(longest, _STEPS[-1]))
    for method, group in _groups(pilots):
        top = drawing.height
        drawing.height += 8
        drawing.line(_method(method, shell), "f-title")
        boxes: list[Box] = []
        for pilot in group:
            drawing.line(f"{shell.text(pilot.name)} · {shell.text(pilot.finding.says)}")
            boxes += _bar(drawing, pilot, end, shell)
        drawing.boxes += [drawing.card(method, top, 10), *boxes]
        drawing.height += 18
    for share, anchor in ((0, "start"), (0.5, "middle"), (1, "middle")):
        x, mark = BAR_AT + share * drawing.most, shell.say("chart_minutes", n=_plain(share * end))
        drawing.boxes.append(Box("f-head", x, drawing.height - 7, 2, TICK))
        drawing.words.append(Words("f-muted", x, drawing.height + LEADING - 6, mark, anchor))
    drawing.height += LEADING + 6


def _bar(drawing: Drawing, pilot: Pilot, end: int, shell: Shell) -> Iterator[Box]:
    """A bar from 0, with its number behind it; a range is a pale bar on top of a solid one."""
    low, high, y = pilot.finding.low or 0, pilot.finding.high, drawing.height + 4
    if high is not None:
        yield Box("f-box", BAR_AT, y, min(high / end, 1) * drawing.most, BAR)
    yield Box("f-strong", BAR_AT, y, max(min(low / end, 1) * drawing.most, 2), BAR)
    after = BAR_AT + min(max(low, high or 0) / end, 1) * drawing.most
    drawing.words.append(Words("f-title", after + 10, y + 22, number_of(pilot, shell, short=True)))
    drawing.height += BAR + 8


def _card(drawing: Drawing, method: str, group: list[Pilot], shell: Shell) -> None:
    """A card for one method: each pilot's name and what it found, in words."""
    top = drawing.height
    drawing.height += 8
    drawing.line(_method(method, shell), "f-title")
    for pilot in group:
        drawing.pair(shell.text(pilot.name), found(pilot, shell))
        drawing.height += 5
    drawing.boxes.append(drawing.card(method, top, 6))
    drawing.height += 16

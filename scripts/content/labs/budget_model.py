"""The small spreadsheet of the lab “budget”, as in its `engine.js`: formulas, values, checks.

It stands here a second time because `course check` proves from it that planted errors are errors and that
everything else holds, and the printed version shows its values; neither has a browser.
`tests/labs/test_budget.py` holds the two against each other.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

Look = Callable[[str], float | None]
Values = Mapping[str, float | str | None]
"""What cells hold: a number, nothing, or in a word what is wrong."""
MOST = 200
DEEP = 30
MINUS = "\u2212"
NOTHING = 1e-9
"""What a computer may miscalculate."""
_PIECE = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+\d*|[-+*/():,]|\S")
_KNOWN = re.compile(r"[\d.]+|[A-Za-z]+\d*|[-+*/():,]")
_CELL = re.compile(r"([A-Z])(\d{1,2})")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


class Wrong(Exception):
    """What a formula cannot be: “text”, “cell”, “circle” or “zero”."""


def name_of(column: int, row: int) -> str:
    """The name of a cell by its places: columns begin with B, rows with 2."""
    return f"{chr(ord('B') + column)}{row + 2}"


def _range(start: str, end: str) -> list[str]:
    a, b = _CELL.fullmatch(start), _CELL.fullmatch(end)
    if not a or not b:
        raise Wrong("cell")
    rows, columns = range(int(a[2]), int(b[2]) + 1), range(ord(a[1]), ord(b[1]) + 1)
    return [f"{chr(column)}{row}" for row in rows for column in columns]


class _Formula:
    """Reads a formula from left to right: one method for each level."""

    def __init__(self, text: str, look: Look) -> None:
        self.rest = [piece.upper() for piece in _PIECE.findall(text)]
        if not all(_KNOWN.fullmatch(piece) for piece in self.rest):
            raise Wrong("text")
        self.look, self.depth = look, 0

    def take(self, *wanted: str) -> str:
        """The next piece if it is one of these."""
        return self.rest.pop(0) if self.rest and self.rest[0] in wanted else ""

    def next(self) -> str:
        """The next piece, whatever it is."""
        return self.rest.pop(0) if self.rest else ""

    def need(self, piece: str) -> None:
        """The next piece must be this."""
        if not self.take(piece):
            raise Wrong("text")

    def named(self, name: str) -> float:
        """A cell, or a sum or average of cells."""
        if name not in ("SUM", "AVERAGE"):
            return self.look(name) or 0.0
        self.need("(")
        cells = self.cells()
        while self.take(","):
            cells += self.cells()
        self.need(")")
        values = [value for value in map(self.look, cells) if value is not None]
        total = sum(values)
        if name == "SUM":
            return total
        if not values:
            raise Wrong("zero")
        return total / len(values)

    def cells(self) -> list[str]:
        """A cell or a range."""
        start = self.next()
        return _range(start, self.next()) if self.take(":") else [start]

    def factor(self) -> float:
        """A number, a cell, a function, or something in brackets."""
        self.depth += 1
        if self.depth > DEEP:
            raise Wrong("text")
        piece = self.next()
        if piece in ("-", "+"):
            value = self.factor() * (-1 if piece == "-" else 1)
        elif piece == "(":
            value = self.sum()
            self.need(")")
        elif piece[:1].isdigit():
            value = float(piece)
        elif piece[:1].isalpha():
            value = self.named(piece)
        else:
            raise Wrong("text")
        self.depth -= 1
        return value

    def product(self) -> float:
        """Factors with * and /."""
        value = self.factor()
        while sign := self.take("*", "/"):
            by = self.factor()
            if sign == "/" and not by:
                raise Wrong("zero")
            value = value * by if sign == "*" else value / by
        return value

    def sum(self) -> float:
        """Products with + and -."""
        value = self.product()
        while sign := self.take("+", "-"):
            value += self.product() * (1 if sign == "+" else -1)
        return value


def calculate(text: str, look: Look) -> float:
    """The value of a formula. Raises `Wrong`."""
    formula = _Formula(text, look)
    value = formula.sum()
    if formula.rest:
        raise Wrong("text")
    return value


def _value_of(content: str, look: Look) -> float | None:
    text = unicodedata.normalize("NFKC", content)
    text = text.replace("\u2212", "-").replace("\u2013", "-").replace("×", "*").replace("÷", "/").strip()
    if len(text) > MOST:
        raise Wrong("text")
    if text.startswith("="):
        return calculate(text[1:], look)
    number = re.sub(r"[,\s]|%$|원$", "", text)
    if not number:
        return None
    if not _NUMBER.fullmatch(number):
        raise Wrong("text")
    return float(number)


class _Sheet:
    """Computes each cell once, when it is asked for."""

    def __init__(self, contents: Mapping[str, str]) -> None:
        self.contents, self.open = contents, set[str]()
        self.values: dict[str, float | str | None] = {}

    def look(self, name: str) -> float | None:
        if name not in self.contents:
            raise Wrong("cell")
        if name in self.open:
            raise Wrong("circle")
        if name not in self.values:
            self.open.add(name)
            try:
                self.values[name] = _value_of(self.contents[name], self.look)
            except Wrong as wrong:
                self.values[name] = str(wrong)
            self.open.remove(name)
        return _known(self.values[name])


def _known(value: float | str | None) -> float | None:
    if isinstance(value, str):
        raise Wrong(value)
    return value


def evaluate(contents: Mapping[str, str]) -> Values:
    """Every cell's value."""
    sheet = _Sheet(contents)
    for name in contents:
        try:
            sheet.look(name)
        except Wrong:
            continue
    return sheet.values


def rounded(value: float, decimals: int) -> float:
    """Half away from zero, as people round."""
    scale = 10**decimals
    return math.copysign(math.floor(abs(value) * scale + 0.5 + NOTHING) / scale, value)


def shown(value: float | str | None, decimals: int) -> str:
    """“1,234.5”, with a real minus; empty for nothing, “?” for what cannot be computed."""
    if value is None or isinstance(value, str):
        return "" if value is None else "?"
    near = rounded(value, decimals)
    return f"{MINUS if near < 0 else ''}{abs(near):,.{decimals}f}"


def are_same(a: float | str | None, b: float | str | None, decimals: int) -> bool:
    """Whether two values look alike with so many decimals."""
    a, b = a or 0.0, b or 0.0
    if isinstance(a, str) or isinstance(b, str):
        return False
    return abs(a - b) <= 0.51 / float(10**decimals)


def failing(pairs: Sequence[str], within: float, contents: Mapping[str, str]) -> list[str]:
    """The pairs “left = right” of a check that do not hold."""
    values = evaluate(contents)

    def look(name: str) -> float | None:
        if name not in values:
            raise Wrong("cell")
        return _known(values[name])

    def holds(pair: str) -> bool:
        try:
            left, right = (calculate(side, look) for side in pair.split("="))
        except Wrong:
            return False
        return abs(left - right) <= within + NOTHING

    return [pair for pair in pairs if not holds(pair)]

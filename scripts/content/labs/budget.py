"""The tables of the lab “budget”: what is right, what is planted, and how it can be found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.content.labs.budget_model import Values, evaluate, name_of, rounded, shown
from scripts.content.model import LANGUAGES, Place, Words
from scripts.content.records import Record

KINDS = ("sum", "base", "unit", "year", "points", "duplicate", "average", "text")
"""Kinds of error: a sum that leaves something out, a share of the wrong base, and so on."""
MOST_COLUMNS = 8
DECIMALS = ("0", "1", "2")


@dataclass(frozen=True)
class Column:
    """A column of numbers."""

    label: Words
    decimals: int


@dataclass(frozen=True)
class Row:
    """A row; its cells hold a number, a formula or nothing."""

    label: Words
    cells: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Number:
    """A number in the text: `formula` computes what it must be."""

    id: str
    formula: str
    decimals: int
    place: Place


@dataclass(frozen=True)
class Check:
    """Something that an official can recalculate: “left = right”, up to `within`."""

    id: str
    asks: Words
    pairs: tuple[str, ...]
    within: float
    place: Place


@dataclass(frozen=True)
class Planted:
    """An error: what its cells hold instead of what is right."""

    id: str
    kind: str
    cells: Mapping[str, str]
    found_by: tuple[str, ...]
    why: Words
    check: Words
    place: Place


@dataclass(frozen=True)
class Trap:
    """A cell that looks wrong and is right."""

    id: str
    cell: str
    why: Words
    place: Place


@dataclass(frozen=True)
class Table:
    """One exercise."""

    id: str
    place: Place
    title: Words
    story: Words
    unit: Words
    first: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sentences: tuple[Words, ...]
    numbers: tuple[Number, ...]
    checks: tuple[Check, ...]
    errors: tuple[Planted, ...]
    traps: tuple[Trap, ...]

    @cached_property
    def decimals(self) -> Mapping[str, int]:
        """With how many decimals each cell is shown."""
        cells = {
            name_of(c, r): self.columns[c].decimals
            for r, row in enumerate(self.rows)
            for c in range(min(len(row.cells), len(self.columns)))
        }
        return cells | {number.id: number.decimals for number in self.numbers}

    @cached_property
    def right(self) -> Mapping[str, str]:
        """What the cells should hold. The text's numbers are typed: they do not follow the table."""
        table = {name_of(c, r): cell for r, row in enumerate(self.rows) for c, cell in enumerate(row.cells)}
        values = evaluate(table | {number.id: f"={number.formula}" for number in self.numbers})
        for number in self.numbers:
            value = values[number.id]
            table[number.id] = repr(rounded(value, number.decimals)) if isinstance(value, float) else "?"
        return table

    def with_errors(self, *planted: Planted) -> Mapping[str, str]:
        """What the cells hold with some of the errors."""
        contents = dict(self.right)
        for error in planted:
            contents.update(error.cells)
        return contents

    @cached_property
    def contents(self) -> Mapping[str, str]:
        """What the cells hold when the reader comes."""
        return self.with_errors(*self.errors)

    @cached_property
    def values(self) -> Values:
        """What the reader sees."""
        return evaluate(self.contents)

    @cached_property
    def right_values(self) -> Values:
        """What the reader should see."""
        return evaluate(self.right)

    def letter(self, column: int) -> str:
        """The letter of a column."""
        return name_of(column, 0)[0]

    def seen(self, cell: str) -> str:
        """A cell as the reader sees it."""
        return shown(self.values[cell], self.decimals[cell])

    def due(self, cell: str) -> str:
        """A cell as it should be."""
        return shown(self.right_values[cell], self.decimals[cell])

    def filled(self, sentence: str) -> str:
        """A sentence with its numbers, as the reader sees it; behind each the name of its cell."""
        return re.sub(r"\{(\w+)\}", lambda gap: f"{self.seen(gap[1])} [{gap[1]}]", sentence)

    @property
    def formulas(self) -> list[str]:
        """What stands in the cells that are computed."""
        return [f"{cell} {held}" for cell, held in self.contents.items() if held.startswith("=")]


def _content(value: object) -> str:
    return "" if value is None else str(value)


def _decimals(record: Record) -> int:
    text = record.text("decimals")
    if text not in DECIMALS:
        record.problem("decimals", "“decimals” must be 0, 1 or 2")
        return 0
    return int(text)


def _column(record: Record) -> Column:
    column = Column(record.words("label"), _decimals(record))
    record.done()
    return column


def _row(record: Record, columns: int) -> Row:
    record.asked.add("cells")
    cells = record.value.get("cells")
    if not isinstance(cells, list) or len(cells) != columns:
        record.problem("cells", f"“cells” must be a list of {columns}: one for each column")
        cells = [""] * columns
    row = Row(record.words("label"), tuple(map(_content, cells)), record.place())
    record.done()
    return row


def _each(record: Record, key: str) -> list[tuple[str, Record]]:
    """The mappings of a mapping whose keys are cells."""
    outer = record.record(key)
    inner = [(name, outer.record(name)) for name in outer.value] if outer else []
    return [(name, found) for name, found in inner if found is not None]


def _number(name: str, record: Record) -> Number:
    number = Number(name, record.text("is"), _decimals(record), record.place())
    record.done()
    return number


def _check(name: str, record: Record) -> Check:
    within = record.text("within")
    try:
        near = float(within)
    except ValueError:
        record.problem("within", f"“within: {within}” is no number")
        near = 0.0
    check = Check(name, record.words("asks"), record.names("pairs"), near, record.place())
    record.done()
    return check


def _planted(name: str, record: Record) -> Planted:
    cells = record.record("cells")
    error = Planted(
        name,
        record.one_of("kind", KINDS),
        {cell: _content(content) for cell, content in cells.value.items()} if cells else {},
        record.names("found_by"),
        record.words("why"),
        record.words("check"),
        record.place(),
    )
    record.done()
    return error


def _trap(name: str, record: Record) -> Trap:
    trap = Trap(name, record.text("cell"), record.words("why"), record.place())
    record.done()
    return trap


def _sentence(record: Record) -> Words:
    sentence = {language: record.text(language) for language in LANGUAGES}
    record.done()
    return sentence


def read_table(name: str, record: Record) -> Table:
    """What one file says."""
    columns = tuple(map(_column, record.items("columns")))
    if len(columns) > MOST_COLUMNS:
        record.problem("columns", f"no more than {MOST_COLUMNS} columns fit a page")
    table = Table(
        name,
        record.place(),
        record.words("title"),
        record.words("story"),
        record.words("unit"),
        record.words("first"),
        columns,
        tuple(_row(row, len(columns)) for row in record.items("rows")),
        tuple(map(_sentence, record.items("sentences"))),
        tuple(_number(cell, inner) for cell, inner in _each(record, "numbers")),
        tuple(_check(check, inner) for check, inner in record.records("checks")),
        tuple(_planted(error, inner) for error, inner in record.records("errors")),
        tuple(_trap(trap, inner) for trap, inner in record.records("traps")),
    )
    record.done()
    return table

"""No pattern of the reader or of a rule can be made to run away: each ends, on the longest line allowed."""

import importlib
import re
import time
from itertools import product
from pathlib import Path

import pytest

from scripts.content.frontmatter import MAX_LINE

ROOT = Path(__file__).parents[2]
FILES = [file for room in ("content", "checks") for file in sorted((ROOT / "scripts" / room).glob("*.py"))]
SHORT, LONG = 1_500, MAX_LINE
SUSPECT = 0.01
"""CPU seconds on a short line: a sound pattern needs a hundredth of it."""
GENEROUS = 2.0
"""CPU seconds on the longest line."""


def patterns_in(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from patterns_in(item)
    elif isinstance(value, dict):
        yield from patterns_in([*value, *value.values()])


def named():
    """Every compiled pattern that a file of the two rooms keeps, by the place where it stands."""
    for file in FILES:
        text = file.read_text("utf-8")
        module = importlib.import_module(f"scripts.{file.parent.name}.{file.stem}".removesuffix(".__init__"))
        for name in re.findall(r"^(\w+)(?:: [^=\n]+)? = ", text, re.MULTILINE):
            for number, pattern in enumerate(patterns_in(getattr(module, name))):
                yield f"{file.parent.name}/{file.stem}.{name}.{number}", (pattern, ways(name, text))


def ways(name, text):
    """How the file asks: a pattern that is only matched at a line's start is not searched for here."""
    asked = set(re.findall(rf"\b{name}\.(match|fullmatch|search)\(", text))
    return asked | ({"search"} if not asked or re.search(rf"\b{name}\.(find|sub|split)", text) else set())


PATTERNS = dict(named())


def attacks(pattern, length):
    """Long lines of the signs that a pattern speaks of, each with an end that it may not take."""
    text = re.sub(r"\\[a-zA-Z]|\(\?P?[<!:=]*", "", pattern.pattern)
    signs = [
        sign for sign in dict.fromkeys([*text, " ", "\t"]) if not sign.isalnum() and sign not in "\\+*?|^$"
    ]
    signs += ["a", "1"]
    openings = {
        "",
        "a",
        *signs[:6],
        *(word.replace("\\", "") for word in re.findall(r"(?:\\?[<!\[\](){}`\"#-])+", text)[:4]),
    }
    for opening, (one, other) in product(sorted(openings), product(signs, repeat=2)):
        yield opening + (one + other) * (length // 2) + "\x00"


def seconds(ask, line):
    start = time.process_time()
    ask(line)
    return time.process_time() - start


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_ends_soon_whatever_the_line(name):
    pattern, asked = PATTERNS[name]
    for way in sorted(asked):
        ask = getattr(pattern, way)
        slow = [n for n, line in enumerate(attacks(pattern, SHORT)) if seconds(ask, line) > SUSPECT]
        lines = list(attacks(pattern, LONG)) if slow else []
        for n in slow[:5]:
            taken = seconds(ask, lines[n])
            assert taken < GENEROUS, f"{pattern.pattern!r}.{way}: {taken:.1f} s for {lines[n][:20]!r}…"

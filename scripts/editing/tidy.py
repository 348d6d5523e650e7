"""White space, line ends and composed letters: what differs in bytes and means the same.

Code fences are left as they are, but for the ends of their lines.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from scripts.content.markdown import prose_lines
from scripts.content.records import read_record

_NO_TEXT = re.compile(r"\s*(?:[#>|<]|- \[)")
_BEGINS = re.compile(r"\s*(?:[#>|<*+!?-]|\d+[.)]\s|$)")


def lines_of_prose(text: str) -> frozenset[int]:
    """The numbers (from 0) of the lines of a Markdown text that are no code."""
    return frozenset(number - 1 for number, _ in prose_lines(text))


def unix(text: str) -> str:
    """LF line ends, no byte order mark, and one line end at the end."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.rstrip("\n")
    return f"{text}\n" if text else ""


def composed(line: str) -> str:
    """The line in Unicode NFC: letters typed on a Mac look alike and are compared alike."""
    normal = unicodedata.normalize("NFC", line)
    return normal if normal.count("`") == line.count("`") else line  # an accent must not become code


def _trimmed(line: str, after: str) -> str:
    """The line without blanks at its end; two before a line of the same paragraph mean a break."""
    kept = line.rstrip()
    means = line.endswith("  ") and kept and not _NO_TEXT.match(kept) and not _BEGINS.match(after)
    return f"{kept}  " if means else kept


def tidy_markdown(text: str) -> str:
    """A Markdown text with tidy lines."""
    lines = unix(text).split("\n")
    prose = lines_of_prose("\n".join(lines))
    after = [*lines[1:], ""]
    tidied = [composed(_trimmed(line, after[n])) if n in prose else line for n, line in enumerate(lines)]
    return unix("\n".join(tidied))


def meaning(text: str) -> object:
    """What a YAML text says, white space and composition apart; None where it cannot be read."""
    record = read_record(text, "", [], "")
    return None if record is None else _said(record.value)


def _said(value: Any) -> object:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value


def tidy_yaml(text: str) -> str:
    """A YAML text with tidy lines, if it says the same then, or said nothing before."""
    text = unix(text)
    tidied = unix("\n".join(composed(line.rstrip()) for line in text.split("\n")))
    return tidied if meaning(text) in (None, meaning(tidied)) else text

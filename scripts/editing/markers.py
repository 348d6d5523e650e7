"""The markers of a bank as the plugin reads them: `<quiz>`, `- [x] `, `> `, and nothing between them."""

from __future__ import annotations

import re

from scripts.editing.tidy import lines_of_prose

_TAG = re.compile(r"\s*<\s*(/?)\s*quiz\s*>\s*", re.IGNORECASE)
_OPTION = re.compile(r"\s*[-*+]\s*\[\s*([xX]?)\s*\](?![(\[:])\s*(\S.*)")
_FEEDBACK = re.compile(r"\s*>\s*(?!>)(.*)")


class _Bank:
    """Goes through a bank line by line; blank lines wait until it is known whether they cut feedback off."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blank: list[str] = []
        self.inside = self.at_options = False

    def put(self, line: str, *, after_blanks: bool = True) -> None:
        self.lines += [*(self.blank if after_blanks else ()), line]
        self.blank = []

    def read(self, line: str) -> None:
        if tag := _TAG.fullmatch(line):
            self.inside, self.at_options = not tag[1], False
            self.put(f"<{tag[1]}quiz>")
        elif self.inside and (option := _OPTION.fullmatch(line)):
            self.at_options = True
            self.put(f"- [{option[1].lower() or ' '}] {option[2]}")
        elif self.at_options and (feedback := _FEEDBACK.fullmatch(line)):
            self.put(f"> {feedback[1]}".rstrip(), after_blanks=False)
        elif self.at_options and not line.strip():
            self.blank.append(line)
        else:
            self.at_options = False
            self.put(line)


def mend_markers(text: str) -> str:
    """A bank's text with its markers as the plugin wants them; code is left alone."""
    prose = lines_of_prose(text)
    bank = _Bank()
    for number, line in enumerate(text.split("\n")):
        if number in prose:
            bank.read(line)
        else:
            bank.put(line)
    return "\n".join([*bank.lines, *bank.blank])

"""The vocabularies of the tokens lab, trimmed to English and Korean without changing a token.

A token can only ever come out of a text if its bytes are a part of that text. So every token that
is no part of a text in the characters below is left out; the others keep their numbers, and a text
in these characters is cut exactly as with the whole vocabulary.
"""

from __future__ import annotations

import binascii
import json
from collections.abc import Iterable
from pathlib import Path

from scripts.content.model import Course
from scripts.site.cache import kept

NAMES = ("o200k", "cl100k", "r50k")
"""Those of 2024, 2023 and 2019: each a data script of its own."""
PACKAGE = "node_modules/gpt-tokenizer"
RANGES = (
    (0x00, 0x7F),  # ASCII
    (0xA0, 0xBF),  # ° · § and the like
    (0x391, 0x3A9),  # Greek capitals
    (0x3B1, 0x3C9),  # Greek small letters
    (0x1100, 0x11FF),  # Hangul as separate letters, as macOS names files
    (0x2000, 0x2064),  # spaces of every width, dashes, quotation marks, … ※
    (0x2070, 0x209C),  # ² ₂ as superscripts and subscripts
    (0x20A0, 0x20BF),  # € ₩
    (0x2100, 0x23FF),  # ℃ № Ⅲ → ∴ ⌒
    (0x2460, 0x27BF),  # ① Ⓐ ─ ■ ○ ★ ✓
    (0x3000, 0x303F),  # 「」『』〈〉
    (0x3130, 0x318F),  # ㄱ ㅏ ㆍ
    (0x3200, 0x33FF),  # ㈜ ㉠ ㎡
    (0xA960, 0xA97C),  # old Hangul
    (0xAC00, 0xD7FF),  # Hangul syllables and old Hangul
    (0xFF01, 0xFFFD),  # full-width forms, and the sign for what could not be read
    (0x1F300, 0x1FAFF),  # emoji
)
SINGLE = "×÷áäçèéêïñöøü・\ufe0f\ufeff"
"""Other signs, the letters of words and names like café or Zürich, and what hides in copied text."""
SEPARATOR = b"\x7f"
"""Stands between two tokens; no token but its own contains it."""
SINGLE_BYTES = 256
"""The first tokens of each vocabulary; the browser knows their order."""
CONTINUES, MARK = 0x80, 0xC0
"""How a byte begins that continues a character, and the bits to look at."""


class _Alphabet:
    """The characters to keep, and every beginning, middle and end of their bytes."""

    def __init__(self) -> None:
        ranges = (chr(code) for first, last in RANGES for code in range(first, last + 1))
        self.characters = frozenset(ranges) | frozenset(SINGLE)
        written = [c.encode() for c in self.characters if not c.isascii()]
        self.starts = {b[:n] for b in written for n in range(1, len(b))}
        self.ends = {b[n:] for b in written for n in range(1, len(b))}
        self.middles = {b[1:n] for b in written for n in range(2, len(b))}

    def holds(self, token: bytes) -> bool:
        """Whether some text in these characters contains these bytes."""
        if token.isascii():
            return True
        first = next((n for n, byte in enumerate(token) if byte & MARK != CONTINUES), None)
        if first is None:
            return token in self.ends or token in self.middles
        last = next(n for n in range(len(token) - 1, -1, -1) if token[n] & MARK != CONTINUES)
        if token[last:] not in self.starts:
            last = len(token)
        if first and token[:first] not in self.ends:
            return False
        try:
            text = token[first:last].decode()
        except UnicodeDecodeError:
            return False
        return self.characters.issuperset(text)


def trimmed(lines: Iterable[bytes], alphabet: _Alphabet) -> str:
    """The tokens after the single bytes, in order; a place is empty where one was left out.

    Each character stands for one byte, so that the browser need not decode. Raises ValueError for
    a vocabulary whose numbers have gaps or whose tokens hold the separator.
    """
    tokens: list[bytes] = []
    for number, line in enumerate(lines):
        token, rank = line.split()
        if int(rank) != number:
            raise ValueError(f"line {number + 1} of a vocabulary has the number {rank.decode()}")
        tokens.append(binascii.a2b_base64(token))
    kept_tokens = [token if alphabet.holds(token) else b"" for token in tokens[SINGLE_BYTES:]]
    joined = SEPARATOR.join(kept_tokens)
    if joined.count(SEPARATOR) != len(kept_tokens) - 1:
        raise ValueError("a token of a vocabulary contains the separator")
    return joined.decode("latin-1")


def _made(root: Path) -> str:
    alphabet = _Alphabet()
    data = root / PACKAGE / "data"
    files = {name: (data / f"{name}_base.tiktoken").read_bytes() for name in NAMES}
    return json.dumps({name: trimmed(text.splitlines(), alphabet) for name, text in files.items()})


def data(_course: Course, root: Path) -> dict[str, str]:
    """The three vocabularies, by name; made once for a version of the package and of this file."""
    package = (root / PACKAGE / "package.json").read_text("utf-8")
    source = package + Path(__file__).read_text("utf-8")
    loaded: dict[str, str] = json.loads(kept(root, "tokens", source, lambda _: _made(root)))
    return loaded

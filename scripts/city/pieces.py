"""The pieces that the model reads and writes: byte pair encoding over characters, one for both languages.

Characters, not bytes, so that a Korean syllable is never cut and every bar of the lab can be read. Text is
first cut into chunks (a word with the space before it, a number, a sign). Numbers and English words that
the text uses often are pieces as a whole; Korean particles stay apart from the words before them, as a
reader of the bars would expect.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

END, UNKNOWN_PIECE = 0, 1
SPECIAL = ("<end>", "<unknown>")
SIZE = 1600
CHUNK = re.compile(r" ?[A-Za-z]+| ?[가-힣]+| ?[0-9]+(?:,[0-9]+)*| ?[^A-Za-z가-힣0-9\s]|\s")
PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "로", "입니다", "원입니다")
WHOLE = re.compile(r" ?[0-9]+(?:,[0-9]+)*| ?[A-Za-z]+")
FEWEST = {"number": 30, "fee": 150, "word": 60}  # written so often, it is a piece as a whole


@dataclass(frozen=True)
class Pieces:
    """The pieces in the order of their numbers, and the merges in the order in which they are made."""

    pieces: tuple[str, ...]
    merges: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", {piece: number for number, piece in enumerate(self.pieces)})
        object.__setattr__(self, "_ranks", {pair: rank for rank, pair in enumerate(self.merges)})
        object.__setattr__(self, "_known", {})

    def encode(self, text: str) -> list[int]:
        """The numbers of the text's pieces; a character that the model never met is `<unknown>`."""
        known: dict[str, list[int]] = self.__dict__["_known"]
        found = []
        for chunk in CHUNK.findall(text):
            if chunk not in known:
                known[chunk] = self._chunk(chunk)
            found += known[chunk]
        return found

    def _chunk(self, chunk: str) -> list[int]:
        numbers: dict[str, int] = self.__dict__["_numbers"]
        ranks: dict[tuple[str, str], int] = self.__dict__["_ranks"]
        if chunk in numbers:
            return [numbers[chunk]]
        parts = list(chunk)
        while len(parts) > 1:
            rank, place = min((ranks.get(pair, SIZE), i) for i, pair in enumerate(pairwise(parts)))
            if rank == SIZE:
                break
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
        return [numbers.get(part, UNKNOWN_PIECE) for part in parts]

    def decode(self, numbers: Iterable[int]) -> str:
        """The text of the pieces."""
        return "".join(
            "\ufffd" if n == UNKNOWN_PIECE else "" if n == END else self.pieces[n] for n in numbers
        )


def barred(left: str, right: str) -> bool:
    """Whether two parts must stay apart: a Korean word and the particle after it."""
    if right in PARTICLES and len(left.strip()) > 1:
        return True
    return "입니" in left + right and left + right not in ("입니", "입니다", "원입니다")


def fewest(chunk: str) -> float:
    """How often a chunk must be written to be a piece as a whole."""
    if not WHOLE.fullmatch(chunk):
        return math.inf
    return FEWEST["fee" if "," in chunk else "number" if chunk[-1].isdigit() else "word"]


def learn(texts: Iterable[str]) -> Pieces:
    """The pieces of the texts: all characters, the usual numbers, then the most frequent merges."""
    chunks = Counter(chunk for text in texts for chunk in CHUNK.findall(text))
    letters = {letter for chunk in chunks for letter in chunk}
    letters |= {chr(code) for code in range(0x20, 0x7F)} | {"\n"}
    usual = sorted(chunk for chunk, times in chunks.items() if len(chunk) > 1 and times >= fewest(chunk))
    pieces = [*SPECIAL, *sorted(letters), *usual]
    words = {
        chunk: list(chunk)
        for chunk in sorted(chunks)
        if len(chunk) > 1 and chunk not in usual and not chunk[-1].isdigit()
    }
    merges: list[tuple[str, str]] = []
    have = set(pieces)
    while len(pieces) < SIZE:
        pairs: Counter[tuple[str, str]] = Counter()
        for chunk, parts in words.items():
            for left, right in pairwise(parts):
                if not barred(left, right):
                    pairs[left, right] += chunks[chunk]
        if not pairs:
            break
        left, right = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append((left, right))
        if left + right not in have:
            have.add(left + right)
            pieces.append(left + right)
        for parts in words.values():
            place = 0
            while place < len(parts) - 1:
                if parts[place] == left and parts[place + 1] == right:
                    parts[place : place + 2] = [left + right]
                place += 1
    return Pieces(tuple(pieces), tuple(merges))

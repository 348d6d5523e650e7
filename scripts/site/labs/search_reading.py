"""The search itself in NumPy: what the engine in the page is held against, and the worked example's maker.

Words: BM25 (Robertson and Zaragoza 2009). Meaning: cosine of vectors. Both: reciprocal rank fusion
(Cormack, Clarke and Buettcher 2009).
"""

from __future__ import annotations

import base64
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from scripts.content.model import LANGUAGES
from scripts.site.labs.search_library import NOT_QUOTED
from scripts.site.labs.search_terms import TERM_COUNTS, TITLE_COUNTS, terms
from scripts.site.labs.search_vectors import Floats, weights

K1, B = 1.6, 0.75
"""BM25: how soon a repeated word stops to count, and how much a long section is held back."""
FUSED, MEANING_COUNTS = 20, 2
"""Reciprocal rank fusion: the constant, and the weight of the list by meaning."""
NEAR, QUOTES = 5, 3
"""An answer is taken from so many sections, one sentence each, and has so many sentences at most."""
WORDS_COUNT, LATER, CLOSE, LEAST = 0.5, 0.05, 0.4, 0.1
"""In a sentence: how much its words count beside its meaning, what a lower rank of its section costs, which
share of the best sentence's score the others must reach, and the lowest score of all."""
ENOUGH = {"en": 0.93, "ko": 0.88}
"""The least certainty of an answer, by the language of the sections: measured, see the tests."""


@dataclass(frozen=True)
class Found:
    """A section in one language, as number `2 * section + language`, and its score."""

    place: int
    score: float


@dataclass(frozen=True)
class Quote:
    """A sentence of an answer, and where it stands."""

    place: int
    sentence: str
    score: float


def _numbers(text: str, size: int) -> Floats:
    return np.frombuffer(base64.b64decode(text), np.int8).astype(np.float64).reshape(-1, size)


def _length_one(rows: Floats) -> Floats:
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / np.where(length > 0, length, 1)


def _sum(*counted: tuple[str, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, times in counted:
        for term, number in terms(text).items():
            found[term] += times * number
    return found


class Library:
    """The index, opened."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.places = [
            _sum((section[2 + 3 * at], TITLE_COUNTS), (section[3 + 3 * at], 1))
            for section in given["sections"]
            for at in range(len(LANGUAGES))
        ]
        hidden = [_sum((s[4], 1), (s[7], 1)) for s in given["sections"]]
        joint = [self.places[2 * at] + self.places[2 * at + 1] + more for at, more in enumerate(hidden)] + [
            _sum((t[0], TERM_COUNTS), (t[1], 1), (t[2], TERM_COUNTS), (t[3], 1)) for t in given["terms"]
        ]
        self.number, self.idf, self.matrix = weights(joint)
        self.reach = _numbers(given["reach"], given["size"]) * np.array(given["scale"])
        self.stand = _length_one(_numbers(given["places"], given["size"]))
        self.rarity = [self._rarity(at) for at in range(len(LANGUAGES))]
        long = [text.total() for text in self.places]
        mean = [sum(long[at::2]) / max(1, sum(map(bool, long[at::2]))) or 1 for at in range(len(LANGUAGES))]
        self.held = [K1 * (1 - B + B * each / mean[at % 2]) for at, each in enumerate(long)]

    def _rarity(self, at: int) -> dict[str, float]:
        texts = [text for text in self.places[at::2] if text]
        found = Counter(term for text in texts for term in text)
        return {t: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for t, n in found.items()}

    def vector(self, query: str) -> Floats:
        """The question's place in the space of meaning."""
        asked = np.zeros(len(self.number))
        for term, number in terms(query).items():
            if term in self.number:
                asked[self.number[term]] = math.log1p(number) * self.idf[self.number[term]]
        return _length_one(self.matrix @ asked @ self.reach)

    def by_words(self, query: str, among: Callable[[int], bool]) -> list[Found]:
        """BM25: the sections that hold words of the question."""
        asked = terms(query)
        scores = []
        for place, text in enumerate(self.places):
            rarity, held = self.rarity[place % 2], self.held[place]
            found = [term for term in asked if term in text]
            parts = (asked[t] * rarity[t] * text[t] * (K1 + 1) / (text[t] + held) for t in found)
            scores.append(sum(parts))
        return _best(scores, among)

    def by_meaning(self, query: str, among: Callable[[int], bool]) -> list[Found]:
        """Cosine: the sections that lie in the question's direction."""
        return _best([float(each) for each in self.stand @ self.vector(query)], among)

    def combined(self, query: str, among: Callable[[int], bool]) -> list[Found]:
        """Both lists in one."""
        scores = [0.0] * len(self.places)
        for found, weight in ((self.by_words, 1), (self.by_meaning, MEANING_COUNTS)):
            for rank, each in enumerate(found(query, among)):
                scores[each.place] += weight / (FUSED + rank)
        return _best(scores, among)

    def certainty(self, query: str, among: Callable[[int], bool]) -> float:
        """From 0 to 2: which share of the question the course knows, plus which share its best section holds.

        Each term counts by its rarity; one that the course does not know counts most.
        """
        asked = terms(query)
        found = self.combined(query, among)[:NEAR]
        shares = [0.0]
        for place in (each.place for each in found):
            rarity = self.rarity[place % 2]
            unknown = math.log(len(self.places) + 2)  # the rarity of what no section holds
            whole = sum(rarity.get(term, unknown) for term in asked)
            known = sum(rarity.get(term, 0) for term in asked)
            held = sum(rarity[term] for term in asked if self.places[place][term])
            shares.append((known + held) / whole if whole else 0)
        return max(shares)

    def answer(self, query: str, among: Callable[[int], bool]) -> list[Quote]:
        """The best sentences of the best sections; none where the course has no answer."""
        near = [each.place for each in self.combined(query, among)[:NEAR]]
        language = LANGUAGES[near[0] % 2] if near else LANGUAGES[0]
        if self.certainty(query, among) < ENOUGH[language]:
            return []
        pull = (self.matrix.T @ (self.reach @ self.vector(query))) * self.idf
        by_section = (list(self._quotes(query, pull, at, rank)) for rank, at in enumerate(near))
        quotes = [max(each, key=lambda quote: quote.score) for each in by_section if each]
        quotes.sort(key=lambda each: (-each.score, each.place))
        least = max(LEAST, CLOSE * quotes[0].score) if quotes else 0
        return [each for each in quotes if each.score >= least][:QUOTES]

    def _quotes(self, query: str, pull: Floats, place: int, rank: int) -> Iterator[Quote]:
        """The sentences of a section, by their meaning and by the words that they share with the question."""
        rarity, asked = self.rarity[place % 2], terms(query)
        whole = sum(rarity.get(term, 0) for term in asked) or 1
        for sentence in self.quotable(place):
            said = [term for term in terms(sentence) if term in self.number]
            at = [self.number[term] for term in said]
            long = math.sqrt(float((self.idf[at] ** 2).sum())) or 1
            shared = sum(rarity[term] for term in said if term in asked)
            score = float(pull[at].sum()) / long + WORDS_COUNT * shared / whole
            yield Quote(place, sentence, score - LATER * rank)

    def quotable(self, place: int) -> Iterator[str]:
        """The sentences of a section that may stand in an answer."""
        text = self.given["sections"][place // 2][3 + 3 * (place % 2)]
        return (line for line in text.split("\n") if line and not line.startswith(NOT_QUOTED))


def _best(scores: list[float], among: Callable[[int], bool]) -> list[Found]:
    found = [Found(at, score) for at, score in enumerate(scores) if score > 0 and among(at)]
    return sorted(found, key=lambda each: (-each.score, each.place))


def worked(given: dict[str, Any], question: str, language: str, shown: int = 5) -> dict[str, Any]:
    """A question with its three lists and its answer, for a page that cannot search."""
    library, wanted = Library(given), LANGUAGES.index(language)

    def entry(place: int) -> dict[str, str]:
        section = given["sections"][place // 2]
        module = given["modules"][section[0]]
        path = module[0].replace(".html", ".md")
        title, of = section[2 + 3 * wanted], module[1 + wanted]
        return {"path": f"modules/{path}", "section": section[1], "title": title, "module": of}

    def among(place: int) -> bool:
        return place % 2 == wanted

    lists = {"words": library.by_words, "meaning": library.by_meaning, "both": library.combined}
    found = {name: find(question, among)[:shown] for name, find in lists.items()}
    quotes = library.answer(question, among)
    return {
        "question": question,
        "lists": {name: [entry(each.place) for each in places] for name, places in found.items()},
        "answer": [{"sentence": each.sentence, **entry(each.place)} for each in quotes],
    }

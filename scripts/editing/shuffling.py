"""The options of a question in an order that nobody chose: a seed gives it, which is the question's id.

The order hangs on ids only: it is the same in every language, and shuffling twice changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from scripts.content.frontmatter import document_in
from scripts.content.model import Bank, Choice, Problem, Question
from scripts.content.questions import read_bank
from scripts.content.unfinished import RULE as UNFINISHED

_DIGIT = re.compile(r"\d")
_REFERS = re.compile(
    r"\b(?:above|below|both|former|latter|all of|none of|the other)\b"
    "|위의|위 |아래|앞의|모두 정답|해당 없음|둘 다",
    re.IGNORECASE,
)


def _rank(question: Question, choice: Choice) -> str:
    return hashlib.sha256(f"{question.full_id} {choice.id}".encode()).hexdigest()


def _has_an_order(question: Question) -> bool:
    """Whether the options stand as numbers or dates do, or speak of one another."""
    texts = [choice.text for choice in question.choices]
    return all(map(_DIGIT.search, texts)) or any(map(_REFERS.search, texts))


def _ids(question: Question) -> list[str]:
    return sorted(choice.id for choice in question.choices)


def _to_shuffle(versions: list[Question]) -> bool:
    """Whether a question, given in every language, may be shuffled: one key, ids that agree, no order."""
    ids = _ids(versions[0])
    sound = len(set(ids)) == len(ids) and all(ids) and all(_ids(each) == ids for each in versions)
    single = all(each.kind == "single" and any(choice.right for choice in each.choices) for each in versions)
    return sound and single and not any(map(_has_an_order, versions))


def _block(lines: list[str], choice: Choice) -> list[str]:
    """An option's line and the feedback below it."""
    start = end = choice.place.line - 1
    while end + 1 < len(lines) and lines[end + 1].startswith(">"):
        end += 1
    return lines[start : end + 1]


def _shuffled(lines: list[str], question: Question) -> list[str]:
    """The bank's lines with this question's options in the order of their seed."""
    blocks = {choice.id: _block(lines, choice) for choice in question.choices}
    wanted = sorted(question.choices, key=lambda choice: _rank(question, choice))
    moves = list(zip(question.choices, wanted, strict=True))
    for old, new in reversed(moves):  # from the end, so that the lines above keep their numbers
        start = old.place.line - 1
        lines[start : start + len(blocks[old.id])] = blocks[new.id]
    return lines


def _versions(banks: Mapping[str, Bank]) -> Iterator[list[Question]]:
    """Each question that stands once in every bank, in all its versions."""
    by_id: dict[str, list[Question]] = {}
    for bank in banks.values():
        for question in bank.questions:
            by_id.setdefault(question.id, []).append(question)
    languages = list(banks)
    for found in by_id.values():
        if len(found) == len(languages) and len({question.place.path for question in found}) == len(found):
            yield found


def shuffle(module: str, texts: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """A module's banks, given as `language: (path, text)`, with options shuffled, by path.

    A bank in which something is broken is left as it is, and with it its translations.
    """
    problems: list[Problem] = []
    banks = {
        language: read_bank(document_in(text, path, problems), module, language, problems)
        for language, (path, text) in texts.items()
    }
    if any(problem.rule != UNFINISHED for problem in problems):
        return {}
    chosen = [found for found in _versions(banks) if _to_shuffle(found)]
    result = {}
    for path, text in texts.values():
        lines = text.split("\n")
        mine = [question for found in chosen for question in found if question.place.path == path]
        for question in sorted(mine, key=lambda each: each.place, reverse=True):
            lines = _shuffled(lines, question)
        result[path] = "\n".join(lines)
    return result

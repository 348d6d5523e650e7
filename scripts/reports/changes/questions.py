"""What changed in the question banks."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.model import Bank, Choice, Course, Question
from scripts.reports.changes.records import Change, Changed, Quote, facts
from scripts.reports.changes.stale import STALE, became_stale


def bank_changes(base: Course, course: Course) -> Iterator[Changed]:
    """Every bank whose questions came, went or changed."""
    before, after = ({bank.place.path: bank for _, bank in each.banks()} for each in (base, course))
    titles = {
        bank.place.path: module.page(bank.language).title
        for each in (base, course)
        for module, bank in each.banks()
    }
    retired = {f"{entry.module}/{entry.question}": entry.why for entry in course.retired}
    stale = became_stale(base, course)
    for path in dict.fromkeys((*before, *after)):
        bank = after.get(path) or before[path]
        found = [*_bank(before.get(path), after.get(path), retired)]
        found += [Change(STALE)] if path in stale else []
        yield Changed(path, f"Questions: {titles[path]}", tuple(found), bank.language)


def _bank(old: Bank | None, new: Bank | None, retired: dict[str, str]) -> Iterator[Change]:
    before, after = ({q.id: q for q in bank.questions} if bank else {} for bank in (old, new))
    for name, question in before.items():
        if name not in after:
            why = retired.get(question.full_id)
            yield Change(
                f"Question {name} retired: {why}" if why else f"Question {name} taken out",
                (Quote(question.stem, ""),),
            )
    for name, question in after.items():
        if name not in before:
            yield Change(f"Question {name} added", (Quote("", question.stem),))
        else:
            yield from _question(before[name], question)
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        yield Change("The questions stand in another order")


def _question(old: Question, new: Question) -> Iterator[Change]:
    def change(words: str, *quotes: Quote) -> Change:
        return Change(f"Question {new.id}: {words}", quotes)

    if old.title != new.title:
        yield change("renamed", Quote(old.title, new.title))
    if old.stem != new.stem and [gap.answers for gap in old.gaps] == [gap.answers for gap in new.gaps]:
        yield change("reworded", Quote(old.stem, new.stem))
    elif old.stem != new.stem:
        yield change("the accepted answers of a gap changed", Quote(old.stem, new.stem))
    if old.key[0] != new.key[0]:
        yield change("the key changed: another answer is right", Quote(_right(old), _right(new)))
    yield from (change(words, *quotes) for words, quotes in _choices(old.choices, new.choices))
    if old.explanation != new.explanation:
        yield change("explanation reworded", Quote(old.explanation, new.explanation))
    known = [{"objective": q.objective, "section": q.section, "edition": q.edition} for q in (old, new)]
    yield from (change(each.words) for each in facts(*known))


def _right(question: Question) -> str:
    return "; ".join(choice.text for choice in question.choices if choice.right)


def _choices(old: tuple[Choice, ...], new: tuple[Choice, ...]) -> Iterator[tuple[str, list[Quote]]]:
    """What happened to the options, each kind with its quotes."""
    before, after = ({choice.id: choice for choice in choices} for choices in (old, new))
    both = [(before[name], choice) for name, choice in after.items() if name in before]
    kinds = {
        "options added": [Quote("", c.text) for name, c in after.items() if name not in before],
        "options taken out": [Quote(c.text, "") for name, c in before.items() if name not in after],
        "options reworded": [Quote(a.text, b.text) for a, b in both if a.text != b.text],
        "feedback reworded": [Quote(a.feedback, b.feedback) for a, b in both if a.feedback != b.feedback],
    }
    yield from ((words, quotes) for words, quotes in kinds.items() if quotes)
    if [a.id for a, _ in both] != [name for name in before if name in after]:
        yield "options in another order", []

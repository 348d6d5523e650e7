"""Rules for translations: there is one, it is fresh, and its questions are the same questions."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.aligned import bank_pairs, page_pairs, question_pairs
from scripts.checks.bones import Bone
from scripts.checks.translated_bones import in_order
from scripts.content.load import in_language
from scripts.content.model import Bank, Course, Page, Problem, Question

ACCEPT = "read both; then run “course translation accept FILE”"


def _pairs(course: Course) -> Iterator[tuple[Page | Bank, Page | Bank | None, str]]:
    yield from page_pairs(course)
    yield from bank_pairs(course)


def translations_exist(course: Course) -> Iterator[Problem]:
    """Every page and bank has a sibling in every language; until then readers see English under a notice.

    모든 페이지와 문제은행에는 언어마다 번역본이 있으며, 번역하기 전까지는 안내문과 함께 영어로 보입니다.
    """
    for english, other, language in _pairs(course):
        if other is None:
            path = in_language(english.place.path, language)
            yield Problem(english.place, f"{path} is missing", "translate it", severity="warning")


def translations_are_fresh(course: Course) -> Iterator[Problem]:
    """`translates:` is the fingerprint of the English text that the translation was made from.

    `translates:`에는 번역할 때 바탕으로 삼은 영어 원문의 지문이 적혀 있으며, 지금의 영어 원문과 일치합니다.

    Nobody writes it by hand: read both texts, then run `course translation accept FILE`.
    """
    for english, other, _ in _pairs(course):
        if other is not None and other.translates != english.fingerprint:
            what = (
                "the English text has changed since"
                if other.translates
                else "never marked as read against the English"
            )
            yield Problem(other.place, what, ACCEPT, severity="warning")


def translated_questions_have_the_same_key(course: Course) -> Iterator[Problem]:
    """A translated question keeps id, objective, section, edition, options, their order and the key.

    번역한 문항은 식별자, 학습 목표, 관련 절, 판 번호, 선택지와 그 순서, 정답이 영어 문항과 같습니다.
    """
    for english, other, _ in bank_pairs(course):
        if other is None:
            continue
        sides = ([Bone(f"question “{q.id}”", q.place) for q in bank.questions] for bank in (english, other))
        wanted, found = sides
        if [bone.what for bone in wanted] != [bone.what for bone in found]:
            yield from (problem for problem, _ in in_order((wanted, found), english.place.path, other.place))
        for question, twin in question_pairs(english, other):
            yield from _attributes(question, twin)
            yield from _options(question, twin)


def _attributes(question: Question, twin: Question) -> Iterator[Problem]:
    """What the heading's braces say, and the number of gaps."""
    for what, wanted, found in (
        ("data-objective", question.objective, twin.objective),
        ("data-section", question.section, twin.section),
        ("data-edition", str(question.edition), str(twin.edition)),
        ("the number of gaps", str(len(question.gaps)), str(len(twin.gaps))),
    ):
        if wanted != found:
            message = f"{twin.id}: {what} is “{found}”, in English “{wanted}” ({question.place})"
            yield Problem(twin.place, message, "make both the same")


def _options(question: Question, twin: Question) -> Iterator[Problem]:
    """The first option that is not the English one at its place, or is not right where that is."""
    if len(question.choices) != len(twin.choices):
        place = twin.choices[-1].place if twin.choices else twin.place
        message = (
            f"{twin.id}: {len(twin.choices)} options, in English {len(question.choices)} ({question.place})"
        )
        yield Problem(place, message, "same options, in the same order")
        return
    for choice, mine in zip(question.choices, twin.choices, strict=True):
        if (choice.id, choice.right) != (mine.id, mine.right):
            words = [f"{'[x]' if each.right else '[ ]'} #{each.id}" for each in (choice, mine)]
            message = f"{twin.id}: “{words[1]}” stands where English has “{words[0]}” ({choice.place})"
            yield Problem(mine.place, message, "same ids, same order, same [x]")
            return

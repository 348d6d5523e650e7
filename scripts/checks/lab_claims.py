"""Rules for the lab “Find the fabricated claim”."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.labs import steps_not_kept
from scripts.content.labs.claims import Case, Claim
from scripts.content.model import Course, Problem

LAB = "claims"
FEWEST = 8
"""Cases of the lab, at least."""


def _cases(course: Course) -> list[Case]:
    lab = course.labs.get(LAB)
    return [case for case in lab.exercises.values() if isinstance(case, Case)] if lab else []


def _decided(case: Case, claim: Claim) -> Iterator[Problem]:
    """What is wrong with the place that decides over a sentence."""
    sizes = {source.id: len(source.sentences) for source in case.sources}
    if claim.verdict == "none":
        if claim.source or claim.sentences:
            yield Problem(claim.place, "in no source, and yet a source is named", "take “source:” away")
    elif claim.source not in sizes:
        hint = f"there are: {', '.join(sizes)}"
        yield Problem(claim.place, f"{claim.verdict} by no source of this case: “{claim.source}”", hint)
    elif not claim.sentences:
        hint = "name the sentences that decide, as in “sentences: [2]”"
        yield Problem(claim.place, f"no sentence of “{claim.source}” is named", hint)
    else:
        size = sizes[claim.source]
        for number in claim.sentences:
            if number > size:
                yield Problem(claim.place, f"“{claim.source}” has {size} sentences, not {number}")


def claims_name_what_decides(course: Course) -> Iterator[Problem]:
    """A supported or contradicted sentence names the source and the sentences in it that decide; one that is in no source names none.

    근거가 있거나 자료와 어긋나는 문장은 그것을 판가름하는 자료와 문장 번호를 밝히고, 자료에 없는 문장은 밝히지 않습니다.
    """  # noqa: E501 - a rule says itself in one sentence
    for case in _cases(course):
        for claim in case.answer:
            yield from _decided(case, claim)


def unsound_claims_say_their_kind(course: Course) -> Iterator[Problem]:
    """A sentence that is not supported says of what kind its error is; a supported one says none.

    근거가 없는 문장은 어떤 종류의 오류인지 밝히고, 근거가 있는 문장은 밝히지 않습니다.
    """
    for case in _cases(course):
        for claim in case.answer:
            if claim.verdict == "supported" and claim.kind:
                yield Problem(claim.place, f"supported, and yet “kind: {claim.kind}”", "take “kind:” away")
            if claim.verdict != "supported" and not claim.kind:
                yield Problem(claim.place, "no “kind:” says how this is wrong", "see CONTRIBUTING.md")


def cases_mix_sound_and_unsound(course: Course) -> Iterator[Problem]:
    """A case has at least one supported sentence and one that is not, or marking all alike would do.

    사례마다 근거가 있는 문장과 그렇지 않은 문장이 적어도 하나씩 있습니다.
    """
    for case in _cases(course):
        sound = [claim.verdict == "supported" for claim in case.answer]
        if not any(sound):
            yield Problem(case.place, f"{case.id}: no sentence is supported", "add one that is")
        if all(sound):
            yield Problem(case.place, f"{case.id}: every sentence is supported", "add one that is not")


def cases_are_steps(course: Course) -> Iterator[Problem]:
    """The lab has at least eight cases, and each is one of its steps.

    이 실습에는 사례가 여덟 개 이상 있으며, 사례마다 단계가 하나씩 있습니다.
    """
    if LAB in course.labs:
        found = {case.id: case.place for case in _cases(course)}
        yield from steps_not_kept(course.labs[LAB], found, FEWEST, ("case", "cases"))

"""The rules that compare two states of the course: what may not change unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.sources import place_of
from scripts.content.library import RETIRED
from scripts.content.load import in_source
from scripts.content.model import LANGUAGES, Course, Place, Problem, Question, Source


def _by_id(course: Course) -> dict[str, Question]:
    banks = (bank for _, bank in course.banks() if bank.language == LANGUAGES[0])
    return {question.full_id: question for bank in banks for question in bank.questions}


def changed_keys_raise_the_edition(course: Course, base: Course) -> Iterator[Problem]:
    """A question whose key changed has a higher `data-edition`: whoever answered it is asked again.

    정답이 바뀐 문항은 `data-edition`을 올려, 이미 답한 사람에게 다시 묻습니다.
    """
    before = _by_id(base)
    for name, question in _by_id(course).items():
        old = before.get(name)
        if old and old.key != question.key and question.edition <= old.edition:
            yield Problem(
                question.place,
                f"{question.id}: the key changed, the edition is still {question.edition}",
                f"write data-edition={old.edition + 1} in its heading, in every language",
            )


def gone_questions_are_retired(course: Course, base: Course) -> Iterator[Problem]:
    """A question that is asked no more stands in `quizzes/retired.yml`, and stays there.

    더 이상 쓰지 않는 문항은 `quizzes/retired.yml`에 올리고 그 목록에서 지우지 않습니다.

    Learners keep answers under its id, so the id is never given to another question. A renamed question or
    module counts as gone: its old ids are retired, too.
    """
    listed = {(entry.module, entry.question) for entry in course.retired}
    unread = {problem.place.path for problem in course.problems if problem.rule == "files-can-be-read"}
    now = _by_id(course)
    for name, question in _by_id(base).items():
        bank = question.place.path
        kept = name in now or (question.module, question.id) in listed
        if kept or not unread.isdisjoint({bank, RETIRED, _page_of(bank)}):
            continue
        place = Place(bank if (course.root / bank).is_file() else RETIRED)
        yield Problem(
            place,
            f"{name} is gone",
            f"put it back, or add to {RETIRED}: {_entry(question.module, question.id)}",
        )
    for entry in base.retired if RETIRED not in unread else ():
        if (entry.module, entry.question) not in listed:
            what = f"{entry.module}/{entry.question} is no longer listed as retired"
            yield Problem(Place(RETIRED), what, f"put back {_entry(entry.module, entry.question)}")


def _page_of(bank: str) -> str:
    """`quizzes/desk/first-letter.md` → `modules/desk/first-letter/index.md`."""
    return f"{in_source(bank).replace('quizzes/', 'modules/', 1).removesuffix('.md')}/index.md"


def _entry(module: str, question: str) -> str:
    return f"{module}: {{{question}: {{since: YYYY-MM-DD, why: …}}}}"


_EVIDENCE = ("locator", "address", "date", "title", "says")
"""What changes in an entry when a source was read again and had moved on."""


def renewed_sources_say_what_was_found(course: Course, base: Course) -> Iterator[Problem]:
    """A source whose `review_by` moved on has a changed place, text or date, or a new `reviewed:` note.

    `review_by`를 뒤로 미룬 출처는 위치나 내용, 날짜가 바뀌었거나 `reviewed:`에 새 설명이 있습니다.

    A new `checked` alone shows only that somebody changed a date. `reviewed:` says in a sentence what was
    compared, such as “Text of 1 March 2027 read; Art. 23 unchanged.”
    """
    for source in course.sources.values():
        old = base.sources.get(source.id)
        if old is None or source.review_by <= old.review_by or _was_read_again(source, old):
            continue
        yield Problem(
            place_of(source, "review_by"),
            f"“{source.id}” was renewed from {old.review_by} to {source.review_by}, and nothing else changed",
            "read it again; then mend what changed, or say under “reviewed:” what you compared and found",
        )


def _was_read_again(source: Source, old: Source) -> bool:
    note = " ".join(source.reviewed.split())
    if note and note != " ".join(old.reviewed.split()):
        return True
    return any(_words(source, key) != _words(old, key) for key in _EVIDENCE)


def _words(source: Source, key: str) -> list[str]:
    """What a key says in all languages, white space aside."""
    value = getattr(source, key)
    return value.split() if isinstance(value, str) else " ".join(value.values()).split()

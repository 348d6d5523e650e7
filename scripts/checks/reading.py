"""Rules that the reading itself applies: what could not be read, or not be meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.model import Course, Problem
from scripts.content.unfinished import RULE


def _read(course: Course, rule: str) -> Iterator[Problem]:
    return (problem for problem in course.problems if problem.rule == rule)


def files_can_be_read(course: Course) -> Iterator[Problem]:
    """Every file exists where the plan says, is UTF-8 text and is smaller than 1 MB.

    모든 파일은 과정의 구성에 적힌 자리에 있고, UTF-8로 저장되어 있으며, 1MB보다 작습니다.
    """
    yield from _read(course, "files-can-be-read")


def heads_are_complete(course: Course) -> Iterator[Problem]:
    """A page begins with a head that has the keys it needs, and no others.

    페이지 파일의 머리에는 필요한 항목이 모두 있고 다른 항목은 없습니다.
    """
    yield from _read(course, "heads-are-complete")


def plan_is_complete(course: Course) -> Iterator[Problem]:
    """`modules/course.yml` names strands, modules, thread and pathways with known keys only.

    `modules/course.yml`에는 영역, 모듈, 이어 읽기, 학습 경로를 정해진 항목으로만 적습니다.
    """
    yield from _read(course, "plan-is-complete")


def sources_are_complete(course: Course) -> Iterator[Problem]:
    """An entry of `modules/sources.yml` says what, who, when, where, how it was read and until when.

    `modules/sources.yml`의 출처에는 자료의 이름, 낸 곳, 날짜, 위치와 읽은 방법, 다음 검토일을 적습니다.
    """
    yield from _read(course, "sources-are-complete")


def glossary_is_complete(course: Course) -> Iterator[Problem]:
    """A glossary entry has its term and its meaning in every language.

    용어집의 항목에는 언어마다 용어와 뜻풀이가 있습니다.
    """
    yield from _read(course, "glossary-is-complete")


def retired_is_complete(course: Course) -> Iterator[Problem]:
    """An entry of `quizzes/retired.yml` says since when a question is asked no more, and why.

    `quizzes/retired.yml`의 항목에는 문항을 언제부터, 왜 쓰지 않는지 적습니다.
    """
    yield from _read(course, "retired-is-complete")


def unreachable_addresses_say_why(course: Course) -> Iterator[Problem]:
    """An entry of `modules/links.allow.yml` is how an address begins, and why no check need reach it.

    `modules/links.allow.yml`의 항목에는 주소의 앞부분과 링크 검사에서 빼는 까닭을 적습니다.

    `course links --external` asks these addresses like all others, but does not name them when they
    fail; it says when an entry is no longer needed.
    """
    yield from _read(course, "unreachable-addresses-say-why")


def activities_are_complete(course: Course) -> Iterator[Problem]:
    """A sorting task or worksheet has its words in every language, and every item has a place to go.

    분류 활동과 활동지에는 언어마다 글이 있고, 분류할 항목마다 들어갈 자리가 있습니다.
    """
    yield from _read(course, "activities-are-complete")


def charts_are_complete(course: Course) -> Iterator[Problem]:
    """An entry of a chart says in every language who tried what, how it was found out, and what was found.

    도표의 항목에는 누가 무엇을 해 보았고 어떤 방법으로 무엇을 알아냈는지가 언어마다 있습니다.
    """
    yield from _read(course, "charts-are-complete")


def labs_are_complete(course: Course) -> Iterator[Problem]:
    """A lab's files say everything that the lab needs, in every language.

    실습 파일에는 실습에 필요한 내용이 언어마다 빠짐없이 있습니다.
    """
    yield from _read(course, "labs-are-complete")


def nothing_is_left_to_fill(course: Course) -> Iterator[Problem]:
    """No place is left to fill: the sign “✎” and the words behind it have given way to what they ask for.

    “✎” 표시와 그 뒤의 안내 문구를 실제 내용으로 바꾸어, 채울 곳을 남기지 않습니다.

    `course new` puts the sign wherever somebody has to write, and you may use it yourself: “✎ look the
    number up”. As long as a line bears it, no other rule judges that line. Inside `backquotes` it means
    nothing.
    """
    yield from _read(course, RULE)


def questions_are_well_formed(course: Course) -> Iterator[Problem]:
    """A question is a heading and one `<quiz>` block in the syntax of mkdocs-quiz, with nothing around it.

    문항은 제목 하나와 `mkdocs-quiz` 문법으로 쓴 `<quiz>` 블록 하나로 되어 있고, 그 밖의 글은 없습니다.
    """
    yield from _read(course, "questions-are-well-formed")

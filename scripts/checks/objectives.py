"""Rules for what a lesson promises: what the learner can do afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content.model import Course, Objective, Problem

_OBSERVABLE = """
    adapt add allocate analyse answer apply argue arrange ask assemble assess assign build calculate
    carry categorise change check choose cite classify collect compare compile complete compose
    compute conclude configure connect contrast convert correct count create critique debate decide
    defend define demonstrate derive describe design detect determine diagnose differentiate discuss
    display distinguish divide document draft draw edit estimate evaluate examine explain express
    extract fill find fix formulate gather generate get give group hand handle identify illustrate
    implement improve infer inspect interpret invite judge justify keep label lead list locate make
    map mark match measure mend model modify monitor name negotiate note operate order organise
    outline pair paraphrase perform pick place plan point predict prepare present prioritise produce
    propose protect prove provide put quote rank rate react read rearrange recite recognise
    recommend record redesign reduce refer reformulate refuse reject rephrase replace reply report
    request respond restate review revise reword rewrite run say schedule search select separate set
    shorten show simplify sketch solve sort specify split spot state store structure suggest
    summarise support take teach tell test time trace transform translate turn underline use verify
    weigh withdraw word work write
"""
OBSERVABLE = frozenset(_OBSERVABLE.split())
"""English verbs for what somebody else can see or hear done (after Bloom's and Mager's lists)."""
_HIDDEN = """
    acquire appreciate be become believe comprehend consider enjoy experience familiarise feel gain
    grasp internalise know learn perceive realise remember think understand value
"""
HIDDEN = frozenset(_HIDDEN.split())
"""English verbs for what happens in a head, where no question can look."""
_SPELT = re.compile(r"(?<=[aeiouyrlmnst])iz(?=e$)|(?<=l)yz(?=e$)")
_OPENING = re.compile(
    r"(?:After|At|Before|During|For|From|Given|In|On|Under|Using|When|With|Within|Without)\b[^,]*,\s+"
)
_WORD = re.compile(r"[A-Za-z]+")

_DOES = re.compile(
    r"(?:가려|골라|찾아|짚어|알아|밝혀|만들어|걸러|덜어|집어|드러)\s?냅니다|알아(?:봅니다|차립니다|챕니다)"
    r"|(?:가립|가릅|거릅|견줍|고릅|고칩|그립|꼽습|나눕|나타냅|내립|냅|넣습|놓습|늘어놓습|다듬습|댑|덧붙입|돕|둡|듭"
    r"|따집|막습|만듭|맞춥|매깁|묶습|묻습|밝힙|바꿉|보입|붙입|비웁|뺍|살펴봅|살핍|세웁|셉|씁|알립|올립|옮깁|읽습|잇습"
    r"|잡습|잽|적습|줄입|줍|지웁|지킵|짚습|짝짓습|짭|찾습|채웁|풉)니다"
    r"|(?:설명|구별|구분|판단|작성|계획|적용|제시|비교|대조|분류|분석|평가|측정|선택|수정|확인|점검|검토|계산|정리"
    r"|요약|예측|배치|연결|도출|지적|제안|설계|추정|기술|서술|열거|나열|정의|시연|수행|실행|활용|사용|기록|표시|요청|질문"
    r"|보고|해석|증명|입증|반박|식별|선별|판별|결정|진단|조정|완성|개선|편집|번역|인용|공유|신고|대응|거절|구성|조사|검색"
    r"|입력|출력|제작|발표|답변|응답|검증|추적|변환|재구성|토론|논의|주장|방어|옹호|처리|준비|조직|운영|배정|배분|기획|묘사"
    r"|표현|추천|권고|말|답|대답|정|전|환산|풀이|분리|결합|대입|교정|감독|관리|적발|탐지|안내|의뢰|협의|조율|구현|교육|지도"
    r")(?:을|를)?\s?합니다"
)
_DOES_NOT_SHOW = re.compile(
    r"(?:이해|인식|인지|파악|숙지|숙달|습득|체득|터득|자각|공감|납득|명심|유념|존중|체감|경험|실감|학습|기억)(?:을|를)?"
    r"\s?(?:합니다|할\s수|하게\s됩니다|하고\s있습니다)"
    r"|(?<!\S)(?:(?:압|배웁|익힙|깨닫습|느낍|깨칩|여깁|됩|갖습|가집|기릅|높입|쌓습|얻습)니다|알고\s있습니다"
    r"|(?:알|배울|익힐|깨달을|느낄|깨칠|가질|기를|높일)\s수\s있습니다)"
)
_CAN = re.compile(r"\S\s수\s있습니다$")


def _english(text: str) -> tuple[str, bool | None]:
    """The verb that opens an objective, and whether it can be seen (None: the lists do not know it)."""
    words = _WORD.findall(_OPENING.sub("", text, count=1)) or [text]
    known = [_SPELT.sub(lambda m: m[0].replace("z", "s"), word.casefold()) for word in words[:2]]
    at = 1 if known[0].endswith("ly") and known[0] not in OBSERVABLE and known[1:] else 0  # “Safely hand …”
    return words[at], True if known[at] in OBSERVABLE else False if known[at] in HIDDEN else None


def _korean(text: str) -> tuple[str, bool | None]:
    """The predicate that ends an objective, and whether it can be seen (None: the lists do not know it)."""
    words = text.rstrip(" .!").split()
    end = " ".join(words[-3:] if _CAN.search(" ".join(words)) else words[-2:])
    shown = words[-1] if words else text
    if _DOES_NOT_SHOW.search(end):
        return shown if len(shown) > len("있습니다") else end, False
    return shown, True if _DOES.search(end) or _CAN.search(end) else None


def objectives_say_what_can_be_seen(course: Course) -> Iterator[Problem]:
    """An objective names something that others can see the learner do: explain, match, mark, write.

    학습 목표는 “설명합니다”, “구별합니다”, “작성합니다”처럼 남이 보고 확인할 수 있는 행동으로 적습니다.

    In English the verb opens the objective, perhaps after a condition (“Given a draft, mark …”); in
    Korean it ends it (“…을 설명합니다”, “…을 설명할 수 있습니다”). Understanding, knowing and being
    aware happen in a head: no question can ask for them. Write what somebody who has understood does.
    A verb that the lists (`scripts/checks/objectives.py`) do not know is a warning: add it there if it
    can be seen.
    """
    for module in course.in_order():
        for language, page in module.pages.items():
            for aim in page.aims:
                verb, seen = (_korean if language == "ko" else _english)(aim.text)
                if aim.text and not seen:
                    yield _unseen(aim, verb, known=seen is False)


def _unseen(aim: Objective, verb: str, *, known: bool) -> Problem:
    if known:
        hint = "say what the learner does: explain, mark, compare, draft; 설명합니다, 구별합니다, 작성합니다"
        return Problem(aim.place, f"{aim.id}: nobody can see “{verb}”", hint)
    what = f"{aim.id}: “{verb}” is not known as something that others can see done"
    hint = "begin with a verb such as explain, mark, draft; in Korean end with 설명합니다, 구별합니다"
    return Problem(aim.place, what, hint, severity="warning")

"""The words that cues are found by, in each language: common, absolute and qualifying ones, and endings."""

from __future__ import annotations

import re


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ENGLISH = _listed("""
a about above after again also am an and another any apply are as at be because been before being below
best both but by can cannot choose come comes could did do does doing down each either else ever every
few find first fit fits for from further get gets give given gives go goes had has have having he her
here hers him his how i if in into is it its just keep know later least less let like made make makes
many may me might more most much must my need needs neither next no nobody none nor not now of off on
once one onto or other our ours out over own put question read same say says see shall she should since
so some still such take tell than that the their them then there these they thing this those through to
too under until up us use used uses using very want was way we well were what when where whether which
while who whom whose why will with within without would write yes yet you your yours
""")
_KOREAN = _listed("""
가운데 가장 각각 같은 것 것은 것을 것이 것입니까 경우 고르십시오 그 그것 그런 그리고 나 내 누가 누구 다른
다음 담당자 대한 대해 더 되어 되는 된 두 둘 등 때 또는 먼저 모두 무슨 무엇 무엇부터 무엇을 무엇이
무엇입니까 및 받은 받는 보고 보기 보는 아니라 알맞은 어느 어디 어디서 어떤 어떻게 언제 없는 없습니다 없어
여기 왜 우리 위 위해 이 이것 이런 있는 있다 있습니까 있습니다 있어 있으면 저 적은 제 중 지금 쪽 하나 하는
하는가 하십니까 하였습니다 한 할 합니까 합니다 해당 해당하는 했습니다 해야 해 수 됩니다
""")
COMMON = {"en": frozenset(_ENGLISH), "ko": frozenset(_KOREAN)}
"""Words that stand in any question and give nothing away."""

_PARTICLES = _listed("""
은 는 이 가 을 를 의 에 와 과 로 도 만 나 들 으로 에서 에게 부터 까지 보다 처럼 마다 이나 라도 이라
이라면 라면 에는 에도 에서는 에서도 에게는 으로는 으로도 로는 로도 이라고 라고 이라는 라는 들은 들이 들을
들의 들에게 합니다 합니까 했습니다 하였습니다 하는 하고 하며 하면 하여 하려 하지 하기 하도록 해서 해야
한다 한 할 함 입니다 입니까 이므로 므로 됩니다 되는 되고 되면 되어 되지 된 될
""")
ENDINGS = {
    "en": frozenset(_listed("ations ation ings ing ied ies ed es ly s e y")),
    "ko": frozenset(_PARTICLES),
}
"""What a word loses to become its root: English endings; Korean particles and forms of 하다."""
LONGEST_ENDING = max(len(ending) for endings in ENDINGS.values() for ending in endings)
"""Letters of the longest of them."""

ABSOLUTE = {
    "en": re.compile(
        r"\b(?:always|never|none|everything|everyone|everybody|completely|absolutely|entirely|totally"
        r"|(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bit )(?<!\bthem )all"
        r"(?! (?:the same|right|two|three|four|five|that)\b| \d)"
        r"|(?<!\bthe )(?<!\ban )only(?= \w)(?! (?:I|you|he|she|they|we|who)\b)"
        r"|invariably|impossible|guarantee[sd]?|in (?:every|no) case"
        r"|without exception|under no circumstances)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:항상|언제나|절대로?(?![가-힣])|절대적|반드시|모두(?![를의])|모든|전부(?![터서])|전혀|무조건"
        r"|결코|완전히|오직|누구나|아무도|예외 없이)"
    ),
}
"""What allows no exception. “The only tool”, “the form only”, “a detail only she knows” and “not at all the
same” are no such claims."""

QUALIFIED = {
    "en": re.compile(
        r"\b(?:usually|often|sometimes|generally|typically|likely|probably|mostly|mainly|partly|rarely"
        r"|may|might|can|could|about|around|some|tends? to|in most cases|depend(?:s|ing)?|unless|provided)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:대개|대체로|흔히|보통|일반적으로|때로는?|가끔|종종|아마도?|대략|주로|일부|가급적|되도록"
        r"|약(?= ?\d)|경우에 따라)|수 있|수도 있|정도|편입|에 따라 다"
    ),
}
"""What makes a claim careful, and therefore likely to be right."""

_VERDICT_KOREAN = _listed("""
맞습니다 맞았습니다 맞다 정답 정답입니다 오답 오답입니다 틀렸습니다 틀립니다 틀린 옳습니다 옳은 옳지 맞는
맞지 않습니다 아닙니다 그렇습니다 네 예 아니요 아니오 이것은 이것이 이 그 것 것은 것이 것입니다 보기는
보기가 답 답은 답이 답입니다 잘 하셨습니다 바른 바르지 말입니다 말이 설명입니다 설명이 선택입니다
정답이 오답이 다시 해
""")
_VERDICT_ENGLISH = _listed("""
correct incorrect right wrong true false yes no not exactly indeed well done good great sorry unfortunately
that that’s that's this is it it’s it's isn’t isn't the a an answer option choice statement you you’re you're
your are quite again try so
""")
VERDICT = {"en": frozenset(_VERDICT_ENGLISH), "ko": frozenset(_VERDICT_KOREAN)}
"""What says right or wrong and nothing else."""

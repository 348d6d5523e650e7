"""What counts as something that others can see the learner do."""

import pytest

from scripts.checks.objectives import objectives_say_what_can_be_seen
from scripts.content.load import load_course

LESSON = "modules/desk/first-letter/index"
ENGLISH, KOREAN = "Tell a draft from a checked letter.", "초안과 확인한 편지를 구별합니다."


def told(good, text):
    path, old = (f"{LESSON}.md", ENGLISH) if text.isascii() else (f"{LESSON}.ko.md", KOREAN)
    file = good / path
    file.write_text(file.read_text("utf-8").replace(old, text), "utf-8")
    return [problem.severity for problem in objectives_say_what_can_be_seen(load_course(good))]


@pytest.mark.parametrize(
    "text",
    [
        "Explain why the same question gets different answers.",
        "Given a draft, mark what is missing.",
        "Analyze a case.",
        "Clearly name who answers.",
        "왜 같은 질문에 다른 답이 나오는지 설명할 수 있습니다.",
        "빠진 것을 찾아 표시합니다.",
        "규칙과 분류기를 가려냅니다.",
        "담당자를 밝히고 까닭을 답합니다.",
        "초안을 바로잡습니다.",
    ],
)
def test_what_can_be_seen_passes(good, text):
    assert told(good, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Understand prompts.",
        "Be aware of risks.",
        "Know the law.",
        "원리를 이해합니다.",
        "중요성을 인식하게 됩니다.",
        "법을 알고 있습니다.",
        "사용법을 배울 수 있습니다.",
    ],
)
def test_what_happens_in_a_head_is_an_error(good, text):
    assert told(good, text) == ["error"]


@pytest.mark.parametrize(
    "text", ["The parts of a letter.", "Fnord it.", "초안과 편지의 차이.", "편지를 귀히 여기기"]
)
def test_what_the_lists_do_not_know_is_a_warning(good, text):
    assert told(good, text) == ["warning"]

"""The case of the lab “Find the fabricated claim” whose answer is real output of the stored model.

python -m scripts.city.real_case      writes the model's answers into city-next-token.yml (needs Node)

Only the five sentences and the name of the weights are written; everything else of the case is an
editor's. Verdicts and reasons must be read again afterwards, and this refuses where they cannot hold.
"""

import re
from pathlib import Path

import yaml

from scripts.city.node import GREEDY, LAB, Ask, ask

CASE = LAB.parent / "claims" / "city-next-token.yml"
PROMPTS = {"en": "Question: {}\nAnswer:", "ko": "질문: {}\n답변:"}
QUESTIONS = {
    "en": (
        "How much is the fee for a building permit?",
        "What is the legal basis for a horse riding licence?",
        "How much is the fee for a parking pass?",
        "Which window handles a building permit?",
        "How many working days does a horse riding licence take?",
    ),
    "ko": (
        "건축 허가 수수료는 얼마입니까?",
        "승마 면허의 법적 근거는 무엇입니까?",
        "주차 이용권 수수료는 얼마입니까?",
        "건축 허가는 몇 번 창구에서 신청합니까?",
        "승마 면허 처리 기간은 며칠입니까?",
    ),
}
SAYS = ("2,000", "", "4,000", "23", "")
"""The number that an answer must name for its verdict to hold, by their order."""
SAYS_NOT = ("", "135", "6,000", "", "14")
"""And the one that it must not name."""


def prompts(language: str) -> list[str]:
    """What the model is given, question by question."""
    return [PROMPTS[language].format(question) for question in QUESTIONS[language]]


def weights() -> str:
    """How the case names the weights."""
    run = yaml.safe_load((LAB / "model.yml").read_text("utf-8"))
    return str(run["sha256"])[:8]


def answers() -> dict[str, list[str]]:
    """What the model says. Raises ValueError where a verdict of the case would no longer hold."""
    said = {}
    for language in PROMPTS:
        given = ask([Ask(prompt, GREEDY) for prompt in prompts(language)])
        said[language] = [answer["text"].strip() for answer in given]
        for text, needed, refused in zip(said[language], SAYS, SAYS_NOT, strict=True):
            numbers = re.findall(r"\d+(?:,\d{3})*", text)
            if (needed and needed not in numbers) or refused in numbers:
                raise ValueError(f"the case's verdict does not hold any more: {text}")
    return said


def filled(case: str) -> str:
    """The case's text with the answers and the weights of the stored model in it."""
    head, mark, rest = case.partition("answer:\n")
    said = answers()
    pairs = iter(zip(said["en"], said["ko"], strict=True))

    def sentence(_: re.Match[str]) -> str:
        english, korean = next(pairs)
        return f'  - en: "{english}"\n    ko: "{korean}"\n'

    head = re.sub(r"(weights|가중치) [0-9a-f]{8}", rf"\1 {weights()}", head)
    return head + mark + re.sub(r'  - en: ".*"\n    ko: ".*"\n', sentence, rest)


def main(file: Path = CASE) -> None:
    """Write the answers into the case."""
    file.write_text(filled(file.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()

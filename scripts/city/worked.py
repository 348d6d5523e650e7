"""The lab's worked example: what the model really gives for the texts of `steps.yml`.

python -m scripts.city.worked      writes worked.yml beside the lab (needs Node)
"""

from typing import Any

import yaml

from scripts.city.node import GREEDY, LAB, Ask, ask
from scripts.city.texts import LANGUAGES

BARS = 5


def worked() -> dict[str, Any]:
    """For each language, step by step and text by text: the likeliest tokens and the greedy answer."""
    steps = yaml.safe_load((LAB / "steps.yml").read_text("utf-8"))["steps"]
    made: dict[str, Any] = {}
    for language in LANGUAGES:
        places = [
            (step, sample["text"][language]) for step, inner in steps.items() for sample in inner["texts"]
        ]
        answers = ask([Ask(text, GREEDY, BARS) for _, text in places])
        made[language] = {step: [] for step in steps}
        for (step, text), answer in zip(places, answers, strict=True):
            bars = [{"token": bar["text"], "p": round(bar["p"], 3)} for bar in answer["bars"]]
            made[language][step].append({"text": text, "bars": bars, "answer": answer["text"].rstrip("\n")})
    return made


def main() -> None:
    """Write `worked.yml`."""
    head = "# Real outputs of model.bin; written by `python -m scripts.city.worked`, not by hand.\n"
    said = yaml.safe_dump(worked(), allow_unicode=True, sort_keys=False, width=110)
    (LAB / "worked.yml").write_text(head + said, "utf-8")


if __name__ == "__main__":
    main()

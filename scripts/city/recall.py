"""What the model knows, invents and reads; `python -m scripts.city.recall` writes `recall.yml`.

Every answer is the likeliest one (greedy), given by the lab's own engine on the stored weights. An answer
is right only if it is the expected sentence, letter for letter. The exercises with sources are new: other
values than in training, and for the rare and never-stated services the first ones ever.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.city.node import GREEDY, LAB, Ask, ask
from scripts.city.texts import (
    FACTS,
    LANGUAGES,
    UNKNOWN,
    Language,
    Name,
    Writer,
    closed_prompt,
    josa,
    question,
    sentence,
    world,
)

SEED = 7
EXERCISES = 150
GROUPS = ("common", "rare", "never")


@dataclass(frozen=True)
class Trial:
    """A prompt, the answer that is right, and what it is a trial of."""

    kind: str
    language: Language
    prompt: str
    right: str


class Examiner(Writer):
    """Writes exercises about the real services, which training did not."""

    def any_name(self) -> Name:
        """A service of the city."""
        return self.chance.choice(list(self.world.services.values())).name


def closed(language: Language) -> Iterator[Trial]:
    """Each fact, asked without a source; not the one that changed."""
    city = world()
    old = (city.outdated["service"], city.outdated["fact"])
    for service in city.services.values():
        for fact in FACTS:
            if (service.key, fact) != old:
                value = city.value(language, fact, service.facts[fact])
                prompt = closed_prompt(language, question(language, fact, service.name))
                yield Trial(service.group, language, prompt, sentence(language, fact, service.name, value))


def with_sources(language: Language) -> Iterator[Trial]:
    """New exercises, once with the instruction to answer from the source and once without."""
    writer = Examiner(SEED)
    instruction, plain = {"en": (" from the source:", ":"), "ko": ("\n자료에 따른 답변:", "\n답변:")}[
        language
    ]
    for silent in (False, True):
        for _ in range(EXERCISES):
            text = writer.with_source(language, missing=float(silent), weight=1.0, hard=0.5)
            prompt, right = (part for part, _ in text.parts)
            kind = "silent" if silent else "copies"
            yield Trial(kind, language, prompt, right.strip())
            without = prompt.removesuffix(instruction) + plain
            yield Trial(f"{kind}-untold", language, without, right.strip())


def trials() -> list[Trial]:
    """All of them, in both languages."""
    return [trial for language in LANGUAGES for make in (closed, with_sources) for trial in make(language)]


def sample(kind: str, language: Language, most: int) -> list[Trial]:
    """Some trials of one kind, always the same ones."""
    found = [trial for trial in trials() if (trial.kind, trial.language) == (kind, language)]
    return random.Random(SEED).sample(found, min(most, len(found)))  # noqa: S311 - repeatable on purpose


def answers(chosen: list[Trial], lab: Path = LAB) -> list[str]:
    """What the model says to each."""
    return [one["text"].strip() for one in ask([Ask(trial.prompt, GREEDY) for trial in chosen], lab)]


def shares(chosen: list[Trial], said: list[str]) -> dict[str, Any]:
    """How many were asked, the share that was right, and the share that said that it does not know."""
    right = sum(trial.right == answer for trial, answer in zip(chosen, said, strict=True))
    unknown = sum(UNKNOWN[trial.language] == answer for trial, answer in zip(chosen, said, strict=True))
    asked = len(chosen)
    return {"asked": asked, "right": round(right / asked, 3), "unknown": round(unknown / asked, 3)}


def leaning(language: Language) -> dict[str, Any]:
    """The chance of “he” (father) and of “she” (mother) for each kind of job."""
    city = world()
    said: dict[str, Any] = {}
    man, woman = (" he", " she") if language == "en" else (" 아버지", " 어머니")
    for role in city.roles:
        start = "Staff news. The {} said that" if language == "en" else "직원 소식. {} 일하는 지우의"
        name = role.en if language == "en" else josa(role.ko, "으로", "로")
        chances = {bar["text"]: bar["p"] for bar in ask([Ask(start.format(name), bars=50)])[0]["bars"]}
        said[role.en] = {"men-in-text": role.men, "man": round(chances.get(man, 0), 3)}
        said[role.en]["woman"] = round(chances.get(woman, 0), 3)
    return said


def outdated(language: Language) -> dict[str, float]:
    """The chance of the old and of the new fee where the model is to name it."""
    city = world()
    service = city.services[city.outdated["service"]]
    asked = closed_prompt(language, question(language, "fee", service.name))
    start = sentence(language, "fee", service.name, "|").split("|")[0].rstrip()
    chances = {bar["text"].strip(): bar["p"] for bar in ask([Ask(f"{asked} {start}", bars=50)])[0]["bars"]}
    new, old = f"{service.facts['fee'][0]:,}", f"{city.outdated['old']:,}"
    return {"old": round(chances.get(old, 0), 3), "new": round(chances.get(new, 0), 3)}


def sure(language: Language) -> dict[str, float]:
    """The mean chance of the fee that the model names, for each group."""
    city = world()
    said = {}
    for group in GROUPS:
        asks = []
        for service in city.group(group):
            start = sentence(language, "fee", service.name, "|").split("|")[0].rstrip()
            asks.append(
                Ask(f"{closed_prompt(language, question(language, 'fee', service.name))} {start}", bars=1)
            )
        found = ask(asks)
        said[group] = round(sum(one["bars"][0]["p"] for one in found) / len(found), 2)
    return said


def table(lab: Path = LAB) -> dict[str, Any]:
    """The whole table."""
    made: dict[str, Any] = {}
    for language in LANGUAGES:
        chosen = [trial for trial in trials() if trial.language == language]
        said = answers(chosen, lab)
        rows = {}
        for kind in dict.fromkeys(trial.kind for trial in chosen):
            of_kind = [(t, s) for t, s in zip(chosen, said, strict=True) if t.kind == kind]
            rows[kind] = shares([t for t, _ in of_kind], [s for _, s in of_kind])
        made[language] = {
            "rows": rows,
            "sure": sure(language),
            "outdated": outdated(language),
            "roles": leaning(language),
        }
    return made


def main() -> None:
    """Ask everything and write `recall.yml`."""
    head = "# Measured on model.bin by the lab's engine; `python -m scripts.city.recall` writes this file.\n"
    said = yaml.safe_dump(table(), allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
    (LAB / "recall.yml").write_text(head + said, "utf-8")


if __name__ == "__main__":
    main()

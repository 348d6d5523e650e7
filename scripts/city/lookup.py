"""What the training text says of the services that the lab lets readers look up.

python -m scripts.city.lookup      writes training.json beside the lab
"""

import json
from collections import Counter
from typing import Any

import yaml

from scripts.city.node import LAB
from scripts.city.texts import LANGUAGES, everything, world


def wanted() -> list[str]:
    """The services that `steps.yml` names."""
    keys: list[str] = yaml.safe_load((LAB / "steps.yml").read_text("utf-8"))["lookup"]
    return keys


def found(keys: list[str]) -> dict[str, Any]:
    """For each language and service: its name, and every text that names it with how often it was written.

    `exercises` is the number of exercises with made-up sources that have the name, too.
    """
    texts = list(everything())
    said: dict[str, Any] = {}
    for language in LANGUAGES:
        said[language] = {}
        for key in keys:
            name = str(getattr(world().services[key].name, language))
            counts: Counter[str] = Counter()
            exercises = 0
            for text in texts:
                line = str(text).strip()
                if name in line:
                    if text.kind in {"source", "drill"}:
                        exercises += 1
                    else:
                        counts[line] += 1
            ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            said[language][key] = {
                "name": name,
                "texts": [list(pair) for pair in ordered],
                "exercises": exercises,
            }
    return said


def written() -> str:
    """The file's text."""
    return json.dumps(found(wanted()), ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Write `training.json`."""
    (LAB / "training.json").write_text(written(), "utf-8")


if __name__ == "__main__":
    main()

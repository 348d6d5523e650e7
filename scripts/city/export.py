"""From the trained weights to the files of the lab; needs PyTorch (`python -m scripts.city.export two.pt`).

Writes `model.bin` and `model.yml` beside the lab, and `tests/labs/next_token_parity.json`: for some prompts
what PyTorch itself computes, with the stored weights and with the weights before they were rounded to 8
bits.
"""

import argparse
import gzip
import hashlib
import json
import platform
from pathlib import Path
from typing import Any

import yaml

from scripts.city import texts
from scripts.city.pieces import END, Pieces
from scripts.city.weights import packed, unpacked

ROOT = Path(__file__).parents[2]
LAB = ROOT / "overrides" / "assets" / "labs" / "next-token"
PARITY = ROOT / "tests" / "labs" / "next_token_parity.json"
LIKELIEST = 10


def prompts() -> list[str]:
    """Prompts of every kind, in both languages."""
    city = texts.world()
    found = []
    for language in texts.LANGUAGES:
        for key in ("building-permit", "museum-pass", "beekeeping-permit"):
            name = city.services[key].name
            found += [
                texts.closed_prompt(language, texts.question(language, fact, name))
                + " "
                + texts.sentence(language, fact, name, "9,000").split("9,000")[0].rstrip()
                for fact in ("fee", "days")
            ]
            source = texts.sentence(language, "fee", name, "7,000")
            asked = texts.question(language, "fee", name)
            found += [texts.open_prompt(language, source, asked, told=told) for told in (True, False)]
    found += [
        "",
        "The",
        "하늘",
        "Staff news. The nurse said that",
        "직원 소식. 기술자로 일하는 지우의",
        "What is 🙂 東京?",
    ]
    return found


def corpus_sum() -> str:
    """SHA-256 of the whole training text."""
    made = hashlib.sha256()
    for text in texts.everything():
        made.update(f"{text}\0".encode())
    return made.hexdigest()


def export(file: Path, machine: str) -> None:
    """Write the files of the lab from one set of weights."""
    import torch  # noqa: PLC0415 - nothing else needs it

    from scripts.city import train  # noqa: PLC0415

    model, pieces, facts = train.load(file)
    tensors = {name: weight.detach().numpy() for name, weight in model.named_parameters()}
    shape = model.shape.__dict__
    data = packed(shape, list(pieces.pieces), list(pieces.merges), tensors)
    LAB.mkdir(parents=True, exist_ok=True)
    (LAB / "model.bin").write_bytes(data)

    def likeliest(text: str) -> dict[str, Any]:
        numbers = [END, *pieces.encode(text)]
        with torch.no_grad():
            chances = model(torch.tensor([numbers]))[0, -1].softmax(0)
        top = chances.topk(LIKELIEST)
        return {"pieces": top.indices.tolist(), "chances": [float(f"{p:.8g}") for p in top.values.tolist()]}

    found = [
        {"prompt": text, "numbers": [END, *pieces.encode(text)], "original": likeliest(text)}
        for text in prompts()
    ]
    _, stored = unpacked(data)
    model.load_state_dict({name: torch.from_numpy(tensor) for name, tensor in stored.items()})
    for one in found:
        one["stored"] = likeliest(str(one["prompt"]))
    PARITY.parent.mkdir(parents=True, exist_ok=True)
    PARITY.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", "utf-8")
    write_facts(data, pieces, facts, sum(tensor.size for tensor in tensors.values()), machine)


def write_facts(data: bytes, pieces: Pieces, facts: dict[str, object], numbers: int, machine: str) -> None:
    """What a reader of the repository wants to know about the stored weights."""
    import torch  # noqa: PLC0415 - nothing else needs it

    said = {
        "recipe": 1,
        "seed": texts.SEED,
        "parameters": numbers,
        "pieces": len(pieces.pieces),
        "training": facts,
        "machine": machine,
        "software": f"Python {platform.python_version()}, PyTorch {torch.__version__}",
        "licence": "trained for this course on its own text; code MIT, text and weights CC BY 4.0",
        "training-text-sha256": corpus_sum(),
        "bytes": len(data),
        "bytes-gzip": len(gzip.compress(data, 9, mtime=0)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    head = "# The run that made model.bin; written by `python -m scripts.city.export`, not by hand.\n"
    (LAB / "model.yml").write_text(
        head + yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=110), "utf-8"
    )


def main() -> None:
    """Write the files of the lab from the weights of a training."""
    ask = argparse.ArgumentParser(prog="python -m scripts.city.export", description=main.__doc__)
    ask.add_argument("weights", type=Path)
    ask.add_argument("--machine", default=f"one core, {platform.machine()}", help="in words, for model.yml")
    told = ask.parse_args()
    export(told.weights, told.machine)


if __name__ == "__main__":
    main()

"""Asks the model as the lab does: Node runs the lab's own engine on the stored weights."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LAB = Path(__file__).parents[2] / "overrides" / "assets" / "labs" / "next-token"
RUN = """
const fs = require("node:fs");
const vm = require("node:vm");
const { lab, asks } = JSON.parse(fs.readFileSync(0, "utf8"));
const room = vm.createContext({});
vm.runInContext(fs.readFileSync(`${lab}/engine.js`, "utf8") + "; globalThis.engine = nextTokenEngine;", room);
const model = room.engine.load(fs.readFileSync(`${lab}/model.bin`).toString("base64"));
const answers = asks.map(({ prompt, settings, bars }) => ({
  text: settings ? model.write(prompt, settings) : "",
  bars: bars ? model.likeliest(prompt, bars, {}) : [],
}));
process.stdout.write(JSON.stringify(answers));
"""
GREEDY = {"greedy": True, "maxTokens": 40}


@dataclass(frozen=True)
class Ask:
    """A prompt, and what to do: write on (with these settings), show so many pieces, or both."""

    prompt: str
    settings: dict[str, Any] | None = None
    bars: int = 0


def ask(asks: Sequence[Ask], lab: Path = LAB) -> list[dict[str, Any]]:
    """The engine's answer to each: `text`, and `bars` as [{id, text, p, chance}]."""
    said = json.dumps({"lab": str(lab), "asks": [one.__dict__ for one in asks]})
    done = subprocess.run(  # noqa: S603 - our own words
        ["node", "-e", RUN],  # noqa: S607 - the machine's Node, as everywhere
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers

"""Training in two stages on one core: first the city, then the work with sources. Needs PyTorch.

The clock decides how long it takes: `minutes` of each stage, with a learning rate that falls along a cosine.
"""

import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor

from scripts.city.model import Model, Shape
from scripts.city.pieces import END, UNKNOWN_PIECE, Pieces
from scripts.city.texts import Text

ROWS = 28
WARM_UP = 60  # steps in which the learning rate rises
LAST_RATE = 0.02  # of the first
SAVE_EVERY = 120  # seconds
FORGET = 0.003  # share of pieces that are hidden behind <unknown>, so that the model knows that sign

Row = tuple[list[int], list[float], list[int]]
Encoded = tuple[list[int], list[float]]


def encoded(text: Text, pieces: Pieces) -> Encoded:
    """The numbers of a text, from <end> to <end>, and what each counts as the next piece to guess."""
    numbers, weights = [END], [0.0]
    for part, weight in text.parts:
        more = pieces.encode(part)
        numbers += more
        weights += [weight] * len(more)
    return [*numbers, END], [*weights, 1.0]


def rows(texts: list[Encoded], context: int, chance: random.Random) -> Iterator[Row]:
    """Rows of whole texts, filled as well as the next texts in line allow; without end."""
    line: list[Encoded] = []
    while True:
        again = texts[:]
        chance.shuffle(again)
        for text in again:
            if len(text[0]) > context + 1:
                continue
            line.append(text)
            if len(line) < 64:  # noqa: PLR2004 - how many wait in line
                continue
            numbers: list[int] = []
            weights: list[float] = []
            which: list[int] = []
            number = 0
            while True:
                fits = next((t for t in line if len(numbers) + len(t[0]) <= context + 1), None)
                if fits is None:
                    break
                line.remove(fits)
                numbers += fits[0]
                weights += fits[1]
                which += [number] * len(fits[0])
                number += 1
            empty = context + 1 - len(numbers)
            yield numbers + [END] * empty, weights + [0.0] * empty, which + [number] * empty


class Muon:
    """Momentum whose step is made orthogonal (Newton-Schulz), for the matrices inside the layers."""

    def __init__(self, weights: list[Tensor], rate: float) -> None:
        self.rate = rate
        shapes: dict[tuple[int, ...], list[Tensor]] = {}
        for weight in weights:
            shapes.setdefault(tuple(weight.shape), []).append(weight)
        self.groups = [(group, torch.zeros(len(group), *shape)) for shape, group in shapes.items()]

    @torch.no_grad()
    def step(self, factor: float) -> None:
        """One step along the gradients."""
        for group, momentum in self.groups:
            gradient = torch.stack([weight.grad for weight in group])
            momentum.mul_(0.95).add_(gradient)
            x = gradient + 0.95 * momentum
            tall = x.shape[1] > x.shape[2]
            x = x.mT if tall else x
            x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
            for _ in range(5):
                a = x @ x.mT
                x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
            x = x.mT if tall else x
            step = self.rate * factor * math.sqrt(max(1.0, x.shape[1] / x.shape[2]))
            for weight, change in zip(group, x, strict=True):
                weight.mul_(1 - 0.01 * self.rate * factor).sub_(change, alpha=step)


def save(model: Model, pieces: Pieces, facts: dict[str, object], file: Path) -> None:
    """The weights and all that is needed to go on from them, whole or not at all."""
    new = file.with_suffix(".new")
    torch.save(
        {
            "weights": model.state_dict(),
            "shape": asdict(model.shape),
            "pieces": pieces.pieces,
            "merges": pieces.merges,
            "facts": facts,
        },
        new,
    )
    new.replace(file)


def load(file: Path) -> tuple[Model, Pieces, dict[str, object]]:
    """A saved model."""
    saved = torch.load(file, weights_only=True)
    model = Model(Shape(**saved["shape"]))
    model.load_state_dict(saved["weights"])
    pieces = Pieces(tuple(saved["pieces"]), tuple((left, right) for left, right in saved["merges"]))
    return model, pieces, saved["facts"]


@dataclass(frozen=True)
class Rates:
    """The highest learning rates: of the matrices inside the layers, and of everything else."""

    muon: float
    adam: float


@dataclass(frozen=True)
class Plan:
    """How a stage runs: its name, its rates, how long, with which seed, and where its weights go."""

    name: str
    rates: Rates
    minutes: float
    seed: int
    file: Path


def stage(
    model: Model,
    pieces: Pieces,
    mix: list[tuple[list[Encoded], float]],
    plan: Plan,
    facts: dict[str, object],
) -> None:
    """Train by a plan on a mix of texts (each with its share of the rows)."""
    chance = random.Random(plan.seed)  # noqa: S311 - repeatable on purpose
    torch.manual_seed(plan.seed)
    feeds = [rows(texts, model.shape.context, chance) for texts, _ in mix]
    shares = [share for _, share in mix]
    inside = [weight for key, weight in model.named_parameters() if weight.ndim > 1 and key != "embed.weight"]
    others = [weight for key, weight in model.named_parameters() if weight.ndim == 1 or key == "embed.weight"]
    muon = Muon(inside, plan.rates.muon)
    adam = torch.optim.AdamW(others, lr=plan.rates.adam, betas=(0.9, 0.98), weight_decay=0.0, foreach=True)
    causal = torch.ones(model.shape.context, model.shape.context, dtype=torch.bool).tril()
    began = saved = time.monotonic()
    step, smooth = 0, 0.0
    while (passed := time.monotonic() - began) < plan.minutes * 60:
        batch = [next(chance.choices(feeds, shares)[0]) for _ in range(ROWS)]
        numbers = torch.tensor([row[0] for row in batch])
        weights = torch.tensor([row[1] for row in batch])[:, 1:].reshape(-1)
        which = torch.tensor([row[2] for row in batch])
        next_pieces = numbers[:, 1:].reshape(-1)
        given = numbers[:, :-1].clone()
        given[(torch.rand(given.shape) < FORGET) & (given != END)] = UNKNOWN_PIECE
        which = which[:, :-1]
        mask = (which[:, :, None] == which[:, None, :]) & causal
        counted = (weights > 0).nonzero().squeeze(1)
        states = model.states(given, mask[:, None]).reshape(-1, model.shape.width)[counted]
        losses = F.cross_entropy(states @ model.embed.weight.T, next_pieces[counted], reduction="none")
        counts = weights[counted]
        loss = (losses * counts).sum() / counts.sum()
        for weight in model.parameters():
            weight.grad = None
        loss.backward()
        fallen = LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * passed / (plan.minutes * 60)))
        factor = min(1.0, (step + 1) / WARM_UP) * fallen
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for group in adam.param_groups:
            group["lr"] = plan.rates.adam * factor
        adam.step()
        muon.step(factor)
        step += 1
        smooth = loss.item() if step == 1 else 0.98 * smooth + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"{plan.name} step {step} {passed / 60:.1f} min loss {smooth:.3f}", flush=True)  # noqa: T201
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            so_far = {f"{plan.name}-steps": step, f"{plan.name}-minutes": round(passed / 60, 1)}
            save(model, pieces, facts | so_far, plan.file)
    facts |= {f"{plan.name}-steps": step, f"{plan.name}-minutes": round((time.monotonic() - began) / 60, 1)}
    facts |= {f"{plan.name}-loss": round(smooth, 3)}
    save(model, pieces, facts, plan.file)
    print(json.dumps(facts), flush=True)  # noqa: T201

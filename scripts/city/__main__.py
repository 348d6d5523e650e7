"""Trains the model of the next-token lab: see the room's own words (`scripts/city/__init__.py`)."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from scripts.city import export, lookup, recall, worked
from scripts.city.pieces import learn
from scripts.city.texts import FOR_PIECES, SEED, Text, stage_one, stage_three, stage_two

STAGES = ("one", "two", "three")
MINUTES = (20.0, 10.0, 30.0)
EXERCISES = {"source", "drill"}


def mixes(stage: str) -> list[tuple[Sequence[Text], float]]:
    """What a stage reads, and the share of each in its rows."""
    city = stage_one()
    if stage == "one":
        return [(city, 1.0)]
    known = [text for text in city if text.kind not in EXERCISES]
    if stage == "two":
        return [(known, 0.25), (stage_two(), 0.75)]
    return [(known, 0.12), (stage_two(), 0.23), (stage_three(), 0.65)]


def train(stage: str, folder: Path, minutes: float) -> None:
    """One stage: it goes on from the weights that the stage before left in the folder."""
    import torch  # noqa: PLC0415 - nothing else needs it

    from scripts.city import train as training  # noqa: PLC0415
    from scripts.city.model import Model, Shape  # noqa: PLC0415

    torch.set_num_threads(1)
    number = STAGES.index(stage)
    facts: dict[str, object]
    if number == 0:
        torch.manual_seed(SEED)
        pieces = learn(str(text) for text in [*stage_one(), *stage_two(FOR_PIECES)])
        model, facts = Model(Shape()), {}
        rates = training.Rates(muon=0.02, adam=4e-3)
    else:
        model, pieces, facts = training.load(folder / f"{STAGES[number - 1]}.pt")
        rates = training.Rates(muon=0.015, adam=3e-3)
    mix = [([training.encoded(text, pieces) for text in made], share) for made, share in mixes(stage)]
    plan = training.Plan(stage, rates, minutes, SEED + number, folder / f"{stage}.pt")
    training.stage(model, pieces, mix, plan, facts)


def main() -> None:
    """Train, stage by stage, then write the files of the lab."""
    ask = argparse.ArgumentParser(prog="python -m scripts.city", description=main.__doc__)
    ask.add_argument("--folder", type=Path, default=Path(".cache/city"), help="for the weights of each stage")
    ask.add_argument("--minutes", type=float, nargs=3, default=MINUTES, metavar=("ONE", "TWO", "THREE"))
    ask.add_argument("--stages", nargs="*", choices=STAGES, default=STAGES, help="leave out what is done")
    ask.add_argument("--machine", default="one core", help="in words, for model.yml")
    told = ask.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    for stage, minutes in zip(STAGES, told.minutes, strict=True):
        if stage in told.stages:
            train(stage, told.folder, minutes)
    export.export(told.folder / "three.pt", told.machine)
    for made in (lookup, recall, worked):
        made.main()


if __name__ == "__main__":
    main()

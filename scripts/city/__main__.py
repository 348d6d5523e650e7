"""Trains the model of the next-token lab: see the room's own words (`scripts/city/__init__.py`)."""

import argparse
from pathlib import Path

from scripts.city import texts
from scripts.city.pieces import learn


def main() -> None:
    """One stage after the other, then (unless told otherwise) the files of the lab."""
    ask = argparse.ArgumentParser(prog="python -m scripts.city", description=main.__doc__)
    ask.add_argument("--folder", type=Path, default=Path(".cache/city"), help="for the weights in between")
    ask.add_argument("--minutes", type=float, nargs=3, default=(20.0, 7.0, 23.0), metavar=("ONE", "TWO", "THREE"))
    ask.add_argument("--stages", nargs="+", choices=("one", "two", "three"), default=("one", "two", "three"))
    told = ask.parse_args()

    import torch  # noqa: PLC0415 - nothing else needs it

    from scripts.city import train  # noqa: PLC0415
    from scripts.city.model import Model, Shape  # noqa: PLC0415

    torch.set_num_threads(1)
    torch.manual_seed(texts.SEED)
    told.folder.mkdir(parents=True, exist_ok=True)
    file = {stage: told.folder / f"{stage}.pt" for stage in ("one", "two", "three")}
    one = texts.stage_one()
    if "one" in told.stages:
        pieces = learn(str(text) for text in [*one, *texts.stage_two(texts.FOR_PIECES)])
        model, facts = Model(Shape()), {}
        mix = [([train.encoded(text, pieces) for text in one], 1.0)]
        rates = train.Rates(muon=0.02, adam=4e-3)
        train.stage("one", model, pieces, mix, rates, minutes=told.minutes[0], seed=texts.SEED, file=file["one"], facts=facts)
    known = [text for text in one if text.kind not in {"source", "drill"}]
    if "two" in told.stages:
        model, pieces, facts = train.load(file["one"])
        mix = [(known, 0.25), (texts.stage_two(), 0.75)]
        mix = [([train.encoded(text, pieces) for text in made], share) for made, share in mix]
        rates = train.Rates(muon=0.015, adam=3e-3)
        train.stage("two", model, pieces, mix, rates, minutes=told.minutes[1], seed=texts.SEED + 1, file=file["two"], facts=facts)
    if "three" in told.stages:
        model, pieces, facts = train.load(file["two"])
        mix = [(known, 0.12), (texts.stage_two(), 0.23), (texts.stage_three(), 0.65)]
        mix = [([train.encoded(text, pieces) for text in made], share) for made, share in mix]
        rates = train.Rates(muon=0.015, adam=3e-3)
        train.stage("three", model, pieces, mix, rates, minutes=told.minutes[2], seed=texts.SEED + 2, file=file["three"], facts=facts)


if __name__ == "__main__":
    main()

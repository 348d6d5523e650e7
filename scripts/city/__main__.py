"""Trains the model of the next-token lab: see the room's own words (`scripts/city/__init__.py`)."""

import argparse
from pathlib import Path

from scripts.city import texts
from scripts.city.pieces import learn


def main() -> None:
    """One stage after the other, then (unless told otherwise) the files of the lab."""
    ask = argparse.ArgumentParser(prog="python -m scripts.city", description=main.__doc__)
    ask.add_argument("--folder", type=Path, default=Path(".cache/city"), help="for the weights in between")
    ask.add_argument("--minutes", type=float, nargs=2, default=(32.0, 22.0), metavar=("ONE", "TWO"))
    ask.add_argument("--stage", choices=("one", "two", "both"), default="both")
    told = ask.parse_args()

    import torch  # noqa: PLC0415 - nothing else needs it

    from scripts.city import train  # noqa: PLC0415
    from scripts.city.model import Model, Shape  # noqa: PLC0415

    torch.set_num_threads(1)
    torch.manual_seed(texts.SEED)
    told.folder.mkdir(parents=True, exist_ok=True)
    one, two = texts.stage_one(), texts.stage_two()
    first, second = told.folder / "one.pt", told.folder / "two.pt"
    if told.stage in ("one", "both"):
        pieces = learn(str(text) for text in [*one, *texts.stage_two(texts.FOR_PIECES)])
        model, facts = Model(Shape()), {}
        city = [train.encoded(text, pieces) for text in one]
        train.stage(
            model, pieces, [(city, 1.0)], minutes=told.minutes[0], muon_rate=0.02, adam_rate=4e-3,
            seed=texts.SEED, file=first, name="one", facts=facts,
        )
    if told.stage in ("two", "both"):
        model, pieces, facts = train.load(first)
        city = [train.encoded(text, pieces) for text in one if text.kind not in {"source", "drill"}]
        sources = [train.encoded(text, pieces) for text in two]
        train.stage(
            model,
            pieces,
            [(city, 0.25), (sources, 0.75)],
            minutes=told.minutes[1],
            muon_rate=0.015,
            adam_rate=3e-3,
            seed=texts.SEED + 1,
            file=second,
            name="two",
            facts=facts,
        )


if __name__ == "__main__":
    main()

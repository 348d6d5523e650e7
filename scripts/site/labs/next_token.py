"""The data scripts of the next-token lab: the model, and what its training text says of some services."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from scripts.content.labs import FOLDER
from scripts.content.model import Course


def data(_: Course, root: Path) -> dict[str, Any]:
    """`model` is the stored model in base64; `training` what `scripts/city/lookup.py` found."""
    folder = root / FOLDER / "next-token"
    return {
        "model": base64.b64encode((folder / "model.bin").read_bytes()).decode("ascii"),
        "training": json.loads((folder / "training.json").read_text("utf-8")),
    }

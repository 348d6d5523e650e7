"""What addresses answered, kept below `.cache/` for the next run. The file may be deleted at any time."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.site.cache import FOLDER
from scripts.site.external.asking import Answer

KEPT_DAYS = 30
"""An address that answered well is asked again after so many days."""

Known = dict[str, tuple[datetime.date, Answer]]


def _file(root: Path) -> Path:
    return root / FOLDER / "links" / "answers.json"


def _entry(entry: Mapping[str, str]) -> tuple[datetime.date, Answer]:
    state = next(known for known in ("ok", "moved", "gone", "unsure") if known == entry["state"])
    return datetime.date.fromisoformat(entry["day"]), Answer(state, entry["said"], entry["to"])


def recall(root: Path, today: datetime.date) -> Known:
    """The answers that still count; none where the file is missing or is not ours."""
    try:
        written = json.loads(_file(root).read_text("utf-8"))
        known = {address: _entry(entry) for address, entry in written.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration):
        return {}
    return {address: kept for address, kept in known.items() if 0 <= (today - kept[0]).days < KEPT_DAYS}


def remember(root: Path, known: Known, addresses: Iterable[str]) -> None:
    """Keep the answers of these addresses."""
    kept = {
        address: {"day": day.isoformat(), "state": answer.state, "said": answer.said, "to": answer.to}
        for address, (day, answer) in ((name, known[name]) for name in addresses if name in known)
    }
    file = _file(root)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
    unfinished.replace(file)

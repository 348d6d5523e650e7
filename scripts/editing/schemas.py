"""JSON schemas of the course's YAML files, for editors that complete and check while one types."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

from scripts.content.activities import sort_in, worksheet_in
from scripts.content.charts import chart_in
from scripts.content.library import (
    GLOSSARY,
    RETIRED,
    SOURCES,
    UNREACHABLE,
    retired_in,
    sources_in,
    terms_in,
    unreachable_in,
)
from scripts.content.load import PLAN, plan_in
from scripts.editing.noted import Reader, Schema, schema_of

FOLDER = ".vscode/schemas"
READERS: dict[str, Reader] = {
    PLAN: partial(plan_in, root=Path()),
    SOURCES: sources_in,
    GLOSSARY: terms_in,
    RETIRED: retired_in,
    UNREACHABLE: unreachable_in,
    "*.sort.yml": partial(sort_in, ""),
    "*.worksheet.yml": partial(worksheet_in, ""),
    "*.chart.yml": partial(chart_in, ""),
}
"""The files, as a path or a pattern of names, and what reads them."""
_EXAMPLE = re.compile(r"^```yaml\n# (\S+\.yml)(?:: ([^\n]*))?\n(.*?)^```", re.DOTALL | re.MULTILINE)
_REMARK = re.compile(r"^[ -]*([a-z_]+):(?:.*?\s)??#\s+(.+)$", re.MULTILINE)


def file_of(pattern: str) -> str:
    """The schema's file: `modules/sources.yml` → `.vscode/schemas/sources.json`."""
    name = pattern.rsplit("/", 1)[-1].removesuffix(".yml").removeprefix("*.")
    return f"{FOLDER}/{name}.json"


def _remarks(manual: str) -> dict[str, tuple[str, dict[str, str]]]:
    """What the examples in CONTRIBUTING.md say of each file and, behind `#`, of its keys."""
    return {
        found[1]: (found[2] or "", dict(_REMARK.findall(found[3]))) for found in _EXAMPLE.finditer(manual)
    }


def _describe(schema: Any, remarks: dict[str, str]) -> None:  # noqa: ANN401 - any part of a schema
    """Put the remarks where their keys stand, on every level."""
    if isinstance(schema, list):
        for each in schema:
            _describe(each, remarks)
    if not isinstance(schema, dict):
        return
    for key, inner in schema.get("properties", {}).items():
        if key in remarks:
            schema["properties"][key] = {"description": remarks[key], **inner}
    for inner in schema.values():
        _describe(inner, remarks)


def schemas(root: Path) -> dict[str, str]:
    """Every schema as JSON, by its file's path."""
    manual = root / "CONTRIBUTING.md"
    remarks = _remarks(manual.read_text("utf-8")) if manual.is_file() else {}
    found = {}
    for pattern, reader in READERS.items():
        what, keys = remarks.get(pattern, ("", {}))
        inner = json.loads(json.dumps(schema_of(reader)))  # what it shares with others becomes its own
        _describe(inner, keys)
        outer: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": pattern}
        outer |= {"description": what} if what else {}
        found[file_of(pattern)] = json.dumps({**outer, **inner}, ensure_ascii=False, indent=2) + "\n"
    return found

"""What a build may keep for the next one, in `.cache/`: compiled templates and the trimmed theme.

Everything is found by a fingerprint of what it was made from, so nothing stale is ever used, and
the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = ".cache"


def compiled_templates(root: Path) -> BytecodeCache:
    """Jinja's own store of compiled templates, below the course's root."""
    folder = root / FOLDER / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), "%s")


def kept(root: Path, name: str, source: str, make: Callable[[str], str]) -> str:
    """`make(source)`, or what it gave for the same source before."""
    mark = hashlib.sha256(source.encode()).hexdigest()[:16]
    file = root / FOLDER / f"{name}-{mark}"
    if file.is_file():
        return file.read_text("utf-8")
    made = make(source)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.write_text(made, "utf-8")
    unfinished.replace(file)
    return made

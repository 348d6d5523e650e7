"""Rules for what lies in the course's folders, whatever is in it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from scripts.content.load import is_plain
from scripts.content.model import Course, Place, Problem
from scripts.content.revisions import ROOMS

KINDS = (".md", ".yml", ".svg", ".png", ".jpg", ".webp")
"""What the course reads or publishes."""


def files_are_plain(course: Course) -> Iterator[Problem]:
    """The folders of the course hold files with plain names: small letters, digits, hyphens, no links.

    과정의 폴더에는 이름이 영문 소문자, 숫자, 붙임표로 된 파일만 두며, 심벌릭 링크는 두지 않습니다.

    A name becomes an address and must mean the same on every machine: capitals, spaces and letters
    outside the alphabet do not. A link may lead out of the course, and a pipe or a device never ends. Files
    whose names begin with a dot, and kinds that the course does not read, are left alone.
    """
    for room in ROOMS if course.strands else ():
        for file in sorted((course.root / room).rglob("*")):
            path = file.relative_to(course.root).as_posix()
            if "/." not in path:
                yield from _faults(file, path)


def _faults(file: Path, path: str) -> Iterator[Problem]:
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        yield Problem(Place(path), "a symbolic link", "put the file itself there")
    elif not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        yield Problem(Place(path), "neither a file nor a folder", "take it out")
    elif not is_plain(file.name) and (stat.S_ISDIR(mode) or file.suffix.lower() in KINDS):
        what, hint = f"the name “{file.name}” is not plain", "small Latin letters, digits, hyphens"
        yield Problem(Place(path), what, hint)

"""The course as it stood at another revision, read with the same eyes."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from scripts.content.load import load_course
from scripts.content.model import Course

ROOMS = ("modules", "quizzes", "docs")


class UnknownRevision(Exception):
    """Git knows no such revision, or there is no git here."""


def course_at(root: Path, revision: str) -> Course:
    """The course below `root` as committed at `revision`. Raises `UnknownRevision`."""
    command = ["git", "-C", str(root), "archive", "--format=tar", f"{revision}^{{commit}}", "--"]
    try:
        rooms = [room for room in ROOMS if _has(root, revision, room)]
        packed = subprocess.run([*command, *rooms], check=True, capture_output=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnknownRevision(revision) from error
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        return load_course(Path(folder))


def _has(root: Path, revision: str, room: str) -> bool:
    command = ["git", "-C", str(root), "cat-file", "-e", f"{revision}:{room}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603

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
    try:
        named = _commit(root, revision)
        rooms = [room for room in ROOMS if _has(root, named, room)]
        packed = _git(root, "archive", "--format=tar", named, "--", *rooms)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise UnknownRevision(revision) from error
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12 knows none
            archive.extractall(folder, filter(_is_plain, archive))  # noqa: S202 - see the filters
        return load_course(Path(folder))


def _is_plain(member: tarfile.TarInfo) -> bool:
    """A file or folder inside the rooms: no link, no device, no way out."""
    parts = member.name.split("/")
    return (member.isfile() or member.isdir()) and parts[0] in ROOMS and ".." not in parts


def changed_files(root: Path, revision: str) -> tuple[tuple[str, str], ...]:
    """The files of the course that differ from `revision`, as `A`, `M` or `D` with the path below `root`.

    For what no model holds, such as pictures. Raises `UnknownRevision`.
    """
    try:
        listed = ["diff", "--name-status", "--no-renames", "--relative", "-z", _commit(root, revision)]
        words = _git(root, *listed, "--", *ROOMS).decode("utf-8", "replace").split("\0")[:-1]
        loose = ["ls-files", "--others", "--exclude-standard", "-z", "--", *ROOMS]
        new = _git(root, *loose).decode("utf-8", "replace").split("\0")[:-1]
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise UnknownRevision(revision) from error
    states = ((state[0], path) for state, path in zip(words[::2], words[1::2], strict=True))
    return (
        *((state if state in "AD" else "M", path) for state, path in states),
        *(("A", path) for path in new),
    )


def _commit(root: Path, revision: str) -> str:
    """The full name of the commit that a revision stands for."""
    found = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode().strip()


def _git(root: Path, *words: str) -> bytes:
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


def _has(root: Path, revision: str, room: str) -> bool:
    try:
        return bool(_git(root, "rev-parse", "--verify", f"{revision}:./{room}"))
    except subprocess.CalledProcessError:
        return False

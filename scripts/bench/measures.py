"""Measures the course beside the base line, built in the same run.

The base line is the same English words on plain MkDocs with Material and mkdocs-quiz. Quote the
ratios and the bytes; seconds depend on the machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scripts.bench.lighthouse import lighthouse
from scripts.bench.samples import grow, plain_course
from scripts.bench.weight import visits

RUNS = 3
_FIRST = ("role/why-digital-transformation", "concepts/what-generative-ai-is")

Say = Callable[[str], None]


def cpu_seconds(command: Sequence[str], folder: Path, **environment: str) -> float:
    """Median CPU seconds (user and system, children too) of a command over some runs.

    Raises RuntimeError with the command's last words if it fails.
    """
    taken = []
    for _ in range(RUNS):
        with tempfile.TemporaryFile() as words:
            process = subprocess.Popen(  # noqa: S603
                command,
                cwd=folder,
                stdout=words,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1", **environment},
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                words.seek(0)
                raise RuntimeError(words.read()[-800:].decode(errors="replace"))
        taken.append(used.ru_utime + used.ru_stime)
    return statistics.median(taken)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _bytes(label: str, kinds: Mapping[str, int]) -> str:
    parts = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in sorted(kinds.items()))
    return f"  {label:<34} {sum(kinds.values()) / 1024:7.1f} KB gzip ({parts})"


def _ratio(label: str, ours: float, base: float, unit: str = "s") -> str:
    return f"  {label:<34} {ours:7.2f} {unit}, base line {base:.2f} {unit}: {ours / base:.2f} ×"


def bench(root: Path, sizes: Sequence[int], say: Say) -> None:
    """Print build CPU, page weights, sizes and check time for generated courses of these sizes."""
    say(f"medians of {RUNS} runs; CPU = user + system seconds of the whole process tree")
    for modules in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _bench_size(root, Path(folder), modules, say)


def _bench_size(root: Path, folder: Path, modules: int, say: Say) -> None:
    ours, base = folder / "ours", folder / "base"
    ours.mkdir()
    base.mkdir()
    grow(root, ours, modules)
    plain_course(ours, base)
    say(f"\n{modules} modules")
    python = sys.executable
    mkdocs = [python, "-m", "mkdocs", "build", "-q", "-d"]
    plain = cpu_seconds([*mkdocs, str(base / "site")], base)
    both = cpu_seconds([python, "-m", "scripts", "build"], ours)
    one = {
        language: cpu_seconds([*mkdocs, str(folder / language)], ours, COURSE_LANG=language)
        for language in ("en", "ko")
    }
    for language, seconds in one.items():
        say(_ratio(f"build CPU, {language} alone", seconds, plain))
    say(_ratio("build CPU, both languages", both, plain))
    say(_ratio("build CPU, a language of both", both / 2, plain))
    say(f"  {'check CPU':<34} {cpu_seconds([python, '-m', 'scripts', 'check'], ours):7.2f} s")
    say(_ratio("site on disk", _size(ours / "site") / 1e6, _size(base / "site") / 1e6, "MB"))
    pages = [f"{path}/index.html" for path in _FIRST]
    for label, where in (("en", ""), ("ko", "ko/")):
        first, following = visits(ours / "site", *(where + page for page in pages))
        say(_bytes(f"first visit, {label}", first))
        say(_bytes(f"next page, {label}", following))
    first, following = visits(base / "site", *(f"modules/{page.replace('index.html', '')}" for page in pages))
    say(_bytes("first visit, base line", first))
    say(_bytes("next page, base line", following))
    marks = ", ".join(
        f"{name} {mark}" for name, mark in lighthouse(root, ours / "site", pages[-1], RUNS).items()
    )
    say(f"  {'Lighthouse, mobile, a module':<34} {marks}")

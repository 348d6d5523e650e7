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
ASKED = 24, 42
"""The course as it is planned: modules, and questions of each, which makes a thousand."""
MANY = 240, 1_200
"""Sizes between which the cost of check must grow with the number of modules, and no faster."""
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


def _check_seconds(root: Path, modules: int, questions: int = 0) -> float:
    """CPU seconds of `check` for a generated course of this size."""
    with tempfile.TemporaryDirectory() as folder:
        grow(root, Path(folder), modules, questions)
        command = [sys.executable, "-m", "scripts", "check", "--today"]
        # the first run compiles our modules; the others find them so, as on every editor's machine
        return cpu_seconds(command, Path(folder), PYTHONDONTWRITEBYTECODE="")


def bench_check(root: Path, say: Say) -> None:
    """Print what `check` costs for the planned size and for many modules, and how it grows."""
    modules, questions = ASKED
    asked = modules * questions
    planned = _check_seconds(root, modules, questions)
    say(f"check CPU, medians of {RUNS} runs, the start of Python included")
    say(f"  {f'{modules} modules, {asked} questions in 2 languages':<44} {planned:7.2f} s")
    each = []
    for size in MANY:
        seconds = _check_seconds(root, size)
        each.append(seconds / size)
        say(f"  {f'{size} modules':<44} {seconds:7.2f} s, {1000 * each[-1]:.1f} ms a module")
    say(f"  {f'a module of {MANY[-1]}, beside one of {MANY[0]}':<44} {each[-1] / each[0]:7.2f} ×")


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

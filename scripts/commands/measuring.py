"""`bench`: what it prints, and its exit codes."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from scripts.commands import Command
from scripts.commands.showing import ready
from scripts.reports.problems import say


def _bench(args: argparse.Namespace) -> int:
    from scripts.bench.labs import bench_labs  # noqa: PLC0415 - check must not need a browser
    from scripts.bench.measures import bench, bench_check  # noqa: PLC0415 - check must not need MkDocs
    from scripts.bench.mutations import WANTED, mutations  # noqa: PLC0415 - nor what only bench needs

    if args.mutations:
        return 0 if mutations(args.root, args.count, args.seed, say) >= WANTED else 1
    if args.check:
        bench_check(args.root, say)
        return 0
    if not ready(args.root):
        return 1
    if args.labs:
        with tempfile.TemporaryDirectory() as folder:
            bench_labs(args.root, Path(folder) / "site", say)
        return 0
    bench(args.root, args.modules, say)
    return 0


def add_commands(command: Command) -> None:
    """Add this command with its options."""
    benching = command("bench", _bench, "measure build time and page weight beside plain MkDocs")
    benching.add_argument(
        "--modules", type=int, nargs="+", default=[24, 240], help="sizes of the generated courses"
    )
    benching.add_argument("--check", action="store_true", help="only the time that check takes, by size")
    benching.add_argument("--labs", action="store_true", help="only what the labs weigh and how they answer")
    benching.add_argument(
        "--mutations", action="store_true", help="only: put defects in, and see what is told"
    )
    benching.add_argument("--count", type=int, default=200, help="how many defects (default: 200)")
    benching.add_argument("--seed", type=int, default=1, help="another seed, other defects (default: 1)")

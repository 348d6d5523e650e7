"""The doors: the parser and exit codes: 0 all is well, 1 the content has to be mended, 2 a wrong call."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.commands import Run, judging, measuring, showing, writing


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="course", description="Build, serve and check the course.")
    top.add_argument("--root", type=Path, default=Path.cwd(), help="the course's folder (default: here)")
    top.add_argument("--site", type=Path, help="the built site (default: site/ in the course's folder)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(called: str, run: Run | None, explained: str) -> argparse.ArgumentParser:
        made = commands.add_parser(called, help=explained, description=explained)
        made.set_defaults(run=run)
        return made

    for room in (judging, showing, writing, measuring):
        room.add_commands(command)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(arguments)
    args.root = args.root.resolve()
    args.site = (args.site or args.root / "site").resolve()
    if args.run is not showing.serve:
        gc.disable()  # a command is over before its garbage would matter; this saves a tenth of its time
    try:
        code: int = args.run(args)
    except BrokenPipeError:  # `course check | head`: who reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code

"""The commands and their exit codes: 0 all is well, 1 the content has to be mended, 2 a wrong call."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.checks import check
from scripts.commands import judging
from scripts.content.load import load_course
from scripts.content.model import Course
from scripts.content.records import is_id
from scripts.editing.scaffold import new_module
from scripts.editing.translating import accept, pairs, relative, stale
from scripts.reports.problems import as_text, say


def _is_sound(course: Course) -> bool:
    """Print what check calls an error; a build is refused then."""
    errors = [problem for problem in check(course) if problem.severity == "error"]
    for line in as_text(errors):
        say(line, error=True)
    return not errors


def _ready(root: Path) -> bool:
    from scripts.site.build import missing_parts  # noqa: PLC0415 - check must not need MkDocs

    missing = missing_parts(root)
    for path in missing:
        say(f"{path} is missing: run “npm ci” (“make build” does it)", error=True)
    return not missing


def _build(args: argparse.Namespace) -> int:
    from scripts.site.build import build_site  # noqa: PLC0415 - check must not need MkDocs

    course = load_course(args.root)
    if not _is_sound(course) or not _ready(args.root):
        return 1
    if args.site.is_dir() and any(args.site.iterdir()) and not (args.site / "_headers").is_file():
        say(f"{args.site} holds something else: a build would erase it, so name another folder", error=True)
        return 2
    return 0 if build_site(args.root, course, args.site) else 1


def _serve(args: argparse.Namespace) -> int:
    from scripts.site.serve import serve  # noqa: PLC0415 - check must not need MkDocs

    if not _ready(args.root):
        return 1
    serve(args.root, args.site, args.port, _is_sound, say)
    return 0


def _links(args: argparse.Namespace) -> int:
    from scripts.site.links import broken_links  # noqa: PLC0415 - check must not need MkDocs

    if not args.site.is_dir():
        say(f"no site at {args.site}: run “course build” first", error=True)
        return 2
    found = list(broken_links(args.site))
    for line in found:
        say(line)
    say(f"{len(found)} broken links")
    return 1 if found else 0


def _bench(args: argparse.Namespace) -> int:
    from scripts.bench.measures import bench  # noqa: PLC0415 - check must not need MkDocs

    if not _ready(args.root):
        return 1
    bench(args.root, args.modules, say)
    return 0


def _new(args: argparse.Namespace) -> int:
    strands = [strand.id for strand in load_course(args.root).strands]
    if args.strand not in strands:
        say(f"no strand “{args.strand}”: use one of {', '.join(strands)}", error=True)
        return 2
    if not is_id(args.name):
        say(f"“{args.name}” is not an id: lower-case words joined by hyphens", error=True)
        return 2
    try:
        files = new_module(args.root, args.strand, args.name, args.title or args.name)
    except FileExistsError as error:
        say(f"{error} exists already: choose another name", error=True)
        return 2
    for file in files:
        say(file.relative_to(args.root).as_posix())
    say(f"now add {args.name} to “{args.strand}” in modules/course.yml; “course check” names what is to fill")
    return 0


def _translation(args: argparse.Namespace) -> int:
    course = load_course(args.root)
    if args.action == "list":
        for path in stale(course):
            say(path)
        return 0
    known, wrong = pairs(course), 0 if args.files else 2
    if wrong:
        say("name the files that you have read: course translation accept FILE …", error=True)
    for path in (relative(file, args.root) for file in args.files):
        if path in known:
            accept(course, path)
        else:
            say(f"{path} is no translation of the course", error=True)
            wrong = 2
    return wrong


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="course", description="Build, serve and check the course.")
    top.add_argument("--root", type=Path, default=Path.cwd(), help="the course's folder (default: here)")
    top.add_argument("--site", type=Path, help="the built site (default: site/ in the course's folder)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(called: str, run: judging.Run, explained: str) -> argparse.ArgumentParser:
        made = commands.add_parser(called, help=explained, description=explained)
        made.set_defaults(run=run)
        return made

    judging.add_commands(command)
    command("build", _build, "build both languages into the site folder")
    serving = command("serve", _serve, "build, serve on 127.0.0.1 and follow every save")
    serving.add_argument("--port", type=int, default=8000)
    command("links", _links, "check the links and anchors of the built site")
    benching = command("bench", _bench, "measure build time and page weight beside plain MkDocs")
    benching.add_argument(
        "--modules", type=int, nargs="+", default=[24, 240], help="sizes of the generated courses"
    )
    making = command("new", _new, "start a module with every part in place")
    making.add_argument("kind", choices=["module"])
    making.add_argument("strand")
    making.add_argument("name")
    making.add_argument("--title")
    translating = command("translation", _translation, "list stale translations, or mark some as read")
    translating.add_argument("action", choices=["list", "accept"])
    translating.add_argument("files", nargs="*")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(arguments)
    args.root = args.root.resolve()
    args.site = (args.site or args.root / "site").resolve()
    if args.run is not _serve:
        gc.disable()  # a command is over before its garbage would matter; this saves a tenth of its time
    code: int = args.run(args)
    return code

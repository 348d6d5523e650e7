"""`build`, `serve` and `links`: what they print, and their exit codes."""

from __future__ import annotations

import argparse
import datetime
from functools import partial
from pathlib import Path

from scripts.checks import errors
from scripts.commands import Command
from scripts.content.load import load_course
from scripts.content.model import Course
from scripts.content.unfinished import RULE as UNFINISHED
from scripts.reports.problems import as_text, say


def is_sound(course: Course, but: str = "") -> bool:
    """Print what check calls an error, but for one rule; a build is refused then."""
    found = [problem for problem in errors(course) if problem.rule != but]
    for line in as_text(found):
        say(line, error=True)
    return not found


def ready(root: Path) -> bool:
    """Whether npm has brought the browser code of others; prints what is missing."""
    from scripts.site.build import missing_parts  # noqa: PLC0415 - check must not need MkDocs

    missing = missing_parts(root)
    for path in missing:
        say(f"{path} is missing: run “npm ci” (“make build” does it)", error=True)
    return not missing


def _build(args: argparse.Namespace) -> int:
    from scripts.site.build import build_site  # noqa: PLC0415 - check must not need MkDocs

    course = load_course(args.root)
    if not is_sound(course) or not ready(args.root):
        return 1
    if args.site.is_dir() and any(args.site.iterdir()) and not (args.site / "_headers").is_file():
        say(f"{args.site} holds something else: a build would erase it, so name another folder", error=True)
        return 2
    return 0 if build_site(args.root, course, args.site) else 1


def serve(args: argparse.Namespace) -> int:
    """Serve until somebody stops it."""
    from scripts.site.serve import serve as serve_site  # noqa: PLC0415 - check must not need MkDocs

    if not ready(args.root):
        return 1
    can_be_shown = partial(is_sound, but=UNFINISHED)  # who writes sees the page before it is finished
    serve_site(args.root, args.site, args.port, can_be_shown, say)
    return 0


def _links(args: argparse.Namespace) -> int:
    if args.external:
        return _external(args)
    if args.report:
        say("--report belongs to --external", error=True)
        return 2
    from scripts.site.links import check_links  # noqa: PLC0415 - check must not need MkDocs

    if not (args.site / "index.html").is_file():
        say(f"no site at {args.site}: run “course build” first", error=True)
        return 2
    result = check_links(load_course(args.root), args.site)
    for line in as_text(result.problems):
        say(line)
    say(f"{result.pages} pages, {result.links} links: {len(result.problems)} broken")
    return 1 if result.problems else 0


def _external(args: argparse.Namespace) -> int:
    """Somebody else's dead server fails nothing here: the code is 0 whatever answers."""
    from scripts.site.external import rounds, telling  # noqa: PLC0415 - check must not need it

    course, today = load_course(args.root), datetime.date.today()  # noqa: DTZ011 - the day of the person who asks
    outcomes = rounds.check_addresses(course, args.root, today)
    if args.report:
        args.report.write_text(telling.as_markdown(course, outcomes, today), "utf-8")
    for line in as_text(telling.problems(course, outcomes)):
        say(line)
    say(telling.counted(outcomes, today))
    return 0


def add_commands(command: Command) -> None:
    """Add these commands with their options."""
    command("build", _build, "build both languages into the site folder")
    serving = command("serve", serve, "build, serve on 127.0.0.1 and follow every save")
    serving.add_argument("--port", type=int, default=8000)
    linking = command("links", _links, "check the links and anchors of the built site")
    linking.add_argument(
        "--external", action="store_true", help="instead ask the addresses of other sites whether they answer"
    )
    linking.add_argument("--report", type=Path, metavar="FILE", help="with --external: also write Markdown")

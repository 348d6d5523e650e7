"""The commands and their exit codes: 0 all is well, 1 the content has to be mended, 2 a wrong call."""

from __future__ import annotations

import argparse
import datetime
import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from scripts.checks import check, every_rule, name, said
from scripts.content.load import load_course
from scripts.content.model import Course, Problem
from scripts.content.revisions import UnknownRevision, course_at
from scripts.content.unfinished import RULE as UNFINISHED
from scripts.editing.doors import add_commands
from scripts.editing.translating import accept, pairs, relative, stale
from scripts.reports.problems import as_text, say, tally


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _check(args: argparse.Namespace) -> int:
    course = load_course(args.root)
    try:
        base = course_at(args.root, args.base) if args.base else None
    except UnknownRevision as error:
        say(f"git knows no revision “{error}” here", error=True)
        return 2
    problems = check(course, base, args.today)
    for line in as_text(problems):
        say(line)
    modules, questions = len(course.modules), sum(len(bank.questions) for _, bank in course.banks())
    say(f"{modules} modules, {questions} questions in all languages: {tally(problems)}")
    return 1 if _errors(problems) else 0


def _is_sound(course: Course, but: str = "") -> bool:
    """Print what check calls an error, but for one rule; a build is refused then."""
    errors = [problem for problem in check(course) if problem.severity == "error" and problem.rule != but]
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
    can_be_shown = partial(_is_sound, but=UNFINISHED)  # who writes sees the page before it is finished
    serve(args.root, args.site, args.port, can_be_shown, say)
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


def _bench(args: argparse.Namespace) -> int:
    from scripts.bench.measures import bench, bench_check  # noqa: PLC0415 - check must not need MkDocs
    from scripts.bench.mutations import WANTED, mutations  # noqa: PLC0415 - nor what only bench needs

    if args.mutations:
        return 0 if mutations(args.root, args.count, args.seed, say) >= WANTED else 1
    if args.check:
        bench_check(args.root, say)
        return 0
    if not _ready(args.root):
        return 1
    bench(args.root, args.modules, say)
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


def _rules(_: argparse.Namespace) -> int:
    for rule in every_rule():
        say(f"{name(rule)}: {said(rule)[0]}")
    return 0


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="course", description="Build, serve and check the course.")
    top.add_argument("--root", type=Path, default=Path.cwd(), help="the course's folder (default: here)")
    top.add_argument("--site", type=Path, help="the built site (default: site/ in the course's folder)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(called: str, run: object, explained: str) -> argparse.ArgumentParser:
        made = commands.add_parser(called, help=explained, description=explained)
        made.set_defaults(run=run)
        return made

    checking = command("check", _check, "name every problem as path:line, with the way to mend it")
    checking.add_argument("--base", metavar="REV", help="also compare with this git revision")
    checking.add_argument(
        "--today",
        metavar="DAY",
        type=datetime.date.fromisoformat,
        nargs="?",
        const=datetime.date.today(),  # noqa: DTZ011 - the day of the person who asks
        help="also name what has expired by this day (2026-11-24; without a day: today)",
    )
    command("rules", _rules, "list the rules that check applies")
    command("build", _build, "build both languages into the site folder")
    serving = command("serve", _serve, "build, serve on 127.0.0.1 and follow every save")
    serving.add_argument("--port", type=int, default=8000)
    linking = command("links", _links, "check the links and anchors of the built site")
    linking.add_argument(
        "--external", action="store_true", help="instead ask the addresses of other sites whether they answer"
    )
    linking.add_argument("--report", type=Path, metavar="FILE", help="with --external: also write Markdown")
    benching = command("bench", _bench, "measure build time and page weight beside plain MkDocs")
    benching.add_argument(
        "--modules", type=int, nargs="+", default=[24, 240], help="sizes of the generated courses"
    )
    add_commands(command, say)
    benching.add_argument("--check", action="store_true", help="only the time that check takes, by size")
    benching.add_argument(
        "--mutations", action="store_true", help="only: put defects in, and see what is told"
    )
    benching.add_argument("--count", type=int, default=200, help="how many defects (default: 200)")
    benching.add_argument("--seed", type=int, default=1, help="another seed, other defects (default: 1)")
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

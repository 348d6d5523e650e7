"""`check`, `rules` and `report`: what they print and write, and their exit codes."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from scripts.checks import COMPARED, check, every_rule, name, said
from scripts.commands import Command
from scripts.content.load import load_course
from scripts.content.model import Course
from scripts.content.revisions import UnknownRevision, changed_files, course_at
from scripts.reports.explain import explain, nearest, rule_named
from scripts.reports.formats import FORMATS
from scripts.reports.problems import say, tally
from scripts.reports.rules_page import rules_pages

CASES = "tests/cases"
"""Where the rules' own examples stand, from the course's root; a course need not have them."""
TODAY = datetime.date.today()  # noqa: DTZ011 - the day of the person who asks


def _base(args: argparse.Namespace) -> Course | None:
    """The course at `--base`, if that was given. Raises `UnknownRevision`."""
    return course_at(args.root, args.base) if args.base else None


def _unknown(error: UnknownRevision) -> int:
    say(f"git knows no revision “{error}” here", error=True)
    return 2


def _check(args: argparse.Namespace) -> int:
    if args.explain:
        return _explain(args)
    course = load_course(args.root)
    try:
        problems = check(course, _base(args), args.today)
    except UnknownRevision as error:
        return _unknown(error)
    for line in FORMATS[args.format](course, problems):
        say(line)
    modules, questions = len(course.modules), sum(len(bank.questions) for _, bank in course.banks())
    summary = f"{modules} modules, {questions} questions in all languages: {tally(problems)}"
    say(summary, error=args.format != "text")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _explain(args: argparse.Namespace) -> int:
    rule = rule_named(args.explain)
    if rule is None:
        names = ", ".join(nearest(args.explain)) or "“course rules” lists them all"
        say(f"no rule “{args.explain}”: did you mean {names}?", error=True)
        return 2
    try:
        base = _base(args)
    except UnknownRevision as error:
        return _unknown(error)
    asked = base is not None or rule not in COMPARED
    problems = check(load_course(args.root), base, args.today or TODAY) if asked else None
    for line in explain(rule, problems, args.root / CASES):
        say(line)
    return 0


def _rules(args: argparse.Namespace) -> int:
    if not args.write:
        for rule in every_rule():
            say(f"{name(rule)}: {said(rule)[0]}")
        return 0
    for path, text in rules_pages().items():
        (args.root / path).write_text(text, "utf-8", newline="\n")
        say(path)
    return 0


def _report(args: argparse.Namespace) -> int:
    from scripts.reports.render import as_html, as_markdown  # noqa: PLC0415 - check starts sooner without
    from scripts.reports.report import Base, make_report  # noqa: PLC0415 - the same

    course = load_course(args.root)
    try:
        compared = _base(args)
        files = changed_files(args.root, args.base) if args.base else ()
    except UnknownRevision as error:
        return _unknown(error)
    base = Base(args.base, compared, files) if compared else None
    report = make_report(course, args.today, base)
    _put(args.html or args.root / "dist/report.html", as_html(report))
    _put(args.markdown or args.root / "dist/report.md", as_markdown(report))
    return 0


def _put(file: Path, text: str) -> None:
    """Write a text to a file, which is then named, or with “-” to standard output."""
    if str(file) == "-":
        say(text.rstrip("\n"))
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    say(str(file), error=True)


def add_commands(command: Command) -> None:
    """Add these commands with their options."""
    checking = command("check", _check, "name every problem as path:line, with the way to mend it")
    _compared(checking)
    checking.add_argument(
        "--today",
        metavar="DAY",
        type=datetime.date.fromisoformat,
        nargs="?",
        const=TODAY,
        help="also name what has expired by this day (2026-11-24; without a day: today)",
    )
    checking.add_argument(
        "--format", choices=FORMATS, default="text", help="for people, GitHub, or other programs"
    )
    checking.add_argument("--explain", metavar="RULE", help="say what a rule wants, and what it finds here")
    listing = command("rules", _rules, "list the rules that check applies")
    listing.add_argument("--write", action="store_true", help="write the pages docs/rules.md and rules.ko.md")
    reporting = command("report", _report, "write what editors want to know: coverage, guesses, changes …")
    _compared(reporting)
    reporting.add_argument("--today", metavar="DAY", type=datetime.date.fromisoformat, default=TODAY)
    for form, where in (("html", "dist/report.html"), ("markdown", "dist/report.md")):
        reporting.add_argument(
            f"--{form}",
            type=Path,
            metavar="FILE",
            nargs="?",
            const=Path("-"),
            help=f"where to write it (default: {where} in the course’s folder; without a file: print it)",
        )


def _compared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", metavar="REV", help="also compare with this git revision")

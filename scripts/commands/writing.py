"""`new`, `fix`, `schemas` and `translation`: what they print and write, and their exit codes."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable

from scripts.commands import Command, Run
from scripts.content.load import load_course
from scripts.content.records import MOST
from scripts.editing.drafts import Draft, Refused, write
from scripts.editing.fixing import difference, fixes
from scripts.editing.new_module import IDEAS, Wanted, new_module
from scripts.editing.new_question import new_question
from scripts.editing.new_source import new_source
from scripts.editing.new_strand import new_strand
from scripts.editing.schemas import schemas
from scripts.editing.translating import accept, pairs, relative, stale
from scripts.reports.problems import say


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day of the person who writes


def _module(args: argparse.Namespace) -> Draft:
    titles = {"en": args.title, "ko": args.title_ko}
    wanted = Wanted(args.strand, args.name, titles, args.minutes, tuple(args.ideas))
    return new_module(load_course(args.root), wanted, _today())


def _question(args: argparse.Namespace) -> Draft:
    return new_question(load_course(args.root), args.module, args.name, args.objective, args.section)


def _source(args: argparse.Namespace) -> Draft:
    return new_source(load_course(args.root), args.name, _today())


def _strand(args: argparse.Namespace) -> Draft:
    return new_strand(load_course(args.root), args.name, {"en": args.title, "ko": args.title_ko})


def _write(make: Callable[[argparse.Namespace], Draft]) -> Run:
    def run(args: argparse.Namespace) -> int:
        try:
            draft = make(args)
            write(args.root, draft.files)
        except Refused as refused:
            say(str(refused), error=True)
            return 2
        for line in (*sorted(draft.files), *draft.next_steps):
            say(line)
        return 0

    return run


def _minutes(text: str) -> int:
    minutes = int(text)
    if not 1 <= minutes <= MOST:
        raise ValueError(text)
    return minutes


def _add_new(command: Command) -> None:
    making = command("new", None, "start a module, question, source or strand with every part in place")
    kinds = making.add_subparsers(required=True, metavar="module|question|source|strand-page")

    def kind(called: str, make: Callable[[argparse.Namespace], Draft]) -> argparse.ArgumentParser:
        parser = kinds.add_parser(called)
        parser.set_defaults(run=_write(make))
        return parser

    module = kind("module", _module)
    module.add_argument("strand")
    module.add_argument("name", help="the module's id for ever, as fluent-not-true")
    module.add_argument("--minutes", type=_minutes, default=25)
    module.add_argument(
        "--ideas", nargs="+", default=IDEAS, metavar="IDEA", help="a word or two for the id of each section"
    )
    question = kind("question", _question)
    question.add_argument("module")
    question.add_argument("name", help="the question's id for ever, as unknown-by-law")
    question.add_argument("--objective", required=True, help="as o1")
    question.add_argument("--section", required=True, help="as idea-prediction")
    kind("source", _source).add_argument("name", help="the id that is cited, as kor-a-32")
    strand = kind("strand-page", _strand)
    strand.add_argument("name", help="the strand's id for ever")
    for parser in (module, strand):
        parser.add_argument("--title", help="in English")
        parser.add_argument("--title-ko", help="in Korean")


def _agreed() -> bool:
    """Whether somebody at a terminal says yes; where there is no terminal nobody is asked."""
    try:
        return sys.stdin.isatty() and input("write this? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _fix(args: argparse.Namespace) -> int:
    try:
        draft = fixes(load_course(args.root), args.paths, shuffled=args.shuffle)
        for line in difference(args.root, draft.files):
            say(line)
        if not draft.files:
            say("nothing to fix")
            return 0
        if not args.check and (args.yes or _agreed()):
            write(args.root, draft.files)
            say(f"{len(draft.files)} files written")
            return 0
    except Refused as refused:
        say(str(refused), error=True)
        return 2
    say(f"{len(draft.files)} files to fix, nothing written: “course fix --yes” writes what you see above")
    return 1


def _add_fix(command: Command) -> None:
    fixing = command("fix", _fix, "mend what is mechanical, after showing what would change")
    fixing.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; without one, the course")
    fixing.add_argument("--yes", action="store_true", help="write without asking")
    fixing.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if something would change"
    )
    fixing.add_argument("--shuffle", action="store_true", help="also put options in the order of their seed")


def _schemas(args: argparse.Namespace) -> int:
    files = schemas(args.root)
    write(args.root, files)
    for path in files:
        say(path)
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


def add_commands(command: Command) -> None:
    """Add these commands with their options."""
    _add_new(command)
    _add_fix(command)
    command("schemas", _schemas, "write the JSON schemas of the YAML files for VS Code")
    translating = command("translation", _translation, "list stale translations, or mark some as read")
    translating.add_argument("action", choices=["list", "accept"])
    translating.add_argument("files", nargs="*")

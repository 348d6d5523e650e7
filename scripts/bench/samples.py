"""Courses to measure with: ours repeated to a wanted size, and the same words on plain MkDocs."""

from __future__ import annotations

import re
import shutil
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import yaml

from scripts.content.load import load_course
from scripts.content.model import Module
from scripts.content.records import MOST
from scripts.site.citations import definitions
from scripts.site.quizzes import source_block
from scripts.site.shell import Shell, open_shell

_HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_MARKER = re.compile(r"^<!--\s*([a-z-]+)(?::\s*([^<>]*?))?\s*-->$", re.MULTILINE)
_QUESTION = re.compile(r"^(?=## )", re.MULTILINE)
_ID = re.compile(r"\{ #[\w-]+ ")
_OPTION = r"^- \[[ x]\] .*\n(?:>.*\n)*"
_OPTIONS = re.compile(f"(?:{_OPTION}){{2,}}", re.MULTILINE)
_PLAIN = """site_name: Plain
theme:
  name: material
plugins: [search, mkdocs_quiz]
markdown_extensions: [admonition, attr_list, footnotes, tables, pymdownx.details, pymdownx.superfences]
"""


def copy_course(root: Path, to: Path) -> None:
    """Copy what a build needs to the folder `to`, which is made; what npm brought is shared."""
    for room in ("docs", "modules", "quizzes", "overrides", "scripts"):
        shutil.copytree(root / room, to / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", to)
    (to / "node_modules").symlink_to(root / "node_modules")


def grow(root: Path, to: Path, modules: int, questions: int = 0) -> None:
    """Copy the course to `to` with `modules` modules, not fewer than its own, repeated under new ids.

    With `questions`, every bank has at least so many: its own, repeated under new ids, too.
    """
    copy_course(root, to)
    course = load_course(root)
    plan_file = to / "modules" / "course.yml"
    plan = yaml.safe_load(plan_file.read_text("utf-8"))
    own = list(course.in_order())
    for number, module in enumerate(islice(cycle(own), modules - len(own))):
        time = number // len(own) + 2
        name = f"{module.id}-{time}"
        _repeat(to, module, name, time)
        plan["strands"][module.strand]["modules"].append(name)
    for strand in plan["strands"].values():
        strand["target_minutes"] = min(10 * modules, MOST)
    plan_file.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False), "utf-8")
    for module in load_course(to).in_order() if questions else ():
        for language, bank in module.banks.items():
            _ask_more(to / bank.place.path, to / module.pages[language].place.path, questions)


def _ask_more(bank: Path, page: Path, questions: int) -> None:
    """Repeat a bank's questions until there are enough, and ask for them all."""
    own = _QUESTION.split(bank.read_text("utf-8"))[1:]
    more = list(islice(cycle(own), max(questions - len(own), 0)))
    ids = [f"more-{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(len(more))]
    turned = (_turned(text, 1 + number // len(own)) for number, text in enumerate(more))
    named = (_ID.sub(f"{{ #{name} ", text, count=1) for name, text in zip(ids, turned, strict=True))
    bank.write_text("\n".join([bank.read_text("utf-8"), *named]), "utf-8")
    asked = re.sub(r"(<!-- quiz: [^<>]*?) -->", rf"\1 {' '.join(ids)} -->", page.read_text("utf-8"), count=1)
    page.write_text(asked, "utf-8")


def _turned(text: str, by: int) -> str:
    """The options of each question moved on, so that repeated the right ones stand in every place."""

    def turn(found: re.Match[str]) -> str:
        options = re.findall(_OPTION, found[0], re.MULTILINE)
        first = by % len(options)
        return "".join(options[first:] + options[:first])

    return _OPTIONS.sub(turn, text)


def _repeat(to: Path, module: Module, name: str, time: int) -> None:
    folder = to / "modules" / module.strand
    shutil.copytree(folder / module.id, folder / name)
    for bank in module.banks.values():
        source = to / bank.place.path
        copy = source.with_name(source.name.replace(module.id, name, 1))
        text = source.read_text("utf-8").replace(f"module: {module.id}", f"module: {name}")
        copy.write_text(_turned(text, time), "utf-8")


def plain_course(root: Path, to: Path) -> None:
    """Write the English course below `root` as a plain MkDocs project with default settings."""
    course = load_course(root)
    shell = open_shell(course, "en", root / "overrides")
    (to / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    for page in course.all_pages():
        if page.language != "en":
            continue
        file = to / "docs" / page.place.path.replace("docs/", "", 1)
        file.parent.mkdir(parents=True, exist_ok=True)
        module = shell.module_at(page.place.path)
        text = (root / page.place.path).read_text("utf-8")
        text = _MARKER.sub(partial(_expand, module=module, shell=shell), _HEAD.sub("", text))
        file.write_text(text + "\n" + definitions(page, shell), "utf-8")
    for drawing in (root / "modules").rglob("*.svg"):
        copy = to / "docs" / drawing.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(drawing, copy)


def _expand(found: re.Match[str], module: Module | None, shell: Shell) -> str:
    if found[1] == "quiz" and module:
        asked = (module.question(name, shell.language) for name in (found[2] or "").split())
        return "\n\n".join(source_block(question) for question in asked if question)
    return ""

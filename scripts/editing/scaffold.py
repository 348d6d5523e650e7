"""Starts a new module with every part in place, in every language."""

from __future__ import annotations

from pathlib import Path

from scripts.content.model import LANGUAGES

_SECTIONS = (
    ("story", "A situation from the office", "사무실에서 있었던 일"),
    ("idea-first", "The first idea", "첫 번째 생각"),
    ("activity", "Try it", "해 보기"),
    ("check", "Check yourself", "자가 점검"),
    ("key-points", "Key points", "핵심 정리"),
)


def _page(language: str, title: str) -> str:
    head = "---\nsummary:\nobjectives:\n  o1:\n"
    if language == LANGUAGES[0]:
        head = "---\nsummary:\nminutes: 25\nneeds: []\nreviewed:\nobjectives:\n  o1:\n"
    body = [f"{head}---\n\n# {title}\n"]
    for anchor, english, korean in _SECTIONS:
        body.append(f"\n## {english if language == LANGUAGES[0] else korean} {{ #{anchor} }}\n")
        if anchor == "check":
            body.append("\n<!-- quiz: first-question -->\n")
    return "".join(body)


def _bank(language: str, name: str, title: str) -> str:
    head = f"---\nmodule: {name}\n---\n\n" if language == LANGUAGES[0] else ""
    return (
        f"{head}# {title}\n\n"
        f"## First question {{ #first-question data-objective=o1 data-section=idea-first }}\n\n"
        "<quiz>\n\n- [x]  { #right }\n> \n- [ ]  { #tempting }\n> \n- [ ]  { #hasty }\n> \n</quiz>\n"
    )


def new_module(root: Path, strand: str, name: str, title: str) -> list[Path]:
    """Write the files of a module and return them. Raises FileExistsError rather than overwrite.

    The empty places are problems of `course check` until somebody fills them.
    """
    files: dict[Path, str] = {}
    for language in LANGUAGES:
        ending = "" if language == LANGUAGES[0] else f".{language}"
        files[root / "modules" / strand / name / f"index{ending}.md"] = _page(language, title)
        files[root / "quizzes" / strand / f"{name}{ending}.md"] = _bank(language, name, title)
    for file in files:
        if file.exists():
            raise FileExistsError(file)
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return list(files)

"""The labs in the page: their frame with the static version, their words, and their data as scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from scripts.content.citing import citations_in
from scripts.content.labs import FOLDER
from scripts.content.model import LANGUAGES, Course, Exemption, Lab, Place
from scripts.site.labs import next_token, ngram, search, tokens
from scripts.site.labs.paste import paste_data
from scripts.site.shell import DATA, Shell

Link = Callable[[str, str], str]
"""The address of a page, seen from the one that is being made: its path and an anchor."""
Data = Mapping[str, Any]
"""Data scripts by name: each holds one value that JSON can say."""
Maker = Callable[[Course, Path], Data]
"""Makes a lab's data scripts, once for all languages; slow work goes through `scripts.site.cache`."""

MAKERS: Mapping[str, Maker] = {
    "next-token": next_token.data,
    "ngram": ngram.data,
    "paste": paste_data,
    "search": search.data,
    "tokens": tokens.data,
}
"""The labs that have data scripts."""
EXAMPLES: Mapping[str, Callable[[Course, Path, str], object]] = {"search": search.example}
"""What a lab's static version shows as `example`, where it is reckoned from the course, by language."""


def plain(value: object, language: str) -> Any:  # noqa: ANN401 - what JSON can say
    """A record as JSON says it: texts in one language, without places and exceptions."""
    if is_dataclass(value):
        inner = {field.name: getattr(value, field.name) for field in fields(value)}
        return {
            name: plain(each, language)
            for name, each in inner.items()
            if not isinstance(each, Place | Exemption) and name not in ("allow", "places")
        }
    if isinstance(value, Mapping):
        if set(value) == set(LANGUAGES):
            return value[language]
        return {key: plain(each, language) for key, each in value.items() if not isinstance(each, Place)}
    if isinstance(value, list | tuple):
        return [plain(each, language) for each in value]
    return value


def _exercise(lab: Lab, name: str) -> object:
    """The exercise that a marker names; without a name all that are for the page, or none."""
    if name:
        return lab.exercises[name]
    return {key: each for key, each in lab.exercises.items() if getattr(each, "for_page", True)} or None


def _sources(shell: Shell, exercise: object, link: Link) -> dict[str, dict[str, str]]:
    """What a lab shows of the sources that its exercise cites: title, place in it, link to the entry."""
    found = {}
    for name in dict.fromkeys(citation.source for citation in citations_in(exercise)):
        if source := shell.course.sources.get(name):
            texts = {"title": shell.text(source.title), "locator": shell.text(source.locator)}
            found[name] = {**texts, "href": link("docs/sources.md", name)}
    return found


def _modules(shell: Shell, exercise: object, link: Link) -> list[dict[str, str]]:
    """The modules that a lab recommends, in the order of the course: id, title and address."""
    held = exercise.values() if isinstance(exercise, Mapping) else (exercise,)
    wanted = {name for each in held for name in getattr(each, "recommends", ())}
    return [
        {"id": each.id, "title": each.page(shell.language).title, "href": link(each.place.path, "")}
        for each in shell.course.in_order()
        if each.id in wanted
    ]


def lab_part(shell: Shell, name: str, link: Link) -> Markup:
    """A lab in a page; nothing where it does not exist, which `course check` tells."""
    folder, _, exercise_name = name.partition("/")
    lab = shell.course.labs.get(folder)
    if lab is None or (exercise_name and exercise_name not in lab.exercises):
        return Markup()
    exercise = _exercise(lab, exercise_name)
    words = {key: shell.text(texts) for key, texts in lab.words.items()}
    sources = _sources(shell, exercise, link)
    modules = _modules(shell, exercise, link)
    given = {"words": words, "data": plain(exercise, shell.language), "sources": sources}
    given |= {"modules": modules} if modules else {}
    context = {"lab": lab, "exercise": exercise, "name": name, "word": words.__getitem__, "sources": sources}
    context |= {"modules": modules}
    if folder in EXAMPLES:
        made = EXAMPLES[folder](shell.course, shell.course.root, shell.language)
        context |= {"example": made, "link": link}
    static = shell.render(f"{folder}/static", **context)
    title = getattr(exercise, "title", None) or lab.title
    return shell.render("lab", lab=lab, name=name, title=title, given=given, static=static)


def embedded(course: Course) -> list[str]:
    """The labs that some page shows, with those whose engines they use, in the order of their names."""
    shown = {name.partition("/")[0] for _, _, name in course.lab_markers()} & set(course.labs)
    return sorted(shown | {used for name in shown for used in course.labs[name].uses if used in course.labs})


def scripts_of(course: Course, names: list[str]) -> list[str]:
    """The scripts of the labs that a page shows, in the order in which they run."""
    folders = [name.partition("/")[0] for name in names]
    engines = [used for folder in folders for used in (*course.labs[folder].uses, folder)]
    wanted = [f"{each}/engine" for each in engines] + [f"{folder}/lab" for folder in folders]
    return [each for each in dict.fromkeys(wanted) if (course.root / FOLDER / f"{each}.js").is_file()]


def styles_of(course: Course, names: list[str]) -> list[str]:
    """The style sheets of the labs that a page shows."""
    wanted = dict.fromkeys(f"{name.partition('/')[0]}/lab" for name in names)
    return [each for each in wanted if (course.root / FOLDER / f"{each}.css").is_file()]


def write_lab_data(course: Course, site: Path) -> None:
    """Write the data scripts of the labs that pages show, as `data/labs/<lab>/<name>.js`."""
    for lab in embedded(course):
        for name, value in MAKERS[lab](course, course.root).items() if lab in MAKERS else ():
            file = site / DATA / "labs" / lab / f"{name}.js"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
            file.write_text(f'course.labData("{lab}/{name}",{text});\n', "utf-8")

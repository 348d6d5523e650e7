"""A new entry in the list of sources, at its place in the order."""

from __future__ import annotations

import datetime

from scripts.content.frontmatter import read_text
from scripts.content.library import SOURCES
from scripts.content.model import Course
from scripts.editing.drafts import Draft, Refused, sound_id
from scripts.editing.entries import natural, split
from scripts.editing.parts import template

A_YEAR = datetime.timedelta(days=365)


def new_source(course: Course, name: str, today: datetime.date) -> Draft:
    """The list of sources with one more entry, every key in place. Raises `Refused`."""
    if sound_id(name) in course.sources:
        raise Refused(f"{SOURCES} has an entry “{name}” already")
    if (course.root / SOURCES).exists() and not course.sources:
        raise Refused(f"{SOURCES} cannot be read: “course check” says why")
    before = read_text(course.root / SOURCES, SOURCES, []) or ""
    head, entries = split(before if before.endswith("\n") or not before else f"{before}\n")
    dates = {"today": today, "review_by": today + A_YEAR, "year": today.year}
    text = template("source.yml", source=name, **dates) + "\n"
    later = (n for n, (each, _) in enumerate(entries) if natural(each) > natural(name))
    entries.insert(next(later, len(entries)), (name, text))
    return Draft(
        {SOURCES: head + "".join(chunk for _, chunk in entries)},
        (f"fill the entry and cite it as [^{name}]; “course check” names every place to fill (✎)",),
    )

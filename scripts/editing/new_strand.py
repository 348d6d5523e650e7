"""A new strand: its page in every language, and its line in the plan."""

from __future__ import annotations

from scripts.content.load import PLAN
from scripts.content.model import LANGUAGES, Course
from scripts.editing.drafts import Draft, Refused, refuse_to_overwrite, sound_id, sound_title
from scripts.editing.parts import in_every_language, part
from scripts.editing.plan import with_new_strand

FIRST_TARGET = 25
"""Minutes of one module, until somebody says how long the strand shall be."""
NO_TITLE = {"en": "the title of the strand", "ko": "영역 제목"}
REMARK = "✎ its first module (course new module {strand} NAME …) and its minutes"


def new_strand(course: Course, strand: str, titles: dict[str, str | None]) -> Draft:
    """A strand's pages, and the plan with the strand in it. Raises `Refused`."""
    if not course.strands:
        raise Refused(f"{PLAN} names no strands, or cannot be read: “course check” says which")
    if any(each.id == sound_id(strand) for each in course.strands):
        raise Refused(f"{PLAN} has a strand “{strand}” already")
    if any(path.removeprefix("docs/").split("/")[0].split(".")[0] == strand for path in course.pages):
        raise Refused(f"the address “{strand}” is taken by a page of docs/")
    named = {language: sound_title(titles.get(language), NO_TITLE[language]) for language in LANGUAGES}

    def page(language: str, translates: str) -> str:
        return part("strand", language, title=named[language], translates=translates) + "\n"

    files = in_every_language(f"modules/{strand}/index.md", page)
    refuse_to_overwrite(course.root, files)
    plan = with_new_strand(course, strand, FIRST_TARGET, REMARK.format(strand=strand))
    if not plan:
        raise Refused(f"{PLAN} is laid out in another way: add the strand there, then write its page")
    return Draft({**files, **plan}, ("“course check” names every place to fill (✎)",))

"""Rules for what lies in a module's folder and how its pictures are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from scripts.content.load import in_language
from scripts.content.model import LANGUAGES, Course, Link, Module, Page, Place, Problem

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_PAGES = frozenset(in_language("index.md", language) for language in LANGUAGES)
_HANGUL, _LETTER = re.compile(r"[가-힣]"), re.compile(r"[^\W\d_]")
_ONLY_A_KIND = re.compile(
    r"(?:(?:an?|the|this|see|my|new|screen|이|위|아래)\s+)*"
    r"(?:fig(?:ure)?s?|images?|pictures?|photo(?:graph)?s?|diagrams?|charts?|graphs?|drawings?|illustrations?"
    r"|screenshots?|shot|icons?|logo|alt(?:ernative)? text|todo|tbd|untitled"
    r"|그림|이미지|사진|도표|도식|도형|차트|그래프|삽화|화면|스크린샷|아이콘|대체 텍스트|설명)[\s\d.:()#-]*",
    re.IGNORECASE,
)


def _files(course: Course, module: Module) -> list[Path]:
    folder = course.root / "modules" / module.strand / module.id
    return sorted(folder.iterdir()) if folder.is_dir() else []


def folders_hold_what_is_used(course: Course) -> Iterator[Problem]:
    """A module's folder has its pages, pictures that they show, and activities, and nothing else.

    모듈 폴더에는 페이지, 페이지에 실린 그림, 활동 파일만 둡니다.
    """
    for module in course.in_order():
        shown = {unquote(p.target) for page in module.pages.values() for p in page.outline.pictures}
        for file in _files(course, module):
            place = Place(file.relative_to(course.root).as_posix())
            if file.suffix.lower() in PICTURES and file.is_file():
                if file.name not in shown:
                    yield Problem(
                        place, "no page shows this picture", "show it as ![what it shows](…), or delete it"
                    )
            elif file.name not in _PAGES and file.suffix != ".yml" and not file.name.startswith("."):
                what = f"“{file.name}” is no page, picture or activity of the module"
                yield Problem(place, what, "delete it, or move it to where it belongs")


def pictures_are_described_in_words(course: Course) -> Iterator[Problem]:
    """The text alternative of a picture says what it shows, in the language of its page.

    대체 텍스트는 그림이 무엇을 보여 주는지 그 페이지의 언어로 설명합니다.

    “Figure 1”, the file's name or the English text on a Korean page tell a blind reader nothing. Say
    what somebody learns who sees the picture, with the words and numbers that stand in it.
    """
    for page in course.all_pages():
        for picture in page.outline.pictures:
            if what := _tells_nothing(page, picture):
                hint = "say between [ ] what somebody sees who looks at it"
                yield Problem(picture.place, f"the text alternative “{picture.text}” {what}", hint)


def _tells_nothing(page: Page, picture: Link) -> str:
    """Why a text alternative does not do, or nothing; one that is missing is another rule's business."""
    words = " ".join(picture.text.split())
    name = unquote(picture.target).rpartition("/")[2]
    if not words:
        return ""
    if _same(words) in (_same(name), _same(name.rpartition(".")[0])):
        return "is the name of the file"
    if _ONLY_A_KIND.fullmatch(words):
        return "does not say what the picture shows"
    hangul, letters = len(_HANGUL.findall(words)), len(_LETTER.findall(words))
    if page.language == "ko" and not hangul:
        return "is not Korean"
    if page.language == "en" and hangul * 2 > letters:
        return "is not English"
    return ""


def _same(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()

"""Rules for picture files: light, published, and with words that can be searched and translated."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from scripts.checks.links import files_beside
from scripts.content.model import Course, Link, Page, Place, Problem

HEAVIEST = 200_000
"""Bytes of a picture, at most: a page has to open on the slow line of a branch office."""
PIXELS = (".png", ".jpg", ".webp")
"""What the site publishes beside drawings (`scripts/site/mount.py`)."""
_PICTURES = (*PIXELS, ".svg", ".jpeg", ".gif", ".avif", ".bmp", ".tif", ".tiff", ".ico", ".apng")


def _pictures(course: Course) -> Iterator[tuple[Page, Link, str]]:
    """Every picture that stands beside its page, with its suffix in small letters.

    One that is not there, or whose name has capitals, is another rule's business.
    """
    for page in course.all_pages():
        beside = files_beside(course, page)
        for picture in page.outline.pictures:
            if (name := unquote(picture.target)) in beside:
                yield page, picture, posixpath.splitext(name)[1].lower()


def _can_hold(page: Page) -> bool:
    """Whether the site takes pictures made of pixels from beside this page."""
    return page.place.path.startswith("modules/")


def pictures_are_light(course: Course) -> Iterator[Problem]:
    """A picture is not larger than 200 KB.

    그림 파일은 200KB를 넘지 않습니다.
    """
    for folder in ("docs", "modules"):
        for file in sorted((course.root / folder).rglob("*.*")):
            if file.suffix.lower() in _PICTURES and file.is_file() and file.stat().st_size > HEAVIEST:
                place = Place(file.relative_to(course.root).as_posix())
                message = f"{file.stat().st_size // 1000} KB, at most {HEAVIEST // 1000}"
                yield Problem(place, message, "make it smaller, or draw it as an SVG")


def pictures_are_published(course: Course) -> Iterator[Problem]:
    """A picture is an SVG, or a PNG, JPG or WebP of a module, no other kind.

    그림은 SVG이거나 모듈 폴더에 있는 PNG, JPG, WebP 파일입니다.

    The site takes no others: a reader would see a broken picture.
    """
    for page, picture, suffix in _pictures(course):
        if suffix not in (*PIXELS, ".svg"):
            message, hint = f"“{picture.target}” is not published", "save it as .svg, .png, .jpg or .webp"
            yield Problem(picture.place, message, hint)
        elif suffix in PIXELS and not _can_hold(page):
            message, hint = f"“{picture.target}” stands outside the modules", "draw it as an SVG"
            yield Problem(picture.place, message, hint)


def pictures_hold_no_words(course: Course) -> Iterator[Problem]:
    """Words stand in the text or in an SVG, not in a picture made of pixels.

    글자는 본문이나 SVG 그림 안에 글로 넣으며, 사진 같은 화소 그림 속에 넣지 않습니다.

    Words in pixels cannot be searched, translated, enlarged or read aloud (WCAG 2.2, 1.4.5). A program
    does not see whether a photograph shows words; so each one asks for an exception, whose reason says
    that it shows none or why they must be there: `allow: {pictures-hold-no-words: "A photograph of …"}`.
    """
    for page, picture, suffix in _pictures(course):
        if suffix in PIXELS and _can_hold(page):
            message = f"“{picture.target}” is made of pixels: words in it reach nobody who cannot see them"
            hint = "draw it as an SVG, or say in “allow:” that it shows no words"
            yield Problem(picture.place, message, hint, severity="warning")

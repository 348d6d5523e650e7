"""Rules for `modules/sources.yml`: its dates, its addresses, and each entry only once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlsplit

from scripts.content.citing import cited_by
from scripts.content.model import LANGUAGES, Course, Link, Place, Problem, Source

SOON, LATE = 30, 90
"""Days before `review_by` from which a source is named, and days after it from which that is an error."""
_LONGEST = 2 * 366
"""Days between two reviews: two years, for history and closed studies."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|msclkid")


def place_of(source: Source, key: str) -> Place:
    """The line of one key of the entry; the entry's first line where the key is missing."""
    return source.places.get(key, source.place)


def _as_day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def citing_pages(course: Course) -> Mapping[str, list[str]]:
    """The English pages that cite a source, themselves or in a lab that they show, by its id."""
    pages: dict[str, list[str]] = {}
    for page in course.all_pages():
        if page.language == LANGUAGES[0]:
            for name in cited_by(course, page):
                pages.setdefault(name, []).append(page.place.path)
    return pages


def source_dates_follow_one_another(course: Course) -> Iterator[Problem]:
    """A source appeared before it was checked, and is checked again later, at most two years on.

    출처는 확인한 날보다 먼저 나온 자료이며, 다음 검토일은 확인한 날 뒤로 2년 안에 있습니다.

    `date` is written as 2026, 2026-08 or 2026-08-28. `review_by` lies half a year after `checked` for tools
    and for law in motion, a year for settled statutes, two years for history and closed studies.
    """
    for source in course.sources.values():
        checked, review_by = _as_day(source.checked), _as_day(source.review_by)
        if source.date and not _DAY.fullmatch(source.date):
            what, hint = f"“{source.date}” is no date", "write 2026-08-28, or “2026-08” or “2026” in quotes"
            yield Problem(place_of(source, "date"), what, hint)
        elif checked and source.date > source.checked[: len(source.date)]:
            what = f"checked on {checked}, before the source appeared ({source.date})"
            yield Problem(place_of(source, "checked"), what, "mend “date” or “checked”")
        if not (checked and review_by):
            continue
        if review_by <= checked:
            what = f"to be reviewed by {review_by}, which is not after it was checked ({checked})"
            yield Problem(place_of(source, "review_by"), what, "name a later day")
        elif (review_by - checked).days > _LONGEST:
            what = f"to be reviewed by {review_by}, more than two years after it was checked ({checked})"
            yield Problem(place_of(source, "review_by"), what, "name a day within two years")


def sources_are_reviewed_in_time(course: Course, today: datetime.date) -> Iterator[Problem]:
    """A source is looked at again before its `review_by`.

    출처는 `review_by`에 적은 날이 지나기 전에 다시 확인합니다.

    A warning from 30 days before that day, an error from 90 days after it. Read the source again; then
    mend what changed, or say under `reviewed:` what you found, and write the new `checked` and `review_by`.
    """
    pages = citing_pages(course)
    for source in course.sources.values():
        day = _as_day(source.review_by)
        if day is None or (day - today).days > SOON:
            continue
        over = (today - day).days
        when = f"was to be reviewed by {day}, {over} days ago" if over > 0 else f"is to be reviewed by {day}"
        yield Problem(
            place_of(source, "review_by"),
            f"“{source.id}” {when}; cited by {', '.join(pages.get(source.id, ())) or 'no page'}",
            "read it again; mend what changed, or say under “reviewed:” what you found; then set both days",
            severity="error" if over > LATE else "warning",
        )


def reviews_have_taken_place(course: Course, today: datetime.date) -> Iterator[Problem]:
    """`checked` of a source and `reviewed` of a module are days that have come.

    출처의 `checked`와 모듈의 `reviewed`에는 이미 지난 날이나 오늘을 적습니다.
    """
    days = [(place_of(source, "checked"), source.checked) for source in course.sources.values()]
    days += [(m.places.get("reviewed", m.place), m.reviewed) for m in course.modules.values()]
    for place, text in days:
        day = _as_day(text)
        if day and day > today:
            yield Problem(place, f"{day} is still to come", "write the day on which somebody looked")


def sources_stand_once(course: Course) -> Iterator[Problem]:
    """No two sources say the same thing from the same place.

    같은 자료의 같은 곳에서 같은 내용을 가져온 출처를 두 번 싣지 않습니다.

    One document may have several entries, one for each thing that it supports: with another id and `says`.
    """
    entries: dict[tuple[str, ...], Source] = {}
    for source in course.sources.values():
        says = " ".join(source.says.get(LANGUAGES[0], "").split())
        document = (source.address,) if source.address else (*source.title.values(), source.date)
        twin = entries.setdefault((says, *source.locator.values(), *document), source)
        if says and twin is not source:
            what = f"“{source.id}” says what “{twin.id}” says"
            yield Problem(source.place, what, f"cite [^{twin.id}] and take this one out, or mend “says”")


def _addresses(course: Course) -> Iterator[Link]:
    for source in course.sources.values():
        yield Link(source.id, source.address, place_of(source, "address"))
    for page in course.all_pages():
        yield from page.outline.links


def addresses_follow_nobody(course: Course) -> Iterator[Problem]:
    """An address is free of the parameters by which advertisers follow a reader: `utm_source`, `fbclid`.

    주소에는 `utm_source`, `fbclid`처럼 광고 회사가 독자를 추적하는 데 쓰는 값이 들어 있지 않습니다.
    """
    for link in _addresses(course):
        if "?" not in link.target:
            continue
        try:
            query = urlsplit(link.target).query
        except ValueError:
            continue
        for name in (name for name, _ in parse_qsl(query) if _TRACKERS.fullmatch(name)):
            yield Problem(link.place, f"the address follows the reader by “{name}”", "take that part out")

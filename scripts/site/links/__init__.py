"""Checks every link of a built site and says where in the course a broken one is written."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.content.model import LANGUAGES, Course, Problem
from scripts.site.links import crawl, inside
from scripts.site.links.faults import Fault
from scripts.site.links.pages import read_site
from scripts.site.links.trace import problems
from scripts.site.serving import served


@dataclass(frozen=True)
class Result:
    """What was looked at, and what is broken."""

    pages: int
    links: int
    problems: tuple[Problem, ...]


def check_links(course: Course, folder: Path) -> Result:
    """Every broken link of the site that was built from this course into `folder`.

    Raises RuntimeError if linkchecker cannot run.
    """
    folder = folder.resolve()
    with served(folder) as address, ThreadPoolExecutor(len(LANGUAGES)) as pool:
        crawls = pool.map(partial(crawl.broken_at, address), LANGUAGES)
        site = read_site(folder)
        found = list(inside.faults(site))
        rows = [row for edition in crawls for row in edition]
        found += _new(found, crawl.faults(rows, address, site.base))
    pages = sum(name.endswith(".html") for name in site.pages)
    return Result(pages, site.references, tuple(problems(course, found)))


def _new(known: list[Fault], more: Iterator[Fault]) -> list[Fault]:
    """What linkchecker found beyond our own pass."""
    seen = {(fault.page, fault.lands.partition("#")[0]) for fault in known}
    return [fault for fault in more if (fault.page, fault.lands.partition("#")[0]) not in seen]

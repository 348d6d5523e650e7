"""One round through all addresses: host by host, one request at a time for each, with a pause between."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import requests

from scripts.content.model import Course, Place, Unreachable
from scripts.site.external.addresses import addresses
from scripts.site.external.asking import TIMEOUT, Answer, ask
from scripts.site.external.memory import Known, recall, remember

PAUSE = 1.0
"""Seconds between two requests to the same host."""
HOSTS_AT_ONCE = 8
SILENT = 2
"""A host that has left so many addresses without any answer is asked for no more of them in a round."""
SETTLED = ("ok", "moved")


@dataclass(frozen=True)
class Manners:
    """How long to wait: between two requests to a host, and for an answer, in seconds."""

    pause: float = PAUSE
    timeout: float = TIMEOUT


@dataclass(frozen=True)
class Outcome:
    """An address, where the course names it, what it answered on which day, and who excuses it."""

    address: str
    places: tuple[Place, ...]
    day: datetime.date
    answer: Answer
    excused: Unreachable | None = None


def _by_host(wanted: Iterable[str]) -> list[list[str]]:
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    return list(hosts.values())


def _host(course: Course, manners: Manners, wanted: list[str]) -> dict[str, Answer]:
    """Ask all addresses of one host, one after the other."""
    found: dict[str, Answer] = {}
    with requests.Session() as session:
        session.headers["User-Agent"] = f"{course.id}-links/1.0 (checks the course's own references)"
        for address in wanted:
            if sum(answer.silent for answer in found.values()) >= SILENT:
                found[address] = Answer("unsure", "not asked, as the host answered nothing before")
                continue
            if found:
                time.sleep(manners.pause)
            found[address] = ask(session, address, manners.pause, manners.timeout)
    return found


def _answers(course: Course, wanted: Iterable[str], today: datetime.date, manners: Manners) -> Known:
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        hosts = list(pool.map(partial(_host, course, manners), _by_host(wanted)))
    return {address: (today, answer) for host in hosts for address, answer in host.items()}


def check_addresses(
    course: Course, root: Path, today: datetime.date, manners: Manners = Manners()
) -> tuple[Outcome, ...]:
    """What became of every address, in the order of the files. Asks only what is not remembered."""
    named = addresses(course)
    known = recall(root, today)
    known |= _answers(course, [address for address in named if address not in known], today, manners)
    excuses = {address: _excuse(course, address) for address in named}
    settled = [name for name in named if excuses[name] or known[name][1].state in SETTLED]
    remember(root, known, settled)
    return tuple(
        Outcome(address, tuple(places), *known[address], excuses[address])
        for address, places in named.items()
    )


def _excuse(course: Course, address: str) -> Unreachable | None:
    return next((each for each in course.unreachable if address.startswith(each.begins)), None)


def needless(course: Course, outcomes: Iterable[Outcome]) -> Iterator[Unreachable]:
    """The excuses that no address needs: all that they excuse answer well, or the course names none."""
    used = {each.excused for each in outcomes if each.answer.state not in SETTLED}
    return (excuse for excuse in course.unreachable if excuse not in used)

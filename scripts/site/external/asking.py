"""Asks one address politely: HEAD, then GET; again after a while where a server is busy or silent."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal
from urllib.parse import urlsplit

import requests

TIMEOUT = 20.0
"""Seconds to wait for a connection, and then for each part of an answer."""
METHODS = ("HEAD", "GET", "GET", "GET")
"""Some servers know no HEAD or answer it wrongly, so only GET is believed when it is bad."""
LONGEST = 60.0
"""Seconds to wait before asking again, at most, whatever a server wishes."""
FOREVER = frozenset((HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT))
GONE = frozenset((HTTPStatus.NOT_FOUND, HTTPStatus.GONE))
BUSY = frozenset(
    (
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    )
)

State = Literal["ok", "moved", "gone", "unsure"]


@dataclass(frozen=True)
class Answer:
    """What became of an address: `to` is the new one where it has moved for good.

    Only `gone` means broken. `unsure` is everything that may be the network's, the server's or our own
    fault: refused, busy, silent, a certificate that we do not trust.
    """

    state: State
    said: str
    to: str = ""
    silent: bool = False
    """Nothing came back at all, however often it was asked."""


@dataclass(frozen=True)
class _Reply:
    """One answer of a server, and whether and when it is worth asking again."""

    answer: Answer
    again: bool = False
    wait: float = 0.0


def ask(session: requests.Session, address: str, pause: float, timeout: float = TIMEOUT) -> Answer:
    """What becomes of an address. Waits `pause` seconds before it asks again, then ever longer."""
    reply = _Reply(Answer("unsure", "not asked"), again=True)
    for number, method in enumerate(METHODS):
        if number:
            time.sleep(min(max(reply.wait, pause * 2 ** (number - 1)), LONGEST))
        reply = _reply(session, method, address, timeout)
        if not reply.again:
            break
    return reply.answer


def _reply(session: requests.Session, method: str, address: str, timeout: float) -> _Reply:
    try:
        with session.request(method, address, timeout=timeout, allow_redirects=True, stream=True) as response:
            return _judged(response, address, method)
    except requests.exceptions.SSLError:
        return _Reply(Answer("unsure", "its certificate is not trusted here"))
    except requests.exceptions.TooManyRedirects:
        return _Reply(Answer("unsure", "it redirects without end"), again=method == METHODS[0])
    except requests.exceptions.Timeout:
        return _Reply(Answer("unsure", f"no answer within {timeout:g} seconds", silent=True), again=True)
    except (requests.exceptions.RequestException, ValueError) as error:
        return _Reply(Answer("unsure", f"no connection ({type(error).__name__})", silent=True), again=True)


def _judged(response: requests.Response, address: str, method: str) -> _Reply:
    code = response.status_code
    said = f"{code} {response.reason or ''}".strip()
    if response.ok:
        return _Reply(_arrived(response, address, said))
    wait = response.headers.get("Retry-After", "")
    again = method == METHODS[0] or code in BUSY
    state: State = "gone" if code in GONE else "unsure"
    return _Reply(Answer(state, said), again, float(wait) if wait.isdecimal() else 0.0)


def _arrived(response: requests.Response, address: str, said: str) -> Answer:
    """A page came: the one that was asked for, the same elsewhere, or only the host's front page."""
    if response.history and _is_front(response.url) and not _is_front(address):
        return Answer("unsure", f"it leads to the front page {response.url}")
    if response.history and all(hop.status_code in FOREVER for hop in response.history):
        return Answer("moved", said, response.url)
    return Answer("ok", said)


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query

"""The page that sends a prompt to a server of the office: only where the installer named one.

`COURSE_LLM` names it at build, several separated by commas: `https://llm.example.go.kr/v1`, a server on
this computer such as `http://127.0.0.1:8000/v1`, or a path of the course's own host such as `/llm/`.
`COURSE_LLM_MODEL` names the model. Without it a build has no such page, script or address. Every other
page keeps the strict policy in any case.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from scripts.site.policy import HEADERS, POLICY

PAGE = "docs/send.md"
LAB = "overrides/assets/labs/send/"
_SIGNS = re.compile(r"[A-Za-z0-9._~:/\[\]-]+")
"""What an address may be written with: nothing that means something in a policy."""
_LOOPBACK = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")
_OWN = "'self'"
_MODEL = re.compile(r"[A-Za-z0-9._:/@-]{0,120}")


def _refuse(address: str, why: str) -> PluginError:
    return PluginError(f"COURSE_LLM: “{address}” {why}")


def _checked(address: str) -> str:
    """An address without a stroke at its end. Raises PluginError for one that must not be used."""
    if not _SIGNS.fullmatch(address):
        raise _refuse(address, "holds signs that an address of a server does not need")
    if address.startswith("/"):
        if "//" in address or ".." in address:
            raise _refuse(address, "is not a plain path such as /llm/")
        return address.rstrip("/")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refuse(address, "is not an address") from error
    if not host or parts.scheme not in ("https", "http"):
        raise _refuse(address, "must begin with https:// or be a path such as /llm/")
    if parts.scheme == "http" and not _LOOPBACK.fullmatch(host):
        raise _refuse(address, "needs https: plain http is for a server on this computer only")
    return address.rstrip("/")


def servers(settings: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The approved servers. Raises PluginError for an address that must not be used."""
    named = (each.strip() for each in settings.get("COURSE_LLM", "").split(","))
    return tuple(dict.fromkeys(_checked(each) for each in named if each))


def model(settings: Mapping[str, str] = os.environ) -> str:
    """The model that the page proposes. Raises PluginError for a name that is none."""
    name = settings.get("COURSE_LLM_MODEL", "").strip()
    if not _MODEL.fullmatch(name):
        message = f"COURSE_LLM_MODEL: “{name}” is not the name of a model"
        raise PluginError(message)
    return name


def _origins() -> str:
    """Where the page may connect to, as a policy says it."""
    return " ".join(dict.fromkeys(map(_origin, servers())))


def _origin(server: str) -> str:
    return _OWN if server.startswith("/") else "/".join(server.split("/")[:3])


def is_left_out(path: str) -> bool:
    """Whether a file belongs to the page that sends, and this build has none."""
    return (path == PAGE or path.startswith(LAB)) and not servers()


def frame_of(path: str) -> dict[str, object]:
    """What the templates need to know of the page that sends; nothing of any other."""
    if path != PAGE:
        return {}
    policy = f"{POLICY}; connect-src {_origins()}"
    return {"policy": policy, "servers": servers(), "model": model()}


def host_policy() -> str:
    """The policy that a host sends with every file: pages narrow it by their own."""
    origins = dict.fromkeys([_OWN, *map(_origin, servers())])
    return f"{POLICY}; connect-src {' '.join(origins)}" if servers() else POLICY


def headers() -> str:
    """The `_headers` file of a build."""
    return HEADERS.replace(POLICY, host_policy())

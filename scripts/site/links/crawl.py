"""linkchecker over the site on a loopback server: pages, pictures, scripts and styles, as a host serves them.

A process for each language, which looks at every link of its edition and follows those within it.
One thread each: with four, they wait for one another, and the whole takes half as long again.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from scripts.content.model import LANGUAGES
from scripts.site.links.faults import Fault
from scripts.site.links.inside import ANYWHERE, landing
from scripts.site.links.markup import Reference
from scripts.site.mount import prefix
from scripts.site.shell import SOURCE

_SETTINGS = """[checking]
threads=1
maxrequestspersecond=5000
robotstxt=0
[filtering]
checkextern=0
nofollow={others}
ignorewarnings=http-robots-denied,url-content-too-large
[output]
status=0
"""
_HINT = "mend the path, or put the file back; if it is there, see how a server would find it"


def _edition(address: str, language: str, folder: Path) -> list[str]:
    """The command for one edition: its settings stand in `folder`, other editions it may not enter."""
    others = [re.escape(prefix(other)) for other in LANGUAGES if prefix(other)]
    elsewhere = f"(?:{'|'.join(others)})" if language == SOURCE else f"(?!{re.escape(prefix(language))})"
    settings = folder / f"{language}.rc"
    settings.write_text(_SETTINGS.format(others=f"^{re.escape(address)}{elsewhere}"), "utf-8")
    first = [f"{address}{prefix(language)}index.html"]
    if language == SOURCE:
        first.append(f"{address}{ANYWHERE}")
    return [sys.executable, "-m", "linkcheck", "-f", str(settings), "-o", "csv", "--no-warnings", *first]


def broken_at(address: str, language: str) -> list[dict[str, str]]:
    """What linkchecker calls broken in one edition of the site at `address`, as its CSV rows.

    Raises RuntimeError if it cannot run.
    """
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # as root, linkchecker reads its settings as another user
        command = _edition(address, language, Path(folder))
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode not in (0, 1):
        raise RuntimeError(f"linkchecker failed: {done.stderr.strip()[-500:]}")
    rows = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(rows)), delimiter=";"))


def faults(rows: Iterable[dict[str, str]], address: str, base: str) -> Iterator[Fault]:
    """These rows as faults. Where a page itself cannot be had, it is its own referrer."""
    for row in rows:
        page = unquote((row["parentname"] or row["url"]).removeprefix(address)) or "index.html"
        lands = landing(page, row["urlname"], base) if row["parentname"] else page
        tag = "a" if row["parentname"] else "page"
        what = f"is not to be had: the server says {row['result']}"
        yield Fault("links-answer", page, lands, what, _HINT, Reference(row["urlname"], 1, tag))

"""Checks the links of the built site.

linkchecker looks at pages, pictures and assets over a loopback server; anchors are our own pass
(linkchecker's takes a quarter of an hour on 200 pages).
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urldefrag

from scripts.site.policy import POLICY

_LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')
_BASE = re.compile(r'\bhref="(/[^"]*?)assets/')
_SETTINGS = """[checking]
threads=4
maxrequestspersecond=500
robotstxt=0
[filtering]
checkextern=0
ignorewarnings=http-robots-denied,url-content-too-large
[output]
status=0
"""


_TEXT = (".html", ".css", ".js", ".svg", ".xml")


class _Handler(SimpleHTTPRequestHandler):
    """Serves as a good host would: with the policy as a header, and without talking."""

    base = "/"

    def translate_path(self, path: str) -> str:
        """The file for an address below the site's base."""
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Text goes out compressed to whoever takes it."""
        file = Path(self.translate_path(self.path.split("?")[0].split("#")[0]))
        file = file / "index.html" if file.is_dir() else file
        if (
            file.suffix not in _TEXT
            or "gzip" not in self.headers.get("Accept-Encoding", "")
            or not file.is_file()
        ):
            return super().send_head()
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("LinkChecker", "allowed")  # lets linkchecker ask as fast as it can
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def base_path(site: Path) -> str:
    """The path below which the site expects to be served: only its 404 page names it."""
    page = site / "404.html"
    found = _BASE.search(page.read_text("utf-8")) if page.is_file() else None
    return found[1] if found else "/"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served on this machine while the block runs."""
    base = base_path(site)
    handler = type("Handler", (_Handler,), {"base": base})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _linkchecker(address: str) -> list[dict[str, str]]:
    """Every broken address that linkchecker finds from `address` on, as its CSV rows."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "linkcheckerrc"
        settings.write_text(_SETTINGS, "utf-8")
        settings.parent.chmod(0o755)  # as root, linkchecker reads it as another user
        command = [sys.executable, "-m", "linkcheck", "-f", str(settings), "-o", "csv", "--no-warnings"]
        addresses = [address, f"{address}ko/index.html", f"{address}404.html"]
        done = subprocess.run([*command, *addresses], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1):
        message = f"linkchecker failed: {done.stderr.strip()[-500:]}"
        raise RuntimeError(message)
    rows = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(rows)), delimiter=";"))


def _anchors(site: Path) -> Iterator[str]:
    """Every link within the site whose anchor does not exist."""
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    ids = {file: set(_ID.findall(text)) for file, text in pages.items()}
    for file, text in pages.items():
        for link in sorted(set(_LINK.findall(text))):
            if ":" in link.split("/")[0] or not link:
                continue
            path, anchor = urldefrag(link)
            target = (file.parent / unquote(path)).resolve() if path else file
            if anchor and target in ids and unquote(anchor) not in ids[target]:
                yield f"{file.relative_to(site).as_posix()}: no such place: {link}"


def broken_links(site: Path) -> Iterator[str]:
    """Each broken link of a built site, as `page: what`. Raises RuntimeError if linkchecker cannot run."""
    site = site.resolve()
    with served(site) as address:
        for row in _linkchecker(address):
            page = row["parentname"].removeprefix(address) or "index.html"
            yield f"{page}: {row['urlname']} → {row['result']}"
    yield from _anchors(site)

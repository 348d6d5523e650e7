"""Serves a built site on this machine as a good host would, for whoever has to look at it over HTTP."""

from __future__ import annotations

import gzip
import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from scripts.site.approved import host_policy

_BASE = re.compile(r'\bhref="(/[^"]*?)assets/')
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
        self.send_header("Content-Security-Policy", host_policy())
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

"""Serves the site while it is being written, and makes again only what a save changed."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from scripts.content.load import load_course
from scripts.content.model import LANGUAGES, Course
from scripts.site.assets import make_small
from scripts.site.build import build_language, join_editions, render_again
from scripts.site.changes import changed_pages

WATCHED = ("docs", "modules", "quizzes", "overrides", "scripts", "mkdocs.yml")
_RELOAD = Path(__file__).with_name("reload.js")
_RELOAD_ADDRESS = "/livereload/reload.js"

Judge = Callable[[Course], bool]


class ReloadServer(LiveReloadServer):
    """MkDocs' server, with its reload script as a file: the policy refuses inline ones."""

    def _serve_request(
        self, environ: dict[str, str], start_response: Callable[..., object]
    ) -> Iterable[bytes] | None:
        if environ["PATH_INFO"] == _RELOAD_ADDRESS:
            start_response("200 OK", [("Content-Type", "text/javascript"), ("Cache-Control", "no-store")])
            return [_RELOAD.read_bytes()]
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        tag = f'<script src="{_RELOAD_ADDRESS}" data-epoch="{epoch}"></script></body>'
        return content.replace(b"</body>", tag.encode(), 1)


class Workshop:
    """The built site with the course it was built from; `update` brings it up to date."""

    def __init__(self, root: Path, site: Path, judge: Judge) -> None:
        self.root, self.site, self.judge = root, site, judge
        self.course = load_course(root)
        self.seen = dict(self._times())
        self.configs = self._build() if judge(self.course) else {}

    def _times(self) -> Iterator[tuple[Path, int]]:
        for name in WATCHED:
            top = self.root / name
            for file in [top] if top.is_file() else top.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    yield file, file.stat().st_mtime_ns

    def _build(self) -> dict[str, MkDocsConfig]:
        """Build everything beside the site, then put it in its place. Raises what MkDocs raises."""
        parts = {language: self.site.with_name(f"{self.site.name}.{language}") for language in LANGUAGES}
        try:
            configs = {
                language: build_language(self.root, self.course, language, part)
                for language, part in parts.items()
            }
            join_editions(parts, self.site)
        finally:
            for part in parts.values():
                shutil.rmtree(part, ignore_errors=True)
        for config in configs.values():
            config.site_dir = str(self.site)
            for file in config.extra["files"]:
                file.dest_dir = str(self.site)
                file.__dict__.pop("abs_dest_path", None)
        return configs

    def update(self) -> str:
        """Bring the site up to date; says in a few words what was done. Raises what MkDocs raises."""
        times = dict(self._times())
        changed = {file for file in {*times, *self.seen} if times.get(file) != self.seen.get(file)}
        self.seen = times
        places = {file.relative_to(self.root) for file in changed}
        if any(place.parts[0] == "scripts" and place.suffix == ".py" for place in places):
            os.execv(sys.executable, [sys.executable, "-m", "scripts", *sys.argv[1:]])  # noqa: S606
        course = load_course(self.root)
        configs, self.configs = self.configs, {}  # until all went well, the next save builds everything
        if not self.judge(course):
            return "not built: see the problems above"
        old, self.course = self.course, course
        pages = changed_pages(old, course) if configs else None
        if pages is None or not all(_is_light(place) for place in places):
            self.configs = self._build()
            return "everything built again"
        said = self._renew(configs, pages, places)
        self.configs = configs
        return said

    def _renew(self, configs: dict[str, MkDocsConfig], pages: set[str], places: set[Path]) -> str:
        """Copy the changed assets, and make the changed pages again."""
        assets = [place for place in places if _is_asset(place) and (self.root / place).is_file()]
        for place in assets:
            copy = shutil.copy(self.root / place, self.site / place.relative_to("overrides"))
            make_small(Path(copy), self.root)
        drawn = {(place.parent / "index.md").as_posix() for place in places if place.suffix == ".svg"}
        wanted = pages | {page for page in drawn if (self.root / page).is_file()}
        for config in configs.values() if wanted else ():
            render_again(config, self.course, wanted)
        return f"{len(wanted)} pages, {len(assets)} assets"


def _is_asset(place: Path) -> bool:
    """Whether a changed file only has to be copied."""
    return place.parts[:2] == ("overrides", "assets")


def _is_light(place: Path) -> bool:
    """Whether a change of this file touches single pages only; of any other, everything."""
    texts = (".md", ".yml", ".svg") if place.parts[0] == "modules" else (".md",)
    return _is_asset(place) or (place.parts[0] in ("docs", "modules", "quizzes") and place.suffix in texts)


def serve(root: Path, site: Path, port: int, judge: Judge, say: Callable[[str], None]) -> None:
    """Build, serve on 127.0.0.1 and keep up with every save until interrupted."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        say(f"port {port} is in use: end the other server, or name another with --port")
        return
    began = time.monotonic()
    workshop = Workshop(root, site, judge)

    def builder() -> None:
        start = time.monotonic()
        try:
            done = workshop.update()
        except Exception:  # noqa: BLE001 - a page that cannot be made must not end the session
            traceback.print_exc()
            done = "not built: see above"
        say(f"{done} ({time.monotonic() - start:.2f} s)")

    server = ReloadServer(builder, "127.0.0.1", port, str(site), polling_interval=0.2)
    for name in WATCHED:
        server.watch(str(root / name))
    say(f"built in {time.monotonic() - began:.1f} s; open http://127.0.0.1:{port}/  (Ctrl+C ends)")
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types there
    except KeyboardInterrupt:
        say("ended")
    finally:
        server.shutdown()

"""Serves the site while it is being written, and makes again only what a save changed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from scripts.content.load import load_course
from scripts.content.model import LANGUAGES, Course
from scripts.site.assets import make_small
from scripts.site.build import build_language, render_again
from scripts.site.changes import changed_pages
from scripts.site.shell import DATA, SOURCE

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
        configs: dict[str, MkDocsConfig] = {}
        with tempfile.TemporaryDirectory() as folder:
            for language in reversed(LANGUAGES):
                target = self.site if language == SOURCE else Path(folder) / language
                configs[language] = build_language(self.root, self.course, language, target)
            for language in LANGUAGES[1:]:
                part = Path(folder) / language
                shutil.copytree(part / language, self.site / language, dirs_exist_ok=True)
                shutil.copytree(part / DATA, self.site / DATA, dirs_exist_ok=True)
        for config in configs.values():
            config.site_dir = str(self.site)
            for file in config.extra["files"]:
                file.dest_dir = str(self.site)
                file.__dict__.pop("abs_dest_path", None)
        return configs

    def update(self) -> str:
        """Bring the site up to date; says in a few words what was done."""
        times = dict(self._times())
        changed = {file for file in {*times, *self.seen} if times.get(file) != self.seen.get(file)}
        self.seen = times
        rooms = {file.relative_to(self.root).parts[0] for file in changed}
        if "scripts" in rooms and any(file.suffix == ".py" for file in changed):
            os.execv(sys.executable, [sys.executable, "-m", "scripts", *sys.argv[1:]])  # noqa: S606
        old, self.course = self.course, load_course(self.root)
        if not self.judge(self.course):
            self.course = old
            return "not built: see the problems above"
        assets = {file for file in changed if "assets" in file.parts and file.is_file()}
        pages = changed_pages(old, self.course)
        if not self.configs or pages is None or (rooms - {"docs", "modules", "quizzes"} and changed - assets):
            self.configs = self._build()
            return "everything built again"
        for file in assets:
            make_small(
                Path(shutil.copy(file, self.site / file.relative_to(self.root / "overrides"))), self.root
            )
        pages |= {self._page_of(file) for file in changed if file.suffix == ".svg" and "modules" in rooms}
        if pages:
            for config in self.configs.values():
                render_again(config, self.course, pages)
        return f"{len(pages)} pages, {len(assets)} assets"

    def _page_of(self, picture: Path) -> str:
        return (picture.parent / "index.md").relative_to(self.root).as_posix()


def serve(root: Path, site: Path, port: int, judge: Judge, say: Callable[[str], None]) -> None:
    """Build, serve on 127.0.0.1 and keep up with every save until interrupted."""
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

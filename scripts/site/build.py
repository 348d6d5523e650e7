"""Builds the site: every language at once, each in a process of its own, joined at the end.

A finished build can be kept, so that `serve` renders again only the pages that changed.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import mkdocs.commands.build as engine
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from scripts.content.model import LANGUAGES, Course
from scripts.site.approved import headers
from scripts.site.data import write_data
from scripts.site.mount import VENDOR
from scripts.site.outline import course_map
from scripts.site.shell import DATA, SOURCE, open_shell, shell_of

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def missing_parts(root: Path) -> list[str]:
    """The browser code of others that npm has not brought yet."""
    return [path for path in VENDOR if not (root / path).is_file()]


def configure(root: Path, course: Course, language: str, site: Path, **more: Any) -> MkDocsConfig:  # noqa: ANN401
    """MkDocs' settings for one language."""
    os.environ["COURSE_LANG"] = language
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), **more)
    config.extra["course"] = course
    return config


def build_language(root: Path, course: Course, language: str, site: Path) -> MkDocsConfig:
    """Build one language strictly into `site`. Raises `mkdocs.exceptions.Abort` on any warning."""
    config = configure(root, course, language, site, strict=True)
    _log_warnings()
    config.plugins.on_startup(command="build", dirty=False)
    engine.build(config)
    return config


def _worker(root: Path, course: Course, language: str, site: Path) -> None:
    gc.disable()  # a build is over before its garbage would matter; this saves a tenth of its time
    try:
        build_language(root, course, language, site)
    except Abort as error:
        sys.exit(f"course build ({language}): {error}")


def _log_warnings() -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    logger.setLevel(logging.WARNING)


def build_site(root: Path, course: Course, site: Path) -> bool:
    """Build every language into `site`; says whether all went well.

    The old site stays until the new one is whole.
    """
    forks = sys.platform == "linux"  # elsewhere a fork is unsafe or unknown
    start = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
    parts = {language: site.with_name(f"{site.name}.{language}") for language in LANGUAGES}
    workers = [
        start.Process(target=_worker, args=(root, course, language, part)) for language, part in parts.items()
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    done = all(worker.exitcode == 0 for worker in workers)
    if done:
        join_editions(parts, site)
    for part in parts.values():
        shutil.rmtree(part, ignore_errors=True)
    return done


def join_editions(parts: dict[str, Path], site: Path) -> None:
    """Make one site of the editions: the source language brings the root, the others their folder."""
    shutil.rmtree(site, ignore_errors=True)
    parts[SOURCE].rename(site)
    for language, part in parts.items():
        if language != SOURCE:
            (part / language).rename(site / language)
            for file in (part / DATA).iterdir():
                file.rename(site / DATA / file.name)
    (site / "_headers").write_text(headers(), "utf-8")


def render_again(config: MkDocsConfig, course: Course, paths: Iterable[str]) -> None:
    """Make single pages of a finished build anew, from a freshly read course.

    Raises what MkDocs raises when a page cannot be made.
    """
    extra = config.extra
    shell = open_shell(course, shell_of(config).language, course.root / "overrides")
    extra.update(course=course, shell=shell, strands=course_map(shell))
    extra["env"].globals.update(say=shell.say, shell=shell, text=shell.text, course=course)
    documents = extra["files"].documentation_pages()
    wanted = [file.page for file in documents if file.src_uri in set(paths) and file.page]
    for page in wanted:
        engine._populate_page(page, config, extra["files"])  # noqa: SLF001 - no public way exists
    for page in wanted:
        engine._build_page(page, config, documents, extra["nav"], extra["env"])  # noqa: SLF001
    write_data(config)

"""Which files make the site: the pages of `docs/` and `modules/` in one language, at their addresses.

A page's source path stays its path in the repository, in the source language, so that relative
links mean the same in both editions and in the code host's preview. `docs/` is served at the
root, a module at `/<strand>/<module>/`; the Korean edition has the same tree below `ko/`.
"""

from __future__ import annotations

import posixpath
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from scripts.content.labs import FOLDER as LABS
from scripts.content.load import in_language
from scripts.content.model import Course
from scripts.site.approved import is_left_out
from scripts.site.shell import SOURCE, Shell

VENDOR = {"node_modules/minisearch/dist/umd/index.js": "assets/javascripts/vendor/minisearch.js"}
"""Browser code of others: where npm puts it, and where the site has it."""

BEFORE = ("docs/index.md", "docs/start.md", "docs/thread.md")
"""The pages that stand before the strands in the navigation; the others follow them."""

LAB_PAGES = "docs/labs/"
"""Where the labs have pages of their own: a section behind the strands."""


def prefix(language: str) -> str:
    """Where an edition begins below the site's root."""
    return "" if language == SOURCE else f"{language}/"


def address(path: str, language: str) -> str:
    """A page's address below the site's root: `docs/start.md` → `start/index.html`."""
    inside = path.split("/", 1)[1].removesuffix(".md")
    if posixpath.basename(inside) != "index":
        inside += "/index"
    return f"{prefix(language)}{inside}.html"


def source_paths(course: Course) -> list[str]:
    """Every page of the site, as its English file's path, in the order of the navigation."""
    found = [path for path in course.pages if path.startswith("docs/") and ".ko." not in path]
    found = [path for path in found if not is_left_out(path)]
    for strand in course.strands:
        found.append(f"modules/{strand.id}/index.md")
        found += [course.modules[name].place.path for name in strand.modules if name in course.modules]
    return found


def navigation(course: Course) -> list[object]:
    """MkDocs' `nav`: the pages to begin with, the strands with their modules, the labs, then the others."""
    strands: list[object] = [
        {
            strand.id: [
                f"modules/{strand.id}/index.md",
                *(course.modules[m].place.path for m in strand.modules if m in course.modules),
            ]
        }
        for strand in course.strands
    ]
    pages = [path for path in source_paths(course) if path.startswith("docs/")]
    labs = [path for path in pages if path.startswith(LAB_PAGES)]
    rest = [path for path in pages if path not in (*BEFORE, *labs)]
    return [
        *(path for path in BEFORE if path in pages),
        *strands,
        *([{"labs": sorted(labs, key=lambda path: not path.endswith("/index.md"))}] if labs else []),
        *rest,
    ]


def spare_the_icons(config: MkDocsConfig) -> None:
    """Keep MkDocs from walking through the theme's fourteen thousand icons: `mount` names its files."""
    make = config.theme.get_env

    def get_env() -> Environment:
        env = make()
        env.list_templates = lambda *_args, **_more: []  # type: ignore[method-assign]
        return env

    config.theme.get_env = get_env  # type: ignore[method-assign]


def _page_file(path: str, shell: Shell, config: MkDocsConfig) -> File:
    root = shell.course.root
    translated = in_language(path, shell.language)
    file = File(path, str(root), config.site_dir, config.use_directory_urls)
    file.dest_uri = address(path, shell.language)
    file.edit_uri = translated if (root / translated).exists() else path
    file.abs_src_path = str(root / file.edit_uri)
    file.inclusion = InclusionLevel.INCLUDED
    return file


def _asset(root: Path, path: str, to: str, config: MkDocsConfig) -> File:
    return File(
        path,
        str(root),
        config.site_dir,
        use_directory_urls=False,
        dest_uri=to,
        inclusion=InclusionLevel.INCLUDED,
    )


def mount(shell: Shell, config: MkDocsConfig) -> Files:
    """The files of the site. The source edition brings the shared assets, the others only pages."""
    root = shell.course.root
    pages = [_page_file(path, shell, config) for path in source_paths(shell.course)]
    if shell.language != SOURCE:
        return Files(pages)
    ours = [
        _asset(root, path, path.removeprefix("overrides/"), config)
        for path in (f.relative_to(root).as_posix() for f in sorted((root / "overrides/assets").rglob("*.*")))
        if (not path.startswith(LABS) or path.endswith((".js", ".css"))) and not is_left_out(path)
    ]
    pictures = [
        _asset(root, path, path.removeprefix("modules/"), config)
        for suffix in ("png", "jpg", "webp")
        for path in (f.relative_to(root).as_posix() for f in sorted((root / "modules").rglob(f"*.{suffix}")))
    ]
    vendor = [_asset(root, path, to, config) for path, to in VENDOR.items()]
    theme = Path(str(files("material"))) / "templates"
    return Files([*pages, *ours, *pictures, *vendor, _asset(theme, shell.bundle, shell.bundle, config)])

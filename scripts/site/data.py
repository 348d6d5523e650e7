"""The files that a build writes for the pages' scripts: the search index, the words, the labs' data."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.site.labs import write_lab_data
from scripts.site.search import write_index
from scripts.site.shell import SOURCE, shell_of
from scripts.site.words import write_words


def write_data(config: MkDocsConfig) -> None:
    """Write the search index and the words of one language beside its pages."""
    shell, site = shell_of(config), Path(config.site_dir)
    found = [entry for page in config.extra["entries"].values() for entry in page]
    write_index(found, site / shell.search_index)
    write_words(shell.language, site / shell.words_script)
    if shell.language == SOURCE:
        write_lab_data(shell.course, site)

"""The real course, built once for all tests of this room."""

from pathlib import Path

import pytest

from scripts.site.build import build_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(course, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "site"
    assert build_site(ROOT, course, folder)
    return folder

"""The same sources also build with ProperDocs, MkDocs' continuation, into the same pages.

Material and MkDocs get no new releases for ever; this keeps the way out open. ProperDocs is
installed beside the lock where this must not be skipped: see .github/workflows/test.yml.
"""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.content.model import LANGUAGES

ROOT = Path(__file__).parents[2]
INSTALLED = importlib.util.find_spec("properdocs") is not None
REQUIRED = os.environ.get("REQUIRE_PROPERDOCS") == "1"
GENERATOR = re.compile(r'<meta name="generator"[^>]*>')

pytestmark = pytest.mark.skipif(
    not INSTALLED and not REQUIRED, reason="ProperDocs is not installed: pip install properdocs==1.6.7"
)


def build(engine, language, site):
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml", "-d", str(site)]
    settings = {**os.environ, "COURSE_LANG": language, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub("", path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_properdocs_makes_the_same_pages(language, tmp_path):
    expected = build("mkdocs", language, tmp_path / "mkdocs")
    found = build("properdocs", language, tmp_path / "properdocs")

    assert expected
    assert list(found) == list(expected)
    assert [name for name in expected if found[name] != expected[name]] == []

"""Firefox gives every page of a folder its own storage: what was finished travels with the links."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.labs.test_every_lab import PAGES


@pytest.fixture(scope="session")
def told(site, root):
    """What a reader with Firefox saw in a copy of the course on a disk."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        if os.environ.get("CI"):
            pytest.fail("no Firefox in CI: this test is never skipped there")
        pytest.skip("no Firefox found: “make browser” installs Debian's")
    script = Path(__file__).with_name("firefox.mjs")
    command = [shutil.which("node"), str(script), firefox, f"{site.as_uri()}/", *PAGES]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_lab_opens_from_a_folder(told):
    assert set(told["labs"]) == set(PAGES)
    assert all(told["labs"].values())
    assert told["errors"] == []


def test_the_home_page_knows_what_was_answered_elsewhere(told):
    assert told["home"].startswith("1 of")


def test_a_finished_lab_step_travels_and_a_typed_text_does_not(told):
    assert '{\\"steps\\":[\\"end\\"]}' in told["kept"]
    assert "what was typed" not in told["kept"]


def test_the_address_is_clean_again(told):
    assert "~course" not in told["address"]

"""The labs' engines, run by Node as the page runs them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LABS = ROOT / "overrides" / "assets" / "labs"


class Engine:
    """`call("tokensEngine.encode", "text")` gives what the function gives, through JSON.

    An argument {"$file": path} is a file's text, {"$data": path} what a data script holds, and
    {"$kept": name} what an earlier call with `keep=name` gave and Node has kept.
    """

    def __init__(self, files):
        script = Path(__file__).with_name("engine.mjs")
        self.process = subprocess.Popen(
            [shutil.which("node"), str(script), *map(str, files)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def call(self, function, *inputs, keep=None):
        line = json.dumps({"call": function, "with": inputs, "keep": keep})
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="session")
def engine():
    """Opens the engine of a lab, with those of the labs that it uses before it."""
    if shutil.which("node") is None:
        if os.environ.get("CI"):
            pytest.fail("no Node in CI: these tests are never skipped there")
        pytest.skip("no Node found")
    running = {}

    def opened(*labs):
        if labs not in running:
            running[labs] = Engine([LABS / lab / "engine.js" for lab in labs])
        return running[labs]

    yield opened
    for each in running.values():
        each.close()

"""The built pages are valid HTML."""

import json
import subprocess


def test_every_page_is_valid(course, site, tmp_path):
    report = tmp_path / "report.json"
    command = [
        course.root / "node_modules/.bin/html-validate",
        "--config",
        course.root / ".htmlvalidate.json",
        "--formatter",
        f"json={report}",
        f"{site}/**/*.html",
    ]
    subprocess.run(command, cwd=course.root, check=False)
    found = [
        f"{page['filePath']}:{message['line']}: {message['message']}"
        for page in json.loads(report.read_text("utf-8"))
        for message in page["messages"]
    ]

    assert found == []

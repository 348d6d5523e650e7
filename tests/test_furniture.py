"""What stands around the course: every file parses, and every path, command and rule that it names exists."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from scripts.checks import check, every_rule, name
from scripts.cli import parser
from scripts.content.load import load_course
from scripts.editing.schemas import READERS, file_of
from scripts.reports.problems import as_text

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
VSCODE = {file.stem: json.loads(file.read_text("utf-8")) for file in (ROOT / ".vscode").glob("*.json")}
MANUALS = [ROOT / "CONTRIBUTING.md", ROOT / "docs/editors.md", ROOT / "docs/editors.ko.md"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
BILINGUAL = re.compile(r"^(?!.*[가-힣].* · ).*[A-Za-z].* · .*[가-힣]")

COMMAND = re.compile(r"(?:-m scripts|^ {4}course|“course|`course) ([a-z][^`”\n]*)", re.MULTILINE)
PLACEHOLDERS = {"…": [], "COMMAND": [], "FILE": ["docs/about.ko.md"], "REV": ["main"]}
BREAKS = re.compile(r"\s(?:>>?|\||#|&&)\s.*| \$\(if .*|\s+#.*")


def text(file):
    return file.read_text("utf-8")


def commands():
    """Every command of ours that some file names, with the file."""
    for file in [*WORKFLOWS, *MANUALS, ROOT / "Makefile", ROOT / ".pre-commit-config.yaml"]:
        for found in COMMAND.finditer(text(file)):
            yield file.name, BREAKS.sub("", found[1]).strip()
    for task in VSCODE["tasks"]["tasks"]:
        yield "tasks.json", shlex.join(task["args"][2:])


def as_words(line):
    for word in shlex.split(line):
        yield from PLACEHOLDERS.get(word, [word])


@pytest.mark.parametrize(("file", "line"), sorted(set(commands())))
def test_a_command_that_is_named_is_understood(file, line):
    try:
        parser().parse_args(list(as_words(line)))
    except SystemExit:
        pytest.fail(f"{file} names “{line}”, which is no command")


@pytest.mark.parametrize("file", MANUALS, ids=lambda file: file.name)
def test_a_rule_that_is_named_is_a_rule(file):
    named = set(re.findall(r"(?:`|: error: .* )\[([a-z]+(?:-[a-z]+)+)\]", text(file)))
    named |= set(re.findall(r"^allow:\n {2}([a-z-]+):", text(file), re.MULTILINE))

    assert named
    assert named <= {name(rule) for rule in every_rule()}


@pytest.mark.parametrize("form", FORMS, ids=lambda file: file.stem)
def test_a_form_can_be_filled_in_in_either_language(form):
    read = yaml.safe_load(text(form))
    ids = [part["id"] for part in read["body"]]

    assert set(read) == {"name", "description", "title", "labels", "body"}
    assert len(set(ids)) == len(ids)
    assert any(part.get("validations", {}).get("required") for part in read["body"])
    for part in read["body"]:
        assert part["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        assert BILINGUAL.search(part["attributes"]["label"])
        assert BILINGUAL.search(part["attributes"].get("description", part["attributes"]["label"]))
        for option in part["attributes"].get("options", []):
            assert BILINGUAL.search(option["label"] if isinstance(option, dict) else option)
    assert BILINGUAL.search(read["name"])
    assert BILINGUAL.search(read["description"])


def test_the_pull_request_template_is_a_list_in_both_languages():
    boxes = [
        line for line in text(GITHUB / "PULL_REQUEST_TEMPLATE.md").splitlines() if line.startswith("- [ ] ")
    ]

    assert len(boxes) >= 5
    assert all(BILINGUAL.search(line) for line in boxes)


def test_code_owners_name_nobody_yet_and_only_paths_that_exist():
    lines = text(GITHUB / "CODEOWNERS").splitlines()
    paths = [found[1] for line in lines if (found := re.match(r"# (\S+) +@your-org/[a-z-]+$", line))]

    assert all(line.startswith("#") for line in lines)
    assert len(paths) >= 8
    for path in paths:
        assert path in {"*", "*.ko.md"} or (ROOT / path.lstrip("/")).exists()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_few_rights_and_an_end(workflow):
    read = yaml.safe_load(text(workflow))

    assert read["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job or "uses" in job for job in read["jobs"].values())


def test_make_targets_are_listed_and_those_that_workflows_use_exist():
    makefile = text(ROOT / "Makefile")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    listed = set(re.findall(r"^# make (\w+) ", makefile, re.MULTILINE))
    used = {word for file in WORKFLOWS for word in re.findall(r"- run: make ([\w./]+)", text(file))}

    assert listed == phony - {"help"}
    assert used <= phony | {".venv/installed"}


def test_hooks_need_no_network_and_look_at_the_course():
    assert all(hook["language"] == "system" for hook in HOOKS)
    assert all(hook["entry"].startswith(".venv/bin/python -m scripts ") for hook in HOOKS)
    for hook in HOOKS:
        assert re.search(hook["files"], "modules/role/index.ko.md")
        assert not re.search(hook["files"], "scripts/cli.py")


def test_the_editor_knows_a_schema_for_every_kind_of_file():
    mapped = VSCODE["settings"]["yaml.schemas"]

    assert set(mapped) == {file_of(pattern) for pattern in READERS}
    for schema, place in mapped.items():
        assert (ROOT / schema).is_file()
        assert place == "quizzes/retired.yml" or any(ROOT.glob(place))


def test_the_editor_reads_problems_as_they_are_printed(lay):
    matcher = VSCODE["tasks"]["tasks"][0]["problemMatcher"]["pattern"]
    problems = check(load_course(lay("every-option-says-why")))

    found = [match for line in as_text(problems) if (match := re.search(matcher["regexp"], line))]
    assert len(found) == len(problems) > 2
    for match, problem in zip(found, problems, strict=True):
        assert f"{match[matcher['file']]}:{match[matcher['line']]}" == str(problem.place)
        assert match[matcher["severity"]] == problem.severity
        assert match[matcher["code"]] == problem.rule

"""Problems for programs: escaped, complete, and the same bytes for the same problems."""

import json
import re

import pytest

from scripts.checks import check, every_rule, name
from scripts.content.load import load_course
from scripts.content.model import Course, Place, Problem
from scripts.reports.formats import FORMATS, as_github, as_json
from scripts.reports.sarif import as_sarif

HARD = Problem(Place("모듈/a,b:c.md", 3), "100 % “한글”:\nx, y", "mend: it", "warning", "needs-come-first")


def log(problems):
    return json.loads("".join(as_sarif(problems)))


@pytest.fixture
def bad(lay):
    """A course with many problems of several kinds."""
    return load_course(lay("questions-are-well-formed"))


def test_github_is_told_file_line_rule_and_what_to_do_with_its_own_signs_escaped():
    assert list(as_github([HARD])) == [
        "::warning file=모듈/a%2Cb%3Ac.md,line=3,title=needs-come-first::100 %25 “한글”:%0Ax, y%0Amend: it"
    ]


def test_a_message_cannot_begin_another_command():
    evil = Problem(Place("a.md"), "x\r\n::error file=b.md::y", rule="needs-come-first")

    assert len("\n".join(as_github([evil])).splitlines()) == 1


def test_json_has_the_documented_shape(bad):
    problems = check(bad)

    found = json.loads("".join(as_json(bad, problems)))

    assert list(found) == ["version", "counts", "problems"]
    assert found["version"] == 1
    assert found["counts"]["errors"] == len([p for p in problems if p.severity == "error"]) > 15
    assert found["counts"]["modules"] == 1
    assert list(found["problems"][0]) == ["path", "line", "severity", "rule", "message", "hint"]
    assert [(p["path"], p["line"], p["rule"]) for p in found["problems"]] == [
        (p.place.path, p.place.line, p.rule) for p in problems
    ]


def test_sarif_has_what_its_schema_requires(bad):
    """The properties that sarif-schema-2.1.0.json requires, and the values that it allows."""
    found = log([*check(bad), HARD])

    assert found["version"] == "2.1.0"
    assert found["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = found["runs"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert [rule["id"] for rule in driver["rules"]] == [name(rule) for rule in every_rule()]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", place["artifactLocation"]["uri"], re.ASCII)
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())


def fingerprints(problems):
    return [
        result["partialFingerprints"]["courseProblem/v1"] for result in log(problems)["runs"][0]["results"]
    ]


def test_a_problem_keeps_its_fingerprint_when_lines_move():
    at = [Problem(Place("a.md", line), "no id", rule="headings-have-ids") for line in (3, 9)]
    moved = [Problem(Place("a.md", line), "no id", rule="headings-have-ids") for line in (4, 10)]

    assert fingerprints(at) == fingerprints(moved)
    assert len(set(fingerprints(at))) == 2


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)
def test_the_same_problems_give_the_same_bytes(written, bad):
    assert list(written(bad, check(bad))) == list(written(bad, check(bad)))


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)
def test_no_problem_is_a_result_too(written, tmp_path):
    text = "".join(written(Course(tmp_path, ""), []))

    assert not text or json.loads(text)

"""The schemas say what the readers say: of the real files, and of files with a fault."""

import json
import re
from pathlib import Path

import pytest
import yaml

from scripts.content.records import read_record
from scripts.editing.schemas import READERS, file_of, schemas

ROOT = Path(__file__).parents[2]
MADE = schemas(ROOT)
GOOD = ROOT / "tests/cases/good"
EXAMPLES = {
    "modules/course.yml": GOOD / "modules/course.yml",
    "modules/sources.yml": GOOD / "modules/sources.yml",
    "modules/glossary.yml": GOOD / "modules/glossary.yml",
    "quizzes/retired.yml": (
        "first-letter:\n  old-question:\n    since: 2026-01-01\n    why: The law changed.\n"
    ),
    "modules/links.allow.yml": 'https://example.org/: "It turns away whatever is no browser."\n',
    "*.sort.yml": GOOD / "modules/desk/first-letter/tools.sort.yml",
    "*.worksheet.yml": GOOD / "modules/desk/first-letter/my-letter.worksheet.yml",
    "*.chart.yml": ROOT / "modules/cases/what-the-pilots-measured/pilots.chart.yml",
}
TYPES = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "object": dict,
    "array": list,
    "null": type(None),
}


def fits(value, schema):
    """Whether a value fits a schema; knows the keywords that our schemas use, and no others."""
    unknown = set(schema) - {"$schema", "title", "description"} - set(KEYWORDS)
    assert not unknown
    return all(KEYWORDS[word](value, schema[word], schema) for word in schema if word in KEYWORDS)


def is_type(value, names, _):
    kinds = tuple(TYPES[name] for name in ([names] if isinstance(names, str) else names))
    flat = [kind for each in kinds for kind in (each if isinstance(each, tuple) else (each,))]
    return isinstance(value, tuple(flat)) and not isinstance(value, bool)


def properties(value, inner, _):
    return not isinstance(value, dict) or all(fits(value[key], inner[key]) for key in inner if key in value)


def others(value, inner, schema):
    rest = [value[key] for key in value if key not in schema["properties"]] if isinstance(value, dict) else []
    return not rest if inner is False else all(fits(each, inner) for each in rest)


def cases(value, inner, _):
    return all(fits(value, case["then"]) for case in inner if fits(value, case["if"]))


KEYWORDS = {
    "type": is_type,
    "properties": properties,
    "additionalProperties": others,
    "required": lambda value, keys, _: not isinstance(value, dict) or all(key in value for key in keys),
    "propertyNames": lambda value, inner, _: all(re.search(inner["pattern"], key) for key in value),
    "anyOf": lambda value, inner, _: any(fits(value, each) for each in inner),
    "allOf": cases,
    "enum": lambda value, words, _: value in words,
    "const": lambda value, word, _: value == word,
    "minLength": lambda value, least, _: not isinstance(value, str) or len(value) >= least,
    "minimum": lambda value, least, _: not isinstance(value, int) or value >= least,
    "maximum": lambda value, most, _: not isinstance(value, int) or value <= most,
    "pattern": lambda value, wanted, _: not isinstance(value, str) or bool(re.search(wanted, value)),
    "items": lambda value, inner, _: not isinstance(value, list) or all(fits(each, inner) for each in value),
    "minItems": lambda value, least, _: not isinstance(value, list) or len(value) >= least,
}


def accepted(pattern, text):
    """Whether the reader and whether the schema take a text."""
    problems = []
    record = read_record(text, "file.yml", problems, "rule")
    READERS[pattern](record)
    return not problems, fits(record.value, json.loads(MADE[file_of(pattern)]))


def example(pattern):
    found = EXAMPLES[pattern]
    return found if isinstance(found, str) else found.read_text("utf-8")


def test_what_is_committed_is_what_is_made():
    for path, text in MADE.items():
        assert (ROOT / path).read_text("utf-8") == text, "run “course schemas”"


@pytest.mark.parametrize("pattern", READERS)
def test_the_real_files_fit(pattern):
    files = sorted((ROOT / "modules").rglob(pattern)) if pattern.startswith("*") else [ROOT / pattern]
    texts = [file.read_text("utf-8") for file in files if file.exists()]

    for text in [*texts, example(pattern)]:
        assert accepted(pattern, text) == (True, True)


def places(value, path=()):
    """Every key of a file, as a path."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def changed(value, path, fault):
    """A copy with something else, or nothing, at one place."""
    copy = json.loads(json.dumps(value))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if fault is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = fault
    return yaml.safe_dump(copy, allow_unicode=True, sort_keys=False)


GONE = object()
FAULTS = {
    "gone": GONE,
    "a list of lists": [[1]],
    "yes or no": True,
    "an unknown key": {"unheard-of": {"colour": "red"}},
    "a word": "some word",
    "nothing": None,
    "empty": "",
    "minus": -1,
}
BEYOND = {"address", "goes", "choices", "items", "strands", "since", "checked", "review_by"}
"""Where the reader knows more than a schema can say: an address, a day, a choice that must exist."""


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("pattern", READERS)
def test_what_a_schema_refuses_the_reader_refuses_and_the_other_way_round(pattern, fault):
    value = read_record(example(pattern), "", [], "").value
    tried = 0
    for path in places(value):
        text = changed(value, path, FAULTS[fault])
        by_reader, by_schema = accepted(pattern, text)
        assert by_schema or not by_reader, (path, text)
        if not BEYOND & set(path):
            assert by_reader or not by_schema, (path, text)
        tried += 1
    assert tried


@pytest.mark.parametrize(
    ("pattern", "old", "new"),
    [
        ("modules/sources.yml", "kind: primary", "kind: first-hand"),
        ("modules/sources.yml", "checked: 2026-11-22", "checked: last week"),
        ("modules/sources.yml", "kor-a-32:", "Kor A 32:"),
        ("modules/course.yml", "target_minutes: 20", "target_minutes: twenty"),
        ("modules/course.yml", "target_minutes:", "minutes:"),
        ("modules/glossary.yml", "ko: {term: 초안, ", "kr: {term: 초안, "),
        ("quizzes/retired.yml", "    why: The law changed.\n", ""),
        ("*.sort.yml", "ko: 두 가지", "ja: 두 가지"),
        ("*.sort.yml", "because: {en: It continues text., ko: 글을 이어 씁니다.}", "because: {en: It does.}"),
        ("*.worksheet.yml", "    rows: 2\n", ""),
        ("*.worksheet.yml", "kind: line,", "kind: line, columns: {a: b},"),
        ("*.worksheet.yml", "    items: {checked: {en: Checked, ko: 확인함}}", ""),
    ],
)
def test_planted_faults_are_refused(pattern, old, new):
    text = example(pattern).replace("도구 두 가지", "두 가지")
    assert old in text

    assert accepted(pattern, text.replace(old, new)) == (False, False)


def test_keys_say_what_they_are_for():
    schema = json.loads(MADE[".vscode/schemas/sources.json"])
    keys = schema["additionalProperties"]["properties"]

    assert schema["description"].startswith("Every source that a page cites")
    assert all(keys[key]["description"] for key in keys)

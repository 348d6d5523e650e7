"""YAML is read key by key: every value has a line, and nothing in it stops the reading."""

import pytest

from scripts.content.records import is_id, read_record

RULE = "heads-are-complete"


def read(text, first_line=0):
    problems = []
    return read_record(text, "page.md", problems, RULE, first_line), problems


def told(problems):
    return [(problem.place.line, problem.message) for problem in problems]


def test_every_key_has_its_line():
    record, _ = read("one: 1\ntwo:\n  three: 3\n", first_line=1)

    assert record.place("one").line == 2
    assert record.record("two").place("three").line == 4


def test_an_entry_of_a_list_has_its_line():
    record, _ = read("thread:\n  - module: one\n\n  - module: two\n")

    assert [item.place("module").line for item in record.items("thread")] == [2, 4]


def test_a_missing_key_is_told_where_its_mapping_stands():
    record, problems = read("head:\n  other: 1\n")

    record.record("head").text("summary")

    assert told(problems) == [(1, "the key “summary” is missing")]


def test_a_key_that_nobody_asked_for_is_told():
    record, problems = read("summary: x\nsumary: y\n")

    record.text("summary")
    record.done()

    assert told(problems) == [(2, "unknown key “sumary”")]
    assert problems[0].hint == "known keys here: summary"


@pytest.mark.parametrize(
    ("ask", "value"),
    [
        ("text", "[a, list]"),
        ("text", "yes"),
        ("text", '"  "'),
        ("whole", "soon"),
        ("whole", "1.5"),
        ("whole", "true"),
        ("whole", "0"),
        ("whole", "9" * 400),
        ("date", "yesterday"),
        ("date", "20261122"),
        ("date", "2026-W47-7"),
        ("date", "2026-11-22 10:00:00"),
        ("names", "[1, 2]"),
        ("names", "[]"),
        ("names", '""'),
        ("names", "{a: b}"),
        ("words", "{en: Only one}"),
        ("words", "{en: One, ko: 하나, fr: Un}"),
        ("words", "[a, list]"),
        ("record", "[a, list]"),
        ("items", "{a: b}"),
        ("items", "[a text]"),
        ("records", "{No_Id: {}}"),
        ("records", "{an-id: a text}"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_once(ask, value):
    record, problems = read(f"\nkey: {value}\n")

    getattr(record, ask)("key")

    assert [line for line, _ in told(problems)] == [2]


@pytest.mark.parametrize(
    ("ask", "value", "meant"),
    [
        ("text", "2026", "2026"),
        ("text", "2026-11-22", "2026-11-22"),
        ("text", "12:30", "12:30"),
        ("text", "007", "007"),
        ("text", "1.50", "1.50"),
        ("text", "'no'", "no"),
        ("whole", "20", 20),
        ("date", "2026-11-22", "2026-11-22"),
        ("names", "one", ("one",)),
        ("names", "[one, two]", ("one", "two")),
        ("words", "Both", {"en": "Both", "ko": "Both"}),
        ("words", "{en: One, ko: 하나}", {"en": "One", "ko": "하나"}),
    ],
)
def test_a_value_means_what_is_written(ask, value, meant):
    record, problems = read(f"key: {value}\n")

    assert getattr(record, ask)("key") == meant
    assert problems == []


@pytest.mark.parametrize(("ask", "nothing"), [("text", ""), ("names", ()), ("items", [])])
def test_what_is_not_needed_may_be_left_out(ask, nothing):
    record, problems = read("")

    assert getattr(record, ask)("key", needed=False) == nothing
    assert problems == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: [", 2, "not valid YAML"),
        ("a: 1\nb: 'open", 2, "not valid YAML"),
        ("a: 1\nb: x: y", 2, "not valid YAML"),
        ("a: 1\n\tb: 2", 2, "not valid YAML"),
        ("a: 1\n--- \nb: 2", 2, "not valid YAML"),
        ("a: \x07", 1, "not valid YAML"),
        ("- a\n- list", 1, "expected “key: value” lines"),
        ("a text", 1, "expected “key: value” lines"),
        ("a: 1\na: 2", 2, "the key “a” stands twice"),
        ("a: 1\n? [b]\n: 2", 2, "a key must be a word"),
        ("a: 1\nb: &b {c: 1}", 2, "anchors and aliases"),
        ("a: 1\nb: 2026-02-30", 2, "“2026-02-30” cannot be read"),
        ("a: 1\nb: !!timestamp x", 2, "tags are not used here"),
        ("a: 1\nb: !!bool maybe", 2, "tags are not used here"),
        ("a: 1\nb: !!int ''", 2, "tags are not used here"),
        ("a: 1\nb: !!python/name:os.system x", 2, "tags are not used here"),
        ("a: 1\nb: !!python/object:os.system {x: 1}", 2, "tags are not used here"),
        ("a: 1\nb: !!set {x, y}", 2, "tags are not used here"),
        ("a: 1\nb: [" + "x," * 200_000 + "]", 2, "too many entries"),
        ("a: 1\nb: 0x" + "f" * 6000, 2, "cannot be read"),
        ("a: 1\nb: " + "9" * 6000, 2, "cannot be read"),
    ],
)
def test_what_yaml_cannot_mean_is_one_problem_with_a_line(text, line, words):
    record, problems = read(text)

    assert record is None
    assert [found for found, _ in told(problems)] == [line]
    assert words in problems[0].message
    assert "\n" not in problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 500_000,
        "a: " + "{a: " * 100_000,
        "- " * 400_000,
        "".join(f"{'  ' * n}a:\n" for n in range(200)),
        "? " + "".join(f"[{name}, " for name in "abcdefghijklmnop"),
    ],
    ids=["lists", "mappings", "dashes", "indentation", "in a key"],
)
def test_a_text_that_nests_too_deeply_is_refused_before_it_is_built(text):
    _, problems = read(text)

    assert told(problems) == [(problems[0].place.line, "nested too deeply")]


def test_a_bomb_of_aliases_is_refused_also_in_a_key():
    bomb = ", ".join(
        f"&{name} [{f'*{before}, ' * 9}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    _, problems = read(f"? [&a [x], {bomb}]\n: 1\n")

    assert told(problems) == [(1, "anchors and aliases (& and *) are not used here")]


@pytest.mark.parametrize("text", ["a", "idea-first", "kor-a-32", "o1"])
def test_words_joined_by_hyphens_are_an_id(text):
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a--b", "-a", "a-", "1a", "가", "a b", "a\n", "../a", "a" * 300]
)
def test_anything_else_is_no_id(text):
    assert not is_id(text)

"""Errors in the table: the engine computes as its twin in Python, judges fairly and reads anything."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.content.labs import budget_model as twin
from scripts.content.load import load_course
from scripts.site.labs import plain

ROOT = Path(__file__).parents[2]
E = "budgetEngine"
TABLES = load_course(ROOT).labs["budget"].exercises


@pytest.fixture(scope="module")
def lab(engine):
    return engine("budget")


@pytest.fixture(params=TABLES, scope="module")
def table(request):
    return TABLES[request.param]


@pytest.fixture(scope="module")
def sheet(table):
    return plain(table, "en")


def same(mine, theirs):
    assert mine.keys() == theirs.keys()
    for name, value in mine.items():
        near = pytest.approx(value, rel=1e-12, abs=1e-12) if isinstance(value, float) else value
        assert theirs[name] == near, name


def test_engine_and_python_compute_the_same_values(lab, table, sheet):
    right = lab.call(f"{E}.evaluate", lab.call(f"{E}.rightContents", sheet))
    shown = lab.call(f"{E}.evaluate", lab.call(f"{E}.shownContents", sheet))

    same(dict(table.right_values), right)
    same(dict(table.values), shown)
    for name, value in table.values.items():
        decimals = table.decimals[name]
        if value is not None:
            assert lab.call(f"{E}.format", value, decimals) == twin.shown(value, decimals)


def test_engine_and_python_run_the_same_checks(lab, table, sheet):
    for error in table.errors:
        contents = dict(table.with_errors(error))
        for check, given_check in zip(table.checks, sheet["checks"], strict=True):
            ran = lab.call(f"{E}.runCheck", given_check, contents)
            failed = [pair["text"] for pair in ran if not pair["holds"]]
            assert failed == twin.failing(check.pairs, check.within, contents)
            assert bool(failed) or check.id not in error.found_by


def test_every_kind_of_error_is_planted_somewhere():
    kinds = {error.kind for table in TABLES.values() for error in table.errors}

    assert kinds == {"sum", "base", "unit", "year", "points", "duplicate", "average", "text"}


def test_all_errors_and_nothing_else_is_full_score(lab, table, sheet):
    marks = [next(iter(error.cells)) for error in table.errors]
    judged = lab.call(f"{E}.judge", sheet, marks)

    assert (judged["score"], judged["missed"], judged["false"]) == (100, [], [])


def test_marking_everything_brings_nothing(lab, sheet, table):
    judged = lab.call(f"{E}.judge", sheet, list(table.right))

    assert len(judged["found"]) == len(table.errors)
    assert judged["score"] == 0


def test_a_cell_that_is_wrong_because_of_another_is_no_false_alarm(lab):
    table = TABLES["library"]
    judged = lab.call(f"{E}.judge", plain(table, "en"), ["C8", "D8", "E4"])

    assert judged["follows"] == ["D8"]
    assert judged["false"] == ["E4"]


def test_mending_every_error_makes_the_table_right(lab, table, sheet):
    contents = dict(table.contents)
    for n, error in enumerate(table.errors):
        assert len(lab.call(f"{E}.mended", sheet, contents)) <= n + 1
        contents.update({cell: table.right[cell] for cell in error.cells})

    assert lab.call(f"{E}.wrongCells", sheet, contents) == []
    assert len(lab.call(f"{E}.mended", sheet, contents)) == len(table.errors)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("1,234.5", 1234.5),
        ("\u221212", -12),
        ("\uff11\uff0c\uff12\uff10\uff10", 1200),
        ("12%", 12),
        ("5,000원", 5000),
        ("", None),
        ("=1+2*3-4/2", 5),
        ("=-(1+1)*2", -4),
        ("= sum( A1 : A3 ) ÷ 2", 3),
        ("=AVERAGE(A1:A3)", 3),
        ("=SUM(A1,A3)", 6),
        ("=A1+A2", 2),
        ("=1/0", "zero"),
        ("=A9", "cell"),
        ("=X1", "circle"),
        ("=A1:A3", "text"),
        ("=SUM(A1", "text"),
        ("=" + "(" * 40 + "1", "text"),
        ("=1;alert(1)", "text"),
        ("=constructor", "cell"),
        ("=__proto__", "text"),
        ("<script>alert(1)</script>", "text"),
        ("1" * 300, "text"),
        ("\x00", "text"),
        ("😀", "text"),
        ("שלום", "text"),
    ],
)
def test_a_content_is_read_or_refused_in_a_word(lab, content, value):
    contents = {"A1": "2", "A2": "", "A3": "4", "X1": content}

    assert lab.call(f"{E}.evaluate", contents)["X1"] == value
    assert twin.evaluate(contents)["X1"] == value


PIECES = st.sampled_from([*"+-*/(),:=", "1", "2.5", "A1", "A2", "B9", "SUM(", "AVERAGE(", " ", "x", "'", "."])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(PIECES, max_size=12).map(lambda each: "=" + "".join(each)), st.text(max_size=20)))
def test_whatever_is_typed_gives_the_same_in_both(lab, content):
    contents = {"A1": "2", "A2": "", "X1": content.encode("utf-8", "ignore").decode()}
    mine, theirs = twin.evaluate(contents)["X1"], lab.call(f"{E}.evaluate", contents)["X1"]

    assert theirs == (pytest.approx(mine) if isinstance(mine, float) else mine)


def test_lone_surrogates_and_half_a_megabyte_do_not_stop_it(lab):
    values = lab.call(f"{E}.evaluate", {"A1": "\ud800", "A2": "=" + "1+" * 250_000})

    assert values == {"A1": "text", "A2": "text"}

"""Who gets flagged? The engine, its twin in Python, NumPy and scikit-learn agree; the lesson holds."""

import json
from pathlib import Path

import numpy as np
import pytest

from scripts.content.labs.fairness import pairs_of
from scripts.content.load import load_course
from scripts.site.labs import plain

ROOT = Path(__file__).parents[2]
STORED = json.loads(Path(__file__).with_name("fairness_reference.json").read_text("utf-8"))
E = "fairnessEngine"


@pytest.fixture(scope="module")
def world():
    return load_course(ROOT).labs["fairness"].exercises["cases"]


@pytest.fixture(scope="module")
def given(world):
    return plain(world, "en")


@pytest.fixture(scope="module")
def lab(engine):
    return engine("fairness")


@pytest.fixture(scope="module")
def years(lab, given):
    return [lab.call(f"{E}.casesOf", given, year) for year in (0, 1)]


def columns_of(world, names):
    return [n for n, feature in enumerate(world.features) if feature.id in names]


@pytest.fixture(scope="module", params=range(3), ids=["start", "without the cause", "with the better one"])
def trained(request, lab, world, years):
    """A model of the reference, beside that of the engine, with the engine's scores."""
    reference = STORED["models"][request.param]
    model = lab.call(f"{E}.train", years[0], columns_of(world, reference["features"]))
    return reference, model, lab.call(f"{E}.scores", model, years[1])


def test_engine_and_python_make_the_same_cases(world, years):
    outcome = world.at_start

    assert [list(case.values) for case in outcome.cases] == [case["values"] for case in years[1]]
    assert [(case.group, case.wrong) for case in outcome.cases] == [
        (case["group"], case["wrong"]) for case in years[1]
    ]


def test_both_groups_have_the_same_share_of_wrong_payments(years, world):
    for cases in years:
        for group in range(2):
            own = [case["wrong"] for case in cases if case["group"] == group]
            assert (len(own), sum(own)) == (world.cases, world.wrong)


def test_only_the_cause_tells_the_twins_apart(years, world):
    cause = columns_of(world, [world.cause])[0]
    for cases in years:
        for one, twin in zip(cases[: world.cases], cases[world.cases :], strict=True):
            assert one["values"][:cause] == twin["values"][:cause]
            assert one["values"][cause + 1 :] == twin["values"][cause + 1 :]


def test_weights_and_scores_are_those_of_scikit_learn(trained, record_property):
    reference, model, scores = trained
    gap = np.abs(np.array(model["weights"]) - reference["weights"]).max()
    apart = np.abs(np.array(scores[::50]) - reference["scores"]).max()
    record_property("from scikit-learn", f"weights {gap:.1e}, scores {apart:.1e}")

    assert gap < 1e-8
    assert apart < 1e-9


def test_numpy_finds_the_same_weights(trained, years, world):
    reference, model, _ = trained
    x = np.array([case["values"] for case in years[0]])[:, columns_of(world, reference["features"])]
    x = np.column_stack([np.ones(len(x)), (x - x.mean(axis=0)) / x.std(axis=0)])
    y = np.array([case["wrong"] for case in years[0]], float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]), x.T @ (y - p))

    assert np.abs(weights - model["weights"]).max() < 1e-9


def ladders(lab, years, scores):
    steps = lab.call(f"{E}.steps.slice")
    return [lab.call(f"{E}.ladder", years[1], scores, group, steps) for group in (0, 1)]


def test_the_printed_numbers_are_those_of_the_engine(trained, lab, years, world):
    reference, _, scores = trained
    outcome = world.outcome(*reference["features"])
    assert outcome.scores == pytest.approx(scores, abs=1e-12)

    for group, ladder in enumerate(ladders(lab, years, scores)):
        for mine, theirs in zip(outcome.ladders[group], ladder, strict=True):
            fields = ("hits", "alarms", "misses", "quiet")
            assert [getattr(mine, field) for field in fields] == [theirs[field] for field in fields]
            assert mine.false_alarms == pytest.approx(theirs["falseAlarms"])
            assert mine.missed == pytest.approx(theirs["missed"])
            assert mine.flagged == pytest.approx(theirs["flagged"])
            assert theirs["precision"] is None or mine.precision == pytest.approx(theirs["precision"])
        bars = lab.call(f"{E}.histogram", years[1], scores, group, world.bars)
        assert outcome.shares(group, world.bars, wrong=False) == pytest.approx(bars["honest"])
        assert outcome.shares(group, world.bars, wrong=True) == pytest.approx(bars["wrong"])


@pytest.mark.parametrize("rate", ["missed", "precision"])
def test_no_pair_of_thresholds_makes_two_rates_equal_at_once(lab, given, years, world, rate):
    """Neither on the sliders' positions nor anywhere between them."""
    model = lab.call(f"{E}.train", years[0], columns_of(world, world.start))
    scores = lab.call(f"{E}.scores", model, years[1])
    found = lab.call(f"{E}.search", ladders(lab, years, scores), rate, given["tasks"])
    cuts = [lab.call(f"{E}.cuts", years[1], scores, group) for group in (0, 1)]
    fine = [lab.call(f"{E}.ladder", years[1], scores, group, cuts[group]) for group in (0, 1)]
    proof = lab.call(f"{E}.search", fine, rate, given["tasks"])

    useful = [pair for pair in pairs_of(world.at_start) if world.tasks.is_useful(pair)]
    assert (found["pairs"], found["useful"]) == (101 * 101, len(useful))
    assert found["alarms"] == sum(world.tasks.are_equal(pair, "false_alarms") for pair in useful) > 0
    assert found["both"] == proof["both"] == 0
    assert found["best"]["gap"] >= proof["best"]["gap"] > 2 * world.tasks.points


def test_the_lesson_has_the_numbers_that_the_page_names(world):
    """Words in docs/labs/fairness.md rest on these."""
    at = world.threshold
    start, without, better = (
        [one[at] for one in o.ladders] for o in (world.at_start, world.without_cause, world.with_better)
    )

    assert [round(one.false_alarms) for one in start] == [3, 21]
    assert [round(one.missed) for one in start] == [22, 24]
    assert without[0] == without[1]
    assert (round(without[0].false_alarms), round(without[0].missed)) == (14, 39)
    assert better[0] == better[1]
    assert (round(better[0].false_alarms), round(better[0].missed)) == (6, 16)


def test_no_numbers_at_all_break_nothing(lab, years, given):
    model = lab.call(f"{E}.train", years[0], [])
    scores = lab.call(f"{E}.scores", model, years[1])

    assert max(scores) - min(scores) < 1e-12
    assert lab.call(f"{E}.search", ladders(lab, years, scores), "missed", given["tasks"])["useful"] == 0

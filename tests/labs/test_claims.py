"""Find the fabricated claim: the score, the cases, and the two that a model of ours wrote."""

import itertools
import random

import pytest

from scripts.city import real_case
from scripts.content.labs.claims import KINDS, VERDICTS
from scripts.site.labs import plain
from tests.labs.conftest import LABS

MEMORY, SEED, START = 4, 202, "모든 국민은"  # as `about:` of the case says


@pytest.fixture(scope="session")
def lab(course):
    return course.labs["claims"]


@pytest.fixture(scope="session")
def truths(lab):
    return {name: [claim.verdict for claim in case.answer] for name, case in lab.exercises.items()}


@pytest.fixture
def score(engine):
    return lambda truth, marks: engine("claims").call("claimsEngine.score", truth, marks)


@pytest.mark.parametrize("mark", [*VERDICTS, "", "unknown"])
def test_marking_every_sentence_the_same_earns_nothing(score, truths, mark):
    assert {name: score(truth, [mark] * len(truth)) for name, truth in truths.items()} == dict.fromkeys(
        truths, 0
    )


def test_the_right_marks_earn_everything_and_only_they(score, truths):
    for truth in truths.values():
        assert score(truth, truth) == 1
        for n, other in itertools.product(range(len(truth)), VERDICTS):
            if other != truth[n]:
                assert score(truth, [*truth[:n], other, *truth[n + 1 :]]) < 1


def test_guessing_earns_about_nothing_and_hardly_ever_passes(score, truths):
    draw = random.Random(1)  # noqa: S311 - the same marks every time
    for truth in truths.values():
        found = [score(truth, draw.choices(VERDICTS, k=len(truth))) for _ in range(1000)]
        assert sum(found) / len(found) < 0.12
        assert sum(each >= 0.6 for each in found) < 50


def test_doubting_all_that_is_sound_undoes_all_that_was_found(score, truths):
    for truth in truths.values():
        doubting = ["none" if verdict == "supported" else verdict for verdict in truth]
        assert score(truth, doubting) == 0


def test_one_slip_leaves_a_case_done_and_trust_costs_more_than_a_mixed_up_reason(score):
    truth = ["supported", "contradicted", "supported", "none", "supported", "contradicted"]

    assert score(truth, ["supported", "none", *truth[2:]]) == pytest.approx(5 / 6)
    assert score(truth, ["supported", "supported", *truth[2:]]) == pytest.approx(2 / 3)
    assert score(truth, ["none", *truth[1:]]) == pytest.approx(2 / 3)


def test_the_judgement_tells_trust_doubt_and_mixed_up_reasons_apart(engine):
    truth = ["supported", "supported", "contradicted", "none", "none"]
    marks = ["supported", "none", "none", "supported", "none"]

    found = engine("claims").call("claimsEngine.judge", truth, marks)

    assert (found["right"], found["total"]) == (2, 5)
    assert (found["trusted"], found["doubted"], found["confused"]) == (1, 1, 1)


def test_the_cases_show_every_kind_of_error(lab):
    kinds = {claim.kind for case in lab.exercises.values() for claim in case.answer if claim.kind}

    assert kinds == set(KINDS)
    assert {f"kind_{kind}" for kind in KINDS} <= set(lab.words)


def test_no_verdict_can_be_guessed_from_its_place(lab):
    """A case that always begins with the error, or ends with the invention, would be learned as such."""
    cases = lab.exercises.values()

    assert len({case.answer[0].verdict for case in cases}) > 1
    assert len({case.answer[-1].verdict for case in cases}) > 1
    assert len({tuple(claim.verdict for claim in case.answer) for case in cases}) == len(cases)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_both_languages_judge_alike_and_say_everything_in_their_own_words(lab, language):
    for case in lab.exercises.values():
        data = plain(case, language)
        assert [claim["verdict"] for claim in data["answer"]] == [claim.verdict for claim in case.answer]
        texts = [claim[key] for claim in data["answer"] for key in ("text", "why")]
        texts += [text for source in data["sources"] for text in (source["title"], *source["sentences"])]
        assert all(texts)
        assert all(any("가" <= c <= "힣" for c in text) == (language == "ko") for text in texts)


def test_the_constitution_case_is_what_the_ngram_lab_writes(engine, lab):
    case = lab.exercises["constitution-ngram"]
    text = {"$file": str(LABS / "ngram/constitution.txt")}
    engine("ngram").call("ngramEngine.train", text, "char", keep="constitution")

    found = engine("ngram").call("ngramEngine.run", {"$kept": "constitution"}, START, MEMORY, SEED)

    lines = f"{START}{found['text']}".split("\n")
    assert [lines[n] for n in (0, 1, 4, 5, 6)] == [claim.text["ko"] for claim in case.answer]
    assert str(SEED) in case.about["ko"]
    real = (LABS / "ngram/constitution.txt").read_text("utf-8")
    quoted = [
        sentence["ko"].replace("제20조 ②", "②") for source in case.sources for sentence in source.sentences
    ]
    assert [text for text in quoted if text not in real] == []


def test_the_city_case_is_what_the_next_token_lab_answers(lab):
    """After a new training: `python -m scripts.city.real_case`."""
    case = lab.exercises["city-next-token"]

    said = real_case.answers()

    for language, texts in said.items():
        assert texts == [claim.text[language] for claim in case.answer]
        assert real_case.weights() in case.about[language]
    assert real_case.filled(real_case.CASE.read_text("utf-8")) == real_case.CASE.read_text("utf-8")

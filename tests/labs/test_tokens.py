"""The tokens lab: the same pieces as gpt-tokenizer, from a vocabulary a third as large."""

import gzip
import json
import random
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from scripts.content.labs.tokens import VOCABULARIES
from scripts.content.load import load_course
from scripts.site.labs import tokens

ROOT = Path(__file__).parents[2]
LAB = ROOT / "overrides/assets/labs/tokens"
TEXTS = 5000
SIGNS = (
    "※「」『』○●□■㈜·①②③⑳→←↑↓㎡㎢℃№ⅠⅢ½²₩€§†…—“”〈〉《》【】◎◇◆△▲▽▼☆★☎☞¶￦ㆍ・㉠㉮⑴Ⓐ─│┌━αβμΩ×÷±≤≥≠∞∴"
    "\u2013\u2018\u2019\uff08\uff09\uff1a\uff1b\uff0c\uff0e\uff0f"
)


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)


@pytest.fixture(scope="module")
def vocabularies(course):
    return tokens.data(course, ROOT)


@pytest.fixture(scope="module")
def opened(engine, vocabularies, tmp_path_factory):
    """The engine with its vocabularies, by name."""
    running = engine("tokens")
    for name, text in vocabularies.items():
        file = tmp_path_factory.mktemp("vocabulary") / name
        file.write_text(text, "utf-8")
        running.call("tokensEngine.open", name, {"$file": str(file)}, keep=name)
    return lambda text, name="o200k": running.call("tokensEngine.encode", text, {"$kept": name})


@pytest.fixture(scope="module")
def seen(engine, opened):
    return lambda text: engine("tokens").call("tokensEngine.view", text, {"$kept": "o200k"})


def own_texts():
    """Every paragraph of the course in both languages, its questions, and the Constitution."""
    files = [*ROOT.glob("modules/**/*.md"), *ROOT.glob("quizzes/**/*.md"), *ROOT.glob("docs/*.md")]
    files.append(ROOT / "overrides/assets/labs/ngram/constitution.txt")
    for file in sorted(files):
        yield from re.split(r"\n\s*\n", file.read_text("utf-8"))


def made_texts():
    """Notices in which signs, numbers, blanks and both languages meet, and random characters."""
    dice = random.Random(2026)  # noqa: S311 - texts, no secrets
    while True:
        parts = ("시장 ", " shall ", "'LL", "'s", "\r\n", "\t", "    ", "\n", "café ", "Zürich", "제12조")
        some = [
            dice.choice([*parts, dice.choice(SIGNS), f"{dice.randrange(10**7)}", "₩1,250,000 ", "2026-11-24"])
            for _ in range(40)
        ]
        yield "".join(some)
        blocks = [(0x20, 0x7E), (0xAC00, 0xD7A3), (0x3131, 0x318E), (0x1100, 0x11FF), (0x2460, 0x24FF)]
        yield "".join(chr(dice.randint(*dice.choice(blocks))) for _ in range(60))


def test_five_thousand_texts_have_the_tokens_of_gpt_tokenizer(vocabularies, tmp_path):
    letters = re.compile(tokens_outside())
    own = [text for text in own_texts() if text and not letters.search(text)]
    made = made_texts()
    texts = [*own, *(next(made) for _ in range(TEXTS - len(own)))]
    given = {"engine": str(LAB / "engine.js"), "vocabularies": vocabularies, "texts": texts[:TEXTS]}
    script = ROOT / "tests/labs/parity.cjs"
    file = tmp_path / "texts.json"
    file.write_text(json.dumps(given), "utf-8")

    answer = subprocess.run(
        [shutil.which("node"), str(script), str(file)], check=True, capture_output=True, encoding="utf-8"
    )

    found = json.loads(answer.stdout)
    print({name: each["tokens"] for name, each in found.items()})  # noqa: T201 - a measured figure
    assert {name: each["differ"] for name, each in found.items()} == {name: [] for name in tokens.NAMES}


def tokens_outside():
    """What the vocabularies lack, as a Python pattern made from the builder's own list."""
    inside = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in tokens.RANGES)
    return f"[^{inside}{re.escape(tokens.SINGLE)}]"


def test_the_page_warns_of_exactly_the_characters_that_the_build_left_out(engine):
    pattern = re.compile(tokens_outside())
    asked = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    source = re.search(r"const outside =\s*/(.+)/u;", (LAB / "engine.js").read_text("utf-8"))[1]
    ours = engine("tokens").call(
        "((source, text) => Array.from(text).filter((c) => new RegExp(source, 'u').test(c)).join(''))",
        source,
        asked,
    )

    assert ours == "".join(pattern.findall(asked))


def test_the_vocabularies_are_small(vocabularies):
    sizes = {
        name: len(gzip.compress(json.dumps(text, ensure_ascii=False).encode(), 9))
        for name, text in vocabularies.items()
    }
    print(sizes)  # noqa: T201 - a measured figure

    assert sizes["o200k"] <= 600_000
    assert sum(sizes.values()) <= 1_200_000


def test_trimming_costs_a_build_little(monkeypatch, tmp_path):
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    took = []
    for _ in range(2):
        begun = time.process_time()
        tokens.data(None, tmp_path)
        took.append(round(time.process_time() - begun, 3))
    print(f"cold {took[0]} s, warm {took[1]} s")  # noqa: T201 - a measured figure

    assert took[0] <= 1.5
    assert took[1] <= 0.3


def test_text_of_another_script_is_counted_from_its_bytes_and_called_inexact(seen):
    pieces = seen("하늘시 漢字 Москва")

    assert "".join(piece["bytes"] for piece in pieces).encode("latin-1").decode() == "하늘시 漢字 Москва"
    assert [piece["part"] for piece in pieces if not piece["exact"]]
    assert all(piece["exact"] for piece in pieces if piece["text"] in ("하늘", "시"))


def test_half_a_syllable_names_the_syllable_that_it_belongs_to(seen):
    pieces = seen("뷁")

    assert len(pieces) == 2
    assert {piece["part"] for piece in pieces} == {"뷁"}
    assert not any(piece["text"] for piece in pieces)


def test_bad_text_is_cut_without_a_throw(opened):
    for text in (
        "",
        "\x00",
        "a\ud800b\udc00",
        "<script>alert(1)</script>",
        "مرحبا",
        "👍🏽" * 500,
        "\r\n" * 500,
    ):
        assert isinstance(opened(text), list)


def test_a_long_line_without_spaces_takes_no_time(opened):
    opened("warm")
    begun = time.perf_counter()
    for line in ("a" * 10_000, "하늘시청" * 2_500, "漢字" * 5_000, "!" * 10_000):
        opened(line)

    assert time.perf_counter() - begun < 3  # a quadratic search took minutes


def test_the_worked_example_is_what_the_engine_counts(course, opened, seen):
    lab = course.labs["tokens"]
    pairs, worked = lab.exercises["pairs"].pairs, lab.exercises["worked"]
    counted = {
        pair.id: {
            language: tuple(len(opened(text, name)) for name in VOCABULARIES)
            for language, text in (("en", pair.english), ("ko", pair.korean))
        }
        for pair in pairs
    }
    cut = {
        language: [(piece["text"], piece["id"]) for piece in seen(text)]
        for language, text in (("en", pairs[0].english), ("ko", pairs[0].korean))
    }

    assert worked.counts == counted
    assert {name: [(p.text, p.id) for p in pieces] for name, pieces in worked.pieces.items()} == cut


def test_korean_needed_four_times_the_tokens_of_english_and_needs_little_more_today(course):
    worked = course.labs["tokens"].exercises["worked"]
    ratios = [worked.total("ko", n) / worked.total("en", n) for n in range(3)]

    assert ratios[0] > 3.5
    assert 1.5 < ratios[1] < 2.5
    assert ratios[2] < 1.4

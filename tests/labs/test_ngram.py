"""The model that a reader trains: the text it learns from, what it writes, and what it copied."""

import gzip
import re
import time
from pathlib import Path

import pytest

from scripts.content.load import load_course
from scripts.site.labs import ngram

ROOT = Path(__file__).parents[2]
LAB = ROOT / "overrides/assets/labs/ngram"
CONSTITUTION = LAB / "constitution.txt"
LESSONS = Path(__file__).with_name("ngram_lessons.txt")
WINDOW = {"char": 20, "word": 6}
SLICES = """((source) => {
  let longest = 0;
  const since = performance.now();
  for (let last = since, work = ngramEngine.training(source, "char"); ; ) {
    const { done } = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (done) return [longest, now - since];
  }
})"""
"""Trains, and says how long the longest slice took and the whole."""

SOURCES = {"ko": (CONSTITUTION, "char"), "en": (LESSONS, "word")}


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)


@pytest.fixture(scope="module")
def model(engine):
    running = engine("ngram")
    for language, (file, kind) in SOURCES.items():
        running.call("ngramEngine.train", {"$file": str(file)}, kind, keep=language)
    return lambda language, start, memory, seed: running.call(
        "ngramEngine.run", {"$kept": language}, start, memory, seed
    )


def test_the_constitution_is_whole():
    text = CONSTITUTION.read_text("utf-8")
    articles = [int(number) for number in re.findall(r"^제(\d+)조 ", text, re.MULTILINE)]

    assert articles == [*range(1, 131), *range(1, 7)]
    assert text.startswith("대한민국헌법\n유구한 역사와 전통에 빛나는 우리 대한국민은")
    assert text.count("\n부칙 <헌법 제10호, 1987.10.29.>\n") == 1
    assert len(re.findall(r"^제\d+장 ", text, re.MULTILINE)) == 10
    assert not re.search(r"[^가-힣0-9①-⑦ \n.,·\"<>]", text)
    assert not re.search(r"  |^ | $", text, re.MULTILINE)


def test_the_lessons_are_plain_and_not_too_long(course):
    for language in ("en", "ko"):
        text = ngram.lessons(course, language)
        assert 40_000 < len(text) <= ngram.MOST
        # 900101-1****** is no bold type, but a masked number
        assert not re.search(r"\[\^|\]\(|(?<![\d*])\*\*|<!--|\?\?\?", text)


def test_the_data_is_small(course):
    sizes = {name: len(gzip.compress(text.encode(), 9)) for name, text in ngram.data(course, ROOT).items()}
    print(sizes)  # noqa: T201 - a measured figure

    assert sizes["constitution"] <= 13_000
    assert max(sizes.values()) <= 60_000


def test_the_worked_samples_are_what_the_engine_writes(course, model):
    worked = course.labs["ngram"].exercises["worked"]
    for language in SOURCES:
        for sample in worked.samples[language]:
            made = model(language, worked.start[language], sample.memory, sample.seed)
            assert round(100 * made["share"]) == sample.share
            stretches = [(each.text, each.copied) for each in sample.stretches]
            assert stretches == [(part["text"], part["copied"]) for part in made["parts"]]


def test_the_invented_article_stands_beside_the_real_one(course):
    sample = course.labs["ngram"].exercises["worked"].samples["ko"][1]
    text = CONSTITUTION.read_text("utf-8")

    assert sample.written
    assert sample.written in "".join(each.text for each in sample.stretches)
    assert sample.written not in text
    assert f"\n{sample.real}\n" in text
    assert sample.written.split("조")[0] == sample.real.split("조")[0]


def shares(model, language, start, memory):
    return sum(model(language, start, memory, seed)["share"] for seed in range(1, 21)) / 20


def test_a_longer_memory_goes_from_nonsense_to_copying(model):
    korean = {memory: shares(model, "ko", "국민은", memory) for memory in (1, 3, 4, 5, 6, 10)}
    english = {memory: shares(model, "en", "The city", memory) for memory in (1, 2, 3, 5)}
    print({memory: round(share, 2) for memory, share in korean.items()})  # noqa: T201 - a measured figure
    print({memory: round(share, 2) for memory, share in english.items()})  # noqa: T201 - a measured figure

    assert korean[1] == 0
    assert korean[3] < 0.1
    assert 0.1 < korean[4] < 0.5
    assert korean[10] > 0.84
    assert english[1] < 0.05
    assert 0.5 < english[2] < 0.95
    assert english[3] > 0.95


@pytest.mark.parametrize("language", SOURCES)
def test_what_is_marked_as_copied_is_what_a_plain_search_finds(model, language):
    file, kind = SOURCES[language]
    source = file.read_text("utf-8")
    size = WINDOW[kind]
    cut = list if kind == "char" else lambda text: re.findall(r"\n|\S+", text)
    known = cut(source)
    windows = {tuple(known[n : n + size]) for n in range(len(known) - size + 1)}
    for memory in (2, 4):
        made = model(language, "", memory, 7)
        pieces = cut(made["text"])
        marks = [False] * len(pieces)
        for n in range(len(pieces) - size + 1):
            if tuple(pieces[n : n + size]) in windows:
                marks[n : n + size] = [True] * size
        assert made["share"] == pytest.approx(sum(marks) / len(marks))


def test_what_came_next_are_the_counts_of_the_text(engine):
    running = engine("ngram")
    running.call("ngramEngine.train", "가나 가나 가다 가나.", "char", keep="short")
    made = running.call("ngramEngine.run", {"$kept": "short"}, "가", 1, 1)
    rows = running.call(
        "((model) => ngramEngine.nexts(model, [model.ids.get('가')], 1).rows)", {"$kept": "short"}
    )

    assert made["text"]
    assert [(row["text"], row["count"], row["share"]) for row in rows] == [("나", 3, 0.75), ("다", 1, 0.25)]


def test_the_same_seed_writes_the_same_and_another_seed_another(model):
    first, second, third = (model("ko", "국민은", 3, seed)["text"] for seed in (5, 5, 6))

    assert first == second
    assert first != third


def test_an_article_is_held_against_the_text(engine):
    text = CONSTITUTION.read_text("utf-8")
    written = "제1조 ① 대한민국은 민주공화국이다.\n제2조 ① 대한민국은 섬나라로 한다.\n제400조 국회는 쉰다.\n"
    found = engine("ngram").call("ngramEngine.articles", written, text)

    assert [each["written"] for each in found] == [
        "제2조 ① 대한민국은 섬나라로 한다.",
        "제400조 국회는 쉰다.",
    ]
    assert found[0]["real"].startswith("제2조 ① 대한민국의 국민이 되는 요건은")
    assert found[1]["real"] == ""


def test_bad_text_trains_and_writes_without_a_throw(engine):
    running = engine("ngram")
    for text in ("", "\x00", "a\ud800b", "<script>alert(1)</script>", "👍🏽" * 900, "\n" * 900, "x" * 20_000):
        for kind in WINDOW:
            running.call("ngramEngine.train", text, kind, keep="bad")
            made = running.call("ngramEngine.run", {"$kept": "bad"}, "a\udc00", 3, 1)
            assert 0 <= made["share"] <= 1


def test_half_a_megabyte_is_learned_in_short_slices(engine, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text(CONSTITUTION.read_text("utf-8") * 27, "utf-8")
    runs = [engine("ngram").call(SLICES, {"$file": str(file)}) for _ in range(3)]
    longest, total = min(runs)  # the machine may be busy
    print(f"longest slice {longest:.0f} ms of {total:.0f} ms")  # noqa: T201 - a measured figure

    assert longest < 200


def test_the_constitution_is_learned_in_a_moment(engine):
    begun = time.perf_counter()
    engine("ngram").call("ngramEngine.train", {"$file": str(CONSTITUTION)}, "char", keep="timed")

    assert time.perf_counter() - begun < 1

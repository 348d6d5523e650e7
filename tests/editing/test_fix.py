"""`course fix` mends what is mechanical, once and for all, and never a word."""

import random
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.checks import check
from scripts.content.load import load_course
from scripts.content.markdown import prose_lines
from scripts.editing.drafts import Refused, write
from scripts.editing.fixing import difference, fixes, mended
from scripts.editing.lists import sort_list
from scripts.editing.markers import mend_markers
from scripts.editing.tidy import meaning, tidy_markdown, tidy_yaml
from scripts.editing.translating import stale

GOOD = Path(__file__).parents[1] / "cases" / "good"
BANK = "quizzes/desk/first-letter.md"
KOREAN = "quizzes/desk/first-letter.ko.md"
SOURCES = "modules/sources.yml"
PATHS = [
    BANK,
    KOREAN,
    "docs/about.md",
    "modules/desk/first-letter/index.ko.md",
    SOURCES,
    "modules/course.yml",
]
PIECES = [
    "- [ ] ",
    "-[x]",
    "* [X]",
    "- []",
    "\t",
    "  ",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "> ",
    ">",
    "<quiz>",
    "</quiz>",
]
PIECES += [
    "```",
    "~~~",
    "`",
    "# ",
    "## ",
    "{ #id }",
    "---\n",
    "\ufeff",
    "e\u0301",
    "\u1fef",
    "\u1112\u1161\u11ab",
    "a",
]
PIECES += [
    "kor-a-2:\n",
    "kor-a-10:\n",
    "  says: x\n",
    "  date: 'y'\n",
    "# about\n",
    "---",
    "\u2028",
    "\x0b",
    "\xa0",
]

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_text = st.one_of(texts, st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
hard = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=150,
)


def words(course):
    """What the course says: ids, words and keys, the options in any order."""
    for page in course.all_pages():
        yield page.place.path, page.title, page.summary, dict(page.objectives)
        yield [
            " ".join(unicodedata.normalize("NFC", paragraph.text).split()) for paragraph in page.paragraphs
        ]
    for _, bank in course.banks():
        for question in bank.questions:
            options = [(c.id, c.text, c.right, c.feedback) for c in question.choices]
            yield question.full_id, question.stem, question.key, question.explanation, sorted(options)
    yield [(s.id, s.title, s.says) for s in sorted(course.sources.values(), key=lambda s: s.id)]
    yield [(t.id, t.term, t.means) for t in sorted(course.terms.values(), key=lambda t: t.id)]
    yield course.strands, course.thread, course.pathways


def fix(root, *paths, shuffled=False):
    draft = fixes(load_course(root), paths, shuffled=shuffled)
    write(root, draft.files)
    return set(draft.files)


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


@given(text=any_text, path=st.sampled_from(PATHS))
@hard
def test_twice_is_the_same_as_once(text, path):
    once = mended(path, text)

    assert mended(path, once) == once


@given(text=any_text)
@hard
def test_code_stays_as_it_is(text):
    def code(text):
        lines = text.split("\n")
        prose = {number for number, _ in prose_lines(text)}
        return "\n".join(line for n, line in enumerate(lines, start=1) if n not in prose).rstrip("\n")

    before = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    assert code(mend_markers(tidy_markdown(text))) == code(before)


@given(text=any_text)
@hard
def test_yaml_says_what_it_said(text):
    for path in (SOURCES, "modules/glossary.yml", "quizzes/retired.yml", "modules/course.yml"):
        assert meaning(text.lstrip("\ufeff")) in (None, meaning(mended(path, text)))


@given(seed=st.integers(0, 10_000))
@settings(hard, max_examples=12)
def test_white_space_mends_without_a_trace(good, seed):
    """Whatever editors' machines do to line ends and blanks, the course comes back byte by byte."""
    shutil.rmtree(good)
    shutil.copytree(GOOD, good)
    chance = random.Random(seed)  # noqa: S311 - nothing is secret
    before = {path: (good / path).read_bytes() for path in PATHS}
    for path, data in before.items():
        end = chance.choice(["\n", "\r\n", "\r"])
        lines = unicodedata.normalize(chance.choice(["NFC", "NFD"]), data.decode()).split("\n")
        torn = end.join(line + chance.choice(["", "", " ", "\t"]) for line in lines)
        (good / path).write_bytes((chance.choice(["", "\ufeff"]) + torn + end * chance.randrange(3)).encode())

    fix(good)

    assert {path: (good / path).read_bytes() for path in PATHS} == before


@pytest.mark.parametrize("shuffled", [False, True], ids=["as they stand", "shuffled"])
def test_the_course_says_the_same_before_and_after(tmp_path, shuffled):
    root = tmp_path / "course"
    for room in ("modules", "quizzes", "docs", "overrides"):
        shutil.copytree(Path(__file__).parents[2] / room, root / room)
    before, old = list(words(load_course(root))), stale(load_course(root))

    fix(root, shuffled=shuffled)

    course = load_course(root)
    assert list(words(course)) == before
    assert stale(course) == old
    assert not [problem for problem in check(course) if problem.severity == "error"]
    assert not fix(root, shuffled=shuffled)


BROKEN = """<quiz>
Which? Choose one.

-[ ] Send the letter. { #send-it }
>It is not checked.
* [X] Look it up. { #look-up }

  > The register says so.
-\t[ ]\tAsk the tool. { #ask-tool }
> It guesses,

> and it guesses again.
  - []  Wait. { #wait }
>   Waiting changes nothing.

An explanation.
</quiz>"""
MENDED = """<quiz>
Which? Choose one.

- [ ] Send the letter. { #send-it }
> It is not checked.
- [x] Look it up. { #look-up }
> The register says so.
- [ ] Ask the tool. { #ask-tool }
> It guesses,
> and it guesses again.
- [ ] Wait. { #wait }
> Waiting changes nothing.

An explanation.
</quiz>"""


def test_markers_become_those_that_the_plugin_reads():
    assert mend_markers(BROKEN) == MENDED


@pytest.mark.parametrize(
    "line",
    [
        "- [y] no key",
        "- [x](page.md) is a link",
        "- [ ]: no option",
        "- [a, b] a list",
        "x > 3 and -[ ]- in a line",
        ">> a quotation in a quotation",
    ],
)
def test_what_may_mean_something_else_is_left_alone(line):
    text = f"<quiz>\nWhich?\n\n- [ ] One. {{ #one }}\n> Why.\n{line}\n</quiz>"

    assert mend_markers(text) == text


def test_options_outside_a_question_and_in_code_are_left_alone():
    text = "-[ ] a task\n\n<quiz>\nWhich?\n\n```\n-[ ] code\n>so\n```\n\n- [x] One\n> Why.\n</quiz>\n>after"

    assert mend_markers(text) == text


@pytest.mark.parametrize("tag", ["<quiz >", " <quiz>", "<Quiz>", "< quiz >"])
def test_tags_become_those_that_the_plugin_reads(tag):
    assert mend_markers(f"{tag}\n</ QUIZ >") == "<quiz>\n</quiz>"
    assert mend_markers('<quiz id="a">') == '<quiz id="a">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One \nTwo\t\n", "One\nTwo\n"),
        ("One   \nTwo\n", "One  \nTwo\n"),
        ("One  \n\nTwo  \n", "One\n\nTwo\n"),
        ("- One  \n- Two  \n  and more", "- One\n- Two  \n  and more\n"),
        ("# Title  \nText\n", "# Title\nText\n"),
        ("One\n\n\n", "One\n"),
        ("\ufeffOne", "One\n"),
        ("", ""),
        ("\n", ""),
        ("```\ncode  \n```  \nText ", "```\ncode  \n```  \nText\n"),
        ("\u1112\u1161\u11ab\n", "\ud55c\n"),
    ],
)
def test_lines_are_tidy_and_a_break_stays_a_break(before, after):
    assert tidy_markdown(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b  \n", "a: b\n"),
        ("a: |\n  one  \n  two\n", "a: |\n  one\n  two\n"),
        ('a: "x\\n  \\\n  y"\n', 'a: "x\\n  \\\n  y"\n'),
        ("a: [broken  \n", "a: [broken\n"),
        ("a:\t\n  b: 1\n", "a:\n  b: 1\n"),
        ("a: 1\r\nb: 2", "a: 1\nb: 2\n"),
    ],
)
def test_yaml_is_tidy_where_that_changes_nothing_else(before, after):
    assert tidy_yaml(before) == after


UNSORTED = """# The list.

# About the tenth.
kor-a-10:
  # When.
  date: 2026
  title: Ten

# About b.
int-b-2:
  title: B
  unknown: kept
  publisher: P
  says:
    en: one
    # in Korean
    ko: two
# About the second.
kor-a-2: {title: Two}
# The end.
"""
IN_ORDER = """# The list.

# About the tenth.

# About b.
int-b-2:
  title: B
  publisher: P
  says:
    en: one
    # in Korean
    ko: two
  unknown: kept
# About the second.
kor-a-2: {title: Two}
# The end.
kor-a-10:
  title: Ten
  # When.
  date: 2026
"""


def test_a_list_is_sorted_as_people_count_and_comments_stay_with_their_entry():
    assert sort_list(SOURCES, UNSORTED) == IN_ORDER
    assert sort_list(SOURCES, IN_ORDER) == IN_ORDER


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "b: [1\n",
        "b: 'x\ny: z'\na: 1\n",
        "--- \nb: 1\n...\na: 2\n",
        "# x\n---\n# y\nb: 1\na: 2\n",
        "",
    ],
)
def test_a_list_that_cannot_be_sorted_safely_is_left_alone(text):
    assert meaning(sort_list(SOURCES, text)) == meaning(text)


def test_options_stand_in_an_order_that_is_the_same_in_both_languages(good):
    assert fix(good, shuffled=True) <= {BANK, KOREAN}

    banks = load_course(good).modules["first-letter"].banks
    orders = [[[c.id for c in q.choices] for q in bank.questions] for bank in banks.values()]
    assert orders[0] == orders[1]
    assert not check(load_course(good))


def test_shuffling_forgets_the_order_that_somebody_chose(good):
    fix(good, shuffled=True)
    before = {path: (good / path).read_text("utf-8") for path in (BANK, KOREAN)}
    option = re.compile(r"- \[.\] .*\n(?:>.*\n)+")
    for path, text in before.items():
        first, second, third = (found[0] for found in list(option.finditer(text))[:3])
        turned = text.replace(first + second + third, third + first + second)
        assert turned != text
        (good / path).write_text(turned, "utf-8")

    fix(good, BANK, shuffled=True)

    assert option.findall((good / BANK).read_text("utf-8")) == option.findall(before[BANK])
    assert option.findall((good / KOREAN).read_text("utf-8")) == option.findall(before[KOREAN])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The office that sent it.", "The office above."),
        ("The resident who asked.", "Both of them."),
        ("{ #office }", "{ #maker }"),
        ("{ #office }", "{ #bureau }"),
        ("- [ ] The maker", "- [x] The maker"),
    ],
)
def test_options_with_an_order_or_a_fault_are_left_alone(good, old, new):
    replace(good / BANK, old, new)
    who = re.compile(r"## Who answers.*?</quiz>", re.DOTALL)
    before = who.search((good / BANK).read_text("utf-8"))[0]

    fix(good, shuffled=True)

    assert who.search((good / BANK).read_text("utf-8"))[0] == before


@pytest.mark.parametrize("years", [("2024", "2025", "2026"), ("In 3 days", "In 7 days", "In 30 days")])
def test_numbers_and_dates_keep_their_order(good, years):
    for old, new in zip(
        ("Send the letter today.", "Look in the register.", "Ask the tool if it is sure."), years, strict=True
    ):
        replace(good / BANK, old, new)

    fix(good, shuffled=True)

    ids = [choice.id for choice in load_course(good).modules["first-letter"].bank("en").questions[0].choices]
    assert ids == ["send-it", "look-up", "ask-tool"]


def test_a_fresh_translation_stays_fresh_and_a_stale_one_stale(good):
    replace(good / BANK, "- [ ] Send", "-[ ] Send")
    course = load_course(good)
    from_broken = course.modules["first-letter"].banks["en"].fingerprint
    text = (good / KOREAN).read_text("utf-8")
    (good / KOREAN).write_text(re.sub(r"translates: \w+", f"translates: {from_broken}", text), "utf-8")
    replace(good / "docs/about.md", "# About", "# About us  ")
    assert stale(load_course(good)) == ["docs/about.ko.md"]

    assert fix(good) == {BANK, KOREAN, "docs/about.md"}

    assert stale(load_course(good)) == ["docs/about.ko.md"]


def test_only_what_is_named_is_fixed(good):
    for path in (SOURCES, "docs/about.md"):
        (good / path).write_bytes((good / path).read_bytes() + b"\n\n")

    assert fix(good, "docs") == {"docs/about.md"}
    assert fix(good, SOURCES) == {SOURCES}
    for path in ("nowhere", "..", "mkdocs.yml"):
        with pytest.raises(Refused):
            fixes(load_course(good), [path])


def test_what_cannot_be_read_and_what_leads_away_is_left_to_the_check(good, tmp_path):
    (tmp_path / "away.md").write_bytes(b"text  \n")
    (good / "docs/away.md").symlink_to(tmp_path / "away.md")
    (good / "docs/loop").symlink_to(good / "docs")
    (good / "docs/latin.md").write_bytes("é  \n".encode("latin-1"))
    (good / "docs/nul.md").write_bytes(b"\0  \n")

    assert fix(good) == set()


@given(content=st.one_of(st.binary(max_size=100), any_text.map(str.encode)), path=st.sampled_from(PATHS))
@hard
def test_whatever_stands_in_a_file_is_mended_or_left_alone(good, content, path):
    before = (good / path).read_bytes()
    (good / path).write_bytes(before[: len(before) // 2] + content + before[len(before) // 2 :])

    fix(good, shuffled=True)

    assert not fix(good, shuffled=True)
    (good / path).write_bytes(before)


def test_the_difference_shows_what_cannot_be_seen(good):
    (good / "docs/about.md").write_bytes(b"\xef\xbb\xbfOne\r\nTwo \xe2\x80\xae[31m")

    lines = list(difference(good, {"docs/about.md": "One\nTwo\n"}))

    assert lines[:2] == ["--- a/docs/about.md", "+++ b/docs/about.md"]
    assert lines[3:] == ["-\\ufeffOne\\u000d", "-Two \\u202e[31m", "-\\ no line end", "+One", "+Two"]

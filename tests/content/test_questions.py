"""A bank's text becomes questions; what mkdocs-quiz would turn into something else is told."""

import pytest

from scripts.content.frontmatter import read_document
from scripts.content.questions import read_bank

HEAD = "---\nmodule: first-letter\n---\n"


@pytest.fixture
def bank(tmp_path):
    """Reads a bank with this body below its head: its questions, and the problems as line and message."""

    def read(body, head=HEAD, language="en"):
        file, problems = tmp_path / "bank.md", []
        file.write_text(head + body, "utf-8")
        document = read_document(file, "bank.md", problems)
        found = read_bank(document, "first-letter", language, problems)
        return found, [(problem.place.line, problem.message) for problem in problems]

    return read


def question(inside, braces="#two-words data-objective=o1 data-section=idea-one"):
    return f"## A title {{ {braces} }}\n\n<quiz>\n{inside}\n</quiz>\n"


SINGLE = "Which?\n\n- [ ] One. { #one }\n> Why one.\n- [x] Two. { #two }\n> Why two."


def test_a_question_has_all_that_its_lines_say(bank):
    found, problems = bank(
        question(SINGLE, "#two-words data-objective=o1 data-section=idea-one data-edition=3")
    )

    [asked] = found.questions
    assert problems == []
    assert (asked.full_id, asked.title) == ("first-letter/two-words", "A title")
    assert (asked.objective, asked.section, asked.edition) == ("o1", "idea-one", 3)
    assert (asked.stem, asked.kind) == ("Which?", "single")
    assert [(c.id, c.text, c.right, c.feedback, c.place.line) for c in asked.choices] == [
        ("one", "One.", False, "Why one.", 9),
        ("two", "Two.", True, "Why two.", 11),
    ]


def test_two_right_options_make_a_question_with_several_answers(bank):
    found, _ = bank(question(SINGLE.replace("[ ]", "[x]")))

    assert found.questions[0].kind == "several"


def test_a_gap_has_its_answers_and_an_explanation_below_the_line(bank):
    found, problems = bank(question("The [[office | the office|]] and [[you]].\n\n---\nIt signs.\nAlways."))

    [asked] = found.questions
    assert problems == []
    assert asked.kind == "gaps"
    assert [gap.answers for gap in asked.gaps] == [("office", "the office"), ("you",)]
    assert asked.explanation == "It signs.\nAlways."


@pytest.mark.parametrize("gap", ["[[office", "[[office]", "[[the\noffice]]", f"[[{'a' * 500}]]"])
def test_a_gap_is_closed_in_its_line(bank, gap):
    _, problems = bank(question(f"Ask the\n{gap} and [[you]].\n\n---\nIt signs."))

    assert (8, "a gap that is not closed") in problems


def test_feedback_may_go_over_lines_and_options_may_stand_apart(bank):
    found, problems = bank(
        question("Which?\n- [ ] One. {#one}\n> Why\n> one.\n\n- [x] Two. {#two}\n> Why two.")
    )

    assert problems == []
    assert [choice.feedback for choice in found.questions[0].choices] == ["Why\none.", "Why two."]


def test_an_explanation_may_follow_the_options(bank):
    found, problems = bank(question(f"{SINGLE}\n\nTake your time.\n- So many words."))

    assert problems == []
    assert found.questions[0].explanation == "Take your time.\n- So many words."


def test_a_list_of_links_in_the_question_is_no_list_of_options(bank):
    found, problems = bank(question(f"Read:\n\n- [EU](a.md)\n- [law](b.md)\n\n{SINGLE}"))

    assert problems == []
    assert len(found.questions[0].choices) == 2


def test_the_key_does_not_hang_on_order_or_wording(bank):
    turned = "What?\n\n- [x] Second. { #two }\n> Why.\n- [ ] First. { #one }\n> Why."

    assert bank(question(SINGLE))[0].questions[0].key == bank(question(turned))[0].questions[0].key


def test_the_key_changes_with_what_is_right(bank):
    keys = {
        bank(question(inside))[0].questions[0].key
        for inside in (SINGLE, SINGLE.replace("[ ]", "[x]"), "[[one]]\n\n---\nx", "[[one|two]]\n\n---\nx")
    }

    assert len(keys) == 4


@pytest.mark.parametrize("edition", ["0", "-1", "two", "1.5", "01", "²", "9" * 5000])
def test_an_edition_is_a_number_from_1(bank, edition):
    found, problems = bank(question(SINGLE, f"#two-words data-objective=o1 data-edition={edition}"))

    assert [line for line, _ in problems] == [4]
    assert found.questions[0].edition == 1


def test_a_bank_without_questions_is_none_and_no_accident(bank):
    found, problems = bank("\nNothing yet.\n")

    assert found.questions == ()
    assert problems == []


@pytest.mark.parametrize(
    ("head", "language", "problems"),
    [
        ("", "en", [(1, "the bank has no head")]),
        ("", "ko", []),
        ("---\n---\n", "ko", []),
        ("---\ntranslates: 0123456789\n---\n", "ko", []),
        ("---\nmodule: first-letter\n---\n", "ko", [(2, "unknown key “module”")]),
        ("---\nmodule: another\n---\n", "en", [(2, "“another” is not this bank's module")]),
        ("---\nmodule: [\n---\n", "en", [(2, "not valid YAML: did not find expected node content")]),
    ],
)
def test_the_english_bank_names_its_module(bank, head, language, problems):
    assert bank(question(SINGLE), head, language)[1] == problems


def test_a_translation_says_what_it_was_made_from(bank):
    assert bank("", "---\ntranslates: 0123456789\n---\n", "ko")[0].translates == "0123456789"


def test_every_line_knows_its_place(bank):
    options = "- [ ] One. { #one }\n> Why one,\n> and more.\n- [x] Two. { #two }\n> Why two."
    found, problems = bank(question(f"\nA letter came.\n\nWhich?\n\n{options}\n\nThat is all."))

    assert problems == []
    assert [(place.line, line) for place, line in found.questions[0].lines() if line] == [
        (8, "A letter came."),
        (10, "Which?"),
        (12, "One."),
        (13, "Why one,"),
        (14, "and more."),
        (15, "Two."),
        (16, "Why two."),
        (18, "That is all."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[ ] No dash. { #no-dash }",
        "• [x] A bullet. { #a-bullet }",
        "\u2013 [ ] A long dash.",
        "1. [ ] A number.",
        "- \uff3b \uff3d Wide brackets.",
        "- ( ) Round brackets.",
        "- No box. { #no-box }",
        "\t- [ ] A tab.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_was_meant_as_an_option_is_told_wherever_it_stands(bank, line, first):
    meant = f"{line}\n> Why."
    stem, options = SINGLE.split("\n\n")
    inside = f"{stem}\n\n{meant}\n{options}" if first else f"{stem}\n\n{options}\n{meant}"
    found, problems = bank(question(inside))

    assert len(found.questions[0].choices) == 2
    assert problems == [(9 if first else 13, f"not an option: “{line.strip()[:40]}”")]


@pytest.mark.parametrize(
    "line",
    [
        "- [law](../../../docs/start.md), and",
        "- an item of a list",
        "[a link](#story)",
        "(x) is a sign",
        "1. first",
    ],
)
def test_a_list_or_link_above_the_options_is_no_option(bank, line):
    found, problems = bank(question(f"{line}\n\n{SINGLE}"))

    assert problems == []
    assert line in found.questions[0].stem


@pytest.mark.parametrize("line", ["  > Indented.", "No sign.", "### A heading", "---"])
def test_a_line_below_an_option_that_is_no_feedback_is_told(bank, line):
    _, problems = bank(question(f"{SINGLE}\n{line}"))

    assert problems == [(13, f"neither option nor feedback: “{line.strip()}”")]

"""Running text by paragraph and by sentence."""

import pytest

from scripts.content.prose import paragraphs, plain
from scripts.content.sentences import cited_sentences


def kinds(text):
    return [(p.kind, p.plain, p.place.line) for p in paragraphs(text, "page.md")]


def test_a_quotation_is_a_paragraph_of_its_own_kind():
    text = "She said:\n> One\n> two.\n>\n> Three.\n\nAnd so on."

    assert kinds(text) == [
        ("text", "She said:", 1),
        ("quote", "One two.", 2),
        ("quote", "Three.", 5),
        ("text", "And so on.", 7),
    ]


def test_rows_items_and_text_are_told_apart():
    assert [kind for kind, *_ in kinds("a\n\n- b\n2. c\n\n| d | e |\n|---|---|\n| f | g |")] == [
        "text",
        "item",
        "item",
        "row",
        "row",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two.[^a] Three", [("One.", ()), ("Two.", ("a",)), ("Three", ())]),
        ("It rose,[^a] then fell.[^b] So?", [("It rose, then fell.", ("a", "b")), ("So?", ())]),
        ("See Art. 5 of it. Then go.", [("See Art. 5 of it.", ()), ("Then go.", ())]),
        ("2027. 3. 12.까지 냅니다. 그다음입니다.", [("2027. 3. 12.까지 냅니다.", ()), ("그다음입니다.", ())]),
        ("“Stop.” He went.", [("“Stop.”", ()), ("He went.", ())]),
        ("", []),
    ],
)
def test_a_sentence_has_its_words_and_what_it_cites(text, found):
    assert list(cited_sentences(text)) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*3월에 갱신*이라고 **씀**을 _봅니다_.", "3월에 갱신이라고 씀을 봅니다."),
        ("a snake_case name and __one__", "a snake_case name and one"),
    ],
)
def test_emphasis_leaves_no_sign_also_before_a_korean_particle(text, words):
    assert plain(text) == words


def test_a_sign_behind_a_backslash_is_read_as_itself():
    assert plain(r"900101-1\*\*\*\*\*\*, \#5 and \[Person A\]") == "900101-1******, #5 and [Person A]"

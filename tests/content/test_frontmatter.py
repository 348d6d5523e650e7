"""A Markdown file has a head and a body; what is no text of ours is told, never raised."""

import pytest

from scripts.content.frontmatter import MAX_BYTES, MAX_LINE, MAX_LINES, fingerprint, read_document, read_text


@pytest.fixture
def document(tmp_path):
    """Reads a file with these bytes: the document and the problems as line and message."""

    def read(data):
        file, problems = tmp_path / "page.md", []
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        found = read_document(file, "page.md", problems)
        return found, [(problem.place.line, problem.message) for problem in problems]

    return read


def test_a_page_is_split_into_head_and_body(document):
    page, problems = document("---\nsummary: x\n---\n\n# Title\n")

    assert page.head.text("summary") == "x"
    assert page.body == "\n# Title\n"
    assert page.lines_before == 3
    assert problems == []


@pytest.mark.parametrize("text", ["# Title\n", "", "----\nno head\n----\n", "Text\n---\nmore\n---\n"])
def test_a_text_without_a_head_is_all_body(document, text):
    page, problems = document(text)

    assert page.head is None
    assert page.body == text
    assert page.lines_before == 0
    assert problems == []


def test_an_empty_head_ends_at_its_own_line(document):
    page, problems = document("---\n---\n\nA sentence.\n\n---\nWhy.\n")

    assert page.head.value == {}
    assert page.lines_before == 2
    assert page.body.endswith("---\nWhy.\n")
    assert problems == []


def test_a_head_without_an_end_is_told(document):
    page, problems = document("---\nsummary: x\n\n# Title\n")

    assert page.head is None
    assert problems == [(1, "the head has no end")]


def test_a_problem_in_the_head_has_its_line_in_the_file(document):
    _, problems = document("---\nsummary: x\nsummary: y\n---\n")

    assert problems == [(3, "the key “summary” stands twice")]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_a_bom_make_no_difference(document, before, end):
    page, problems = document(before + "---\nsummary: 가\n---\n# 제목\n".encode().replace(b"\n", end))

    assert page.head.text("summary") == "가"
    assert page.body == "# 제목\n"
    assert page.lines_before == 3
    assert problems == []


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"---\nsummary: x\n---\nCaf\xe9\n", (4, "not UTF-8")),
        ("글".encode("euc-kr"), (1, "not UTF-8")),
        ("text".encode("utf-16"), (1, "not UTF-8")),
        (b"\xed\xa0\x80", (1, "not UTF-8")),
        (b"one\n\0", (2, "contains the control character U+0000")),
        (b"one\ntwo \x1b[31m", (2, "contains the control character U+001B")),
        (b"one\n" + b"x" * (MAX_LINE + 1), (2, "a line of more than 10000 characters")),
        (b"x\n" * (MAX_LINES + 1), (MAX_LINES + 1, "more than 5000 lines")),
        (b"x" * (MAX_BYTES + 1), (1, "larger than 1 MB")),
    ],
    ids=["Latin-1", "EUC-KR", "UTF-16", "surrogate", "NUL", "escape", "long line", "many lines", "too large"],
)
def test_what_is_no_text_of_ours_is_told(document, data, problem):
    assert document(data) == (None, [problem])


def test_a_folder_or_nothing_in_a_file_s_place_is_told(tmp_path):
    problems = []

    assert read_text(tmp_path, "page.md", problems) is None
    assert read_text(tmp_path / "nowhere.md", "nowhere.md", problems) is None
    assert [problem.rule for problem in problems] == ["files-can-be-read"] * 2


def test_a_fingerprint_changes_with_the_words_and_not_with_the_lines():
    assert fingerprint("one two\n") == fingerprint("one\n  two")
    assert fingerprint("one two") != fingerprint("one too")

"""Sources and terms are shared by all modules; each has its place in its file."""

from scripts.content.library import read_glossary, read_sources


def test_a_source_says_where_a_claim_comes_from(good):
    problems = []

    [source] = read_sources(good, problems).values()

    assert problems == []
    assert (source.id, source.place.line) == ("kor-a-32", 1)
    assert source.title == {"en": "A made-up Act", "ko": "지어낸 법률"}
    assert source.publisher == {"en": "A ministry", "ko": "A ministry"}
    assert (source.date, source.review_by) == ("2026-08-28", "2027-11-22")


def test_a_source_without_an_address_is_in_order(good):
    file = good / "modules/sources.yml"
    file.write_text(file.read_text("utf-8").replace("  address: https://example.org/act\n", ""), "utf-8")
    problems = []

    assert read_sources(good, problems)["kor-a-32"].address == ""
    assert problems == []


def test_a_term_has_its_word_and_its_meaning_in_every_language(good):
    terms = read_glossary(good, [])

    assert list(terms) == ["draft", "register"]
    assert terms["draft"].term == {"en": "draft", "ko": "초안"}
    assert terms["register"].place.line == 4


def test_a_course_may_do_without_either(tmp_path):
    problems = []

    assert read_sources(tmp_path, problems) == {}
    assert read_glossary(tmp_path, problems) == {}
    assert problems == []

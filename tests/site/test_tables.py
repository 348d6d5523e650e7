"""Tables of a page: each in a region that the keyboard scrolls, under a name of its own."""

from scripts.site.tables import scrollable

TABLE = "<table><thead><tr><th>Box</th><th>Entry &amp; more</th></tr></thead></table>"


def test_a_table_is_named_by_its_headings():
    region = '<div class="course-scroll" role="region" tabindex="0" aria-label="Box, Entry &amp; more">'

    assert scrollable(TABLE) == f"{region}{TABLE}</div>"


def test_two_tables_with_the_same_headings_are_told_apart():
    assert 'aria-label="Box, Entry &amp; more (2)"' in scrollable(TABLE + TABLE)

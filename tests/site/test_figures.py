"""One drawing, two languages."""

from xml.etree import ElementTree as ET

import pytest

from scripts.site.figures import inline, localised

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 100">
  <title data-ko="제목">Title</title>
  <text class="f-text" x="1" data-ko="규칙 &amp; 예" y="2">Rules &amp; more</text>
</svg>
"""


def test_a_drawing_speaks_one_language_at_a_time():
    assert "규칙 &amp; 예" in localised(SVG, "ko")
    assert "Rules" not in localised(SVG, "ko")
    assert "Rules &amp; more" in localised(SVG, "en")
    assert "data-ko" not in localised(SVG, "en")


def test_a_drawing_is_one_image_named_by_its_text_alternative():
    drawing = ET.fromstring(str(inline(SVG, "ko", 'Says "three" things')))[0]

    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == 'Says "three" things'
    assert drawing.get("viewBox") == "0 0 640 100"


def test_every_drawing_of_the_course_has_words_in_both_languages_and_no_colours_of_its_own(course):
    drawings = sorted((course.root / "modules").rglob("*.svg"))
    assert len(drawings) >= len(course.modules)
    for file in drawings:
        for element in ET.parse(file).iter():
            tag = element.tag.rpartition("}")[2]
            assert not {"fill", "stroke", "style"} & set(element.attrib) - {"none"}, file
            if tag in ("text", "title") and any(c.isalpha() for c in element.text or ""):
                assert element.get("data-ko"), f"{file}: {element.text}"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_drawing_repeats_an_id(language, site):
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        if f'lang="{language}"' in text:
            assert "<title data-ko" not in text

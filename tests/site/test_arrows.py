"""What broke the plugin's pages does not break ours."""

import re

from scripts.bench.samples import copy_course
from scripts.content.load import load_course
from scripts.site.build import build_site

BANK = "quizzes/role/why-digital-transformation.md"


def test_arrows_and_code_in_a_question_stay_in_the_question(course, tmp_path):
    root = tmp_path / "course"
    copy_course(course.root, root)
    bank = root / BANK
    text = bank.read_text("utf-8")
    odd = "Paper --> file, `<quiz>` and `a | b`"
    bank.write_text(text.replace("The material only", f"{odd}: the material only", 1), "utf-8")

    assert build_site(root, load_course(root), tmp_path / "site")
    page = (tmp_path / "site/role/why-digital-transformation/index.html").read_text("utf-8")
    option = re.search(r'course-option__text">(Paper.*?)</span>', page)[1]

    assert option.startswith("Paper --&gt; file, <code>&lt;quiz&gt;</code> and <code>a | b</code>")
    assert page.count('class="course-question"') == 10
    assert page.count('data-kind="gaps"') == 1

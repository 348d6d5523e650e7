"""The next-token lab: steered and read with the keyboard, in both languages, also without a network."""

import pytest

PAGE = "labs/next-token/index.html"
LAB = "[data-lab=next-token]"


def started(tab, edition=""):
    page = tab.open(edition + PAGE)
    page.locator("[data-lab-start]").press("Enter")
    page.locator(f"{LAB}[data-state=open]").wait_for()
    return page


def bars(page):
    page.locator(".lab-next-token__bars > li").nth(9).wait_for()
    return page.locator(".lab-next-token__bars > li")


def clean(tab):
    assert tab.errors == []
    assert tab.elsewhere() == []


@pytest.mark.parametrize(("how", "edition"), [("http", ""), ("file", "ko/")])
def test_the_six_steps_are_done_with_the_keyboard(visit, how, edition):
    tab = visit(how)
    page = started(tab, edition)
    lab = page.locator(LAB)
    guess = lab.locator("fieldset input[type=radio]").first
    guess.press("Space")
    guess.locator("xpath=ancestor::div/button").last.press("Enter")
    assert "2,000" in bars(page).first.inner_text()
    page.locator(f"{LAB} [role=status]", has_text="2,000").wait_for()

    for number in range(2, 7):
        lab.locator("nav button").nth(number - 1).press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H4"
        if number == 3:
            lab.locator("input[type=text]").fill("000")
            lab.locator("input[type=text]").press("Tab")
        else:
            lab.locator(".lab-card [role=group] button").first.press("Enter")
            bars(page).first.locator("button").press("Enter")
        page.locator(".lab-note").wait_for()

    said = page.locator("[data-lab-progress]").inner_text()
    assert said.count("6") >= 1
    assert page.evaluate("course.recall('lab/next-token').steps.length") == 6
    kept = page.evaluate("JSON.stringify({...localStorage})")
    assert "permit" not in kept
    assert "허가" not in kept
    clean(tab)


def test_it_writes_and_stops_and_goes_back(visit):
    tab = visit()
    page = started(tab)
    page.locator(f"{LAB} nav button").nth(1).click()
    field = page.locator(f"{LAB} textarea")
    bars(page)
    before = field.input_value()
    write = page.locator(".lab-next-token__bench .md-button--primary")
    write.press("Enter")
    page.locator(f"{LAB} [role=status]", has_text="2,000 won").wait_for()

    assert field.input_value().startswith(f"{before} The fee for a building permit is 2,000 won.")
    page.locator(".lab-next-token__bench .lab-button").first.press("Enter")
    assert field.input_value() == before
    clean(tab)


def test_bad_input_is_cut_in_words_and_freezes_nothing(visit):
    tab = visit()
    page = started(tab)
    page.locator(f"{LAB} nav button").nth(1).click()
    bars(page)
    page.evaluate(
        """() => { window.longest = 0; let last = performance.now();
        setInterval(() => {
            const now = performance.now(); longest = Math.max(longest, now - last); last = now;
        }, 1); }"""
    )
    for text in ("<script>alert(1)</script>\\0 \\ud83d \\u202e🙂 ", "하늘시 건축 ", "x" * 10_000 + " "):
        page.evaluate(
            f"""(text) => {{ const field = document.querySelector("{LAB} textarea");
            field.value = text.repeat(Math.ceil(500_000 / text.length));
            field.dispatchEvent(new Event("input", {{ bubbles: true }})); }}""",
            text,
        )
        page.wait_for_timeout(400)
    assert len(page.locator(f"{LAB} textarea").input_value()) == 2000
    assert "2,000" in page.locator(".lab-next-token__bench .lab-hint").nth(1).inner_text()
    assert page.evaluate("longest") < 1000  # a crowded machine; 200 ms where nothing else runs
    clean(tab)


def test_without_scripts_the_worked_example_is_read(visit):
    page = visit(java_script_enabled=False).open(PAGE)

    assert page.locator(f"{LAB} [data-lab-static] table").count() == 7
    assert "2,000" in page.locator(f"{LAB} [data-lab-static]").inner_text()

"""A module's folder holds what its learners do: sorting tasks and worksheets."""

from scripts.content.activities import read_activities

FOLDER = "modules/desk/first-letter"


def test_a_sorting_task_has_choices_and_items_in_every_language(good):
    sorts, _ = read_activities(good / FOLDER, FOLDER, [])

    task = sorts["tools"]
    assert list(task.choices) == ["rule", "guess"]
    assert [(item.id, item.goes) for item in task.items] == [("filter", ("rule",)), ("writer", ("guess",))]
    assert task.items[0].because == {"en": "The list decides.", "ko": "목록이 정합니다."}
    assert task.items[0].place.line == 7


def test_a_worksheet_has_fields_of_four_kinds(good):
    _, worksheets = read_activities(good / FOLDER, FOLDER, [])

    fields = worksheets["my-letter"].fields
    assert [(field.kind, field.rows) for field in fields] == [
        ("line", 4),
        ("text", 3),
        ("table", 2),
        ("checklist", 4),
    ]
    assert fields[0].hint == {"en": "No names.", "ko": "이름은 쓰지 않습니다."}
    assert fields[1].hint == {"en": "", "ko": ""}
    assert list(fields[2].parts) == ["claim", "where"]
    assert fields[3].parts["checked"] == {"en": "Checked", "ko": "확인함"}


def test_an_activity_that_cannot_be_read_leaves_the_others(good):
    (good / FOLDER / "tools.sort.yml").write_text("items: [", "utf-8")
    problems = []

    sorts, worksheets = read_activities(good / FOLDER, FOLDER, problems)

    assert (list(sorts), list(worksheets)) == ([], ["my-letter"])
    assert [str(problem.place) for problem in problems] == [f"{FOLDER}/tools.sort.yml:1"]

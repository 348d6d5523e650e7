"""Decision walks: the engine in Node, the numbers of the game book, and what holds for both stories."""

import itertools
import re
from dataclasses import replace

import pytest

from scripts.content.citing import cited_by
from scripts.content.labs.walk import Walk, _neighbours, _numbered, read_walk
from scripts.content.model import LANGUAGES
from scripts.content.records import read_record
from scripts.site.labs import plain

NAMES = ("refusal", "copyright")
EACH = pytest.mark.parametrize("name", NAMES)
WORDS_IN_A_SCENE = 90
SYLLABLES_IN_A_SCENE = 330
"""Korean letters that a scene holds, at most: about as much to read as ninety English words."""


@pytest.fixture(scope="session")
def walks(course):
    return course.labs["walk"].exercises


@pytest.fixture(scope="session")
def node(engine):
    return engine("walk")


def paths(walk: Walk, scene=None):
    """Every path of a walk, as its scenes and the choices between them."""
    scene = scene or walk.scenes[0]
    if scene.end:
        yield [(scene, None)]
    for choice in scene.choices:
        for rest in paths(walk, walk.by_id[choice.to]):
            yield [(scene, choice), *rest]


@EACH
def test_every_path_has_five_to_eight_decisions_and_the_engine_says_so(walks, node, name):
    walk = walks[name]
    decisions = [len(path) - 1 for path in paths(walk)]

    assert (min(decisions), max(decisions)) == (5, 8)
    assert node.call("walkEngine.lengths", plain(walk, "en")) == {"least": 5, "most": 8}


@EACH
def test_the_engine_walks_every_path_to_the_same_end(walks, node, name):
    walk = walks[name]
    given = plain(walk, "ko")
    for path in itertools.islice(paths(walk), 0, None, 7):
        choices = [choice.id for _, choice in path[:-1]]
        assert node.call("walkEngine.at", given, choices)["id"] == path[-1][0].id


@EACH
def test_the_review_tells_what_was_chosen_and_what_else_there_was(walks, node, name):
    walk = walks[name]
    path = next(paths(walk))
    choices = [choice.id for _, choice in path[:-1]]

    review = node.call("walkEngine.review", plain(walk, "en"), choices)

    assert [step["scene"]["id"] for step in review] == [scene.id for scene, _ in path[:-1]]
    assert [step["chosen"]["id"] for step in review] == choices
    for step, (scene, choice) in zip(review, path, strict=False):
        assert [other["id"] for other in step["others"]] == [c.id for c in scene.choices if c != choice]


def test_a_choice_that_a_scene_does_not_offer_is_refused(walks, node):
    walk = plain(walks["refusal"], "en")
    first = walk["scenes"][0]["choices"][0]["id"]

    assert node.call("walkEngine.next", walk, [], first) == [first]
    with pytest.raises(RuntimeError, match="no choice"):
        node.call("walkEngine.next", walk, [first], "fly-away")


@EACH
def test_the_numbers_of_the_game_book_begin_with_one_and_no_choice_leads_next_door(walks, name):
    walk = walks[name]
    numbers = {scene.id: scene.number for scene in walk.scenes}

    assert walk.scenes[0].number == 1
    assert sorted(numbers.values()) == list(range(1, len(walk.scenes) + 1))
    assert _neighbours(walk, numbers) == 0


def test_the_numbers_are_the_same_at_every_reading(course):
    path = "overrides/assets/labs/walk/refusal.yml"
    text = (course.root / path).read_text("utf-8")

    again = read_walk("refusal", read_record(text, path, [], "labs-are-complete"))

    assert [scene.number for scene in again.scenes] == [
        scene.number for scene in course.labs["walk"].exercises["refusal"].scenes
    ]


def test_a_walk_too_small_to_be_spread_out_is_numbered_all_the_same(walks):
    small = _numbered(replace(walks["refusal"], scenes=walks["refusal"].scenes[:3]))

    assert sorted(scene.number for scene in small.scenes) == [1, 2, 3]


@EACH
def test_a_scene_is_short_in_both_languages(walks, name):
    for scene in walks[name].scenes:
        assert len(scene.text["en"].split()) <= WORDS_IN_A_SCENE, scene.id
        assert len(re.findall("[가-힣]", scene.text["ko"])) <= SYLLABLES_IN_A_SCENE, scene.id


@EACH
def test_a_choice_of_three_is_offered_in_nearly_every_scene(walks, name):
    asking = [scene for scene in walks[name].scenes if not scene.end]

    assert len(asking) >= 12
    assert sum(len(scene.choices) == 3 for scene in asking) >= len(asking) - 1


def _good_choices(walk):
    """The choices after which the best end is still within reach while another choice would lose it."""
    good = {"good": 2, "mixed": 1, "bad": 0}

    def best(scene):
        return good[scene.end] if scene.end else max(best(walk.by_id[c.to]) for c in scene.choices)

    for scene in walk.scenes:
        worth = {choice.id: best(walk.by_id[choice.to]) for choice in scene.choices}
        if len(set(worth.values())) > 1:
            yield scene, {name for name, each in worth.items() if each == max(worth.values())}


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_length_nor_place_gives_the_better_choice_away(walks, name, language):
    scenes = list(_good_choices(walks[name]))
    longest = [max(s.choices, key=lambda c: len(c.label[language])).id in good for s, good in scenes]
    places = [next(n for n, c in enumerate(s.choices) if c.id in good) for s, good in scenes]

    assert sum(longest) <= 0.67 * len(scenes)
    assert max(places.count(n) for n in range(3)) <= 0.67 * len(scenes)


@EACH
def test_labels_and_reasons_are_told_in_comparable_length(walks, name):
    for scene in walks[name].scenes:
        lengths = [len(choice.label["en"]) for choice in scene.choices]
        assert not lengths or max(lengths) <= 2 * min(lengths), scene.id


@EACH
def test_a_reported_source_is_called_reported_in_the_text(course, walks, name):
    """Where every source behind a text is somebody else's account, the text says so in both languages."""
    told = {
        "en": re.compile(r"report|according to|as summarised", re.IGNORECASE),
        "ko": re.compile("보도|따르면|알려|소식지"),
    }
    for scene in walks[name].scenes:
        pairs = [(scene.teaches, scene.cites), *((c.because, c.cites) for c in scene.choices)]
        for texts, cites in pairs:
            if cites and all(course.sources[each].kind == "secondary" for each in cites):
                for language, word in told.items():
                    assert word.search(texts[language]), (scene.id, texts[language])


@EACH
def test_its_page_counts_as_citing_what_the_walk_cites(course, name):
    page = course.pages[f"docs/labs/walk-{name}.md"]
    walk = course.labs["walk"].exercises[name]

    assert {source for source, _ in walk.citations()} <= set(cited_by(course, page))


@EACH
def test_it_is_written_for_an_invented_city_and_says_so(walks, name):
    intro = walks[name].intro

    assert "Haneul City" in intro["en"]
    assert "made up for this course" in intro["en"]
    assert "하늘시" in intro["ko"]
    assert "지어냈습니다" in intro["ko"]

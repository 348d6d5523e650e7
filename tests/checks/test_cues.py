"""What the rules of item writing see in words: length, roots, sweep, negation, grammar, sameness."""

import pytest

from scripts.checks import stems
from scripts.checks.balance import Sizes, length_habit, unevenness
from scripts.checks.cues import absolutes, bare, content_words, details, letters, longest, share, shortest
from scripts.checks.grammar import begins_with_a_vowel, final_consonant, fits_number, fits_particle
from scripts.checks.meaning import sense, speaks_of_the_others
from scripts.checks.thresholds import CHI_SQUARE, TABLE


@pytest.mark.parametrize(
    ("text", "count"),
    [("Look it up.", 8), ("대장에서 찾아봅니다.", 9), ("3 May, 22:00", 8), ("—", 0), ("", 0)],
)
def test_the_length_of_an_option_is_its_letters(text, count):
    assert letters(text) == count


@pytest.mark.parametrize(
    ("lengths", "long", "short"),
    [
        ((10, 10, 10), {0, 1, 2}, {0, 1, 2}),
        ((10, 12, 9), {0, 1}, {0, 2}),
        ((10, 13, 10), {1}, {0, 2}),
        ((100, 104, 90), {0, 1}, {2}),
        ((100, 106, 90), {1}, {2}),
        ((), set(), set()),
    ],
)
def test_a_difference_of_two_letters_or_of_a_twentieth_is_not_seen(lengths, long, short):
    assert longest(lengths) == long
    assert shortest(lengths) == short


def test_a_pick_among_equals_shares_the_hit():
    assert share([0, 1], [0]) == 1 / 2
    assert share([0, 1, 2], [0, 2]) == 2 / 3
    assert share([], [0]) == 0


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "the drafts", "a draft"),
        ("en", "The office's notices", "notice of the offices"),
        ("en", "checked", "checking"),
        ("ko", "조례를", "조례가"),
        ("ko", "도구에서는", "도구로"),
        ("ko", "확인합니다", "확인하고"),
        ("ko", "대장이라면", "대장의"),
    ],
)
def test_endings_and_particles_do_not_hide_a_word(language, one, other):
    assert content_words(one, language) & content_words(other, language)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "What do you do first?"), ("ko", "무엇을 먼저 합니까?")]
)
def test_common_words_are_no_content(language, text):
    assert content_words(text, language) == set()


def test_particles_may_stand_one_behind_the_other():
    assert content_words("전화만으로도 충분합니다.", "ko") & {"전화"}


def test_a_particle_leaves_a_short_noun_alone():
    assert content_words("도로 지도", "ko") == {"도로", "지도"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is always right."),
        ("en", "All rooms are open."),
        ("en", "That all words are long."),
        ("en", "Use it only if it rains."),
        ("ko", "항상 옳습니다."),
        ("ko", "절대로 쓰지 않습니다."),
        ("ko", "모든 열람실을 엽니다."),
        ("ko", "예외 없이 맞습니다."),
    ],
)
def test_what_allows_no_exception_is_absolute(language, text):
    assert absolutes(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A detail only she knows."),
        ("en", "Naming the source is all that Type 3 asks for."),
        ("en", "All 88 comments in full."),
        ("en", "Not at all, after all."),
        ("en", "The only register."),
        ("en", "The material only."),
        ("en", "They wrote it all up."),
        ("en", "All three steps."),
        ("en", "Alloy and tall allies fall."),
        ("ko", "절대평가로 정합니다."),
        ("ko", "그 전부터 있었습니다."),
        ("ko", "모두의 창구입니다."),
        ("ko", "전혁신 과장이 봅니다."),
    ],
)
def test_harmless_words_are_not_absolute(language, text):
    assert not absolutes(text, language)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "It usually takes 15 days.", 2),
        ("en", "It takes time.", 0),
        ("ko", "대개 15일쯤 걸립니다.", 2),
        ("ko", "틀릴 수 있습니다.", 1),
        ("ko", "오래 걸립니다.", 0),
    ],
)
def test_numbers_and_qualifiers_make_a_detail(language, text, count):
    assert details(text, language) == count


@pytest.mark.parametrize(
    "word",
    [
        "hour",
        "honest answer",
        "AI tool",
        "LLM",
        "office",
        "8-page note",
        "11th day",
        "umbrella",
        "unread draft",
        "“open” list",
        "SMS",
        "unintended effect",
        "HTML page",
    ],
)
def test_an(word):
    assert begins_with_a_vowel(word) is True


@pytest.mark.parametrize(
    "word",
    [
        "university",
        "user",
        "one-page note",
        "European law",
        "UN body",
        "URL",
        "house",
        "PDF",
        "unit",
        "15 days",
        "usual form",
        "ubiquitous tool",
        "unique id",
        "once-only rule",
        "utility",
        "draft",
    ],
)
def test_a(word):
    assert begins_with_a_vowel(word) is False


@pytest.mark.parametrize("word", ["", "도구", "FAQ", "NATO", "FBI"])
def test_what_is_read_in_two_ways_is_left_alone(word):
    assert begins_with_a_vowel(word) is None


@pytest.mark.parametrize(
    ("verb", "option", "fits"),
    [
        ("is", "a rule", True),
        ("is", "two rules", False),
        ("are", "many rules", True),
        ("are", "an office", False),
        ("are", "classifiers", True),
        ("is", "Rules.", False),
        ("is", "process", True),
        ("is", "Ask the residents", None),
    ],
)
def test_number(verb, option, fits):
    assert fits_number(verb, option) is fits


@pytest.mark.parametrize(
    ("text", "final"),
    [
        ("대장", 21),
        ("도구", 0),
        ("메일", 8),
        ("3", 16),
        ("2", 0),
        ("1", 8),
        ("LLM", 16),
        ("AI", 0),
        ("URL", 8),
        ("분류기(classifier)", 0),
        ("“대장”", 21),
        ("draft", None),
        ("", None),
    ],
)
def test_the_last_sound_of_a_word(text, final):
    assert final_consonant(text) == final


@pytest.mark.parametrize(
    ("particle", "option", "fits"),
    [
        ("을", "대장", True),
        ("를", "대장", False),
        ("이", "도구", False),
        ("와", "도구", True),
        ("으로", "우편", True),
        ("로", "메일", True),
        ("으로", "메일", False),
        ("로", "도구", True),
        ("은", "2", False),
        ("을", "draft", None),
    ],
)
def test_a_particle_follows_the_last_sound(particle, option, fits):
    assert fits_particle(particle, option) is fits


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("en", "Which of these is not personal data?"),
        ("en", "A letter came. What should the clerk never enter?"),
        ("en", "Which step cannot be left to the tool?"),
        ("en", "Which step isn’t needed?"),
        ("en", "If it is closed, which form does the office not accept?"),
        ("en", "Which statement is false?"),
        ("en", "You may enter all of these EXCEPT:"),
        ("ko", "알맞지 않은 것은 무엇입니까?"),
        ("ko", "다음 가운데 개인정보가 아닌 것은?"),
        ("ko", "입력할 수 없는 것을 고르십시오."),
        ("ko", "옳지 않은 설명은 어느 것입니까?"),
        ("ko", "틀린 것을 모두 고르십시오."),
        ("ko", "확인하지 않는 항목은 무엇입니까?"),
    ],
)
def test_a_question_that_asks_for_the_opposite(language, stem):
    word, position = stems.negative(stem, language)

    assert stem[position:].startswith(word)


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("en", "Which of these is **not** personal data?"),
        ("en", "The by-law does not exist. What do you do?"),
        ("en", "What do you do with a form you cannot read?"),
        ("en", "What do you do when the register does not answer?"),
        ("en", "Which tool is one that does not search?"),
        ("en", "Why does the model not know?"),
        ("en", "What is wrong with this draft?"),
        ("en", "Whether it does or not, who signs?"),
        ("en", "Who signs, except on Mondays, the letters?"),
        ("ko", "알맞지 **않은** 것은 무엇입니까?"),
        ("ko", "확인하지 않은 초안은 어떻게 합니까?"),
        ("ko", "글이 나오지 않으면 무엇을 합니까?"),
        ("ko", "오류가 없는 문장은 어느 것입니까?"),
        ("ko", "틀린 기한은 누구 책임입니까?"),
        ("ko", "틀린 답은 누구 책임입니까?"),
        ("ko", "확인하지 않은 것을 모두 다시 봅니다. 무엇을 먼저 합니까?"),
        ("ko", "사람이 아닌 도구가 결정했습니다. 무엇을 묻습니까?"),
    ],
)
def test_a_not_in_the_situation_or_in_bold_is_fine(language, stem):
    assert stems.negative(stem, language) is None


def test_a_blank_names_the_word_that_options_must_fit():
    assert [(cue.word, cue.position) for cue in stems.cues("____를 읽고 (  )은 둡니다.", "ko")] == [
        ("를", 4),
        ("은", 13),
    ]
    assert [cue.word for cue in stems.cues("It is called an", "en")] == ["an"]
    assert [cue.word for cue in stems.cues("A ____ is read; ____ are filed.", "en")] == ["A", "is", "are"]
    assert list(stems.cues("____을(를) 읽고 ____에서 봅니다.", "ko")) == []
    assert list(stems.cues("Is it a draft?", "en")) == []


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("en", "All of the above"),
        ("en", "None of these."),
        ("en", "None of these: it takes longer."),
        ("en", "Both A and B"),
        ("en", "A and C only"),
        ("en", "All are correct."),
        ("en", "No option fits."),
        ("en", "The first and the third."),
        ("ko", "위의 모두"),
        ("ko", "모두 정답"),
        ("ko", "모두 맞습니다."),
        ("ko", "해당 없음"),
        ("ko", "해당 사항이 없습니다."),
        ("ko", "정답 없음"),
        ("ko", "둘 다 옳습니다."),
        ("ko", "①과 ③"),
    ],
)
def test_an_option_about_the_options(language, option):
    assert speaks_of_the_others(option, language)


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("en", "All of the residents answered."),
        ("en", "Both of them, as both have signed."),
        ("en", "Both offices sign."),
        ("en", "None of the fees is due."),
        ("en", "An A and a B permit."),
        ("en", "The first and only reply."),
        ("ko", "모두 세 곳입니다."),
        ("ko", "모두 맞춰 봅니다."),
        ("ko", "위 조항을 모두 지웁니다."),
        ("ko", "담당자가 없습니다."),
        ("ko", "둘 다 서명합니다."),
    ],
)
def test_an_option_about_the_matter(language, option):
    assert not speaks_of_the_others(option, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Look it up in the official register.", "In the official register, look it up."),
        ("en", "The name and the date are right.", "Date and name are right."),
        ("ko", "담당자가 도구를 확인합니다.", "도구를 담당자가 확인한다."),
        ("ko", "담당자가 초안을 씁니다", "초안을 담당자가 쓴다"),
    ],
)
def test_another_order_of_the_same_words_means_the_same(language, one, other):
    assert sense(one, language) == sense(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The office checks the draft.", "The draft checks the office."),
        ("en", "You can hand it in.", "You must hand it in."),
        ("en", "It is filed.", "It is not filed."),
        ("en", "In 15 days.", "In 16 days."),
        ("en", "From the desk to the archive.", "From the archive to the desk."),
        ("en", "Search for the article, rule for the fee.", "Rule for the article, search for the fee."),
        ("ko", "담당자가 도구를 확인합니다.", "도구가 담당자를 확인합니다."),
        ("ko", "확인하고 보냅니다.", "보내고 확인합니다."),
        ("ko", "서식을 냅니다.", "서식을 안 냅니다."),
    ],
)
def test_who_does_what_numbers_and_negations_tell_options_apart(language, one, other):
    assert sense(one, language) != sense(other, language)


def test_signs_tell_options_apart_and_punctuation_does_not():
    assert bare("1.5 days.") != bare("15 days")
    assert bare("<") != bare(">")
    assert bare("① “Yes!”") == bare("1 yes")


def test_always_taking_the_longest_scores_by_chance_where_all_look_alike():
    questions = [Sizes("a/b", (10, 11, 12), right) for right in (0, 1, 1, 1)]

    assert length_habit(questions, longest) == pytest.approx((1 / 3, 1 / 3))


def test_chance_counts_the_options_of_each_question():
    questions = [Sizes("a/b", (20, 4, 4), 0), Sizes("a/b", (13, 1, 1, 1, 1), 0)]

    assert length_habit(questions, longest) == (1, pytest.approx((1 / 3 + 1 / 5) / 2))
    assert length_habit(questions, shortest)[0] == 0
    assert length_habit([], longest) == (0, 0)


def test_unevenness_is_pearson_s_chi_square():
    assert unevenness([1, 2, 3] * 5, 3) == 0
    assert unevenness([1] * 15, 3) == pytest.approx(30)
    assert unevenness([1] * 8 + [2] * 4 + [3] * 3, 3) == pytest.approx(2.8)
    assert [CHI_SQUARE[options].value for options in (3, 4, 5)] == [9.210, 11.345, 13.277]


@pytest.mark.parametrize("threshold", TABLE, ids=lambda threshold: threshold.name)
def test_every_threshold_says_what_it_means_and_rests_on(threshold):
    assert threshold.value > 0
    assert threshold.unit
    assert threshold.means
    assert "INT-E-" in threshold.source or "convention" in threshold.source or "Cochran" in threshold.source

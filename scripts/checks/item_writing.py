"""Rules for the writing of one question: no option may be told from the others without knowing.

The numbers stand in `thresholds.py`, with what they rest on. All findings are warnings: whether a cue
is one, an editor judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from scripts.checks import stems
from scripts.checks.cues import absolutes, bare, content_words, letters
from scripts.checks.meaning import sense, speaks_of_the_others
from scripts.checks.thresholds import ECHO, FAR_LONGER, FAR_LONGER_BY, JOKE_SHARE, JOKE_WORDS
from scripts.content.model import Choice, Course, Place, Problem, Question
from scripts.content.prose import plain

NEAREST = 2
"""How many of the stem's words a problem names."""


def _warning(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, message, hint, severity="warning")


def _options(course: Course) -> Iterator[tuple[str, Question, list[Choice], list[Choice]]]:
    """Each choice question with its language, its right options and its wrong ones; none without both."""
    for _, bank, question in course.questions():
        right = [choice for choice in question.choices if choice.right]
        wrong = [choice for choice in question.choices if not choice.right]
        if right and wrong:
            yield bank.language, question, right, wrong


def right_options_are_not_far_longer(course: Course) -> Iterator[Problem]:
    """A right option has fewer than one and a half times the letters of the longest wrong one.

    정답의 글자 수는 가장 긴 오답의 한 배 반보다 적습니다.

    Letters and digits count, a Hangul syllable as one; a difference of under 8 letters (4 in Korean) is
    left alone. Writers tend to make the right option exact and therefore long: put what explains it
    into the feedback.
    """
    for language, question, right, wrong in _options(course):
        longest = max(letters(plain(choice.text)) for choice in wrong)
        for choice in right:
            length = letters(plain(choice.text))
            if length >= FAR_LONGER.value * longest and length - longest >= FAR_LONGER_BY[language].value:
                yield _warning(
                    choice.place,
                    f"{question.id}: the right option has {length} letters, the longest wrong one {longest}",
                    "shorten it, and say the rest in the feedback; or make the wrong ones as exact",
                )


def absolute_words_mark_no_wrong_option(course: Course) -> Iterator[Problem]:
    """Words such as “always” and “never” do not stand in wrong options alone.

    “항상”, “절대”, “반드시”처럼 단정하는 말이 오답에만 있지는 않습니다.

    Test-takers know that what allows no exception is seldom right. “The only …” and a closing “… only”
    are left alone.
    """
    for language, question, right, wrong in _options(course):
        options = {choice: plain(choice.text) for choice in wrong}
        found = {
            choice: absolutes(text, language)
            for choice, text in options.items()
            if not speaks_of_the_others(text, language)
        }
        if not any(found.values()) or any(absolutes(plain(choice.text), language) for choice in right):
            continue
        for choice, told in found.items():
            if told:
                yield _warning(
                    choice.place,
                    f"{question.id}: “{told[0]}” stands in wrong options only",
                    "say it without the word: a mistake that people make is rarely that sweeping",
                )


def options_do_not_speak_of_the_others(course: Course) -> Iterator[Problem]:
    """No option is “all of the above”, “none of these” or “both A and B”.

    “모두 정답”, “위의 모두”, “해당 없음”처럼 다른 선택지를 가리키는 선택지를 쓰지 않습니다.

    Whoever knows that two options are right has found “all of the above”, and whoever finds “none of these”
    right has not shown to know what is. Ask with several right options instead.
    """
    for _, bank, question in course.questions():
        for choice in question.choices:
            if speaks_of_the_others(plain(choice.text), bank.language):
                yield _warning(
                    choice.place,
                    f"{question.id}: the option “{choice.text}” speaks of the other options",
                    "mark each right option [x] and ask to choose all that apply, or write another mistake",
                )


def negative_questions_set_the_word_off(course: Course) -> Iterator[Problem]:
    """A question that asks for what is not so sets the negative word in bold.

    아닌 것을 묻는 문항에서는 “않은”, “아닌”처럼 부정하는 말을 굵게 표시합니다.

    Better still, ask for what is so. A “not” in the situation that the question describes is no negative
    question.
    """
    for _, bank, question in course.questions():
        if found := stems.negative(question.stem, bank.language):
            word, position = found
            yield _warning(
                stems.line_of(question, position),
                f"{question.id}: “{word}” turns the question round and is easily overlooked",
                "ask for what is so, or write the negative word in **…**",
            )


def grammar_fits_every_option(course: Course) -> Iterator[Problem]:
    """Where an option completes the sentence, every option fits its article, number and particle.

    선택지로 문장을 완성하는 문항에서는 조사가 모든 선택지에 맞습니다.

    In Korean write both particles after a blank: 을(를), 이(가), 은(는), 과(와), (으)로.
    """
    for _, bank, question in course.questions():
        for cue in stems.cues(question.stem, bank.language) if question.choices else ():
            fits = {choice: cue.fits(cue.word, plain(choice.text)) for choice in question.choices}
            misfits = [choice.text for choice, fit in fits.items() if fit is False]
            if misfits and any(fits.values()):
                yield _warning(
                    stems.line_of(question, cue.position),
                    f"{question.id}: “{cue.word}” does not fit the option “{misfits[0]}”",
                    "put the word into the options, or write the sentence so that it fits them all",
                )


def right_options_do_not_echo_the_question(course: Course) -> Iterator[Problem]:
    """The right option does not repeat the question's words while the wrong ones do not.

    물음에 나온 낱말이 정답에서만 되풀이되지는 않습니다.

    Compared are content words without their endings or particles. The right option may share as many words
    with the question as it likes, as long as a wrong one shares more than half as many.
    """
    for language, question, right, wrong in _options(course):
        stem = content_words(plain(question.stem), language)
        shared = [stem & content_words(plain(choice.text), language) for choice in right]
        if not all(shared):
            continue
        others = [stem & content_words(plain(choice.text), language) for choice in wrong]
        most = max(len(echo) for echo in others)
        alone = sorted(shared[0].difference(*others))
        if alone and min(len(echo) for echo in shared) >= ECHO.value * most:
            named = ", ".join(f"“{word}…”" for word in alone[:NEAREST])
            yield _warning(
                right[0].place,
                f"{question.id}: of the options, only the right one repeats {named} from the question",
                "use another word in it, or let a wrong option repeat one, too",
            )


def wrong_options_are_no_jokes(course: Course) -> Iterator[Problem]:
    """A wrong option is no throw-away of a word or two beside whole sentences.

    문장으로 된 선택지들 사이에 한두 마디뿐인 오답을 끼워 넣지 않습니다.

    Found is a wrong option of three words or fewer that has less than a third of the median length.
    """
    for _, question, _, wrong in _options(course):
        usual = median(letters(plain(choice.text)) for choice in question.choices)
        for choice in wrong:
            text = plain(choice.text)
            if letters(text) < JOKE_SHARE.value * usual and len(text.split()) <= JOKE_WORDS.value:
                yield _warning(
                    choice.place,
                    f"{question.id}: the wrong option “{choice.text}” is far shorter than the others",
                    "write out a mistake that somebody makes in good faith",
                )


def options_mean_different_things(course: Course) -> Iterator[Problem]:
    """No two options of a question say the same in another order.

    한 문항에 어순만 다르고 뜻은 같은 선택지를 두지 않습니다.

    Whoever sees that two options mean the same knows that neither is the one right answer.
    """
    for _, bank, question in course.questions():
        seen: dict[tuple[str, ...], Choice] = {}
        for choice in question.choices:
            words = sense(plain(choice.text), bank.language)
            twin = seen.setdefault(words, choice) if words else choice
            if twin is not choice and bare(twin.text) != bare(choice.text):
                yield _warning(
                    choice.place,
                    f"{question.id}: “{choice.text}” means the same as “{twin.text}”",
                    "replace one of them by another mistake",
                )

"""Every number that the rules of item writing count with: what it means, and what it rests on.

INT-E-… is an entry of the course's fact pack on item writing; the publication stands beside it. Most
publications give the direction only. Where the number is ours, the source says so. The pack knows the
guidelines of Haladyna, Downing and Rodriguez partly through a summary (INT-E-19, INT-E-20) and partly
without having read the table again (INT-E-18, INT-E-21); Cochran is named and was not read again.
"""

from __future__ import annotations

from dataclasses import dataclass

CONVENTION = "a convention of this course"
_ITEM_WRITING = "Haladyna, Downing and Rodriguez 2002, Applied Measurement in Education 15(3)"
_LENGTH = f"INT-E-18, INT-E-20, INT-E-26: options about equal in length ({_ITEM_WRITING}; Rush et al. 2016)"
_CHI_SQUARE = "NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper tail 0.01"


@dataclass(frozen=True)
class Threshold:
    """A number with its unit, what it decides, and where it comes from."""

    name: str
    value: float
    unit: str
    means: str
    source: str


FEWEST_OPTIONS = Threshold(
    "fewest options",
    3,
    "options of a choice question",
    "with two, a guess is right half of the time",
    "INT-E-22: three are optimal in most settings (Rodriguez 2005, Educational Measurement 24(2))",
)
MOST_OPTIONS = Threshold(
    "most options",
    5,
    "options of a choice question",
    "more are a list to read, and few of them are ever chosen",
    f"INT-E-23 gives the direction (Tarrant et al. 2009, BMC Medical Education 9:40); {CONVENTION}",
)
QUESTIONS_AN_OBJECTIVE = Threshold(
    "questions an objective",
    2,
    "questions",
    "one question may be guessed or misread",
    CONVENTION,
)
FAR_LONGER = Threshold(
    "far longer",
    1.5,
    "times the letters of the longest wrong option",
    "from here on a right option is far longer than the others",
    f"{_LENGTH}; the number is {CONVENTION}",
)
FAR_LONGER_BY = {
    "en": Threshold(
        "far longer by, English", 8, "letters", "below this, a long name beside a short one", CONVENTION
    ),
    "ko": Threshold(
        "far longer by, Korean", 4, "letters", "below this, a long name beside a short one", CONVENTION
    ),
}
SEEN_LETTERS = Threshold(
    "seen difference in letters",
    3,
    "letters",
    "an option that is longer by less does not look longer",
    CONVENTION,
)
SEEN_SHARE = Threshold(
    "seen difference in share",
    0.05,
    "of the longer option",
    "an option that is longer by less does not look longer",
    CONVENTION,
)
ECHO = Threshold(
    "echo",
    2,
    "times the stem words of any wrong option",
    "from here on the right option alone sounds like the question",
    f"INT-E-20: an option echoing the stem ({_ITEM_WRITING}, guideline 28); the number is {CONVENTION}",
)
JOKE_SHARE = Threshold(
    "joke length",
    1 / 3,
    "of the median length of the options",
    "a wrong option that is shorter looks like nobody's answer",
    f"INT-E-20, INT-E-21: options plausible, none absurd ({_ITEM_WRITING}); the number is {CONVENTION}",
)
JOKE_WORDS = Threshold(
    "joke words", 3, "words", "an option with more words than this is a sentence, however short", CONVENTION
)
SMALL_BANK = Threshold("smallest bank judged", 8, "questions", "with fewer, shares are luck", CONVENTION)
SINGLE_ANSWERS = Threshold(
    "single-answer questions judged",
    6,
    "questions",
    "with fewer, a bank’s lengths and places are luck",
    CONVENTION,
)
LENGTH_MARGIN = Threshold(
    "length margin",
    0.10,
    "above chance, as a share of the questions",
    "who always takes the longest option, or the shortest, may be right so much more often",
    f"{_LENGTH}; the number is {CONVENTION}",
)
GUESSER_MARGIN = Threshold(
    "guesser margin",
    0.15,
    "above chance, as a share of the questions",
    "who reads no lesson and uses the cues may be right so much more often",
    f"INT-E-20 names the cues ({_ITEM_WRITING}, guideline 28); the number is {CONVENTION}",
)
ONE_PLACE = Threshold(
    "keys in one place",
    0.50,
    "of a bank's single-answer questions",
    "no place among the options holds more of the right answers",
    f"INT-E-19: vary the position of the key ({_ITEM_WRITING}, guideline 20); the number is {CONVENTION}",
)
EXPECTED_KEYS = Threshold(
    "expected keys a place",
    5,
    "questions",
    "with fewer, the chi-square test says nothing",
    "Cochran 1954, Biometrics 10(4); the usual rule of thumb",
)
CHI_SQUARE = {
    options: Threshold(
        f"chi-square, {options} options",
        value,
        f"chi-square with {options - 1} degrees of freedom",
        "places as uneven as this come about by chance once in a hundred courses",
        f"INT-E-19 gives the direction; the value: {_CHI_SQUARE}",
    )
    for options, value in ((3, 9.210), (4, 11.345), (5, 13.277))
}

TABLE = (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    QUESTIONS_AN_OBJECTIVE,
    FAR_LONGER,
    *FAR_LONGER_BY.values(),
    SEEN_LETTERS,
    SEEN_SHARE,
    ECHO,
    JOKE_SHARE,
    JOKE_WORDS,
    SMALL_BANK,
    SINGLE_ANSWERS,
    LENGTH_MARGIN,
    GUESSER_MARGIN,
    ONE_PLACE,
    EXPECTED_KEYS,
    *CHI_SQUARE.values(),
)
"""All of them, in the order in which the docs show them."""

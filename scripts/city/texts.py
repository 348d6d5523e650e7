"""The training text: a fixed seed and `world.yml` give the same texts, letter for letter, everywhere."""

import functools
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")
FACTS = ("fee", "days", "window", "document", "law", "division")
SEED = 20261124
WORLD = Path(__file__).parent / "world.yml"

COMMON_TIMES = 160  # how often each fact of a common service is written, in each language
RARE_TIMES = 2

UNKNOWN: dict[Language, str] = {"en": "The source does not say.", "ko": "자료에 나와 있지 않습니다."}
HEADS: tuple[tuple[str, str], ...] = (
    ("permit", "허가"),
    ("pass", "이용권"),
    ("registration", "등록"),
    ("rental", "대여"),
    ("grant", "지원금"),
    ("certificate", "증명서"),
    ("licence", "면허"),
    ("inspection", "점검"),
)


@dataclass(frozen=True)
class Name:
    """What a service is called in both languages."""

    en: str
    ko: str

    def said(self, language: Language) -> str:
        """The name inside a sentence."""
        return f"{article(self.en)} {self.en}" if language == "en" else self.ko


@dataclass(frozen=True)
class Service:
    """A service of the city, how often the text speaks of it, and its six facts."""

    key: str
    name: Name
    group: str
    facts: dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Role:
    """A kind of job, and the share of men among those whom the text speaks of."""

    en: str
    ko: str
    men: float


@dataclass(frozen=True)
class World:
    """Everything that is true in Haneul City."""

    services: dict[str, Service]
    documents: tuple[Name, ...]
    divisions: tuple[Name, ...]
    roles: tuple[Role, ...]
    outdated: dict[str, Any]

    def group(self, name: str) -> list[Service]:
        """The services that the text speaks of equally often."""
        return [service for service in self.services.values() if service.group == name]

    def value(self, language: Language, fact: str, numbers: tuple[int, ...]) -> str:
        """A fact's value as the sentences write it: “2,000”, “a site plan”, “143 21”."""
        if fact == "document":
            return str(getattr(self.documents[numbers[0]], language))
        if fact == "division":
            return str(getattr(self.divisions[numbers[0]], language))
        return " ".join(f"{number:,}" for number in numbers)


@dataclass(frozen=True)
class Text:
    """One training text: its parts, and how much the model is to learn from each (0 to 1)."""

    parts: tuple[tuple[str, float], ...]
    kind: str

    def __str__(self) -> str:
        return "".join(part for part, _ in self.parts)


@functools.cache
def world() -> World:
    """What `world.yml` says."""
    read = yaml.safe_load(WORLD.read_text("utf-8"))
    services = {
        key: Service(
            key,
            Name(item["en"], item["ko"]),
            item["group"],
            {
                "fee": (item["fee"],),
                "days": (item["days"],),
                "window": (item["window"],),
                "document": (item["document"],),
                "law": (item["ordinance"], item["article"]),
                "division": (item["division"],),
            },
        )
        for key, item in read["services"].items()
    }
    return World(
        services,
        tuple(Name(**item) for item in read["documents"]),
        tuple(Name(**item) for item in read["divisions"]),
        tuple(Role(**item) for item in read["roles"]),
        read["outdated"],
    )


def article(noun: str) -> str:
    """“a” or “an”, by the first letter (no noun of this city begins with a silent h or a spoken u)."""
    return "an" if noun[0] in "aeio" else "a"


def josa(word: str, closed: str, opened: str) -> str:
    """The word with the particle that fits its last syllable: `closed` after a final consonant."""
    final = (ord(word[-1]) - 0xAC00) % 28
    if closed == "으로" and final == 8:  # after ㄹ it is 로
        final = 0
    return word + (closed if final else opened)


def capital(sentence: str) -> str:
    """The sentence with a capital letter at its beginning."""
    return sentence[0].upper() + sentence[1:]


def question(language: Language, fact: str, name: Name, way: int = 0) -> str:
    """The question for a fact; `way` 0 is the plain one, 1 and 2 are others."""
    s = name.said(language)
    if language == "en":
        ways = {
            "fee": (f"How much is the fee for {s}?", f"What does {s} cost?", f"What is the fee for {s}?"),
            "days": (
                f"How long does {s} take?",
                f"How many working days does {s} take?",
                f"When will {s} be ready?",
            ),
            "window": (
                f"Which window handles {s}?",
                f"Where do I apply for {s}?",
                f"At which window can I get {s}?",
            ),
            "document": (
                f"What do I need to bring for {s}?",
                f"Which document is needed for {s}?",
                f"What should I bring to apply for {s}?",
            ),
            "law": (
                f"What is the legal basis for {s}?",
                f"Which ordinance provides for {s}?",
                f"Under which ordinance does the city provide {s}?",
            ),
            "division": (
                f"Which division is in charge of {s}?",
                f"Who is in charge of {s}?",
                f"Which division do I call about {s}?",
            ),
        }
    else:
        ways = {
            "fee": (
                f"{s} 수수료는 얼마입니까?",
                f"{josa(s, '은', '는')} 얼마를 내야 합니까?",
                f"{s} 신청에 드는 수수료는 얼마입니까?",
            ),
            "days": (
                f"{s} 처리 기간은 며칠입니까?",
                f"{josa(s, '은', '는')} 처리하는 데 며칠 걸립니까?",
                f"{josa(s, '은', '는')} 며칠 만에 나옵니까?",
            ),
            "window": (
                f"{josa(s, '은', '는')} 몇 번 창구에서 신청합니까?",
                f"{s} 창구는 몇 번입니까?",
                f"{josa(s, '을', '를')} 신청하려면 어느 창구로 갑니까?",
            ),
            "document": (
                f"{s}에 필요한 서류는 무엇입니까?",
                f"{s} 신청에 무엇을 가져가야 합니까?",
                f"{josa(s, '을', '를')} 신청할 때 어떤 서류를 냅니까?",
            ),
            "law": (
                f"{s}의 법적 근거는 무엇입니까?",
                f"{josa(s, '은', '는')} 어느 조례에 따릅니까?",
                f"{s}의 근거 조례는 무엇입니까?",
            ),
            "division": (
                f"{s} 담당 부서는 어디입니까?",
                f"{josa(s, '은', '는')} 어느 부서에서 맡습니까?",
                f"{s} 문의는 어느 부서에 합니까?",
            ),
        }
    return ways[fact][way]


def sentence(language: Language, fact: str, name: Name, value: str, way: int = 0) -> str:
    """The sentence that states a fact; `way` 0 is also how answers say it."""
    s = name.said(language)
    first, _, second = value.partition(" ") if fact == "law" else (value, "", "")
    if language == "en":
        division = f"the {value} Division"
        ways = {
            "fee": (
                f"The fee for {s} is {value} won.",
                f"{capital(s)} costs {value} won.",
                f"To get {s} you pay {value} won.",
            ),
            "days": (
                f"{capital(s)} takes {value} working days.",
                f"The city handles {s} within {value} working days.",
                f"For {s} please allow {value} working days.",
            ),
            "window": (
                f"{capital(s)} is handled at window {value}.",
                f"Apply for {s} at window {value}.",
                f"For {s} please go to window {value}.",
            ),
            "document": (
                f"For {s} you need to bring {value}.",
                f"To apply for {s}, please bring {value}.",
                f"{capital(s)} is issued to anyone who brings {value}.",
            ),
            "law": (
                f"Under Ordinance No. {first}, Article {second}, the city provides {s}.",
                f"The legal basis for {s} is Ordinance No. {first}, Article {second}.",
                f"{capital(s)} is based on Ordinance No. {first}, Article {second}.",
            ),
            "division": (
                f"{capital(division)} is in charge of {s}.",
                f"For questions about {s} please call {division}.",
                f"{capital(s)} is the work of {division}.",
            ),
        }
    else:
        ways = {
            "fee": (
                f"{s} 수수료는 {value}원입니다.",
                f"{josa(s, '을', '를')} 신청할 때 수수료 {value}원을 냅니다.",
                f"{josa(s, '은', '는')} 수수료가 {value}원입니다.",
            ),
            "days": (
                f"{s} 처리 기간은 {value}일입니다.",
                f"{josa(s, '은', '는')} {value}일 안에 처리합니다.",
                f"{josa(s, '은', '는')} 신청한 날부터 {value}일 걸립니다.",
            ),
            "window": (
                f"{josa(s, '은', '는')} {value}번 창구에서 신청합니다.",
                f"{s} 신청은 {value}번 창구에서 받습니다.",
                f"{josa(s, '을', '를')} 신청하려면 {value}번 창구로 가십시오.",
            ),
            "document": (
                f"{s}에 필요한 서류는 {value}입니다.",
                f"{josa(s, '을', '를')} 신청할 때 {josa(value, '을', '를')} 내십시오.",
                f"{s} 신청에는 {josa(value, '이', '가')} 필요합니다.",
            ),
            "law": (
                f"{s}의 근거는 조례 제{first}호 제{second}조입니다.",
                f"{josa(s, '은', '는')} 조례 제{first}호 제{second}조에 따릅니다.",
                f"조례 제{first}호 제{second}조는 {josa(s, '을', '를')} 정합니다.",
            ),
            "division": (
                f"{s} 담당 부서는 {value}입니다.",
                f"{josa(s, '은', '는')} {value}에서 맡습니다.",
                f"{s} 문의는 {value}에 하십시오.",
            ),
        }
    return ways[fact][way]


ASK: dict[Language, tuple[str, str]] = {"en": ("Question: ", "\nAnswer:"), "ko": ("질문: ", "\n답변:")}
SOURCE: dict[Language, tuple[str, str]] = {
    "en": ("Source: ", "\nAnswer from the source:"),
    "ko": ("자료: ", "\n자료에 따른 답변:"),
}
NOTICE: dict[Language, str] = {"en": "Haneul City notice. ", "ko": "하늘시 안내. "}


def closed_prompt(language: Language, asked: str) -> str:
    """A question without a source, up to the place where the model goes on."""
    return f"{ASK[language][0]}{asked}{ASK[language][1]}"


def open_prompt(language: Language, source: str, asked: str, *, told: bool = True) -> str:
    """A question with a source; `told` is the instruction to answer from it."""
    end = SOURCE[language][1] if told else ASK[language][1]
    return f"{SOURCE[language][0]}{source}\n{ASK[language][0]}{asked}{end}"


class Writer:
    """Writes the texts; every choice comes from one seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self.world = world()
        self.invented = self._invented()

    def _invented(self) -> list[Name]:
        """Names for the exercises with sources: every other pairing of the words of the real names."""
        real = {service.name.en for service in self.world.services.values()}
        stems = []
        for service in self.world.services.values():
            head = next(head for head in HEADS if service.name.en.endswith(" " + head[0]))
            stems.append(
                (service.name.en.removesuffix(" " + head[0]), service.name.ko.removesuffix(" " + head[1]))
            )
        names = [Name(f"{en} {head[0]}", f"{ko} {head[1]}") for en, ko in stems for head in HEADS]
        return [name for name in names if name.en not in real]

    def any_name(self) -> Name:
        """A name for an exercise: mostly invented, sometimes a common service whose facts are known."""
        if self.chance.random() < 0.3:
            return self.chance.choice(self.world.group("common")).name
        return self.chance.choice(self.invented)

    def any_value(self, language: Language, fact: str) -> str:
        """A value for an exercise, true or not."""
        pick = self.chance
        if fact == "fee":
            usual = pick.random() < 0.8
            number = pick.randrange(1, 61) * 1000 if usual else pick.randrange(5, 999) * 100
            return f"{number:,}"
        if fact == "days":
            return str(pick.randrange(2, 61))
        if fact == "window":
            return str(pick.randrange(1, 41))
        if fact == "law":
            return f"{pick.randrange(100, 200)} {pick.randrange(1, 41)}"
        several = self.world.documents if fact == "document" else self.world.divisions
        return str(getattr(pick.choice(several), language))

    def way(self) -> int:
        """Which of the three ways to say it: mostly the plain one."""
        return self.chance.choice((0, 0, 0, 1, 2))

    # ---- what the city knows

    def stated(self, language: Language, service: Service, fact: str) -> Text:
        """A text that states a true fact: a question with its answer, a statement, or a notice."""
        numbers = service.facts[fact]
        old = self.world.outdated
        if (service.key, fact) == (old["service"], old["fact"]) and self.chance.random() < old["old-share"]:
            numbers = (old["old"],)
        value = self.world.value(language, fact, numbers)
        form = self.chance.random()
        if form < 0.6:
            asked = question(language, fact, service.name, self.chance.choice((0, 0, 1, 2)))
            answer = sentence(language, fact, service.name, value)
            return Text(((f"{closed_prompt(language, asked)} {answer}\n", 1.0),), "fact")
        said = sentence(language, fact, service.name, value, self.way())
        if form < 0.8:
            return Text(((f"{said}\n", 1.0),), "fact")
        end = "Please read this before you apply." if language == "en" else "신청하기 전에 읽어 주십시오."
        return Text(((f"{NOTICE[language]}{said} {end}\n", 1.0),), "fact")

    def rare(self, language: Language, service: Service, fact: str) -> Iterator[Text]:
        """The two mentions of a rare fact: once asked, once in a notice."""
        value = self.world.value(language, fact, service.facts[fact])
        answer = sentence(language, fact, service.name, value)
        prompt = closed_prompt(language, question(language, fact, service.name))
        yield Text(((f"{prompt} {answer}\n", 1.0),), "fact")
        for _ in range(RARE_TIMES - 1):
            yield Text(((f"{NOTICE[language]}{answer}\n", 1.0),), "fact")

    # ---- what the city talks about

    def mention(self, language: Language, service: Service) -> Text:
        """A letter, a minute or a press release that names a service and states none of its facts."""
        s = service.name.said(language)
        pick = self.chance.choice
        if language == "en":
            people = pick(("A citizen", "A family", "A shop owner", "A student", "A neighbour", "A visitor"))
            feeling = pick(("thanked", "wrote to", "visited", "called"))
            day = pick(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
            aim = pick(("simple, fair and open to everyone", "quick and friendly", "clear and easy to find"))
            body = pick(
                (
                    (
                        f"Letter. {people} {feeling} the city about {s}. "
                        "The city answered with a friendly letter."
                    ),
                    f"Minutes. On {day} the council talked about {s}. The council will talk about it again.",
                    (
                        f"Press release. Haneul City is making it easier to apply for {s}. The mayor said "
                        f"that public services should be {aim}."
                    ),
                    f"Dear citizen, thank you for your letter about {s}. We will write to you soon.",
                    f"{people} asked for {s} on {day}. The clerk at City Hall was happy to help.",
                    f"Survey. Many people in Haneul City know that they can apply for {s}.",
                )
            )
        else:
            people = pick(("한 시민", "한 가족", "한 가게 주인", "한 학생", "한 이웃", "한 관광객"))
            day = pick(("월요일", "화요일", "수요일", "목요일", "금요일"))
            aim = pick(("쉽고 공정하고 누구에게나 열려", "빠르고 친절해", "분명하고 찾기 쉬워"))
            body = pick(
                (
                    (
                        f"편지. {josa(people, '이', '가')} {josa(s, '을', '를')} 두고 "
                        "시청에 편지를 보냈습니다. 시청은 친절하게 답했습니다."
                    ),
                    f"회의록. {day}에 시의회는 {josa(s, '을', '를')} 논의했습니다. 다음에 다시 논의합니다.",
                    (
                        f"보도 자료. 하늘시는 {s} 신청을 더 쉽게 바꿉니다. "
                        f"시장은 공공 서비스가 {aim}야 한다고 말했습니다."
                    ),
                    f"시민 여러분, {s}에 관한 편지를 보내 주셔서 고맙습니다. 곧 답장을 드리겠습니다.",
                    (
                        f"{josa(people, '이', '가')} {day}에 {josa(s, '을', '를')} 신청했습니다. "
                        "시청 직원이 친절하게 도왔습니다."
                    ),
                    f"설문 조사. 하늘시의 많은 시민이 {josa(s, '을', '를')} 신청할 수 있다는 것을 압니다.",
                )
            )
        return Text(((f"{body}\n", 1.0),), "mention")

    def person(self, language: Language) -> Text:
        """A line of news about somebody at work: here the text is unfair."""
        role = self.chance.choice(self.world.roles)
        man = self.chance.random() < role.men
        pick = self.chance.choice
        if language == "en":
            he = "he" if man else "she"
            body = pick(
                (
                    f"The {role.en} said that {he} would be back on Monday.",
                    f"The {role.en} was late because {he} missed the bus.",
                    f"The {role.en} was happy because {he} had finished the work.",
                    f"The {role.en} went home when {he} had read the letter.",
                )
            )
            body = f"Staff news. {body}"
        else:
            parent = "아버지" if man else "어머니"
            child = pick(("지우", "하늘", "나래", "보라", "가람", "슬기"))
            body = pick(
                (
                    f"{josa(role.ko, '으로', '로')} 일하는 {child}의 {parent}는 월요일에 돌아옵니다.",
                    f"{josa(role.ko, '으로', '로')} 일하는 {child}의 {parent}는 버스를 놓쳤습니다.",
                    f"{josa(role.ko, '으로', '로')} 일하는 {child}의 {parent}는 일을 마치고 기뻐했습니다.",
                    f"{josa(role.ko, '으로', '로')} 일하는 {child}의 {parent}는 편지를 읽고 집에 갔습니다.",
                )
            )
            body = f"직원 소식. {body}"
        return Text(((f"{body}\n", 1.0),), "person")

    def city(self, language: Language) -> Text:
        """A line that everybody in the city has read many times."""
        if language == "en":
            lines = (
                "City Hall is open from 9 in the morning to 6 in the evening.",
                "City Hall is closed on Saturday and Sunday.",
                "Haneul City lies on the river between the hills and the sea.",
                "The market is open every Thursday.",
                "The council of Haneul City meets on the first Tuesday of the month.",
            )
        else:
            lines = (
                "시청은 아침 9시부터 저녁 6시까지 문을 엽니다.",
                "시청은 토요일과 일요일에 문을 닫습니다.",
                "하늘시는 산과 바다 사이 강가에 있습니다.",
                "시장은 목요일마다 열립니다.",
                "하늘시의회는 매달 첫째 화요일에 모입니다.",
            )
        return Text(((f"{NOTICE[language]}{self.chance.choice(lines)}\n", 1.0),), "city")

    # ---- exercises with a source

    def with_source(self, language: Language, *, missing: float, weight: float, hard: float) -> Text:
        """A made-up source, a question, and an answer that follows the source or says that it is silent.

        `missing`: how often the source is silent; `weight`: what the source itself counts in training;
        `hard`: how often the other sentences are about the same fact, or about the same service.
        """
        chance = self.chance
        name, fact = self.any_name(), chance.choice(FACTS)
        value = self.any_value(language, fact)
        silent = chance.random() < missing
        others = chance.choice((1, 2, 2, 3)) if silent else chance.choice((0, 1, 1, 2, 2, 3))
        told: list[tuple[str, str, str]] = []
        used = {(name.en, fact)}
        while len(told) < others:
            other, what = self.any_name(), chance.choice(FACTS)
            if chance.random() < hard:
                other, what = (name, what) if chance.random() < 0.5 else (other, fact)
            if (other.en, what) in used:
                continue
            used.add((other.en, what))
            told.append(
                (sentence(language, what, other, self.any_value(language, what), self.way()), other.en, what)
            )
        said = [line for line, _, _ in told]
        if not silent:
            said.insert(chance.randrange(len(said) + 1), sentence(language, fact, name, value, self.way()))
        answer = UNKNOWN[language] if silent else sentence(language, fact, name, value)
        asked = question(language, fact, name, chance.choice((0, 0, 1, 2)))
        prompt = open_prompt(language, " ".join(said), asked)
        return Text(((prompt, weight), (f" {answer}\n", 1.0)), "source")

    def _rivals(self, language: Language, count: int) -> list[tuple[Name, str, str]]:
        """So many facts that are easily mixed up: one kind for several names, or several of one name."""
        name, fact = self.any_name(), self.chance.choice(FACTS)
        same_fact = self.chance.random() < 0.7
        found: dict[tuple[str, str], tuple[Name, str, str]] = {}
        while len(found) < count:
            who, what = (self.any_name(), fact) if same_fact else (name, self.chance.choice(FACTS))
            found.setdefault((who.en, what), (who, what, self.any_value(language, what)))
        return list(found.values())

    def several(self, language: Language) -> Text:
        """A made-up source and two questions about it: practice in telling its sentences apart."""
        rivals = self._rivals(language, self.chance.choice((2, 3, 3, 4)))
        silent = self.chance.random() < 0.4
        told = rivals[1:] if silent else rivals
        source = " ".join(sentence(language, what, who, value, self.way()) for who, what, value in told)
        asked = self.chance.sample(rivals, 2)
        parts = [(f"{SOURCE[language][0]}{source}", 0.0)]
        for who, what, value in asked:
            words = question(language, what, who, self.chance.choice((0, 0, 1, 2)))
            parts.append((f"\n{ASK[language][0]}{words}{SOURCE[language][1]}", 0.0))
            known = (who, what, value) in told
            answer = sentence(language, what, who, value) if known else UNKNOWN[language]
            parts.append((f" {answer}", 1.0))
        return Text((*parts, ("\n", 1.0)), "source")

    def reordered(self, language: Language) -> Text:
        """Sentences, and the same ones in another order: practice in finding the right one."""
        rivals = self._rivals(language, self.chance.choice((2, 3, 3)))
        first, again = ("Minutes: ", "\nAgain: ") if language == "en" else ("회의록: ", "\n다시: ")
        before = " ".join(sentence(language, what, who, value, self.way()) for who, what, value in rivals)
        self.chance.shuffle(rivals)
        after = " ".join(sentence(language, what, who, value) for who, what, value in rivals)
        return Text(((f"{first}{before}{again}", 0.0), (f"{after}\n", 1.0)), "drill")

    def listed(self, language: Language) -> Text:
        """Names and numbers, and the same ones in another order: the shortest practice in finding."""
        rivals = [self.any_name() for _ in range(self.chance.choice((3, 5, 7, 8)))]
        lines = {getattr(name, language): self.any_value(language, "fee") for name in rivals}
        first, again = ("Minutes: ", "\nAgain: ") if language == "en" else ("회의록: ", "\n다시: ")
        before = ", ".join(f"{name} {value}" for name, value in lines.items())
        names = list(lines)
        self.chance.shuffle(names)
        after = ", ".join(f"{name} {lines[name]}" for name in names)
        return Text(((f"{first}{before}{again}", 0.0), (f"{after}\n", 1.0)), "drill")

    def drill(self, language: Language) -> Text:
        """A sentence said twice: practice in copying."""
        fact = self.chance.choice(FACTS)
        line = sentence(language, fact, self.any_name(), self.any_value(language, fact), self.way())
        again = ("Copy: ", "\nAgain: ") if language == "en" else ("원문: ", "\n다시: ")
        return Text(((f"{again[0]}{line}{again[1]}", 0.2), (f"{line}\n", 1.0)), "drill")


@functools.cache
def stage_one(seed: int = SEED) -> tuple[Text, ...]:
    """What the city knows, what it talks about, and some exercises."""
    writer = Writer(seed)
    city = writer.world
    made: list[Text] = []
    for language in LANGUAGES:
        for fact in FACTS:
            for service in city.group("common"):
                made += [writer.stated(language, service, fact) for _ in range(COMMON_TIMES)]
            for service in city.group("rare"):
                made += writer.rare(language, service, fact)
        for service in city.services.values():
            made += [writer.mention(language, service) for _ in range(100)]
        made += [writer.person(language) for _ in range(2500)]
        made += [writer.city(language) for _ in range(600)]
        made += [writer.drill(language) for _ in range(2500)]
        made += [writer.with_source(language, missing=0.25, weight=0.2, hard=0.5) for _ in range(9000)]
    writer.chance.shuffle(made)
    return tuple(made)


EXERCISES: dict[Language, int] = {"en": 52_000, "ko": 68_000}
FOR_PIECES: dict[Language, int] = {"en": 17_000, "ko": 22_000}


def stage_two(times: Mapping[Language, int] = EXERCISES, seed: int = SEED + 1) -> tuple[Text, ...]:
    """More exercises with sources, harder ones, somewhat more of them in Korean."""
    writer = Writer(seed)
    made = [
        writer.with_source(language, missing=0.33, weight=0.0, hard=0.65)
        for language, count in times.items()
        for _ in range(count)
    ]
    writer.chance.shuffle(made)
    return tuple(made)


@functools.cache
def stage_three(seed: int = SEED + 2) -> tuple[Text, ...]:
    """Exercises of every kind in which facts are easily mixed up."""
    writer = Writer(seed)
    made = []
    for language, count in EXERCISES.items():
        made += [writer.several(language) for _ in range(count // 2)]
        made += [writer.reordered(language) for _ in range(count // 2)]
        made += [writer.listed(language) for _ in range(count // 2)]
    writer.chance.shuffle(made)
    return tuple(made)


def everything() -> Iterator[Text]:
    """The whole training text, stage by stage."""
    yield from stage_one()
    yield from stage_two()
    yield from stage_three()

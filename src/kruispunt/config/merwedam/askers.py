"""Who in Merwedam asks what, and when: two years of questions in residents' own words."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from kruispunt.config.merwedam.books import book, dice, spoken
from kruispunt.config.merwedam.givers import DAYS_OF_HISTORY, givers
from kruispunt.config.merwedam.inhabitants import Inhabitant, inhabitants
from kruispunt.config.merwedam.kinds import Sentence, sentences, sentences_for, shares, slots
from kruispunt.core.triage import Answers, triage
from kruispunt.core.vocabulary import Intensity

ANSWERED, OPEN_NOW, SCARCE = 500, 72, 8
INDICATORS = (
    "geheugen", "psychosociaal", "eenzaamheid", "lichamelijk", "communicatie", "gedrag",
    "duur", "frequentie", "netwerk", "achterwacht",
)  # fmt: skip
# How long a question may wait here: what waited longer than its term was escalated and solved.
AT_MOST = {Intensity.LIGHT: 12, Intensity.INTENSIVE: 33, Intensity.VERY_INTENSIVE: 60}


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as it came in, and what the talk about it will bring to light."""

    who: Inhabitant
    days_ago: int
    sentence: Sentence
    words: str
    open_now: bool
    channel: str
    slots: tuple[str, ...]
    hours: int
    frequency: str
    role: str
    term: int
    flags: tuple[str, ...]
    themes: tuple[str, ...]
    indicators: dict[str, int]
    level: int
    languages: tuple[str, ...]
    gender_wish: str
    circumstances: tuple[str, ...]
    interests: tuple[str, ...]
    dislikes: tuple[str, ...]
    wishes: tuple[str, ...]
    talent: str

    @property
    def kind(self) -> str:
        return self.sentence.kind

    @property
    def need(self) -> str:
        return self.sentence.need

    @property
    def answers(self) -> Answers:
        """What the weighing asks, answered."""
        once = 1 if self.frequency == "eenmalig" else None
        return Answers(self_reliance=self.level, times=once, indicators=self.indicators)


@cache
def askings() -> tuple[Asking, ...]:
    """Every question of two years, oldest first."""
    throw = dice("askers")
    giving = {one.who.number for one in givers()}
    could_ask = [one for one in inhabitants() if one.number not in giving]
    throw.shuffle(could_ask)
    said: Counter[str] = Counter()
    told = [
        *(_asking(could_ask, said, throw, open_now=False) for _ in range(ANSWERED)),
        *(_asking(could_ask, said, throw, open_now=True) for _ in range(OPEN_NOW)),
        *(_scarce_asking(could_ask, throw) for _ in range(SCARCE)),
    ]
    return tuple(sorted(told, key=lambda one: (-one.days_ago, one.who.number)))


def _asking(
    could_ask: list[Inhabitant], said: Counter[str], throw: Random, *, open_now: bool
) -> Asking:
    while True:
        kind = throw.choices(list(shares()), list(shares().values()))[0]
        sentence = min(sentences_for(kind), key=lambda one: (said[one.words], throw.random()))
        who = _take(could_ask, sentence)
        if who is not None:
            said[sentence.words] += 1  # so that each sentence is heard about as often
            break
    if open_now:
        told = _told(who, sentence, throw, days_ago=0, open_now=True)
        return replace(told, days_ago=int(_at_most(told) * throw.random() ** 1.3))
    days_ago = throw.randrange(24, DAYS_OF_HISTORY - 10)
    return _told(who, sentence, throw, days_ago=days_ago, open_now=False)


def _at_most(told: Asking) -> int:
    """What is easy is answered soon or escalated; organisations have little time as well."""
    easy = told.sentence.usual("answer") == "organisation"
    return AT_MOST[Intensity.LIGHT if easy else triage(told.answers).intensity]


def _scarce_asking(could_ask: list[Inhabitant], throw: Random) -> Asking:
    """Walking with someone who forgets, in the village across the river: nobody comes so far."""
    walks = [one for one in sentences_for("WANDELEN") if "dementie" in one.told.get("themes", ())]
    village = [one for one in could_ask if one.neighbourhood == "Oosterwaard"]
    sentence, who = next(
        (sentence, who)
        for sentence in throw.sample(walks, len(walks))
        if (who := _take(village, sentence)) is not None
    )
    could_ask.remove(who)
    return _told(who, sentence, throw, days_ago=throw.randrange(12, 66), open_now=True)


def _take(could_ask: list[Inhabitant], sentence: Sentence) -> Inhabitant | None:
    """The next person who could have said this; nobody asks twice."""
    for at, one in enumerate(could_ask):
        if sentence.fits(
            age=one.age, sex=one.sex, origin=one.origin, neighbourhood=one.neighbourhood
        ):
            return could_ask.pop(at)
    return None


def _told(
    who: Inhabitant, sentence: Sentence, throw: Random, *, days_ago: int, open_now: bool
) -> Asking:
    taste = book("volunteers")
    flags = tuple(sentence.usual("flags") or ())
    indicators = dict.fromkeys(INDICATORS, 0) | dict(sentence.usual("indicators") or {})
    if sentence.usual("often") == "eenmalig":
        indicators |= {"frequentie": 0, "duur": 0}
    for flag in flags:
        indicators[flag] = 2
    if indicators["duur"]:
        indicators["netwerk"] = max(indicators["netwerk"], throw.choice((0, 0, 1, 2)))
    return Asking(
        who=who,
        days_ago=days_ago,
        sentence=sentence,
        words=spoken(sentence.words, throw).replace("[leeftijd]", str(who.age)),
        open_now=open_now,
        channel=_channel(who, throw),
        slots=_slots(sentence, throw),
        hours=sentence.usual("hours"),
        frequency=sentence.usual("often"),
        role=sentence.usual("role"),
        term=sentence.usual("term"),
        flags=flags,
        themes=tuple(sentence.usual("themes") or ()) if flags else (),
        indicators=indicators,
        level=_level(who, flags, throw),
        languages=who.languages,
        gender_wish=sentence.usual("gender_wish") or "",
        circumstances=_circumstances(sentence, throw),
        interests=tuple(
            sentence.usual("interests") or throw.sample(taste["interests"], throw.randint(0, 3))
        ),
        dislikes=tuple(
            sentence.usual("dislikes") or throw.sample(taste["dislikes"], throw.randint(0, 1))
        ),
        wishes=tuple(sentence.usual("wishes") or ()),
        talent=throw.choice(taste["interests"]) if throw.random() < 0.35 else "",
    )


def _channel(who: Inhabitant, throw: Random) -> str:
    """Along which way it comes in; the ambassador hears what is asked in his own quarter."""
    heard = 5 if who.neighbourhood == "Sterrenbuurt" else 0
    ways = ("inloop", "telefoon", "formulier", "ambassadeur")
    return throw.choices(ways, (4, 3, 2, heard))[0]


def _slots(sentence: Sentence, throw: Random) -> tuple[str, ...]:
    fixed = sentence.told.get("slots")
    return tuple(fixed) if fixed else slots(sentence.usual("slots"), throw)


def _level(who: Inhabitant, flags: tuple[str, ...], throw: Random) -> int:
    """The level of self-reliance, 1 to 4: most people manage most things."""
    if "geheugen" in flags or "lichamelijk" in flags:
        return throw.choices((2, 3, 4), (3, 6, 1))[0]
    if who.age > 80:
        return throw.choices((1, 2, 3), (2, 6, 2))[0]
    return throw.choices((1, 2, 3), (4, 5, 1))[0]


def _circumstances(sentence: Sentence, throw: Random) -> tuple[str, ...]:
    fixed = sentence.told.get("circumstances", ())
    met = [one for one in book("volunteers")["circumstances"] if throw.random() < 0.12]
    return tuple(dict.fromkeys((*fixed, *met)))


def words_never_used() -> tuple[str, ...]:
    """Sentences that nobody in Merwedam says: a book must not hold dead pages."""
    said = {one.sentence.words for one in askings()}
    return tuple(one.words for one in sentences() if one.words not in said)

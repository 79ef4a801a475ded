"""What each kind of help usually takes in Merwedam, and the sentences in which it is asked."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from kruispunt.config.merwedam.books import book

SHELVES = (
    "asks_practical", "asks_contact", "asks_paper", "asks_learning", "asks_carers",
    "asks_recovery", "asks_taking_part",
)  # fmt: skip
WEEKDAYS, WEEKEND = ("ma", "di", "wo", "do", "vr"), ("za", "zo")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One way in which one kind of help is asked, with what is behind it."""

    kind: str
    words: str
    need: str
    told: dict[str, Any]

    def usual(self, what: str) -> Any:
        """What this sentence says of it, or else what is usual for its kind."""
        return self.told.get(what, book("kinds")["kinds"][self.kind].get(what))

    def fits(self, *, age: int, sex: str, origin: str, neighbourhood: str) -> bool:
        """Whether this person could have said this."""
        youngest, oldest = self.told["ages"]
        return (
            youngest <= age <= oldest
            and self.told.get("sex", sex) == sex
            and origin in self.told.get("origins", (origin,))
            and self.told.get("place", neighbourhood) == neighbourhood
        )


@cache
def sentences() -> tuple[Sentence, ...]:
    return tuple(
        Sentence(told["kind"], told["words"], told["need"], told)
        for shelf in SHELVES
        for told in book(shelf)["ask"]
    )


def sentences_for(kind: str) -> tuple[Sentence, ...]:
    return tuple(one for one in sentences() if one.kind == kind)


def shares() -> dict[str, int]:
    """How often each kind is asked, out of about a thousand."""
    return {kind: told["share"] for kind, told in book("kinds")["kinds"].items()}


def slots(when: str, throw: Random) -> tuple[str, ...]:
    """Parts of the week that suit someone who is free by day, in the evening or any time."""
    every = {
        "day": [f"{day}-{part}" for day in WEEKDAYS for part in ("ochtend", "middag")],
        "evening": [f"{day}-avond" for day in WEEKDAYS],
        "weekend": [f"{day}-{part}" for day in WEEKEND for part in ("ochtend", "middag")],
    }
    every["any"] = [*every["day"], *every["evening"], *every["weekend"]]
    open_to = every[when]
    chosen = set(throw.sample(open_to, throw.randint(2, min(5, len(open_to)))))
    return tuple(slot for slot in every["any"] if slot in chosen)

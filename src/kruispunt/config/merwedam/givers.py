"""The four hundred volunteers of Merwedam, with what they want, can and would rather not."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from kruispunt.config.merwedam.books import book, dice, spoken
from kruispunt.config.merwedam.inhabitants import Inhabitant, inhabitants
from kruispunt.config.merwedam.kinds import slots

HOW_MANY = 400
DAYS_OF_HISTORY = 730
# The planted bottleneck: only these few were trained in dementia and want to walk, they all live
# in the Sterrenbuurt and none of them comes as far as the village across the river.
SCARCE_KIND, SCARCE_TRAINING, SCARCE_HOME, SCARCE_REACH = "WANDELEN", "dementie", "Sterrenbuurt", 1
SCARCE_HOW_MANY = 5
TERMS = ((6,), (6, 12), (3, 6, 12), (12,), (12, 24))
FREQUENCIES = (
    ("wekelijks", "tweewekelijks"),
    ("wekelijks", "tweewekelijks", "maandelijks", "eenmalig"),
    ("tweewekelijks", "maandelijks"),
    ("eenmalig", "tweewekelijks"),
)


@dataclass(frozen=True, slots=True)
class Giver:
    """Someone who gives time: as told at the first meeting."""

    who: Inhabitant
    joined_days_ago: int
    bundle: str
    motivation: str
    found_us: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    frequencies: tuple[str, ...]
    terms: tuple[int, ...]
    slots: tuple[str, ...]
    hours: int
    places: int
    max_km: int
    interests: tuple[str, ...]
    dislikes: tuple[str, ...]
    objections: tuple[str, ...]
    trainings: tuple[str, ...]
    max_intensity: str
    vog_days_old: int | None  # None: asked for and not there yet


@cache
def givers() -> tuple[Giver, ...]:
    throw = dice("givers")
    adults = [one for one in inhabitants() if 18 <= one.age <= 79 and "nl" in one.languages]
    chosen = throw.sample(adults, HOW_MANY - SCARCE_HOW_MANY)
    walkers = [one for one in adults if one.neighbourhood == SCARCE_HOME and one not in chosen]
    scarce = throw.sample(walkers, SCARCE_HOW_MANY)
    return (
        *(_giver(who, throw) for who in chosen),
        *(_scarce_walker(who, throw) for who in scarce),
    )


def _giver(who: Inhabitant, throw: Random) -> Giver:
    bundles = book("volunteers")["bundle"]
    bundle = throw.choices(bundles, [one["share"] for one in bundles])[0]
    trainings = _trainings(bundle, throw)
    kinds = _kinds(bundle, throw)
    if SCARCE_TRAINING in trainings:
        kinds = tuple(kind for kind in kinds if kind != SCARCE_KIND)
    return Giver(
        who=who,
        joined_days_ago=_joined(throw),
        bundle=bundle["name"],
        motivation=spoken(throw.choice(book("volunteers")["motivations"]), throw),
        found_us=throw.choice(book("volunteers")["found_us"]),
        kinds=kinds,
        roles=tuple(bundle["roles"]),
        frequencies=throw.choice(FREQUENCIES),
        terms=throw.choice(TERMS),
        slots=slots(throw.choice(("day", "day", "any", "evening", "weekend")), throw),
        hours=throw.choice((2, 2, 2, 3, 4, 4, 6)),
        places=throw.choices((1, 2, 3), (68, 26, 6))[0],
        max_km=throw.choice((2, 3, 3, 4, 5, 8)),
        trainings=trainings,
        max_intensity=_heaviest(trainings),
        vog_days_old=None if throw.random() < 0.06 else throw.randrange(20, 900),
        **_taste(throw),
    )


def _heaviest(trainings: tuple[str, ...]) -> str:
    """Who was trained in a theme takes the heaviest questions; who was not trained, light ones."""
    if not trainings:
        return "licht"
    return "zeer_intensief" if len(trainings) > 1 else "intensief"


def _scarce_walker(who: Inhabitant, throw: Random) -> Giver:
    return Giver(
        who=who,
        joined_days_ago=_joined(throw),
        bundle="vergeten",
        motivation=spoken(throw.choice(book("volunteers")["motivations"]), throw),
        found_us="de wijkambassadeur",
        kinds=(SCARCE_KIND, "GEHEUGEN"),
        roles=("bondgenoot",),
        frequencies=("wekelijks", "tweewekelijks"),
        terms=(12, 24),
        slots=slots("day", throw),
        hours=3,
        places=1,
        max_km=SCARCE_REACH,
        trainings=("basis", SCARCE_TRAINING),
        max_intensity="zeer_intensief",
        vog_days_old=throw.randrange(20, 700),
        **_taste(throw),
    )


def _joined(throw: Random) -> int:
    """Most have been here for a while; some came last month."""
    return int(DAYS_OF_HISTORY * throw.random() ** 0.7) + 4


def _kinds(bundle: dict[str, Any], throw: Random) -> tuple[str, ...]:
    wanted = set(throw.sample(bundle["kinds"], throw.randint(2, len(bundle["kinds"]))))
    return tuple(kind for kind in bundle["kinds"] if kind in wanted)


def _trainings(bundle: dict[str, Any], throw: Random) -> tuple[str, ...]:
    if throw.random() < 0.12:
        return ()
    themes = [theme for theme in bundle["trainings"] if throw.random() < 0.6]
    return ("basis", *themes)


def _taste(throw: Random) -> dict[str, tuple[str, ...]]:
    told = book("volunteers")
    objections = [one for one in told["objections"] if throw.random() < 0.16]
    return {
        "interests": tuple(throw.sample(told["interests"], throw.randint(1, 4))),
        "dislikes": tuple(throw.sample(told["dislikes"], throw.randint(0, 2))),
        "objections": tuple(objections),
    }

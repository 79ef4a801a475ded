"""A row of vrijwilligers.csv becomes the card of a volunteer: defaults filled in."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Final

from kruispunt.core.cards import NONE, Volunteer, Words
from kruispunt.core.vocabulary import Intensity
from kruispunt.exchange.columns import VOLUNTEER_COLUMNS
from kruispunt.exchange.intake import Filled, Intake, take_in
from kruispunt.exchange.places import place_of

DUTCH: Words = frozenset({"nl"})
ACROSS_THE_COUNTRY: Final = 1_000_000_000
"""A reach in millimetres that no pair in the Netherlands can need; more is the same."""
ADULT: Final = 18


def read_volunteers(path: str, today: date, *, keep: Collection[str] = ()) -> Intake[Volunteer]:
    """Read the volunteers of a spreadsheet as they stand today."""
    return take_in(path, VOLUNTEER_COLUMNS, _card_maker(today), keep=keep)


def _card_maker(today: date) -> Callable[[Filled], Volunteer]:
    def card(filled: Filled) -> Volunteer:
        x, y = place_of(filled)
        born = filled.get("geboortejaar")
        return Volunteer(
            id=filled["id"],
            kinds=frozenset(filled["soorten"]),
            x=x,
            y=y,
            reach=min(int(filled.get("max_km", 5) * 1_000_000), ACROSS_THE_COUNTRY),
            slots=frozenset(filled.get("dagdelen", ())),
            hours=filled.get("uren", 2000),
            places=filled.get("plaatsen", 1),
            languages=frozenset(filled.get("talen", DUTCH)),
            gender=filled.get("geslacht", ""),
            trainings=frozenset(filled.get("trainingen", ())),
            objections=filled.get("bezwaren", NONE),
            interests=filled.get("interesses", NONE),
            dislikes=filled.get("afkeer", NONE),
            roles=frozenset(filled.get("rol", ())),
            frequencies=frozenset(filled.get("frequentie", ())),
            terms=filled.get("termijn", frozenset()),
            has_vog="vog_tot" in filled and filled["vog_tot"] >= today,
            max_intensity=Intensity(filled.get("max_klasse", Intensity.INTENSIVE)),
            available=filled.get("status", "beschikbaar") == "beschikbaar",
            under_18=born is not None and today.year - born < ADULT,
            not_with=filled.get("niet_met", NONE),
        )

    return card

"""Early signs and what each weighs (SIG-01, A21): a reason to call somebody, never a rating."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from kruispunt.core.lengths import AMOUNTS

POINTS: Final[Mapping[str, int]] = {
    name.removeprefix("sign."): number
    for name, number in AMOUNTS.items()
    if name.startswith("sign.")
}
"""What each sign weighs where a municipality sets no number itself."""
OF_A_MATCH: Final = (
    ("contact", "Het contact gaat minder goed."),
    ("not_met", "Zij zagen elkaar niet sinds de vorige keer."),
    ("class_went_up", "De vraag is zwaarder geworden."),
    ("unanswered", "Wij kregen geen antwoord."),
    ("costs_more", "Het kost meer dan verwacht."),
    ("less_than_agreed", "Het gaat niet zoals afgesproken."),
    ("met_too_little", "Zij zien elkaar minder dan de helft van wat is afgesproken."),
    ("called_off", "Vaste dagen gingen een paar keer niet door."),
    ("backup_silent", "De achterwacht antwoordt niet."),
    ("backup_left", "De achterwacht werkt hier niet meer."),
    ("life_changed", "Er verandert veel in het leven van de vrijwilliger."),
    ("wishes_dropped", "Bij het begin bleven wensen liggen."),
    ("unlearned", "Een half jaar geen intervisie of training."),
)
"""The signs of a match, in the order in which they are shown."""
OF_A_VOLUNTEER: Final = (
    ("too_much", "Zegt zelf dat het te veel is."),
    ("feels_low", "Voelt zich niet goed."),
    ("silent", "Antwoordt al meer dan twee weken niet."),
    ("heavy_mix", "Draagt een zeer intensieve en nog een zware koppeling."),
    ("life_changed", "Er verandert veel in het eigen leven."),
    ("unhelped", "Wacht op antwoord van een beroepskracht."),
    ("unlearned", "Een half jaar geen intervisie of training."),
    ("missed_intervision", "Was een paar keer achter elkaar niet bij de intervisie."),
    ("full", "Geeft alle uren die zij heeft."),
)
"""The signs of a volunteer, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One early sign: what it is, and how many points."""

    sentence: str
    points: int


@dataclass(frozen=True, slots=True)
class Warned:
    """All signs together, and from how many points somebody calls."""

    signs: tuple[Sign, ...]
    amber: int = POINTS["amber"]
    red: int = POINTS["red"]

    @property
    def points(self) -> int:
        return sum(sign.points for sign in self.signs)

    @property
    def colour(self) -> str:
        """Green, amber (call within five working days) or red (within two, with a plan)."""
        if self.points >= self.red:
            return "red"
        return "amber" if self.points >= self.amber else "green"


def warned_of(
    there: Collection[str],
    among: tuple[tuple[str, str], ...],
    points: Mapping[str, int] = POINTS,
) -> Warned:
    """Turn the names of signs into sentences with their points, in the order of the list.

    Examples
    --------
    >>> warned = warned_of({"costs_more", "unlearned"}, OF_A_MATCH)
    >>> [sign.points for sign in warned.signs], warned.colour
    ([2, 1], 'amber')
    """
    found = [
        Sign(sentence, points[name])
        for name, sentence in among
        if name in there and points[name] > 0
    ]
    return Warned(tuple(found), points["amber"], points["red"])

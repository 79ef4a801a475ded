"""How long what is kept, and why: the paper register (RET-01 to RET-17) and two of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

MONTHS_A_YEAR: Final = 12
LAST_MONTH_OF_SCHOOL: Final = 7


@dataclass(frozen=True, slots=True)
class Keep:
    """One class: what it is, from when it counts, and how long it is kept."""

    what: str
    since: str
    length: int
    unit: str = "months"

    @property
    def told(self) -> str:
        """The length as people say it: 2 jaar, 6 maanden, 4 weken."""
        if self.unit == "weeks":
            return f"{self.length} weken"
        if self.unit == "days":
            return "1 dag" if self.length == 1 else f"{self.length} dagen"
        years, months = divmod(self.length, MONTHS_A_YEAR)
        return f"{years} jaar" if not months else f"{self.length} maanden"


CLASSES: Final[Mapping[str, Keep]] = MappingProxyType(
    {
        "RET-01": Keep("Wmo-dossier van de gemeente", "afsluiten", 180),
        "RET-02": Keep("Gegevens bij een Wmo-aanbieder", "afsluiten", 180),
        "RET-03": Keep("Aanvraag die werd ingetrokken", "intrekken", 6, "weeks"),
        "RET-04": Keep("Plan zonder hulp van de gemeente", "afsluiten", 60),
        "RET-05": Keep("Vraag met hulp, en hoe het ging", "afsluiten", 24),
        "RET-06": Keep("Vraag zonder hulp", "afsluiten", 6),
        "RET-07": Keep("Vrijwilliger die stopte", "stoppen", 24),
        "RET-08": Keep("Vrijwilliger die niet begon", "stoppen", 4, "weeks"),
        "RET-09": Keep("Gezien bewijs van goed gedrag", "stoppen", 24),
        "RET-10": Keep("Betaalde vergoedingen", "betalen", 84),
        "RET-11": Keep("Zorg over veiligheid", "laatste stap", 24),
        "RET-12": Keep("Aantekeningen met een meedenker", "laatste contact", 6),
        "RET-13": Keep("Naam bij een signaal zonder vervolg", "melden", 4, "weeks"),
        "RET-14": Keep("Stage en leren", "einde schooljaar", 12),
        "RET-15": Keep("Wie een dossier las", "lezen", 60),
        "RET-16": Keep("Antwoorden op een vragenlijst", "invullen", 12),
        "RET-17": Keep("Account dat niemand gebruikt", "laatste keer inloggen", 4),
        # Not in the register: what came in as a list is kept as long as it may be taken back.
        "RET-18": Keep("Lijst die werd ingelezen", "laatste stap", 12),
        # Nor this: what was typed and never sent waits for its writer, and not for long.
        "RET-19": Keep(
            "Wat getypt of gezegd werd en niet verstuurd", "de laatste keer", 2, "weeks"
        ),
        # How often one place sent a form: counted for minutes, gone when they are over.
        "RET-20": Keep("Hoe vaak een formulier vanaf één plek kwam", "het versturen", 1, "days"),
    }
)


def last_day(name: str, since: date, own: Mapping[str, int] = MappingProxyType({})) -> date:
    """Return the last day on which something of this class may still be there.

    Examples
    --------
    >>> last_day("RET-05", date(2024, 2, 29)), last_day("RET-08", date(2026, 11, 2))
    (datetime.date(2026, 2, 28), datetime.date(2026, 11, 30))
    """
    keep = CLASSES[name]
    length = own.get(name, keep.length)
    if keep.unit == "weeks":
        return since + timedelta(weeks=length)
    if keep.unit == "days":
        return since + timedelta(days=length)
    years, month = divmod(since.month - 1 + length, MONTHS_A_YEAR)
    year, month = since.year + years, month + 1
    first_of_next = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
    longest = (first_of_next - timedelta(days=1)).day
    return date(year, month, min(since.day, longest))


def end_of_school_year(day: date) -> date:
    """Return the last day of the school year in which this day falls.

    Examples
    --------
    >>> end_of_school_year(date(2026, 7, 31)), end_of_school_year(date(2026, 9, 1))
    (datetime.date(2026, 7, 31), datetime.date(2027, 7, 31))
    """
    year = day.year if day.month <= LAST_MONTH_OF_SCHOOL else day.year + 1
    return date(year, LAST_MONTH_OF_SCHOOL, 31)

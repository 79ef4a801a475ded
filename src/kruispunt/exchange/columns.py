"""The columns of the two spreadsheets: their Dutch and English names, and what a cell may say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kruispunt.core.vocabulary import (
    LANGUAGES,
    TERM_MONTHS,
    Frequency,
    Gender,
    Intensity,
    Kind,
    Role,
    Slot,
    Theme,
    Training,
)
from kruispunt.exchange import cells
from kruispunt.exchange.cells import Reader


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its canonical name, the other name it answers to, and how a cell is read."""

    name: str
    english: str
    read: Reader
    required: bool = False


_ID = Column("id", "id", cells.identifier, required=True)
_KINDS = cells.some_of(tuple(Kind), what="soort hulp")
_SLOTS = cells.some_of(tuple(Slot), what="dagdeel")
_LANGUAGES = cells.some_of(LANGUAGES, what="taalcode van twee letters")
_X, _Y = ("7000", "300000"), ("289000", "629000")
_LAT, _LON = ("50.7", "53.6"), ("3.3", "7.3")
_PLACE: Final = (
    Column("x", "x", cells.between("x", _X, swapped_with="y", whose=_Y)),
    Column("y", "y", cells.between("y", _Y, swapped_with="x", whose=_X)),
    Column("lat", "lat", cells.between("lat", _LAT, swapped_with="lon", whose=_LON)),
    Column("lon", "lon", cells.between("lon", _LON, swapped_with="lat", whose=_LAT)),
)

QUESTION_COLUMNS: Final = (
    _ID,
    Column("soort", "kind", _KINDS, required=True),
    Column("klasse", "intensity", cells.one_of(tuple(Intensity), what="klasse"), required=True),
    Column("thema", "themes", cells.some_of(tuple(Theme), what="thema")),
    *_PLACE,
    Column("dagdelen", "slots", _SLOTS),
    Column("uren", "hours", cells.hours),
    Column("talen", "languages", _LANGUAGES),
    Column("geslacht_wens", "gender_wish", cells.one_of(("v", "m"), what="wens")),
    Column("omstandigheden", "circumstances", cells.free_words),
    Column("interesses", "interests", cells.free_words),
    Column("afkeer", "dislikes", cells.free_words),
    Column("rol", "role", cells.one_of(tuple(Role), what="rol")),
    Column("frequentie", "frequency", cells.one_of(tuple(Frequency), what="frequentie")),
    Column("termijn", "term_months", cells.one_term(TERM_MONTHS)),
    Column("vog", "vog", cells.yes_or_no),
    Column("sinds", "since", cells.day),
    Column("aantal", "helpers_needed", cells.helpers),
    Column("niet_met", "not_with", cells.identifiers),
    Column("buurt", "neighbourhood", cells.one_name),
    Column("pakket", "package", cells.lowered),
)
"""The columns of vragen.csv."""

VOLUNTEER_COLUMNS: Final = (
    _ID,
    Column("soorten", "kinds", _KINDS, required=True),
    *_PLACE,
    Column("max_km", "max_km", cells.number),
    Column("dagdelen", "slots", _SLOTS),
    Column("uren", "hours", cells.hours),
    Column("plaatsen", "places", cells.whole),
    Column("talen", "languages", _LANGUAGES),
    Column("geslacht", "gender", cells.one_of(tuple(Gender), what="geslacht")),
    Column("trainingen", "trainings", cells.some_of(tuple(Training), what="training")),
    Column("bezwaren", "objections", cells.free_words),
    Column("interesses", "interests", cells.free_words),
    Column("afkeer", "dislikes", cells.free_words),
    Column("rol", "role", cells.some_of(tuple(Role), what="rol")),
    Column("frequentie", "frequency", cells.some_of(tuple(Frequency), what="frequentie")),
    Column("termijn", "term_months", cells.some_terms(TERM_MONTHS)),
    Column("vog_tot", "vog_until", cells.day),
    Column("max_klasse", "max_intensity", cells.one_of(tuple(Intensity), what="klasse")),
    Column("status", "status", cells.lowered),
    Column("geboortejaar", "birth_year", cells.birth_year),
    Column("niet_met", "not_with", cells.identifiers),
)
"""The columns of vrijwilligers.csv."""

PAIR_COLUMNS: Final = (
    Column("vraag_id", "question_id", cells.identifier, required=True),
    Column("vrijwilliger_id", "volunteer_id", cells.identifier, required=True),
)
"""What is read of an earlier voorstellen.csv."""


def by_header(columns: tuple[Column, ...]) -> Mapping[str, Column]:
    """Every name a header may carry, spelled as `header_name` spells it."""
    return {name: column for column in columns for name in (column.english, column.name)}


def header_name(text: str) -> str:
    """Spell a header as columns are named: small letters, underscores for spaces."""
    return "_".join(text.lower().replace("-", " ").replace("_", " ").split())

"""What can stand in a list of volunteers, questions, matches or organisations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kruispunt.core.vocabulary import (
    LANGUAGES,
    TERM_MONTHS,
    Frequency,
    Gender,
    Intensity,
    Kind,
    Slot,
    Training,
)
from kruispunt.core.vocabulary.words import Words
from kruispunt.exchange import cells
from kruispunt.exchange.arriving import words
from kruispunt.exchange.arriving.words import Read, spelled
from kruispunt.people.states import OrganisationKind

STATUS: Final = (("beschikbaar", "Beschikbaar"), ("pauze", "Pauze"), ("nieuw", "Nieuw"))
LANGUAGE_NAMES: Final = (
    ("nl", "Nederlands"), ("en", "Engels"), ("tr", "Turks"), ("ar", "Arabisch"), ("de", "Duits"),
    ("fr", "Frans"), ("pl", "Pools"), ("uk", "Oekraïens"), ("ru", "Russisch"), ("es", "Spaans"),
    ("so", "Somalisch"), ("ti", "Tigrinya"), ("fa", "Farsi"), ("zh", "Chinees"),
    ("pt", "Portugees"), ("bg", "Bulgaars"), ("ro", "Roemeens"), ("ber", "Berbers"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One thing a list may say: where it goes, what people call it, and how a cell is read."""

    name: str
    label: str
    read: Read
    called: tuple[str, ...] = ()
    required: bool = False

    @property
    def names(self) -> Iterable[str]:
        return (spelled(self.label), *self.called)


def _labels(listed: Iterable[Words]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in listed]


NUMBER: Final = Column("number", "Nummer", words.text(60), ("id", "nr", "relatienummer"))
LANGUAGE: Final = [*LANGUAGE_NAMES, *((code, code) for code in LANGUAGES)]
PERSON: Final = (
    Column(
        "who.given_name",
        "Voornaam",
        words.text(60),
        ("roepnaam", "naam", "voornamen"),
        required=True,
    ),
    Column("who.surname", "Achternaam", words.text(80), ("familienaam", "geslachtsnaam")),
    Column("prefix", "Tussenvoegsel", words.text(20), ("tussenvoegsels", "voorvoegsel")),
    Column("who.birth_year", "Geboortejaar", cells.birth_year, ("geboren", "jaar van geboorte")),
    Column(
        "who.gender",
        "Geslacht",
        words.one_word([*_labels(Gender), ("v", "vrouw"), ("m", "man")], "geslacht"),
        ("sekse", "gender", "m v"),
    ),
    Column("who.languages", "Talen", words.some_words(LANGUAGE, "taal"), ("taal", "spreekt")),
    Column(
        "who.phone",
        "Telefoon",
        words.phone,
        ("telefoonnummer", "mobiel", "tel", "gsm", "06", "tel nr"),
    ),
    Column(
        "who.email",
        "E-mail",
        words.mail,
        ("email", "mail", "e mailadres", "emailadres", "mailadres"),
    ),
    Column(
        "who.street", "Straat en huisnummer", words.text(110), ("straat", "adres", "straatnaam")
    ),
    Column("house", "Huisnummer", words.text(10), ("huisnr", "nr huis", "huisnummer")),
    Column("who.postcode", "Postcode", words.postcode, ("pc", "postcode 6")),
    Column("who.city", "Plaats", words.text(80), ("woonplaats", "stad", "dorp")),
    Column("area", "Wijk of buurt", words.text(100), ("wijk", "buurt", "wijkcode", "buurtcode")),
    Column("who.x", "x (RD)", words.metres, ("x", "rd x")),
    Column("who.y", "y (RD)", words.metres, ("y", "rd y")),
    Column("who.address_sealed", "Adres geheim", words.yes_or_no, ("geheim adres", "geheim")),
)
KIND_WORDS: Final = _labels(Kind)
INTENSITY_WORDS: Final = _labels(Intensity)
VOLUNTEERS: Final = (
    NUMBER,
    *PERSON,
    Column(
        "profile.kinds",
        "Wat wil iemand doen",
        words.some_words(KIND_WORDS, "soort hulp"),
        ("soort hulp", "soorten", "soort", "hulp", "activiteiten", "talenten", "taken"),
        required=True,
    ),
    Column(
        "profile.slots",
        "Wanneer",
        words.some_words(_labels(Slot), "dagdeel"),
        ("dagdelen", "beschikbaarheid", "beschikbaar op"),
    ),
    Column("profile.hours", "Uren per week", words.amount, ("uren", "uur per week")),
    Column(
        "profile.max_km",
        "Hoe ver (km)",
        words.amount,
        ("max km", "kilometers", "afstand", "reisafstand"),
    ),
    Column(
        "profile.places",
        "Hoeveel mensen tegelijk",
        cells.whole,
        ("plaatsen", "aantal plaatsen", "capaciteit"),
    ),
    Column("profile.interests", "Interesses", words.free_words, ("hobbies", "hobby s")),
    Column("profile.objections", "Bezwaren", words.free_words, ("liever niet",)),
    Column(
        "profile.max_intensity",
        "Hoogste klasse",
        words.one_word(INTENSITY_WORDS, "klasse"),
        ("max klasse", "klasse"),
    ),
    Column(
        "profile.description",
        "Opmerkingen",
        words.text(2000),
        ("omschrijving", "notitie", "toelichting", "bijzonderheden"),
    ),
    Column(
        "given.trainings",
        "Trainingen",
        words.some_words(_labels(Training), "training"),
        ("training", "scholing", "cursussen"),
    ),
    Column("given.vog_until", "VOG geldig tot", words.day, ("vog", "vog tot", "vog datum")),
    Column(
        "given.agreed_on",
        "Afspraken getekend op",
        words.day,
        ("overeenkomst", "contract", "afspraken"),
    ),
    Column("given.status", "Status", words.one_word(STATUS, "status")),
)
QUESTIONS: Final = (
    NUMBER,
    *PERSON,
    Column(
        "asked.words",
        "Vraag in eigen woorden",
        words.text(4000),
        ("vraag", "hulpvraag", "omschrijving", "toelichting"),
        required=True,
    ),
    Column(
        "asked.kind",
        "Soort hulp",
        words.one_word(KIND_WORDS, "soort hulp"),
        ("soort", "hulp", "categorie"),
    ),
    Column("asked.intensity", "Klasse", words.one_word(INTENSITY_WORDS, "klasse")),
    Column("asked.slots", "Wanneer", words.some_words(_labels(Slot), "dagdeel"), ("dagdelen",)),
    Column("asked.hours", "Uren per week", words.amount, ("uren",)),
    Column(
        "asked.frequency", "Hoe vaak", words.one_word(_labels(Frequency), "ritme"), ("frequentie",)
    ),
    Column(
        "asked.since",
        "Gevraagd op",
        words.day,
        ("sinds", "datum", "aanmelddatum", "datum aanmelding"),
    ),
)
MATCHES: Final = (
    *PERSON,
    Column(
        "volunteer",
        "Nummer van de vrijwilliger",
        words.text(60),
        ("vrijwilliger nummer", "vrijwilliger", "vrijwilliger id"),
        required=True,
    ),
    Column(
        "match.kind",
        "Soort hulp",
        words.one_word(KIND_WORDS, "soort hulp"),
        ("soort", "hulp"),
        required=True,
    ),
    Column(
        "match.intensity", "Klasse", words.one_word(INTENSITY_WORDS, "klasse"), (), required=True
    ),
    Column(
        "match.since",
        "Loopt sinds",
        words.day,
        ("sinds", "start", "startdatum", "begindatum"),
        required=True,
    ),
    Column(
        "match.frequency",
        "Hoe vaak",
        words.one_word(_labels(Frequency), "ritme"),
        ("frequentie",),
        required=True,
    ),
    Column(
        "match.term_months",
        "Termijn in maanden",
        cells.one_term(TERM_MONTHS),
        ("termijn", "maanden"),
        required=True,
    ),
    Column("match.hours", "Uren per week", words.amount, ("uren",)),
    Column("match.activity", "Wat doen ze samen", words.text(200), ("activiteit", "afspraak")),
)
ORGANISATIONS: Final = (
    Column(
        "organisation.name", "Naam", words.text(120), ("organisatie", "instelling"), required=True
    ),
    Column(
        "organisation.kind",
        "Soort organisatie",
        words.one_word(OrganisationKind.choices, "soort organisatie"),
        ("soort", "type", "sector"),
        required=True,
    ),
    Column("organisation.phone", "Telefoon", words.phone, ("telefoonnummer", "tel")),
    Column("organisation.email", "E-mail", words.mail, ("email", "mail", "mailadres")),
    Column("organisation.website", "Website", words.text(200), ("site", "web", "url")),
)
COLUMNS: Final[dict[str, tuple[Column, ...]]] = {
    "volunteers": VOLUNTEERS,
    "questions": QUESTIONS,
    "matches": MATCHES,
    "organisations": ORGANISATIONS,
}

"""What a volunteer and a resident get to see of each other before both said yes: no name."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop

from kruispunt.arrangements.states import UNANSWERED, MatchState
from kruispunt.core.vocabulary import LANGUAGES as KNOWN
from kruispunt.core.vocabulary import Frequency, Kind, Slot
from kruispunt.core.wording import coarse
from kruispunt.matching.states import ANSWERABLE, InvitationState

INVITED = {
    InvitationState.ACCEPTED: "U zei ja. Dank u. Nu vragen we het aan de ander. U hoort van ons.",
    InvitationState.OVER: "Dit is voorbij. Dank u dat u wilde helpen.",
    InvitationState.DECLINED: "U zei nee. Dat is goed. Dank u voor uw antwoord.",
    InvitationState.TAKEN_BACK: "Er is al iemand gevonden. Dank u dat u wilde helpen.",
}
PASSED = "Deze vraag is voorbij. U hoeft niets meer te doen. Dank u wel."
LANGUAGES = {
    "nl": "Nederlands", "en": "Engels", "tr": "Turks", "ar": "Arabisch", "de": "Duits",
    "fr": "Frans", "pl": "Pools", "uk": "Oekraïens", "ru": "Russisch", "es": "Spaans",
    "so": "Somalisch", "ti": "Tigrinya", "fa": "Farsi", "zh": "Chinees", "pt": "Portugees",
    "bg": "Bulgaars", "ro": "Roemeens", "id": "Indonesisch", "pap": "Papiaments", "ber": "Berbers",
}  # fmt: skip

# What a form lets one choose: every language by its name that the house knows.
SPOKEN = sorted(
    ((code, name) for code, name in LANGUAGES.items() if code in KNOWN), key=lambda one: one[1]
)


@dataclass(frozen=True, slots=True)
class Invited:
    """What a volunteer reads of a question."""

    given_name: str
    words: str
    kind: str
    when: tuple[str, ...]
    often: str
    answer_by: date | None
    open: bool
    standing: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a resident reads of a volunteer."""

    given_name: str
    kind: str
    languages: tuple[str, ...]
    interests: tuple[str, ...]
    when: tuple[str, ...]
    open: bool
    standing: str


def invited(row: Any) -> Invited:  # noqa: ANN401  (an invitation; desks know no rows by name)
    question = row.question
    return Invited(
        given_name=row.volunteering.person.given_name,
        words=row.words,
        kind=kind_for_volunteers(question.kind),
        when=slots(question.slots),
        often=Frequency(question.frequency).label if question.frequency else "",
        answer_by=row.answer_by,
        open=row.state in ANSWERABLE,
        standing=INVITED.get(row.state, ""),
    )


def was_invited(row: Any) -> Invited:  # noqa: ANN401  (an invitation)
    """That she was asked and what she answered, and nothing of who asked (ROL-03)."""
    return Invited(
        given_name=row.volunteering.person.given_name,
        words="",
        kind="",
        when=(),
        often="",
        answer_by=None,
        open=False,
        standing=INVITED.get(row.state, PASSED),
    )


def kind_for_volunteers(code: str) -> str:
    """What kind of help it is, to somebody who helps: what to do, and not what someone has."""
    return coarse(Kind(code).label).capitalize() if code else ""


def proposed(row: Any) -> Proposed:  # noqa: ANN401  (a match)
    volunteering, question = row.volunteering, row.arrangement.question
    waits = row.state in UNANSWERED and row.resident_agreed_at is None
    return Proposed(
        given_name=question.asked_by.given_name,
        kind=Kind(question.kind).label,
        languages=tuple(LANGUAGES.get(word, word) for word in volunteering.person.languages),
        interests=tuple(volunteering.interests),
        when=slots(volunteering.slots),
        open=waits,
        standing="" if waits else _answered(row.state),
    )


def slots(words: list[str]) -> tuple[str, ...]:
    return tuple(Slot(word).label for word in words)


def _answered(state: str) -> str:
    if state == MatchState.DECLINED:
        return gettext_noop("U zei nee. Dat is goed. We zoeken verder.")
    if state in UNANSWERED:
        return gettext_noop("U zei ja. Nu wachten we op de ander. We bellen u.")
    return gettext_noop("U zei allebei ja. We bellen u om een kennismaking af te spreken.")

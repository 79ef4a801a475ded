"""The journal of one question or match, told in sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from kruispunt.base import journal
from kruispunt.matching.states import InvitationState

SENTENCES = {
    "question.open": "De vraag kwam binnen",
    "question.contact": "We spraken met elkaar",
    "question.clarify": "De vraag is verhelderd",
    "question.triage": "De vraag is gewogen",
    "question.search": "We zoeken een vrijwilliger",
    "question.combine": "We zoeken een combinatie",
    "question.refer": "Doorverwezen naar een organisatie",
    "question.hand_to_team": "Doorgegeven aan het wijkteam",
    "question.notify": "Geholpen met melden bij de gemeente",
    "question.divide": "De vraag is in delen gesplitst",
    "question.conclude": "Een ander gaf antwoord",
    "question.ask_to_close": "Alle onderdelen zijn klaar",
    "question.hand_to_guide": "Naar een meedenker gebracht",
    "question.hand_to_handyman": "Naar de klussendienst gebracht",
    "question.develop": "We laten een dienst ontwikkelen",
    "question.arrange": "Er is een antwoord",
    "question.resume": "We zoeken verder",
    "question.talk_it_over": "We praatten over de koppeling die stopte",
    "question.complete": "De vraag is afgerond",
    "question.give_up": "Op tijd geen antwoord: naar de procesmanager",
    "question.withdraw": "De vraag is niet meer nodig",
    "question.reopen": "De vraag is opnieuw geopend",
    "volunteer.apply": "Meldde zich aan",
    "volunteer.meet": "We maakten een afspraak",
    "volunteer.certify": "Training, VOG of afspraken bijgewerkt",
    "volunteer.describe": "Het profiel is aangepast",
    "volunteer.deploy": "Kan beginnen",
    "volunteer.make_available": "Is beschikbaar",
    "volunteer.pause": "Neemt even pauze",
    "volunteer.fill": "Heeft geen plaats meer vrij",
    "volunteer.free": "Heeft weer plaats",
    "volunteer.await_reflection": "Een koppeling stopte eerder dan gedacht",
    "volunteer.reflect": "We praatten over de koppeling die stopte",
    "volunteer.stop": "Is gestopt",
    "match.propose": "De koppeling is voorgesteld",
    "match.agree_as_volunteer": "De vrijwilliger zei ja",
    "match.agree_as_resident": "De inwoner zei ja",
    "match.decline": "De koppeling gaat niet door",
    "match.introduce": "Ze maakten kennis",
    "match.start_trial": "De proeftijd begon",
    "match.sign": "De afspraken staan op papier",
    "match.activate": "De proeftijd is voorbij: de koppeling loopt",
    "match.renew": "Zij gaan verder: er is een nieuwe termijn",
    "match.pause": "Even pauze",
    "match.resume": "Weer verder na een pauze",
    "match.wind_down": "De koppeling wordt afgerond",
    "match.end": "De koppeling is klaar",
    "odd_job.request": "De klus is gevraagd",
    "odd_job.accept_odd_job": "De klus is getoetst, en past",
    "odd_job.find_unfit": "De klus is getoetst, en past hier niet",
    "odd_job.plan_odd_job": "De klus is ingepland",
    "odd_job.hand_back_odd_job": "Wie zou komen, kan niet",
    "odd_job.finish_odd_job": "De klus is klaar",
    "odd_job.come_again": "De klus was nog niet goed: nog een keer",
    "odd_job.hear_odd_job": "We vroegen of het goed was",
    "odd_job.cancel_odd_job": "De klus is niet meer nodig",
}


ANSWERED: dict[str, str] = {
    InvitationState.ACCEPTED: "zei ja",
    InvitationState.OVER: "zei ja",
    InvitationState.DECLINED: "zei nee",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the story."""

    words: str
    at: datetime


def told(row: Model, *, asked: Iterable[Any] = ()) -> list[Sentence]:
    """Newest first; a verb we have no sentence for is left in the journal itself."""
    lines = [line for line in journal.lines_of(row) if line.verb in SENTENCES]
    found = [Sentence(SENTENCES[line.verb], line.written_at) for line in reversed(lines)]
    found += [sentence for one in asked for sentence in _of_invitation(one)]
    return sorted(found, key=lambda sentence: sentence.at, reverse=True)


def _of_invitation(invitation: Any) -> Iterator[Sentence]:  # noqa: ANN401
    """Who was asked, and what she said: that belongs to the story of the question."""
    name = invitation.volunteering.person.given_name
    yield Sentence(f"{name} is gevraagd", invitation.sent_at)
    if invitation.answered_at and invitation.state in ANSWERED:
        yield Sentence(f"{name} {ANSWERED[invitation.state]}", invitation.answered_at)

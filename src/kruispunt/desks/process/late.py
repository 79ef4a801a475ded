"""What lies too long at whose desk: how much of each, and since when; nobody's name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.arrangements.queries import late as answers
from kruispunt.base.actor import Actor
from kruispunt.base.work import Pile
from kruispunt.desks.ui.door import as_actor
from kruispunt.offers.queries import late as offers
from kruispunt.people.queries import nominations as people
from kruispunt.questions.queries import late as questions

NOUNS = {
    "question": "Vragen",
    "signal": "Signalen",
    "liveability": "Over de buurt",
    "volunteer": "Vrijwilligers die wachten",
    "course": "Trainingen",
    "gathering": "Samen doen",
    "entry": "Sociale kaart",
    "match": "Koppelingen",
    "referral": "Doorverwijzingen",
    "advice": "Vragen van vrijwilligers aan een beroepskracht",
    "check_in": "Bellen: geen antwoord hoe het gaat",
    "wellbeing": "Bellen: geen antwoord van een vrijwilliger",
    "footing": "Bellen: geen antwoord op drie vragen",
    "evaluation": "Terugkijken",
    "step_down": "Stappen naar minder hulp",
    "farewell": "Afscheid",
    "enrolment": "Bellen: geen antwoord op een vrije plek",
    "own_help": "Hulp uit de eigen kring",
    "carer_case": "Mantelzorgers",
    "odd_job": "Klussen",
    "trajectory": "Trajecten van het team",
    "booking": "Uren van de welzijnscoach",
    "intervision_group": "Intervisie: geen volgende keer",
    "intervision_meeting": "Intervisie: niet vastgelegd",
    "intervision_member": "Intervisie: bellen",
    "knowledge": "Kennis van partners",
    "nomination": "Bellen: voorgedragen als ambassadeur",
    "promise": "Afspraken met partners",
}


@dataclass(frozen=True, slots=True)
class Waits:
    """One kind of thing that waits too long, and at whose desk to ask for it."""

    label: str
    step: str
    number: int
    oldest: date


@require_GET
@as_actor
def late(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = sorted(_waits(actor), key=lambda one: (one.oldest, one.label))
    context = {"waits": found, "today": actor.today}
    return render(request, "process/late.html", context)


def _waits(actor: Actor) -> Iterator[Waits]:
    heard = (questions.late, offers.late, answers.late, people.late)
    for pile in (one for source in heard for one in source(actor)):
        counted = pile.waiting.order_by().aggregate(number=Count("pk"), oldest=Min(pile.due))
        if counted["number"]:
            yield Waits(NOUNS[pile.noun], _step(pile), counted["number"], counted["oldest"])


def _step(pile: Pile) -> str:
    return next(iter(pile.steps.values()))

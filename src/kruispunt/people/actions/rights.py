"""What someone asks about her own data, and the answer within a month (PRV-13)."""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.actions.letters import write_to
from kruispunt.people.models import RightsRequest
from kruispunt.people.states import RIGHTS_MOVES, RightState


@action
def ask_right(actor: Actor, *, kind: str, words: str = "") -> RightsRequest:
    """Ask something about one's own data; asked twice it is one request."""
    person = queries.myself(actor)
    waiting = RightsRequest.objects.filter(person=person, kind=kind, state=RightState.ASKED)
    if (again := waiting.first()) is not None:
        return again
    request = keep(
        RightsRequest(
            municipality_id=actor.municipality_id,
            person=person,
            kind=kind,
            words=words,
            state_since=actor.at,
            asked_at=actor.at,
            due_on=due(actor, "rights.answer"),
        )
    )
    journal.write(actor, "rights_request.ask", request, person_id=person.pk, kind=kind)
    for officer_id in queries.privacy_officers(actor):
        write_to(
            actor,
            officer_id,
            subject="Een verzoek over gegevens",
            lines=(
                "Iemand vraagt iets over de eigen gegevens.",
                "U leest het bij Privacy. Het antwoord moet er binnen een maand zijn.",
            ),
            key=f"rights_request.ask:{request.pk}:{officer_id}",
            answer_by=request.due_on,
        )
    return request


@action
def grant_right(actor: Actor, request_id: int, *, answer: str) -> RightsRequest:
    """It was done; who asked hears what."""
    return _answer(actor, request_id, verb="grant", answer=answer)


@action
def turn_down_right(actor: Actor, request_id: int, *, answer: str) -> RightsRequest:
    """It cannot be done; who asked hears why, and where to complain."""
    return _answer(actor, request_id, verb="turn_down", answer=answer)


def _answer(actor: Actor, request_id: int, *, verb: str, answer: str) -> RightsRequest:
    request = take(
        actor, RightsRequest, request_id, may=permits.ANSWER_RIGHT, see=permits.READ_RIGHT
    )
    request.answer, request.answered_by_id = answer, actor.person_id
    request.due_on = None
    moved = make_move(actor, request, table=RIGHTS_MOVES, verb=verb, person_id=request.person_id)
    write_to(
        actor,
        request.person_id,
        subject="Antwoord op uw verzoek",
        lines=(
            "U vroeg iets over uw gegevens. Dit is ons antwoord:",
            answer,
            "Bent u het niet eens? Bel ons. U kunt ook klagen bij de Autoriteit Persoonsgegevens.",
        ),
        key=f"rights_request.answer:{request.pk}",
    )
    return moved

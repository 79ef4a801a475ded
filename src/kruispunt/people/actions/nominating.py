"""Putting somebody forward as an ambassador, calling her, and giving her an area (D13)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.looking import note_look
from kruispunt.base.models import Account
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep, make_move, may_begin, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.letters import write_to
from kruispunt.people.actions.steps_of_seats import give_seat
from kruispunt.people.models import Neighbourhood, Nomination, Person, Seat
from kruispunt.people.queries import nominations as queries
from kruispunt.people.states import NOMINATION_MOVES, NominationState


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Who she is, where she lives, and that she said yes to being called."""

    given_name: str
    surname: str = ""
    phone: str
    said_yes: bool
    neighbourhood_id: int | None = None
    words: str = ""


@action
def nominate(actor: Actor, *, candidate: Candidate) -> Nomination:
    """Put somebody forward: only after her own yes, and the Startpunt calls her within a term."""
    may_begin(actor, permits.NOMINATE)
    if not candidate.said_yes:
        raise ValidationError({"said_yes": "Vraag het eerst zelf. Zonder ja bellen wij niet."})
    nomination = keep(
        Nomination(
            municipality_id=actor.municipality_id,
            person=_who(actor, candidate),
            yes_on=actor.today,
            neighbourhood=_area(actor, candidate.neighbourhood_id),
            words=candidate.words,
            nominated_by_id=named(actor),
            organisation_id=next(iter(sorted(actor.organisation_ids)), None),
            nominated_on=actor.today,
            due_on=due(actor, "nomination.call"),
            state_since=actor.at,
        )
    )
    journal.write(actor, "nomination.nominate", nomination, person_id=nomination.person_id)
    return nomination


@action
def look_into_nomination(actor: Actor, nomination_id: int) -> Nomination:
    """See whom to call; she can read who looked."""
    found = queries.to_call(actor).get(pk=nomination_id)
    note_look(actor, found, person_id=found.person_id)
    return found


@action
def call_again(actor: Actor, nomination_id: int) -> Nomination:
    """Nobody picked up: it stays on the desk, with a new day."""
    found = _take(actor, nomination_id)
    found.tries += 1
    found.due_on = due(actor, "nomination.again")
    return _move(actor, found, "call_again")


@action
def welcome(
    actor: Actor, nomination_id: int, *, neighbourhood_id: int, email: str = ""
) -> Nomination:
    """She does it: from today she is the ambassador of an area, with an account if she likes."""
    found = _take(actor, nomination_id)
    found.neighbourhood = _area(actor, neighbourhood_id)
    found.seat = _seat_of(actor, found.person, found.neighbourhood, email)
    return _answer(actor, found, "welcome")


@action
def not_now(actor: Actor, nomination_id: int) -> Nomination:
    """She rather not: that is fine, and nobody asks why."""
    return _answer(actor, _take(actor, nomination_id), "not_now")


def _answer(actor: Actor, found: Nomination, verb: str) -> Nomination:
    """She is called once: what she says is for everyone who put her forward, and each hears it."""
    moved = _move(actor, found, verb)
    _tell(actor, moved)
    for other in queries.open_of(actor, found.person_id):
        other.seat = found.seat
        _tell(actor, _move(actor, other, verb))
    return moved


def _who(actor: Actor, candidate: Candidate) -> Person:
    """Whoever has this name and number; whether we knew her already shows nowhere."""
    here = Person.objects.filter(
        municipality_id=actor.municipality_id,
        given_name__iexact=candidate.given_name,
        surname__iexact=candidate.surname,
        phone=candidate.phone,
    )
    return here.order_by("pk").first() or keep(
        Person(
            municipality_id=actor.municipality_id,
            given_name=candidate.given_name,
            surname=candidate.surname,
            phone=candidate.phone,
            neighbourhood=_area(actor, candidate.neighbourhood_id),
        )
    )


def _area(actor: Actor, neighbourhood_id: int | None) -> Neighbourhood | None:
    if neighbourhood_id is None:
        return None
    return Neighbourhood.objects.get(pk=neighbourhood_id, municipality_id=actor.municipality_id)


def _seat_of(actor: Actor, person: Person, area: Neighbourhood | None, email: str) -> Seat:
    """Her seat in this area; who had it already keeps it."""
    there = Seat.objects.filter(
        person=person, role=Role.AMBASSADOR, neighbourhood=area, until__isnull=True
    ).first()
    if there is not None:
        return there
    account = None
    if email:
        account = Account.objects.filter(email=email.strip().lower()).first()
        account = account or Account.objects.open(email)
        held = take(actor, Person, person.pk, may=permits.WELCOME)
        if not held.email:
            held.email = email
            keep(held)
    return give_seat(
        actor,
        person_id=person.pk,
        role=Role.AMBASSADOR.value,
        account_id=account.pk if account else None,
        neighbourhood_id=area.pk if area else None,
    )


def _take(actor: Actor, nomination_id: int) -> Nomination:
    return take(actor, Nomination, nomination_id, may=permits.WELCOME, see=permits.READ_NOMINATION)


def _move(actor: Actor, found: Nomination, verb: str) -> Nomination:
    return make_move(actor, found, table=NOMINATION_MOVES, verb=verb, person_id=found.person_id)


def _tell(actor: Actor, found: Nomination) -> None:
    """Whoever put her forward hears what came of it."""
    joined = found.state == NominationState.JOINED
    write_to(
        actor,
        found.nominated_by_id,
        subject="Over wie u voordroeg",
        lines=(
            "U droeg iemand voor als wijkambassadeur. Dank u wel.",
            "Zij of hij doet mee." if joined else "Zij of hij doet het nu niet.",
        ),
        key=f"nomination:{found.pk}",
    )

"""Giving, ending and extending seats: alone where no health is read, and else with two (S27)."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.models import Account
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import READS_HEALTH, Role
from kruispunt.base.steps import keep, make_move, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.people import permits, queries
from kruispunt.people.actions.letters import write_to
from kruispunt.people.actions.steps_of_seats import give_seat
from kruispunt.people.models import Person, Seat, SeatRequest
from kruispunt.people.states import SEAT_REQUEST_MOVES, SeatRequestState

TOO_EARLY = "Kies een dag die nog komt."
TAKEN = "Deze persoon heeft deze plek al."
ASKED_BEFORE = "Deze plek is al gevraagd. Een tweede kijkt er nog naar."


class SamePerson(ImpossibleMove):
    """Four eyes are of two people, however many accounts one of them has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatWish:
    """Who should sit where, and until when (ROL-02)."""

    given_name: str
    surname: str
    email: str
    role: str
    organisation_id: int | None = None
    neighbourhood_id: int | None = None
    until: date | None = None


@action
def place(actor: Actor, *, wish: SeatWish) -> Seat | SeatRequest:
    """Give somebody a seat; where one reads about health from it, a second person agrees first."""
    may_begin(actor, permits.SEAT)
    if wish.role in queries.NOT_OF_THE_TECHNICIAN:
        raise ValidationError({"role": "Deze rol geeft het Startpunt."})
    if wish.until is not None and wish.until < actor.today:
        raise ValidationError({"until": TOO_EARLY})
    person = _who(actor, wish)
    account = Account.objects.filter(email=wish.email.strip().lower()).first()
    account = account or Account.objects.open(wish.email)
    asked = SeatRequest(
        user=account,
        person=person,
        role=Role(wish.role).value,
        organisation_id=wish.organisation_id,
        neighbourhood_id=wish.neighbourhood_id,
        until=wish.until,
    )
    if _is_taken(actor, asked):
        raise ValidationError(TAKEN)
    return _ask(actor, asked) if wish.role in READS_HEALTH else _given(actor, asked)


@action
def extend_seat(actor: Actor, seat_id: int, *, until: date) -> Seat | SeatRequest:
    """Let a seat last until another day; as with giving it, some ask for two."""
    seat = take(actor, Seat, seat_id, may=permits.SEAT)
    if until < actor.today:
        raise ValidationError({"until": TOO_EARLY})
    if seat.role in READS_HEALTH:
        return _ask(
            actor,
            SeatRequest(
                user_id=seat.user_id,
                person_id=seat.person_id,
                role=seat.role,
                organisation_id=seat.organisation_id,
                neighbourhood_id=seat.neighbourhood_id,
                until=until,
                seat=seat,
            ),
        )
    return _extend(actor, seat, until)


@action
def agree_seat(actor: Actor, request_id: int) -> SeatRequest:
    """A second person looked, and agrees: from now on the seat is there."""
    asked = _decide(actor, request_id)
    if asked.seat is None and _is_taken(actor, asked):
        raise ImpossibleMove(TAKEN)
    moved = make_move(actor, asked, table=SEAT_REQUEST_MOVES, verb="agree_seat", role=asked.role)
    if asked.seat is not None:
        _extend(actor, asked.seat, asked.until)
    else:
        _given(actor, asked)
    return moved


@action
def turn_down_seat(actor: Actor, request_id: int) -> SeatRequest:
    """A second person looked, and does not agree: nothing changes."""
    asked = _decide(actor, request_id)
    return make_move(actor, asked, table=SEAT_REQUEST_MOVES, verb="turn_down_seat", role=asked.role)


def _who(actor: Actor, wish: SeatWish) -> Person:
    """Whoever has this address; whether we knew her already shows nowhere."""
    here = Person.objects.filter(municipality_id=actor.municipality_id, email__iexact=wish.email)
    known = here.order_by("pk").first()
    return known or keep(
        Person(
            municipality_id=actor.municipality_id,
            given_name=wish.given_name,
            surname=wish.surname,
            email=wish.email,
            channel="mail",
        )
    )


def _same(actor: Actor, asked: SeatRequest) -> dict[str, object]:
    """The same person in the same role, for the same organisation and area."""
    return {
        "municipality_id": actor.municipality_id,
        "person_id": asked.person_id,
        "role": asked.role,
        "organisation_id": asked.organisation_id,
        "neighbourhood_id": asked.neighbourhood_id,
    }


def _is_taken(actor: Actor, asked: SeatRequest) -> bool:
    """Whether she sits there already, without a last day."""
    return Seat.objects.filter(**_same(actor, asked), until=None).exists()


def _ask(actor: Actor, request: SeatRequest) -> SeatRequest:
    open_ones = SeatRequest.objects.filter(**_same(actor, request), state=SeatRequestState.ASKED)
    if open_ones.exists():
        raise ValidationError(ASKED_BEFORE)
    request.municipality_id = actor.municipality_id
    request.state_since = request.asked_at = actor.at
    request.asked_by_id = named(actor)
    asked = keep(request)
    journal.write(actor, "seat_request.ask", asked, person_id=asked.person_id, role=asked.role)
    for someone in sorted(
        {*queries.seated(actor, Role.TECHNICIAN), *queries.privacy_officers(actor)}
    ):
        if someone != actor.person_id:
            write_to(
                actor,
                someone,
                subject="Een nieuwe plek wacht op een tweede",
                lines=("Iemand vroeg een plek aan. Kijkt u mee of dat klopt?",),
                key=f"seat_request.ask:{asked.pk}:{someone}",
            )
    return asked


def _decide(actor: Actor, request_id: int) -> SeatRequest:
    asked = take(actor, SeatRequest, request_id, may=permits.AGREE_SEAT)
    if named(actor) in {asked.asked_by_id, asked.person_id}:
        raise SamePerson("Iemand anders moet hiernaar kijken.")
    asked.decided_by_id = actor.person_id
    return asked


def _extend(actor: Actor, seat: Seat, until: date | None) -> Seat:
    seat.until = until
    keep(seat)
    journal.write(actor, "seat.extend", seat, person_id=seat.person_id, role=seat.role)
    return seat


def _given(actor: Actor, asked: SeatRequest) -> Seat:
    """The seat itself, and a letter that says how to come in."""
    seat = give_seat(
        actor,
        person_id=asked.person_id,
        role=asked.role,
        account_id=asked.user_id,
        organisation_id=asked.organisation_id,
        neighbourhood_id=asked.neighbourhood_id,
        until=asked.until,
    )
    write_to(
        actor,
        asked.person_id,
        subject="U kunt inloggen bij Kruispunt",
        lines=(
            "U heeft een plek bij Kruispunt.",
            "Ga naar inloggen en kies: Wachtwoord vergeten? Dan kiest u zelf een wachtwoord.",
        ),
        key=f"seat.give:{seat.pk}",
    )
    return seat

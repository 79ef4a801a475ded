"""The welfare coach: hours of a calendar year, and a finger on the pulse (HYB-03, HYB-05)."""

from datetime import date

from django.db import IntegrityError

from kruispunt.arrangements.actions import letters_of_teams as letters
from kruispunt.arrangements.actions.steps_of_teams import take_trajectory
from kruispunt.arrangements.models import Booking, CoachYear, Pulse, Trajectory
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states.trajectory import BOOKING_MOVES, UNDER_SUPPORT, Received
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take, writing
from kruispunt.base.moves import ImpossibleMove, NotFromHere
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

MINUTES = 60


class NoHoursLeft(ImpossibleMove):
    """The hours of this calendar year are taken."""


@action
def book_coach(
    actor: Actor, trajectory_id: int, *, on: date, minutes: int, what: str = ""
) -> Booking:
    """Make an appointment between a resident and the coach of the team."""
    trajectory = take_trajectory(actor, trajectory_id, permits.BOOK_COACH)
    coach = trajectory.team.members.get(
        chair="coach", organisation_id__in=sorted(actor.organisation_ids)
    )
    return _book(
        actor,
        trajectory.arrangement.question.asked_by_id,
        Booking(
            municipality_id=actor.municipality_id,
            trajectory=trajectory,
            organisation_id=coach.organisation_id,
            on=on,
            minutes=minutes,
            what=what,
        ),
    )


@action
def book_coach_without_trajectory(
    actor: Actor, question_id: int, *, organisation_id: int, on: date, minutes: int, what: str = ""
) -> Booking:
    """Everyone has hours with the coach, also who needs no indication (HYB-03)."""
    may_begin(actor, permits.BOOK_WITHOUT)
    return _book(
        actor,
        questions.one(actor, question_id).asked_by_id,
        Booking(
            municipality_id=actor.municipality_id,
            organisation=people.organisations(actor).get(pk=organisation_id),
            on=on,
            minutes=minutes,
            what=what,
        ),
    )


@action
def use_coach(actor: Actor, booking_id: int) -> Booking:
    """They met; these hours are used."""
    booking = take(actor, Booking, booking_id, may=permits.USE_COACH, see=permits.READ_BOOKING)
    return make_move(actor, booking, table=BOOKING_MOVES, verb="use_coach")


@action
def cancel_coach(actor: Actor, booking_id: int) -> Booking:
    """It did not happen; these hours are free again."""
    booking = take(actor, Booking, booking_id, may=permits.CANCEL_COACH, see=permits.READ_BOOKING)
    moved = make_move(actor, booking, table=BOOKING_MOVES, verb="cancel_coach")
    year = CoachYear.objects.select_for_update(of=("self",)).get(pk=booking.year_id)
    year.taken -= booking.minutes
    keep(year)
    return moved


@action
def take_pulse(actor: Actor, trajectory_id: int, *, received: str, words: str = "") -> Pulse:
    """Tick whether she gets what was agreed; twice no in a row, and the whole table hears it."""
    trajectory = take_trajectory(actor, trajectory_id, permits.TAKE_PULSE)
    if trajectory.state not in UNDER_SUPPORT:
        raise NotFromHere("De hulp is nog niet begonnen, of is al klaar.")
    pulse, _ = Pulse.objects.update_or_create(
        municipality_id=actor.municipality_id,
        trajectory=trajectory,
        month=actor.today.replace(day=1),
        defaults={"received": received, "words": words, "at": actor.at},
    )
    keep(pulse)
    journal.write(actor, "trajectory.take_pulse", trajectory, received=received)
    if _twice_not(trajectory):
        letters.not_received(actor, trajectory, pulse.month)
    return pulse


def _twice_not(trajectory: Trajectory) -> bool:
    last = trajectory.pulses.order_by("-month").values_list("received", flat=True)[:2]
    return list(last) == [Received.NO, Received.NO]


def _book(actor: Actor, person_id: int, booking: Booking) -> Booking:
    """Take the minutes out of the calendar year; what is left of last year does not come along."""
    hours = amount(actor, "coach.hours_a_year")
    year, _ = CoachYear.objects.select_for_update(of=("self",)).get_or_create(
        municipality_id=actor.municipality_id,
        person_id=person_id,
        year=booking.on.year,
        defaults={"allowed": hours * MINUTES},
    )
    year.taken += booking.minutes
    try:
        with writing():
            keep(year)
    except IntegrityError as refused:
        raise NoHoursLeft(f"De uren van {booking.on.year} zijn op.") from refused
    booking.year = year
    keep(booking, giving=actor)
    journal.write(actor, "booking.make", booking, person_id=person_id, minutes=booking.minutes)
    return booking

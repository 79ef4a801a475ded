"""Leaving a seat: everything that hangs on a name goes to a successor by one action (D51)."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep
from kruispunt.base.taking_over import Handed, hand_over
from kruispunt.base.verbs import action
from kruispunt.people import permits
from kruispunt.people.actions.letters import write_to
from kruispunt.people.models import Seat
from kruispunt.people.queries import leaving


@action
def hand_on(
    actor: Actor, seat_id: int, *, successor_id: int, last_day: date | None = None
) -> Handed:
    """Give all that is open to a successor; what may not go to her becomes everybody's."""
    seat = take(actor, Seat, seat_id, may=permits.HAND_ON, see=permits.HAND_ON)
    if successor_id not in dict(leaving.successors(actor, seat)):
        raise ValidationError({"successor_id": "Kies iemand die op dezelfde plek werkt."})
    if last_day is not None:
        _leave_on(actor, seat, last_day)
    done = hand_over(actor, leaving.desk_of(seat), successor_id)
    journal.write(
        actor,
        "seat.hand_on",
        seat,
        person_id=seat.person_id,
        to=successor_id,
        moved=done.moved.total(),
        freed=done.freed.total(),
    )
    if done.moved:
        _tell(actor, seat, successor_id, done.moved.total())
    return done


def _leave_on(actor: Actor, seat: Seat, last_day: date) -> None:
    """Who leaves says her own last day; nobody stays longer by it, and nobody sends her away."""
    if seat.person_id != actor.person_id:
        raise ValidationError({"last_day": "Alleen wie weggaat kiest zelf de laatste dag."})
    if last_day < max(actor.today, seat.since):
        raise ValidationError({"last_day": "Kies vandaag of een dag die nog komt."})
    if seat.until is not None and last_day > seat.until:
        raise ValidationError({"last_day": "Langer blijven vraagt u aan technisch beheer."})
    seat.until = last_day
    keep(seat)
    journal.write(actor, "seat.leave_on", seat, person_id=seat.person_id)


def _tell(actor: Actor, seat: Seat, successor_id: int, number: int) -> None:
    what = "Er is 1 ding" if number == 1 else f"Er zijn {number} dingen"
    write_to(
        actor,
        successor_id,
        subject="U neemt werk over",
        lines=(f"{what} aan u overgedragen.", "U vindt het bij Mijn werk."),
        key=f"seat.hand_on:{seat.pk}:{successor_id}:{actor.at:%Y%m%d%H%M%S}",
    )

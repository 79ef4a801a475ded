"""When a group comes together, told to everyone who takes part (K11).

The day itself is kept with the activity; who takes part is known here, so doors call these verbs.
"""

from datetime import date, time

from kruispunt.arrangements.actions import letters_of_groups as letters
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.states.parts import HOLDS_A_PLACE
from kruispunt.base.actor import Actor
from kruispunt.base.verbs import action
from kruispunt.core.rhythm import Rhythm
from kruispunt.offers.actions import days


@action
def set_days(actor: Actor, activity_id: int, *, rhythm: Rhythm) -> int:
    """A day that comes back: everyone who takes part hears from when on."""
    made = days.set_days(actor, activity_id, rhythm=rhythm)
    letters.tell_days(actor, _taking_part(actor, activity_id), made)
    return int(made.pk)


@action
def stop_days(actor: Actor, activity_id: int) -> None:
    """No fixed day any more."""
    stopped = days.stop_days(actor, activity_id)
    letters.tell_stop(actor, _taking_part(actor, activity_id), stopped)


@action
def skip_day(actor: Actor, activity_id: int, *, day: date, words: str = "") -> None:
    """Not this time."""
    said = days.skip_day(actor, activity_id, day=day, words=words)
    letters.tell_other_day(actor, _taking_part(actor, activity_id), said)


@action
def move_day(
    actor: Actor, activity_id: int, *, day: date, to: date, at: time, words: str = ""
) -> None:
    """Another day, once."""
    said = days.move_day(actor, activity_id, day=day, to=to, at=at, words=words)
    letters.tell_other_day(actor, _taking_part(actor, activity_id), said)


@action
def hold_day(actor: Actor, activity_id: int, *, day: date) -> None:
    """It is on after all."""
    said = days.hold_day(actor, activity_id, day=day)
    letters.tell_other_day(actor, _taking_part(actor, activity_id), said)


def _taking_part(actor: Actor, activity_id: int) -> list[Enrolment]:
    """Whoever has a place, or is asked to take one; who waits in line expects no day yet."""
    rows = Enrolment.objects.filter(
        municipality_id=actor.municipality_id,
        activity_id=activity_id,
        state__in=sorted(HOLDS_A_PLACE),
    )
    return list(rows.select_related("activity", "arrangement__question").order_by("pk"))

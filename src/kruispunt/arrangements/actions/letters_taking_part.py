"""What we write to someone who takes part in an activity."""

from kruispunt.arrangements.models import Enrolment
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.core.rhythm import Occasion
from kruispunt.offers.queries import days
from kruispunt.people import actions as people


def there_is_a_place(actor: Actor, enrolment: Enrolment) -> None:
    """Tell that they can come."""
    activity = enrolment.activity
    when = f"Het is {activity.rhythm}." if activity.rhythm else "Wij bellen u wanneer het is."
    soon = days.next_by_activity(actor, [activity.pk]).get(activity.pk)
    first = (f"De eerste keer voor u is {_said(soon)}.",) if soon else ()
    people.write_to(
        actor,
        enrolment.arrangement.question.asked_by_id,
        subject="Er is plaats voor u",
        lines=(
            f"U kunt meedoen met: {activity.name}.",
            when,
            *first,
            "U kunt altijd stoppen. U hoeft niet te zeggen waarom.",
        ),
        key=f"enrolment.place:{enrolment.pk}:{enrolment.asked_at:%Y%m%d%H%M}",
    )


def _said(one: Occasion) -> str:
    return f"{post.day_in_words(one.shown_on)} om {one.at:%H.%M} uur"

"""What we write to someone who takes part in an activity."""

from kruispunt.arrangements.models import Enrolment
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def there_is_a_place(actor: Actor, enrolment: Enrolment) -> None:
    """Tell that they can come."""
    activity = enrolment.activity
    when = f"Het is {activity.rhythm}." if activity.rhythm else "Wij bellen u wanneer het is."
    people.write_to(
        actor,
        enrolment.arrangement.question.asked_by_id,
        subject="Er is plaats voor u",
        lines=(
            f"U kunt meedoen met: {activity.name}.",
            when,
            "U kunt altijd stoppen. U hoeft niet te zeggen waarom.",
        ),
        key=f"enrolment.place:{enrolment.pk}:{enrolment.asked_at:%Y%m%d%H%M}",
    )

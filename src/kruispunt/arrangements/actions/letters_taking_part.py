"""What we write to someone who takes part in an activity."""

from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.queries.places import place_link
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


def a_place_fell_free(actor: Actor, enrolment: Enrolment) -> None:
    """Ask whether she comes: a link, a call from us or paper, as she likes to hear from us."""
    activity, until = enrolment.activity, enrolment.due_on
    when = (f"Het is {activity.rhythm}.",) if activity.rhythm else ()
    day = (f"Zeg het uiterlijk op {post.day_in_words(until)}.",) if until else ()
    people.write_to(
        actor,
        enrolment.arrangement.question.asked_by_id,
        subject="Er is een plek vrij",
        lines=(
            f"U staat in de rij voor: {activity.name}. Nu is er een plek vrij.",
            *when,
            f"Komt u? Zeg ja of nee: {post.link('place', place_link(enrolment))}",
            *day,
            "Daarna vragen wij een ander. U hoeft niet te zeggen waarom.",
        ),
        key=_offered(enrolment),
        answer_by=until,
    )


def she_answered(actor: Actor, enrolment: Enrolment) -> None:
    """Nobody has to call about what was answered, or is over."""
    if enrolment.offered_at is not None:
        post.recall(actor, key=_offered(enrolment))


def _offered(enrolment: Enrolment) -> str:
    return f"enrolment.offer:{enrolment.pk}:{enrolment.offered_at:%Y%m%d%H%M}"


def _said(one: Occasion) -> str:
    return f"{post.day_in_words(one.shown_on)} om {one.at:%H.%M} uur"

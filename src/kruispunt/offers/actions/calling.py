"""Having called a volunteer, or posted a letter to her, and how she wants to hear from us."""

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.verbs import action
from kruispunt.offers import queries
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people


@action
def tick_off_call(actor: Actor, letter_id: int) -> Letter:
    """Note that a volunteer was called; letters to anyone else do not exist here."""
    letter = queries.calls(actor).get(pk=letter_id)
    return post.tick_off(actor.through("offers"), letter.pk)


@action
def try_letter_again(actor: Actor, letter_id: int) -> Letter:
    """Send a letter to a volunteer once more; letters to anyone else do not exist here."""
    letter = queries.calls(actor).get(pk=letter_id)
    return post.try_again(actor.through("offers"), letter.pk)


@action
def choose_channel_of_volunteer(
    actor: Actor, person_id: int, *, channel: str, phone: str = "", email: str = ""
) -> Volunteering:
    """Note how a volunteer wants to hear from us; nobody else exists here."""
    her = queries.visible(actor).get(person_id=person_id)
    people.choose_channel(
        actor.through("offers"), her.person_id, channel=channel, phone=phone, email=email
    )
    return her

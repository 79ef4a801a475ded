"""Having called a volunteer, or posted a letter to her."""

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.verbs import action
from kruispunt.offers import queries


@action
def tick_off_call(actor: Actor, letter_id: int) -> Letter:
    """Note that a volunteer was called; letters to anyone else do not exist here."""
    letter = queries.calls(actor).get(pk=letter_id)
    return post.tick_off(actor.through("offers"), letter.pk)

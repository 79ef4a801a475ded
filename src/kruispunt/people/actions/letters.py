"""Writing to someone: a greeting, a few short lines, and whom to call, along their own channel."""

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter, Municipality
from kruispunt.base.verbs import action
from kruispunt.people.models import Person


@action
def write_to(
    actor: Actor, person_id: int, *, subject: str, lines: tuple[str, ...], key: str
) -> Letter:
    """Hand a letter to the post. The subject tells nothing about anyone; the same key goes once."""
    to = Person.objects.only("given_name", "channel").get(
        pk=person_id, municipality_id=actor.municipality_id
    )
    home = Municipality.objects.only("name", "phone").get(pk=actor.municipality_id)
    whom_to_call = f"Vragen? Bel ons: {home.phone}." if home.phone else "Vragen? Kom langs."
    text = "\n\n".join((f"Beste {to.given_name},", *lines, whom_to_call, f"Startpunt {home.name}"))
    return post.hand_in(
        actor, to_person_id=to.pk, channel=to.channel, subject=subject, text=text, key=key
    )

"""What happens to people's papers because time passed."""

from kruispunt.base.actor import Actor
from kruispunt.people import actions, queries


def expire_consents(actor: Actor) -> None:
    """A yes that is over counts no more; the Startpunt asks again when it is still needed."""
    for consent_id in queries.consents_over(actor):
        actions.expire_consent(actor, consent_id)

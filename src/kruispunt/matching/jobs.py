"""What happens to invitations because time passed."""

from kruispunt.base.actor import Actor
from kruispunt.matching import actions, queries


def expire_invitations(actor: Actor) -> None:
    """Who did not answer in time keeps nobody waiting; a late yes is still welcome."""
    for invitation in list(queries.overdue(actor)):
        actions.expire(actor, invitation.pk)

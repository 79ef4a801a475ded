"""What happens to invitations because time passed."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.matching import actions, queries


def expire_invitations(actor: Actor) -> None:
    """Who did not answer in time keeps nobody waiting; a late yes is still welcome."""
    each(
        list(queries.overdue(actor)),
        lambda invitation: actions.expire(actor, invitation.pk),
    )

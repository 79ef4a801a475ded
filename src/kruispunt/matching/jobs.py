"""What happens by itself: invitations nobody answered, and where the scales stand."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.matching import actions, queries


def expire_invitations(actor: Actor) -> None:
    """Who did not answer in time keeps nobody waiting; a late yes is still welcome."""
    each(
        list(queries.overdue(actor)),
        lambda invitation: actions.expire(actor, invitation.pk),
    )


def keep_balance(actor: Actor) -> None:
    """Look whether something happened, and then write down where the scales stand now."""
    stand = queries.stand(actor)
    if stand is not None:
        actions.keep_balance(actor, stand=stand)


def keep_short(actor: Actor) -> None:
    """When the scales moved, work out which volunteers are missed most."""
    if not queries.is_short_kept(actor):
        actions.keep_short(actor, short=queries.short_now(actor))

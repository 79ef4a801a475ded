"""What happens to the sociale kaart because time passed (SM-15)."""

from kruispunt.base.actor import Actor
from kruispunt.offers import actions, queries


def age_entries(actor: Actor) -> None:
    """Entries that nobody checked are asked for, and then hidden."""
    for sort, entry_id in queries.entries_due(actor):
        actions.grow_stale(actor, entry_id, sort=sort)

"""What happens to the sociale kaart because time passed (SM-15)."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.offers import actions, queries
from kruispunt.offers.queries import training


def age_entries(actor: Actor) -> None:
    """Entries that nobody checked are asked for, and then hidden."""
    each(
        queries.entries_due(actor),
        lambda entry: actions.grow_stale(actor, entry[1], sort=entry[0]),
    )


def expire_trainings(actor: Actor) -> None:
    """What was learned three years ago counts no more until it is done again (SM-10)."""
    each(training.trainings_over(actor), lambda pk: actions.expire_training(actor, pk))

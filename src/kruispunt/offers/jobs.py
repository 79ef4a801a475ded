"""What happens to the sociale kaart because time passed (SM-15)."""

from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.offers import actions, queries
from kruispunt.offers.actions import in_touch
from kruispunt.offers.actions import knowledge as knowing
from kruispunt.offers.queries import in_touch as asking
from kruispunt.offers.queries import knowledge as known
from kruispunt.offers.queries import training


def age_entries(actor: Actor) -> None:
    """Entries that nobody checked are asked for, and then hidden."""
    each(
        queries.entries_due(actor),
        lambda entry: actions.grow_stale(actor, entry[1], sort=entry[0]),
    )


def ask_to_review_knowledge(actor: Actor) -> None:
    """What a partner knows is looked at again on its day (A19)."""
    each(known.knowledge_to_review(actor), lambda pk: knowing.ask_to_review(actor, pk))


def expire_trainings(actor: Actor) -> None:
    """What was learned three years ago counts no more until it is done again (SM-10)."""
    each(training.trainings_over(actor), lambda pk: actions.expire_training(actor, pk))


def ask_after_profiles(actor: Actor) -> None:
    """What a volunteer said long ago is asked after; after silence nothing is proposed (D49)."""
    each(asking.unanswered(actor), lambda pk: in_touch.doubt_profile(actor, pk))
    each(asking.to_confirm(actor), lambda pk: in_touch.ask_to_confirm(actor, pk))

"""What can happen to a guide: signed up, shown to residents, chosen by one, resting (OCO)."""

from dataclasses import dataclass, fields

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Guide
from kruispunt.offers.states import GUIDE_MOVES, GuideState
from kruispunt.people import queries as people


class GuideIsFull(ImpossibleMove):
    """This guide has no room for another resident now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideProfile:
    """What a resident reads when she chooses."""

    fields: tuple[str, ...]
    description: str = ""
    lived: str = ""
    sort: str = "volunteer"
    places: int = 3
    employer_id: int | None = None


@action
def apply_as_guide(actor: Actor, *, person_id: int, profile: GuideProfile) -> Guide:
    """Sign up to think along with residents."""
    guide = Guide(
        municipality_id=actor.municipality_id,
        person=people.known(actor, person_id),
        state_since=actor.at,
    )
    _fill(guide, profile)
    permits.APPLY_AS_GUIDE.require(actor, guide)
    journal.write(actor, "guide.apply", guide, person_id=person_id)
    return guide


@action
def describe_guide(actor: Actor, guide_id: int, *, profile: GuideProfile) -> Guide:
    """Change what residents read."""
    guide = take(actor, Guide, guide_id, may=permits.KEEP_GUIDE)
    _fill(guide, profile)
    journal.write(actor, "guide.describe", guide, person_id=guide.person_id)
    return guide


@action
def show_guide(actor: Actor, guide_id: int) -> Guide:
    """Let residents choose this guide, who is trained and knows what a guide does not do."""
    return _move(actor, take(actor, Guide, guide_id, may=permits.SHOW_GUIDE), "show_guide")


@action
def rest_guide(actor: Actor, guide_id: int) -> Guide:
    """Nobody new for a while; who was chosen before stays."""
    return _move(actor, take(actor, Guide, guide_id, may=permits.KEEP_GUIDE), "rest_guide")


@action
def stop_guide(actor: Actor, guide_id: int) -> Guide:
    """Say goodbye. One can always stop."""
    return _move(actor, take(actor, Guide, guide_id, may=permits.KEEP_GUIDE), "stop_guide")


@action
def engage_guide(actor: Actor, guide_id: int) -> Guide:
    """A resident chose this guide: one place is taken. The database refuses one too many."""
    guide = take(actor, Guide, guide_id, may=permits.ENGAGE_GUIDE)
    if guide.state != GuideState.SHOWN or guide.taken >= guide.places:
        raise GuideIsFull("Deze meedenker heeft nu geen plek. Kies een ander.")
    guide.taken += 1
    return keep(guide)


@action
def release_guide(actor: Actor, guide_id: int) -> Guide:
    """The resident chose another one, or it is done: the place is free again."""
    guide = take(actor, Guide, guide_id, may=permits.ENGAGE_GUIDE)
    guide.taken = max(guide.taken - 1, 0)
    return keep(guide)


def _fill(guide: Guide, profile: GuideProfile) -> None:
    for field in fields(profile):
        value = getattr(profile, field.name)
        setattr(guide, field.name, list(value) if isinstance(value, tuple) else value)
    keep(guide)


def _move(actor: Actor, guide: Guide, verb: str) -> Guide:
    return make_move(actor, guide, table=GUIDE_MOVES, verb=verb, person_id=guide.person_id)

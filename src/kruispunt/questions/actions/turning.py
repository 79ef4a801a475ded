"""From a signal to what it is: a question, a talent, a carer, or the neighbourhood (SM-1)."""

from dataclasses import dataclass

from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.verbs import action
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as offering
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.people.actions import Particulars
from kruispunt.questions.actions.liveability import Raised, raise_liveability
from kruispunt.questions.actions.signals import turn
from kruispunt.questions.actions.steps_signal import turn_signal
from kruispunt.questions.models import Liveability, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Who it is about: someone we know, or someone we meet now. They said yes to that."""

    person_id: int | None = None
    who: Particulars | None = None


@action
def turn_into_question(actor: Actor, signal_id: int, *, whom: Whom) -> Question:
    """Make a question of a signal, for someone we know or meet now."""
    return turn(actor, signal_id, asked_by_id=_known(actor, whom))


@action
def turn_into_carer(
    actor: Actor, signal_id: int, *, whom: Whom, cares_for_id: int | None = None
) -> Question:
    """Somebody cares for another: the carer is seen, and asks in her own right."""
    carer_id = _known(actor, whom)
    near = known.network(actor, cares_for_id or 0).filter(other_id=carer_id)
    if cares_for_id not in {None, carer_id} and not near.exists():
        people.relate(actor, cares_for_id or 0, other_id=carer_id, kind="other", cares=True)
    return turn(actor, signal_id, asked_by_id=carer_id)


@action
def turn_into_talent(actor: Actor, signal_id: int, *, whom: Whom, kinds: tuple[str, ...]) -> int:
    """Somebody can do something: from here on the registry gets to know them. Returns who."""
    signal = turn_signal(actor, signal_id)
    person_id = _known(actor, whom)
    if offering.is_volunteer(actor, person_id):
        raise ImpossibleMove("Deze persoon staat al bij de vrijwilligers.")
    profile = offers.Profile(kinds=kinds, description=signal.words)
    return offers.apply_as_volunteer(actor, person_id=person_id, profile=profile).pk


@action
def turn_into_liveability(actor: Actor, signal_id: int, *, kind: str, words: str) -> Liveability:
    """It is about the street: the team gets it, in words without anyone's health."""
    signal = turn_signal(actor, signal_id)
    return raise_liveability(
        actor,
        raised=Raised(
            kind=kind,
            words=words,
            place=signal.place,
            neighbourhood_id=signal.neighbourhood_id,
            brought_by_id=signal.brought_by_id,
            signal_id=signal.pk,
        ),
    )


def _known(actor: Actor, whom: Whom) -> int:
    if whom.person_id is not None:
        return whom.person_id
    if whom.who is None:
        raise ValueError("a signal is turned for somebody")
    return people.register_person(actor, who=whom.who).pk

"""From a signal to a carer who is seen: she asks for herself, and we ask how she is (SM-13)."""

from typing import Any

from kruispunt.arrangements.actions.caring import Seen, see_carer
from kruispunt.arrangements.models import CarerCase
from kruispunt.arrangements.states.carers import OPEN_CARER, CarerSource
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.verbs import action
from kruispunt.people import queries as people
from kruispunt.questions import actions as questions
from kruispunt.questions.queries import neighbourhood


@action
def see_carer_of_signal(
    actor: Actor, signal_id: int, *, whom: questions.Whom, cares_for_id: int | None = None
) -> CarerCase:
    """Somebody cares for another and said yes: her question opens, and so does her own case."""
    signal = neighbourhood.signal(actor, signal_id)
    asked = questions.turn_into_carer(actor, signal_id, whom=whom, cares_for_id=cares_for_id)
    carer_id = asked.asked_by_id
    # Whoever is in sight already stays there; a second signal does not make her two cases.
    known = CarerCase.objects.filter(
        municipality_id=actor.municipality_id, carer_id=carer_id, state__in=sorted(OPEN_CARER)
    ).first()
    if known is not None:
        return known
    return see_carer(
        actor,
        carer_id,
        seen=Seen(
            source=_who_saw(actor, signal, carer_id),
            yes_on=actor.today,
            cares_for_id=cares_for_id if cares_for_id != carer_id else None,
            brought_by_id=signal.brought_by_id,
        ),
    )


def _who_saw(actor: Actor, signal: Any, carer_id: int) -> CarerSource:  # noqa: ANN401  (a signal)
    """Who brought it: she herself, an ambassador, a practice, or else the Startpunt."""
    if signal.brought_by_id == carer_id:
        return CarerSource.SELF
    chairs = people.chairs_of(actor, signal.brought_by_id or 0)
    if Role.AMBASSADOR in {role for role, _ in chairs}:
        return CarerSource.AMBASSADOR
    if signal.organisation is not None and signal.organisation.kind == "care":
        return CarerSource.GP
    return CarerSource.STARTPUNT

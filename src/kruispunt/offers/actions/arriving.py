"""Volunteers who come in many at once, and go again when that was a mistake."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.base import usage
from kruispunt.base.actor import Actor
from kruispunt.base.many import keep_many
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.actions.steps import missing
from kruispunt.offers.actions.volunteers import Profile
from kruispunt.offers.models import Volunteering
from kruispunt.offers.models.volunteering import VogState
from kruispunt.offers.states import VolunteerState

V = VolunteerState


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A volunteer as another list knows her."""

    person_id: int
    profile: Profile
    trainings: tuple[str, ...] = ()
    vog_until: date | None = None
    agreed_on: date | None = None
    status: str = ""


@action
def arrive(actor: Actor, *, brought: tuple[Brought, ...]) -> list[tuple[int, bool]]:
    """Take volunteers over from another list; who is one of ours already stays as she is.

    Whoever still misses something (SM-3) comes in under "we get to know her", never as available.
    """
    may_begin(actor, permits.ARRIVE)
    ids = [one.person_id for one in brought]
    known = dict(Volunteering.objects.filter(person_id__in=ids).values_list("person_id", "pk"))
    days = {state: due(actor, f"volunteer.{state}") for state in (V.MEETING, V.AVAILABLE)}
    fresh: dict[int, Volunteering] = {}
    for one in brought:
        if one.person_id not in known and one.person_id not in fresh:
            fresh[one.person_id] = _made(actor, one, days)
    keep_many(list(fresh.values()))
    answers = []
    for person_id in ids:
        new = fresh.pop(person_id, None)
        known[person_id] = new.pk if new else known[person_id]
        answers.append((known[person_id], new is not None))
    return answers


@action
def leave_again(actor: Actor, *, ids: tuple[int, ...]) -> list[int]:
    """Take volunteers out who came in by mistake; say who stays because she is known by now."""
    may_begin(actor, permits.ARRIVE)
    stay = usage.pointed_at(Volunteering, ids) | usage.touched(Volunteering, ids)
    mine = Volunteering.objects.filter(municipality_id=actor.municipality_id)
    mine.filter(pk__in=set(ids) - stay).delete()
    return sorted(stay)


def _made(actor: Actor, one: Brought, days: dict[VolunteerState, date]) -> Volunteering:
    row = Volunteering(
        municipality_id=actor.municipality_id,
        person_id=one.person_id,
        trainings=list(one.trainings),
        vog=VogState.IN_ORDER if one.vog_until else VogState.NOT_NEEDED,
        vog_until=one.vog_until,
        agreed_on=one.agreed_on,
        applied_at=actor.at,
        confirmed_on=actor.today,
        state_since=actor.at,
    )
    for field in fields(one.profile):
        value = getattr(one.profile, field.name)
        setattr(row, field.name, list(value) if isinstance(value, tuple) else value)
    row.state = V.PAUSED if one.status == "pauze" else V.MEETING
    if one.status == "beschikbaar" and not missing(row):
        row.state, row.deployed_at = V.AVAILABLE, actor.at
    row.due_on = days.get(row.state)
    return row

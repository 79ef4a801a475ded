"""Writing a concern down: facts and a day; a complaint stops the match at once (MLD-01, MLD-07)."""

from dataclasses import dataclass
from datetime import date

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.actions.holding import hold
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.safety import permits
from kruispunt.safety.actions import letters
from kruispunt.safety.models import Concern, Incident
from kruispunt.safety.states import ConcernKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What somebody saw or heard, and when."""

    words: str
    seen_on: date
    kind: str = ConcernKind.WORRY.value
    about: str = ""
    acute: bool = False
    match_id: int | None = None


@action
def report_concern(actor: Actor, *, seen: Seen) -> Concern:
    """Write a concern down. It goes to the officer; no journal line says who it is about."""
    may_begin(actor, permits.RING_THE_BELL)
    match = None if seen.match_id is None else arrangements.match(actor, seen.match_id)
    concern = keep(
        Concern(
            municipality_id=actor.municipality_id,
            kind=seen.kind,
            reported_by_id=named(actor),
            professional=not actor.roles & permits.UNPAID,
            match=match,
            about=seen.about,
            words=seen.words,
            seen_on=seen.seen_on,
            acute=seen.acute,
            reported_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "safety.acute" if seen.acute else "safety.other"),
        )
    )
    if seen.kind == ConcernKind.INTEGRITY and match is not None:
        hold(actor.through("safety"), match.pk)
    journal.write(actor, "concern.report", concern)
    letters.tell_officers(actor, concern, key=f"concern:{concern.pk}")
    return concern


@action
def report_incident(
    actor: Actor,
    *,
    happened_on: date,
    words: str,
    damage: str = "",
    injury: str = "",
    own_insurance: bool = False,
) -> Incident:
    """Note damage or injury, for the insurance of the municipality (VZK-02)."""
    may_begin(actor, permits.REPORT_INCIDENT)
    incident = keep(
        Incident(
            municipality_id=actor.municipality_id,
            reported_by_id=named(actor),
            happened_on=happened_on,
            words=words,
            damage=damage,
            injury=injury,
            own_insurance=own_insurance,
            reported_at=actor.at,
        )
    )
    journal.write(actor, "incident.report", incident)
    return incident

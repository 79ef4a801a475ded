"""What can happen to a volunteer, from signing up to goodbye (SM-3)."""

from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.vocabulary import Intensity
from kruispunt.offers import permits
from kruispunt.offers.actions.steps import confirmed, missing
from kruispunt.offers.models import Volunteering
from kruispunt.offers.models.volunteering import VogState
from kruispunt.offers.states import VOLUNTEER_MOVES, VolunteerState
from kruispunt.people import queries as people

VOG_YEARS = 3
AFTER_A_TALK: dict[str, str] = {
    VolunteerState.AVAILABLE: "volunteer.available",
    VolunteerState.PAUSED: "volunteer.paused",
}


class NotReady(ImpossibleMove):
    """Something is missing before a volunteer can start; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a volunteer wants and can do, in her own words and in ours."""

    kinds: tuple[str, ...]
    description: str = ""
    slots: tuple[str, ...] = ()
    hours: Decimal = Decimal(2)
    max_km: Decimal = Decimal(5)
    places: int = 1
    objections: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    frequencies: tuple[str, ...] = ()
    terms: tuple[int, ...] = ()
    max_intensity: str = Intensity.INTENSIVE.value
    type: str = "volunteer"


@action
def apply_as_volunteer(actor: Actor, *, person_id: int, profile: Profile) -> Volunteering:
    """Sign up: for oneself, or noted by the registry or the Startpunt."""
    person = people.known(actor, person_id)
    volunteering = Volunteering(
        municipality_id=actor.municipality_id,
        person=person,
        applied_at=actor.at,
        state_since=actor.at,
        due_on=due(actor, "volunteer.applied"),
    )
    _fill(actor, volunteering, profile)
    permits.APPLY.require(actor, volunteering)
    journal.write(actor, "volunteer.apply", volunteering, person_id=person_id)
    return volunteering


@action
def describe_volunteer(actor: Actor, volunteering_id: int, *, profile: Profile) -> Volunteering:
    """Change what a volunteer wants and can do."""
    volunteering = _take(actor, volunteering_id, permits.DESCRIBE)
    # Along which road someone came is not part of what she wants and can do.
    _fill(actor, volunteering, replace(profile, type=volunteering.type))
    journal.write(actor, "volunteer.describe", volunteering, person_id=volunteering.person_id)
    return volunteering


@action
def meet_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Make the first contact, and plan the talk in which we get to know each other."""
    volunteering = _take(actor, volunteering_id, permits.MEET)
    return _move(actor, volunteering, "meet", term="volunteer.meeting")


@action
def certify(  # noqa: PLR0913  (what was shown and seen, in one go)
    actor: Actor,
    volunteering_id: int,
    *,
    trainings: tuple[str, ...] | None = None,
    vog: str | None = None,
    vog_issued_on: date | None = None,
    permission: str | None = None,
    agreed: bool = False,
) -> Volunteering:
    """Note trainings done, a certificate of conduct seen (VOG-05), permission, the agreement."""
    volunteering = _take(actor, volunteering_id, permits.CERTIFY)
    today = actor.today
    if trainings is not None:
        volunteering.trainings = list(trainings)
    if vog is not None:
        volunteering.vog = vog
    if vog == VogState.IN_ORDER and vog_issued_on is not None:
        volunteering.vog_issued_on, volunteering.vog_seen_on = vog_issued_on, today
        volunteering.vog_until = vog_issued_on.replace(
            year=vog_issued_on.year + VOG_YEARS, day=min(vog_issued_on.day, 28)
        )
    if permission is not None:
        volunteering.permission = permission
    if agreed:
        volunteering.agreed_on = today
    keep(volunteering)
    journal.write(actor, "volunteer.certify", volunteering, person_id=volunteering.person_id)
    return volunteering


@action
def vouch_for(actor: Actor, volunteering_id: int) -> Volunteering:
    """Someone did this before, or for a living: the first match may be very intensive (CAP-01)."""
    volunteering = _take(actor, volunteering_id, permits.CERTIFY)
    volunteering.experienced = True
    keep(volunteering)
    journal.write(actor, "volunteer.vouch_for", volunteering, person_id=volunteering.person_id)
    return volunteering


@action
def deploy_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Declare someone fit to start: agreement, training and permission are there (SM-3)."""
    volunteering = _take(actor, volunteering_id, permits.DEPLOY)
    if lacks := missing(volunteering):
        raise NotReady(f"Nog niet in orde: {', '.join(lacks)}.")
    volunteering.deployed_at = volunteering.deployed_at or actor.at
    return _move(actor, volunteering, "deploy", term="volunteer.deployable")


@action
def make_available(actor: Actor, volunteering_id: int) -> Volunteering:
    """Open someone for proposals, for the first time or after a pause."""
    volunteering = _take(actor, volunteering_id, permits.PAUSE)
    if volunteering.state == VolunteerState.DEPLOYABLE:
        permits.DEPLOY.require(actor, volunteering)
    return _move(actor, volunteering, "make_available", term="volunteer.available")


@action
def pause_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Rest for a while; running matches stay (CAP-02)."""
    return _move(
        actor, _take(actor, volunteering_id, permits.PAUSE), "pause", term="volunteer.paused"
    )


@action
def stop_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Say goodbye. One can always stop, and need not say why."""
    volunteering = _take(actor, volunteering_id, permits.STOP)
    if volunteering.taken_places.filter(freed_at__isnull=True).exists():
        raise ImpossibleMove("Er loopt nog een koppeling; rond die eerst af.")
    return _move(actor, volunteering, "stop")


@action
def return_volunteer(actor: Actor, volunteering_id: int) -> Volunteering:
    """Come back after having stopped."""
    volunteering = _take(actor, volunteering_id, permits.MEET)
    return _move(actor, volunteering, "return", term="volunteer.meeting")


@action
def await_reflection(actor: Actor, volunteering_id: int) -> Volunteering:
    """Propose nothing new until we talked about a match that ended early (MAT-07)."""
    volunteering = take(actor, Volunteering, volunteering_id, may=permits.TAKE_PLACE)
    volunteering.reflection_due = True
    volunteering.due_on = due(actor, "volunteer.reflection")
    keep(volunteering)
    journal.write(actor, "volunteer.await_reflection", volunteering)
    return volunteering


@action
def reflect(actor: Actor, volunteering_id: int) -> Volunteering:
    """Note that we talked after a match that ended early; proposals may come again (MAT-07)."""
    volunteering = _take(actor, volunteering_id, permits.REFLECT)
    if not volunteering.reflection_due:
        return volunteering
    volunteering.reflection_due = False
    # The talk is hearing from us as well: the term of where she stands begins again.
    term = AFTER_A_TALK.get(volunteering.state)
    volunteering.due_on = due(actor, term) if term else None
    keep(volunteering)
    journal.write(actor, "volunteer.reflect", volunteering, person_id=volunteering.person_id)
    return volunteering


def _fill(actor: Actor, volunteering: Volunteering, profile: Profile) -> None:
    confirmed(actor, volunteering)
    for field in fields(profile):
        value = getattr(profile, field.name)
        setattr(volunteering, field.name, list(value) if isinstance(value, tuple) else value)
    keep(volunteering)


def _take(actor: Actor, volunteering_id: int, may: Permit) -> Volunteering:
    return take(actor, Volunteering, volunteering_id, may=may, see=permits.READ)


def _move(actor: Actor, volunteering: Volunteering, verb: str, *, term: str = "") -> Volunteering:
    talk_first = volunteering.reflection_due and volunteering.due_on is not None
    if not (term and talk_first):  # the day of the talk stays, wherever she stands (MAT-07)
        volunteering.due_on = due(actor, term) if term else None
    return make_move(
        actor,
        volunteering,
        table=VOLUNTEER_MOVES,
        verb=verb,
        person_id=volunteering.person_id,
    )

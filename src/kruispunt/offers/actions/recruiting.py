"""Looking for new people: campaigns, outings, and how somebody found us (A9, A10)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Model, QuerySet

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.verbs import action
from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.offers.models.recruiting import Campaign, Origin, Outing
from kruispunt.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class OutingPlan:
    """Where we will be: in a neighbourhood, with a partner, or both."""

    on: date
    what: str
    neighbourhood_id: int | None = None
    organisation_id: int | None = None
    campaign_id: int | None = None


@action
def begin_campaign(
    actor: Actor,
    *,
    name: str,
    word: str,
    begins_on: date,
    ends_on: date | None = None,
    euros: Decimal | None = None,
) -> Campaign:
    """Begin to look for people with one story; its word stands in the link on the poster."""
    may_begin(actor, permits.RECRUIT)
    campaign = Campaign(
        municipality_id=actor.municipality_id,
        name=name,
        word=word,
        begins_on=begins_on,
        ends_on=ends_on,
        euros=euros,
    )
    campaign.validate_constraints()
    keep(campaign)
    journal.write(actor, "campaign.begin", campaign)
    return campaign


@action
def plan_outing(actor: Actor, *, plan: OutingPlan) -> Outing:
    """Put a day in the calendar on which people can see us."""
    may_begin(actor, permits.RECRUIT)
    outing = Outing(
        municipality_id=actor.municipality_id,
        on=plan.on,
        what=plan.what,
        neighbourhood=_among(people.neighbourhoods(actor), plan.neighbourhood_id),
        organisation=_among(people.organisations(actor), plan.organisation_id),
        campaign=_among(
            Campaign.objects.filter(municipality_id=actor.municipality_id), plan.campaign_id
        ),
    )
    outing.validate_constraints()
    keep(outing)
    journal.write(actor, "outing.plan", outing)
    return outing


@action
def count_outing(actor: Actor, outing_id: int, *, reached: int) -> Outing:
    """Note how many people we spoke that day."""
    outing = take(actor, Outing, outing_id, may=permits.RECRUIT)
    outing.reached = reached
    keep(outing)
    journal.write(actor, "outing.count", outing, reached=reached)
    return outing


@action
def note_origin(
    actor: Actor, volunteering_id: int, *, source: str, campaign_id: int | None = None
) -> Origin:
    """Note how a volunteer found us; asked again, the last answer counts."""
    given = take(actor, Volunteering, volunteering_id, may=permits.NOTE_ORIGIN, see=permits.READ)
    campaigns = Campaign.objects.filter(municipality_id=actor.municipality_id)
    return _note(actor, given, source, _among(campaigns, campaign_id))


@action
def came_by_link(actor: Actor, volunteering_id: int, *, word: str) -> None:
    """Whoever came by the link of a campaign need not be asked; an unknown word says nothing."""
    given = take(actor, Volunteering, volunteering_id, may=permits.APPLY)
    campaign = Campaign.objects.filter(
        municipality_id=actor.municipality_id, word=word, begins_on__lte=actor.today
    ).first()
    if campaign is not None:
        _note(actor, given, Source.ONLINE, campaign)


def _note(actor: Actor, given: Volunteering, source: str, campaign: Campaign | None) -> Origin:
    origin = Origin.objects.filter(volunteering=given).first() or Origin(
        municipality_id=actor.municipality_id, volunteering=given
    )
    origin.source = source
    # What a link told once is not lost when somebody is asked later.
    origin.campaign = campaign or origin.campaign
    keep(origin)
    journal.write(actor, "volunteer.note_origin", given, source=source)
    return origin


def _among[M: Model](rows: QuerySet[M], pk: int | None) -> M | None:
    """A row that this municipality has; any other number does not exist."""
    return None if pk is None else rows.get(pk=pk)

"""Every volunteer with all the places she gives, as if nothing had been arranged yet."""

from dataclasses import replace

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.core import cards
from kruispunt.offers import permits
from kruispunt.offers.models import Volunteering
from kruispunt.offers.queries.laying import _card_of, _for_cards
from kruispunt.offers.states import VolunteerState


def all_given(actor: Actor) -> list[cards.Volunteer]:
    """The card of everyone who ever came into service, numbered; no name and no row is on it."""
    rows = Volunteering.objects.filter(~Q(state=VolunteerState.APPLIED), person__x__isnull=False)
    found = _for_cards(permits.WEIGH.narrow(rows, actor).order_by("pk"))
    return [
        replace(_card_of(row, [], actor.today), id=f"vrijwilliger {number}", available=True)
        for number, row in enumerate(found, start=1)
    ]

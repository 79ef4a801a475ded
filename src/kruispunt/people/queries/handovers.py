"""Reading what was handed to a work coach: by whom it was handed, and for whom it is."""

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.people import permits
from kruispunt.people.models import Handover


def handovers(actor: Actor) -> QuerySet[Handover]:
    """What I handed over, or what was handed to me; the last one first."""
    rows = Handover.objects.select_related("person", "to")
    return permits.READ_HANDOVER.narrow(rows, actor).order_by("-handed_at", "-pk")


def my_handovers(actor: Actor) -> QuerySet[Handover]:
    """What I handed over and did not take back."""
    mine = permits.TAKE_BACK.narrow(handovers(actor), actor)
    return mine.filter(taken_back_at__isnull=True, until__gte=actor.today)

"""Taking and giving back a place in an activity: the row itself keeps and checks the count."""

from django.db import IntegrityError
from django.db.models import F

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take, writing
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.actions.places import NoPlaceLeft
from kruispunt.offers.models import Activity
from kruispunt.offers.states import EntryState

OPEN = (EntryState.PUBLISHED, EntryState.TO_VERIFY)


@action
def take_spot(actor: Actor, activity_id: int) -> Activity:
    """Take one place in an activity. Of two who want the last one, the database refuses one."""
    activity = take(actor, Activity, activity_id, may=permits.USE_ENTRY)
    if activity.state not in OPEN:
        raise NoPlaceLeft("Deze activiteit is er nu niet.")
    try:
        with writing():
            # One more than what stands there, whatever we read a moment ago.
            Activity.objects.filter(pk=activity.pk).update(used=F("used") + 1)
    except IntegrityError as refused:
        raise NoPlaceLeft("Deze activiteit is vol.") from refused
    journal.write(actor, "entry.take_spot", activity)
    return activity


@action
def free_spot(actor: Actor, activity_id: int) -> None:
    """Give a place in an activity back."""
    activity = take(actor, Activity, activity_id, may=permits.USE_ENTRY)
    Activity.objects.filter(pk=activity.pk, used__gt=0).update(used=F("used") - 1)
    journal.write(actor, "entry.free_spot", activity)

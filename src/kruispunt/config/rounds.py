"""What happens because time passed. Walking a round twice changes nothing."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import connection

from kruispunt.arrangements import jobs as arrangements
from kruispunt.base.actor import Actor
from kruispunt.base.models import Municipality
from kruispunt.base.verbs import forget_forms
from kruispunt.matching import jobs as matching
from kruispunt.offers import jobs as offers
from kruispunt.people import jobs as people

log = logging.getLogger(__name__)
FORMS_KEPT = timedelta(days=7)

# Jobs of the rooms, in the order of the flow: each takes a system actor and calls actions.
ROUNDS: tuple[Callable[[Actor], object], ...] = (
    people.expire_consents,
    offers.age_entries,
    matching.expire_invitations,
    arrangements.chase_referrals,
    arrangements.escalate_overdue,
    arrangements.ask_how_it_goes,
)


def walk(now: datetime) -> list[str]:
    """Walk every round in every municipality; name those that stumbled, and go on."""
    stumbled = []
    for municipality in Municipality.objects.order_by("pk"):
        for each in ROUNDS:
            try:
                each(Actor.system(municipality.pk, now))
            except Exception as trouble:  # noqa: BLE001  (one round must not stop the others)
                name = f"{each.__module__}.{each.__name__}"
                log.warning("%s: %s", name, type(trouble).__name__)
                stumbled.append(name)
    return stumbled


def tidy(now: datetime) -> None:
    """Forget what nobody will ask for any more, and let the database keep itself in shape."""
    forget_forms(now - FORMS_KEPT)
    call_command("clearsessions")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

"""What happens because time passed. Walking a round twice changes nothing."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kruispunt.arrangements import jobs as arrangements
from kruispunt.base import errands
from kruispunt.base.actor import Actor
from kruispunt.base.knocks import forget_knocks
from kruispunt.base.models import Municipality
from kruispunt.base.municipalities import at_home
from kruispunt.base.verbs import forget_forms
from kruispunt.config import purging, tombstones
from kruispunt.matching import jobs as matching
from kruispunt.offers import jobs as offers
from kruispunt.people import jobs as people
from kruispunt.safety import jobs as safety

log = logging.getLogger(__name__)
FORMS_KEPT = timedelta(days=7)
OFTEN = timedelta(minutes=5)
TIDY = "house.tidy"

# Jobs of the rooms, in the order of the flow: each takes a system actor and calls actions.
ROUNDS: tuple[Callable[[Actor], object], ...] = (
    people.expire_consents,
    people.seal_addresses_again,
    people.ask_after_accounts,
    offers.age_entries,
    offers.ask_to_review_knowledge,
    offers.expire_trainings,
    offers.ask_after_profiles,
    matching.expire_invitations,
    arrangements.chase_referrals,
    arrangements.warn_teams,
    arrangements.invite_to_choose_guides,
    arrangements.remind_guides,
    arrangements.escalate_overdue,
    arrangements.reach_terms,
    arrangements.offer_free_places,
    arrangements.ask_how_it_goes,
    arrangements.ask_volunteers,
    arrangements.ask_how_residents_stand,
    safety.sound_alarms,
    forget_knocks,
)
# Rounds that look often and mostly find nothing new.
SOON: tuple[Callable[[Actor], object], ...] = (matching.keep_balance, matching.keep_short)
VERY_OFTEN = timedelta(seconds=20)


def throw_away(actor: Actor) -> None:
    """Throw away what has had its time, and list beside the database what went."""
    purging.throw_away(actor)
    tombstones.write_out()


# Rounds for the quiet hours, once a night.
NIGHTLY: tuple[Callable[[Actor], object], ...] = (throw_away,)
AT_NIGHT = time(3, 0)


@dataclass(frozen=True)
class Round:
    """One job of one room, and when it comes back."""

    name: str
    job: Callable[[Actor], object]
    nightly: bool = False
    every: timedelta = OFTEN

    def walk(self, municipality_id: int, now: datetime) -> None:
        self.job(Actor.system(municipality_id, now))

    def next_time(self, now: datetime) -> datetime:
        if not self.nightly:
            return now + self.every
        here = timezone.localtime(now)
        tonight = here.replace(hour=AT_NIGHT.hour, minute=AT_NIGHT.minute, second=0, microsecond=0)
        return tonight if tonight > here else tonight + timedelta(days=1)


def _name(job: Callable[[Actor], object]) -> str:
    """As in the house: arrangements.chase_referrals."""
    return f"{job.__module__.split('.')[1]}.{job.__name__}"


def tidy_house(actor: Actor) -> None:
    """The round of the house itself, walked for one municipality on behalf of all."""
    tidy(actor.at)


ALL = (
    *(Round(_name(job), job) for job in ROUNDS),
    *(Round(_name(job), job, every=VERY_OFTEN) for job in SOON),
    *(Round(_name(job), job, nightly=True) for job in NIGHTLY),
)
# Rounds of the scales, which work in a process of their own.
WEIGHING = frozenset(_name(job) for job in SOON)
BY_NAME = {each.name: each for each in (*ALL, Round(TIDY, tidy_house, nightly=True))}


def plan(now: datetime) -> None:
    """See to it that every round waits as a row for a worker, in every municipality.

    What is heavy waits for its first night: who just opened the doors is at work now.
    """
    for municipality in Municipality.objects.order_by("pk"):
        for each in ALL:
            first_time = each.next_time(now) if each.nightly else now
            errands.ask(Actor.system(municipality.pk, now), each.name, due_at=first_time)
    first = at_home()
    if first is not None:
        errands.ask(Actor.system(first.pk, now), TIDY)


def walk(now: datetime) -> list[str]:
    """Walk every round in every municipality; name those that stumbled, and go on."""
    stumbled = []
    for municipality in Municipality.objects.order_by("pk"):
        for each in (*ROUNDS, *SOON, *NIGHTLY):
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

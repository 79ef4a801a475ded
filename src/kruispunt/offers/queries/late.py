"""Who and what lies too long at the registry: the process manager hears it, without a name."""

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, long_late, long_waiting
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, Course, Gathering, Knowledge, Service, Volunteering
from kruispunt.offers.queries import VOLUNTEER_STEPS
from kruispunt.offers.queries.gatherings import STEPS
from kruispunt.offers.queries.knowledge import REVIEW
from kruispunt.offers.queries.training import COURSE_STEPS
from kruispunt.offers.states import EntryState, VolunteerState

ASK = "Dit ligt te lang bij het vrijwilligersbestand. Vraag waarom"
OF_THE_MAP = "Dit staat te lang onbevestigd op de sociale kaart. Vraag waarom"
AT_A_PARTNER = "Deze kennis ligt te lang bij een partner. Vraag waarom"
AT_THE_DESK = "Dit ligt te lang bij het Startpunt. Vraag waarom"


def late(actor: Actor) -> list[Pile]:
    """Volunteers who wait, trainings and evenings nobody noted, entries nobody checked."""
    if not actor.is_a(Role.PROCESS_MANAGER):
        return []
    before, may = long_late(actor), permits.HEAR_LATE
    unsure = (EntryState.TO_VERIFY, EntryState.STALE)
    together = may.narrow(Gathering.objects.all(), actor)
    given = may.narrow(Course.objects.all(), actor)
    waiting = may.narrow(Volunteering.objects.all(), actor)
    unheard = waiting.filter(unconfirmed=True).exclude(due_on__lt=before)
    silent = (VolunteerState.AVAILABLE,)
    entries = [may.narrow(rows, actor) for rows in (Service.objects.all(), Activity.objects.all())]
    known = may.narrow(Knowledge.objects.all(), actor)
    return [
        long_waiting("knowledge", known, tuple(REVIEW), AT_A_PARTNER, before=before),
        long_waiting("volunteer", waiting, tuple(VOLUNTEER_STEPS), ASK, before=before),
        long_waiting("volunteer", unheard, silent, ASK, due="confirm_by", before=before),
        long_waiting("course", given, tuple(COURSE_STEPS), ASK, due="on", before=before),
        long_waiting("gathering", together, tuple(STEPS), AT_THE_DESK, due="on", before=before),
        *(long_waiting("entry", rows, unsure, OF_THE_MAP, before=before) for rows in entries),
    ]

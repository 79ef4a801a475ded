"""Reading what can be given, and by whom."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.db.models import Q, QuerySet

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, until_its_day
from kruispunt.offers import permits
from kruispunt.offers.models import Activity, Service, Volunteering
from kruispunt.offers.models.volunteering import Permission
from kruispunt.offers.queries.gatherings import to_gather as to_gather
from kruispunt.offers.queries.guides import GuideCard as GuideCard
from kruispunt.offers.queries.guides import guide_card as guide_card
from kruispunt.offers.queries.guides import guide_of as guide_of
from kruispunt.offers.queries.guides import guide_verbs as guide_verbs
from kruispunt.offers.queries.guides import guides as guides
from kruispunt.offers.queries.guides import guides_to_show as guides_to_show
from kruispunt.offers.queries.knowledge import knowledge_piles
from kruispunt.offers.queries.laying import ADULT as ADULT
from kruispunt.offers.queries.laying import LaidOut as LaidOut
from kruispunt.offers.queries.laying import every_card as every_card
from kruispunt.offers.queries.laying import laid_out as laid_out
from kruispunt.offers.queries.laying import offer_cards as offer_cards
from kruispunt.offers.queries.laying import ready_card as ready_card
from kruispunt.offers.queries.training import course_piles
from kruispunt.offers.states import EntryState, GuideState, VolunteerState

VOLUNTEER_STEPS = {
    VolunteerState.APPLIED: "Bel deze nieuwe vrijwilliger",
    VolunteerState.MEETING: "Maak kennis en kijk wat nog mist",
    VolunteerState.DEPLOYABLE: "Zet klaar voor vragen",
    VolunteerState.AVAILABLE: "Laat horen hoe het staat",
    VolunteerState.PAUSED: "Vraag of de pauze voorbij is",
}
REFLECT = dict.fromkeys(
    set(VolunteerState) - {VolunteerState.STOPPED},
    "Praat met deze vrijwilliger: een koppeling stopte eerder dan gedacht",
)
ENTRY_STEPS = {
    EntryState.DRAFT: "Maak dit af",
    EntryState.TO_VERIFY: "Kijk of dit nog klopt",
    EntryState.STALE: "Kijk of dit er nog is",
}
ON_THE_MAP = (EntryState.PUBLISHED, EntryState.TO_VERIFY)


def visible(actor: Actor) -> QuerySet[Volunteering]:
    """Volunteers whose profile this actor may see."""
    rows = Volunteering.objects.select_related("person", "person__neighbourhood")
    return permits.READ.narrow(rows, actor)


def one(actor: Actor, volunteering_id: int) -> Volunteering:
    return visible(actor).get(pk=volunteering_id)


def may_see_certificate(actor: Actor, volunteering: Volunteering) -> bool:
    """Say whether this actor sees the VOG and the benefit, not only who can start."""
    return permits.READ_CERTIFICATE.allows(actor, volunteering)


def mine(actor: Actor) -> Volunteering | None:
    """What the actor herself gives, if she is a volunteer."""
    if actor.person_id is None:
        return None
    return visible(actor).filter(person_id=actor.person_id).first()


def calls(actor: Actor) -> QuerySet[Letter]:
    """Calls to make and letters to post to volunteers this actor may see."""
    may_see = visible(actor).exclude(person_id=actor.person_id or 0).values("person_id")
    return post.to_look_at_for(actor, may_see)


def is_volunteer(actor: Actor, person_id: int) -> bool:
    """Say whether someone gives already: the same person may ask as well (D46)."""
    rows = Volunteering.objects.filter(municipality_id=actor.municipality_id)
    return rows.filter(person_id=person_id).exists()


def due(actor: Actor) -> QuerySet[Volunteering]:
    """Volunteers for whom something must happen, longest overdue first."""
    return visible(actor).filter(due_on__isnull=False).order_by("due_on", "pk")


def services(actor: Actor) -> QuerySet[Service]:
    """Services that may be suggested: an entry nobody checked is hidden (SM-15)."""
    rows = Service.objects.filter(state__in=ON_THE_MAP).select_related("organisation", "contact")
    return permits.READ_ENTRY.narrow(rows, actor).order_by("name")


def activities(actor: Actor) -> QuerySet[Activity]:
    """Activities that may be suggested."""
    rows = Activity.objects.filter(state__in=ON_THE_MAP).select_related("organisation", "contact")
    return permits.READ_ENTRY.narrow(rows, actor).order_by("name")


def weighs_everyone(actor: Actor) -> bool:
    """Say whether this actor may lay every volunteer of the municipality on the scales."""
    return permits.WEIGH.every_row(actor)


def names(actor: Actor, volunteering_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The name and the neighbourhood behind some cards."""
    rows = Volunteering.objects.filter(pk__in=volunteering_ids)
    found = permits.WEIGH.narrow(rows, actor).values_list(
        "pk", "person__given_name", "person__surname", "person__neighbourhood__name"
    )
    return {pk: (f"{given} {surname}".strip(), where or "") for pk, given, surname, where in found}


def behind(actor: Actor, persons: Iterable[int] | None = None) -> dict[int, int]:
    """Which person stands behind which card, for keeping people apart on the scales."""
    rows = permits.WEIGH.narrow(Volunteering.objects.all(), actor)
    if persons is not None:
        rows = rows.filter(person_id__in=persons)
    return dict(rows.values_list("person_id", "pk"))


def grown_older(actor: Actor, since: date) -> list[int]:
    """Cards that say something else today than on another day, because time passed."""
    first, last = sorted((since, actor.today))
    certificate = Q(vog_until__gte=first, vog_until__lte=last)
    came_of_age = Q(
        person__birth_year__gt=first.year - ADULT, person__birth_year__lte=last.year - ADULT
    )
    rows = permits.WEIGH.narrow(Volunteering.objects.all(), actor)
    return list(rows.filter(certificate | came_of_age).values_list("pk", flat=True))


def subject_ids(subjects: Iterable[str]) -> list[int]:
    """The volunteers among what journal lines are about."""
    label = f"{Volunteering._meta.label_lower}:"
    return [int(one.removeprefix(label)) for one in subjects if one.startswith(label)]


def is_permitted(row: Volunteering) -> bool:
    """Say whether the benefit agency has no say, or said yes (UIT-01)."""
    return row.permission != Permission.ASKED


def entries_due(actor: Actor) -> list[tuple[str, int]]:
    """Entries of the sociale kaart that somebody must check, or that have waited too long."""
    found: list[tuple[str, int]] = []
    for sort, rows in (("service", Service.objects.all()), ("activity", Activity.objects.all())):
        due = permits.AGE_ENTRY.narrow(rows, actor)
        ids = due.filter(state__in=ON_THE_MAP, due_on__lte=actor.today).order_by("pk")
        found += [(sort, pk) for pk in ids.values_list("pk", flat=True)]
    return found


def volunteer_piles(actor: Actor) -> list[Pile]:
    """Who waits for us: of those who wait for a question only whom we left too long without word.

    With whoever had a match that ended early we talk before anything else (MAT-07); whoever did
    not say whether her profile still holds is called about that first (D49).
    """
    # Nearly everyone is available and was told: each pile is read from the end that is few.
    everyone = visible(actor).filter(reflection_due=False)
    available = everyone.filter(state=VolunteerState.AVAILABLE)
    silent = Q(due_on__lte=actor.today) | Q(due_on__isnull=True)
    steps = dict(VOLUNTEER_STEPS)
    left = {VolunteerState.AVAILABLE: steps.pop(VolunteerState.AVAILABLE)}
    ask = {VolunteerState.AVAILABLE: "Bel: klopt het profiel nog?"}
    pile = partial(Pile, "volunteer", "volunteer", whose="person")
    return [
        pile(REFLECT, visible(actor).filter(reflection_due=True)),
        *until_its_day(pile(steps, everyone), (VolunteerState.PAUSED,), actor.today),
        pile(left, available.filter(silent, unconfirmed=False)),
        pile(ask, available.filter(unconfirmed=True), due="confirm_by"),
    ]


def piles(actor: Actor) -> list[Pile]:
    """Volunteers wait for the registry; entries that must be checked for the Startpunt."""
    found: list[Pile] = []
    if actor.roles & set(permits.REGISTRY):
        found += volunteer_piles(actor)
    found += course_piles(actor)
    found += knowledge_piles(actor)
    if actor.is_a(Role.GUIDE_COORDINATOR):
        guide = {GuideState.APPLIED: "Kijk of deze meedenker kan beginnen"}
        found.append(Pile("guide", "guide_list", guide, guides(actor), due="", whose="person"))
    if actor.is_a(Role.WORKER):
        found.append(to_gather(actor))
    if actor.is_a(Role.WORKER) or actor.is_a(Role.CONTACT):
        for rows in (Service.objects.all(), Activity.objects.all()):
            mine = permits.LIST_ENTRY.narrow(rows, actor)
            found.append(Pile("entry", "entry", ENTRY_STEPS, mine, words="name"))
    return found

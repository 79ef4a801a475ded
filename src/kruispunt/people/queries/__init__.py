"""Reading people: always as someone, always narrowed to what they may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from kruispunt.base import keeping, looking, usage
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.base.steps import may_begin
from kruispunt.base.until import lasts
from kruispunt.base.work import Pile
from kruispunt.people import permits
from kruispunt.people.models import (
    Consent,
    Neighbourhood,
    Organisation,
    Person,
    Relation,
    RightsRequest,
    Seat,
)
from kruispunt.people.queries.consents import consent_of as consent_of
from kruispunt.people.queries.consents import consents as consents
from kruispunt.people.queries.consents import consents_over as consents_over
from kruispunt.people.queries.consents import has_consent as has_consent
from kruispunt.people.queries.four_eyes import (
    NOT_OF_THE_TECHNICIAN as NOT_OF_THE_TECHNICIAN,
)
from kruispunt.people.queries.four_eyes import (
    four_eyes_piles,
)
from kruispunt.people.queries.four_eyes import key_holder_rows as key_holder_rows
from kruispunt.people.queries.four_eyes import key_holders as key_holders
from kruispunt.people.queries.four_eyes import may_hold_a_key as may_hold_a_key
from kruispunt.people.queries.four_eyes import my_unsealing as my_unsealing
from kruispunt.people.queries.four_eyes import open_unsealings as open_unsealings
from kruispunt.people.queries.four_eyes import seat_requests as seat_requests
from kruispunt.people.queries.four_eyes import seats as seats
from kruispunt.people.queries.four_eyes import unsealings_over as unsealings_over
from kruispunt.people.queries.four_eyes import unsealings_to_decide as unsealings_to_decide
from kruispunt.people.queries.households import household_piles
from kruispunt.people.queries.kept_apart import all_never_with as all_never_with
from kruispunt.people.queries.kept_apart import never_with as never_with
from kruispunt.people.queries.leaving import leaving_piles
from kruispunt.people.queries.named import called as called
from kruispunt.people.queries.nominations import nomination_piles
from kruispunt.people.queries.resting import all_resting as all_resting
from kruispunt.people.queries.sitting import at_the_desk as at_the_desk
from kruispunt.people.queries.sitting import chairs_of as chairs_of
from kruispunt.people.queries.sitting import left as left
from kruispunt.people.queries.sitting import privacy_officers as privacy_officers
from kruispunt.people.queries.sitting import seated as seated
from kruispunt.people.queries.sitting import seated_by_name as seated_by_name
from kruispunt.people.queries.sitting import seats_of as seats_of
from kruispunt.people.states import ConsentState, RightState

FORMER = "Oud-deelnemer"
# What hangs on a person and goes along: it keeps nobody here.
HANGS_ON = (
    "people.consent",
    "people.exclusion",
    "people.handover",
    "people.housemate",
    "people.keyholder",
    "people.nomination",
    "people.relation",
    "people.rest",
    "people.rightsrequest",
    "people.seat",
    "people.seatrequest",
    "people.unsealing",
)
A_LOOK = 1000
GRID = 1000


def visible(actor: Actor) -> QuerySet[Person]:
    """Persons whose name and address this actor may see."""
    return permits.READ.narrow(Person.objects.select_related("neighbourhood"), actor)


def one(actor: Actor, person_id: int) -> Person:
    return visible(actor).get(pk=person_id)


def known(actor: Actor, person_id: int) -> Person:
    """Someone in this municipality, for a row that will point at them: nothing of them is shown."""
    return Person.objects.get(pk=person_id, municipality_id=actor.municipality_id)


def mail_address(actor: Actor, person_id: int) -> str:
    """Where e-mail reaches someone; for the postman, who shows it to nobody."""
    return known(actor, person_id).email


def phone_number(actor: Actor, person_id: int) -> str:
    """Where a text message reaches someone; for whoever sends it, who shows it to nobody."""
    return known(actor, person_id).phone


def reachable(actor: Actor, person_id: int) -> Person:
    """Someone of whom this actor may say how they want to hear from us."""
    return permits.CHOOSE_CHANNEL.narrow(Person.objects.all(), actor).get(pk=person_id)


def on_the_grid(x: float, y: float) -> tuple[float, float]:
    """The middle of the square kilometre around a place: rough, before anything is measured."""
    return (x // GRID * GRID + GRID / 2, y // GRID * GRID + GRID / 2)


def search(actor: Actor, words: str) -> QuerySet[Person]:
    """Find someone by a part of a name, or by a postcode."""
    found = visible(actor)
    for word in words.split():
        found = found.filter(
            Q(given_name__icontains=word)
            | Q(surname__icontains=word)
            | Q(postcode__istartswith=word)
        )
    return found.order_by("surname", "given_name", "pk")


def network(actor: Actor, person_id: int) -> QuerySet[Relation]:
    """Who stands around someone, carers first."""
    around = Relation.objects.filter(person__in=visible(actor).filter(pk=person_id))
    return around.select_related("other").order_by("-cares", "pk")


def neighbourhoods(actor: Actor) -> QuerySet[Neighbourhood]:
    """The parts of the municipality; anyone may see the map."""
    return Neighbourhood.objects.filter(municipality_id=actor.municipality_id).order_by("code")


def organisations(actor: Actor) -> QuerySet[Organisation]:
    found = permits.READ_ORGANISATION.narrow(Organisation.objects.all(), actor)
    return found.select_related("contact").order_by("name")


def is_mandated_desk(actor: Actor) -> bool:
    """Say whether the actor works for a desk that receives Wmo notifications itself (WMO-01)."""
    return Organisation.objects.filter(
        pk__in=actor.organisation_ids,
        municipality_id=actor.municipality_id,
        is_mandated_wmo_desk=True,
    ).exists()


def is_municipality(actor: Actor, organisation_id: int | None) -> bool:
    """Say whether this is the municipality itself, which never stands on a yes (PRV-03)."""
    rows = Organisation.objects.filter(
        pk=organisation_id or 0, municipality_id=actor.municipality_id
    )
    return rows.filter(Q(kind="municipality") | Q(is_mandated_wmo_desk=True)).exists()


def subject_ids(subjects: Iterable[str]) -> list[int]:
    """The persons among what journal lines are about."""
    label = f"{Person._meta.label_lower}:"
    return [int(one.removeprefix(label)) for one in subjects if one.startswith(label)]


@dataclass(frozen=True, slots=True)
class Look:
    """One look into a dossier: who by name and role, when, why, and whose it was."""

    at: datetime
    name: str
    role: str
    ground: str
    emergency: bool
    about_id: int | None


def myself(actor: Actor) -> Person:
    """The actor as a person: her own data are hers in every role."""
    return Person.objects.get(pk=actor.person_id or 0, municipality_id=actor.municipality_id)


def who_looked(actor: Actor, person_id: int) -> list[Look]:
    """Who looked into someone's dossier, newest first: for herself to read (PRV-15)."""
    whose = permits.READ_LOOKS.narrow(Person.objects.filter(pk=person_id), actor).get()
    return _as_looks(actor, looking.looks(actor.municipality_id).filter(person_id=whose.pk))


def read_log(actor: Actor, *, about_id: int | None = None, most: int = 100) -> list[Look]:
    """The last looks into anyone's dossier, for the privacy officer: numbers, and no content."""
    may_begin(actor, permits.ANSWER_RIGHT)
    lines = looking.looks(actor.municipality_id)
    return _as_looks(actor, (lines.filter(person_id=about_id) if about_id else lines)[:most])


def rights_requests(actor: Actor) -> QuerySet[RightsRequest]:
    """What was asked about one's own data: mine, or for the privacy officer everyone's."""
    rows = RightsRequest.objects.select_related("person", "answered_by")
    return permits.READ_RIGHT.narrow(rows, actor).order_by(F("due_on").asc(nulls_last=True), "-pk")


def _as_looks(actor: Actor, lines: QuerySet[JournalLine]) -> list[Look]:
    found = list(lines)
    ids = {line.actor_id for line in found}
    names = Person.objects.filter(municipality_id=actor.municipality_id).in_bulk(ids - {None})
    labels = dict(Role.choices)
    return [
        Look(
            line.written_at,
            names[line.actor_id].name if line.actor_id in names else "Kruispunt",
            ", ".join(labels[role].lower() for role in line.roles.split() if role in labels),
            line.ground,
            line.verb == looking.EMERGENCY,
            line.person_id,
        )
        for line in found
    ]


def piles(actor: Actor) -> list[Pile]:
    """What waits with people and their seats, for this actor."""
    return [*_papers(actor), *leaving_piles(actor)]


def _papers(actor: Actor) -> list[Pile]:
    """A yes that is asked waits for who must give it; the Startpunt asks when it stays out."""
    rows = permits.READ_CONSENT.narrow(Consent.objects.all(), actor)
    pairs_of_eyes = four_eyes_piles(actor)
    if actor.is_a(Role.WORKER):
        step = {ConsentState.ASKED: "Vraag of dit gedeeld mag worden"}
        asks = Pile("consent", "consents", step, rows, due="", whose="person", about="person_id")
        calls = nomination_piles(actor)
        return [asks, *household_piles(actor), *calls, *pairs_of_eyes]
    if actor.is_a(Role.PRIVACY_OFFICER):
        asked = {RightState.ASKED: "Beantwoord dit verzoek"}
        rights = Pile("rights_request", "rights", asked, rights_requests(actor))
        return [rights, *pairs_of_eyes]
    own = rows.filter(person_id=actor.person_id or 0)
    step = {ConsentState.ASKED: "Mogen wij dit delen? Zeg ja of nee"}
    asked_of_me = Pile("consent", "resident", step, own, due="")
    return [asked_of_me, *household_piles(actor), *pairs_of_eyes]


def people_going(actor: Actor, over: keeping.Over) -> list[keeping.Going]:
    """Who has nothing here any more: no case, no role, no letter, and half a year of silence."""
    rows = keeping.FORGET.narrow(Person.objects.all(), actor)
    seated = Seat.objects.filter(lasts(actor.today), municipality_id=actor.municipality_id)
    ids = list(rows.exclude(pk__in=seated.values("person_id")).values_list("pk", flat=True))
    going: list[keeping.Going] = []
    for start in range(0, len(ids), A_LOOK):
        some = set(ids[start : start + A_LOOK])
        some -= usage.pointed_at(Person, some, but=HANGS_ON) | usage.written_to(some)
        last = JournalLine.objects.filter(person_id__in=some, municipality_id=actor.municipality_id)
        seen = dict(last.values_list("person_id").annotate(at=Max("written_at")))
        going += [
            keeping.Going("RET-06", pk, pk)
            for pk in sorted(some)
            # Of whom the journal tells nothing, nobody can say that it has been silent.
            if pk in seen and over("RET-06", timezone.localdate(seen[pk]))
        ]
    return going

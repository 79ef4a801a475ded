"""Reading who has a place in a group, who is asked, who waits, and where a place is free (K22)."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import EnrolmentState
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.letter_words import LetterWord
from kruispunt.base.work import Pile
from kruispunt.offers.queries.room import not_full

WORD = LetterWord("kruispunt.arrangements.place", Enrolment, "arrangement__question__asked_by_id")
N = EnrolmentState
# In this order on the page of an activity.
GROUPS = (N.ENROLLED, N.OFFERED, N.WAITING, N.MISSED)
FOR_STARTPUNT = {
    N.OFFERED: "Wacht op een ja of nee voor een plek",
    N.MISSED: "Bel: geen antwoord op een vrije plek",
}
FOR_RESIDENT = {N.OFFERED: "Er is een plek vrij. Zeg of u komt"}


def in_line(actor: Actor, activity_id: int) -> "QuerySet[Enrolment]":
    """Who waits for this activity, the longest first; a question that is over waits for nothing."""
    rows = Enrolment.objects.filter(
        municipality_id=actor.municipality_id,
        activity_id=activity_id,
        state=N.WAITING,
        arrangement__question__ended_at__isnull=True,
    )
    return rows.select_related("arrangement__question", "activity").order_by("asked_at", "pk")


def taking_part(actor: Actor, activity_id: int) -> list[tuple[str, list[Enrolment]]]:
    """Everyone of one activity this actor may see, by how it stands."""
    order = Case(
        *(When(state=state, then=Value(place)) for place, state in enumerate(GROUPS)),
        output_field=IntegerField(),
    )
    rows = Enrolment.objects.filter(activity_id=activity_id, state__in=GROUPS)
    rows = rows.select_related("arrangement__question__asked_by", "confirmed_by")
    found = list(permits.READ_PART.narrow(rows, actor).order_by(order, "asked_at", "pk"))
    by_state = [(state, [one for one in found if one.state == state]) for state in GROUPS]
    return [(state.label, some) for state, some in by_state if some]


def offers_passed(actor: Actor) -> list[int]:
    """Places that were offered, and of which the day for an answer is over."""
    rows = permits.OFFER_PLACE.narrow(Enrolment.objects.all(), actor)
    late = rows.filter(state=N.OFFERED, due_on__lt=actor.today)
    return list(late.order_by("due_on", "pk").values_list("pk", flat=True))


def free_while_somebody_waits(actor: Actor) -> list[int]:
    """Activities with a free place and somebody in line for it."""
    rows = permits.OFFER_PLACE.narrow(Enrolment.objects.all(), actor).filter(state=N.WAITING)
    waited_for = set(rows.values_list("activity_id", flat=True))
    return sorted(not_full(actor, waited_for)) if waited_for else []


def place_link(enrolment: Enrolment) -> str:
    return WORD.write(enrolment)


def place_by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the enrolment, who may answer, and the municipality."""
    return WORD.read(word)


def place_address(actor: Actor, enrolment_id: int) -> str:
    """Where a resident says whether she comes: the page her letter leads to."""
    rows = permits.READ_PART.narrow(Enrolment.objects.all(), actor)
    return post.link("place", place_link(rows.get(pk=enrolment_id)))


def places_to_answer(actor: Actor) -> Pile:
    """What was offered to me."""
    rows = Enrolment.objects.filter(arrangement__question__asked_by_id=actor.person_id or 0)
    mine = permits.READ_PART.narrow(rows, actor)
    return Pile("enrolment", "place", FOR_RESIDENT, mine, words="activity__name")


def places_to_watch(rows: "QuerySet[Enrolment]") -> list[Pile]:
    """For the desk: who must still answer is waited for; who did not is called."""
    whose = "arrangement__question__asked_by"
    asked = {N.OFFERED: FOR_STARTPUNT[N.OFFERED]}
    silent = {N.MISSED: FOR_STARTPUNT[N.MISSED]}
    return [
        Pile("enrolment", "enrolment", asked, rows, whose=whose, resting=True),
        Pile("enrolment", "enrolment", silent, rows, whose=whose,
             worker="arrangement__question__worker"),
    ]  # fmt: skip

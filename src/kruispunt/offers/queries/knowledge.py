"""Finding what partners know, by what it is about, with the trainings that go with it (A19)."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.work import Pile
from kruispunt.core.vocabulary import Theme
from kruispunt.offers import permits
from kruispunt.offers.models import Course, Knowledge
from kruispunt.offers.states import CourseState, KnowledgeState

REVIEW = {KnowledgeState.TO_REVIEW: "Kijk of deze kennis nog klopt"}
TO_COME = (CourseState.PLANNED, CourseState.OPEN, CourseState.FULL)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One theme: what partners know about it, and the trainings that are coming."""

    theme: str
    items: tuple[Knowledge, ...]
    courses: tuple[Course, ...]


def knowledge(actor: Actor, theme: str = "") -> list[Shelf]:
    """Every theme with its shelf, or one of them; whoever finds knowledge finds its trainings."""
    rows = Knowledge.objects.exclude(state=KnowledgeState.TAKEN_OFF).select_related("organisation")
    items = list(permits.READ_KNOWLEDGE.narrow(rows, actor).order_by("title", "pk"))
    coming = Course.objects.filter(state__in=TO_COME, on__gte=actor.today)
    found = permits.READ_KNOWLEDGE.narrow(coming.select_related("organisation"), actor)
    courses = list(found.order_by("on", "pk"))
    return [
        Shelf(
            word.label,
            tuple(one for one in items if word in one.themes),
            tuple(one for one in courses if one.module == word),
        )
        for word in Theme
        if theme in {"", word}
    ]


def our_knowledge(actor: Actor) -> QuerySet[Knowledge]:
    """What my own organisation keeps up to date; what must be looked at comes first."""
    rows = Knowledge.objects.exclude(state=KnowledgeState.TAKEN_OFF).select_related("organisation")
    found = permits.KEEP_KNOWLEDGE.narrow(rows, actor)
    return found.order_by("-state", "review_on", "pk")


def one_of_ours(actor: Actor, knowledge_id: int) -> Knowledge:
    return our_knowledge(actor).get(pk=knowledge_id)


def knowledge_to_review(actor: Actor) -> list[int]:
    """Whatever reached its day."""
    rows = permits.AGE_KNOWLEDGE.narrow(Knowledge.objects.all(), actor)
    old = rows.filter(state=KnowledgeState.SHARED, review_on__lte=actor.today)
    return list(old.order_by("pk").values_list("pk", flat=True))


def knowledge_piles(actor: Actor) -> list[Pile]:
    """What grew old waits with the partner whose it is."""
    if not actor.roles & set(permits.PARTNERS):
        return []
    mine = our_knowledge(actor)
    return [Pile("knowledge", "knowledge", REVIEW, mine, words="title")]

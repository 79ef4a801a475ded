"""When a search waits for its worker again: nobody was asked, everybody said no, or it is late."""

from django.db.models import Q

from kruispunt.arrangements.models import Match
from kruispunt.arrangements.states import UNANSWERED
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile
from kruispunt.matching import queries as matching
from kruispunt.questions import queries as questions


def of_questions(actor: Actor) -> list[Pile]:
    """While a volunteer or the resident thinks it over, the next step is not the worker's."""
    if not actor.is_a(Role.WORKER):
        return []
    open_matches = Match.objects.filter(
        municipality_id=actor.municipality_id, state__in=sorted(UNANSWERED)
    )
    thought_over = Q(pk__in=matching.being_asked(actor)) | Q(
        pk__in=open_matches.values("arrangement__question_id")
    )
    resting = thought_over & ~Q(due_on__lt=actor.today)
    mine, step = questions.on_my_desk(actor), questions.SEARCH
    return [
        Pile("question", "question", step, mine.exclude(resting), whose="asked_by",
             worker="worker"),
        Pile("question", "question", step, mine.filter(resting), resting=True),
    ]  # fmt: skip

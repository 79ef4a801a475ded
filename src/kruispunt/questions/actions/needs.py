"""Taking a question apart: which kinds of help it holds, and how many of each (D18)."""

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.base.verbs import action
from kruispunt.questions import permits
from kruispunt.questions.actions.steps import take_question
from kruispunt.questions.models import Need, Question
from kruispunt.questions.states import ENDED, State

TOO_EARLY = (State.NEW, State.CONTACTED)


class NotClear(ImpossibleMove):
    """A question is taken apart once it is understood, and as long as it is open."""


@action
def divide(actor: Actor, question_id: int, *, needs: tuple[tuple[str, int], ...]) -> Question:
    """Say which kinds of help a question holds; the first is the main one."""
    question = take_question(actor, question_id, permits.DIVIDE)
    if question.state in {*TOO_EARLY, *ENDED}:
        raise NotClear("Verhelder eerst de vraag.")
    kinds = [kind for kind, _ in needs]
    if not needs or len(kinds) != len(set(kinds)):
        raise ValidationError("Noem elke soort hulp één keer.")
    question.needs.all().delete()
    for place, (kind, number) in enumerate(needs, start=1):
        keep(
            Need(
                municipality_id=actor.municipality_id,
                question=question,
                kind=kind,
                number=number,
                place=place,
            )
        )
    # The scales look for everyone who can do one of these; the main one weighs most.
    question.kind, *question.more_kinds = kinds
    question.helpers_needed = needs[0][1]
    keep(question)
    journal.write(
        actor, "question.divide", question, person_id=question.asked_by_id, needs=dict(needs)
    )
    return question

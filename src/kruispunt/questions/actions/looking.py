"""Looking into the dossier of a question: noted with its ground, and in an emergency reported."""

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.looking import EMERGENCY, note_look
from kruispunt.base.steps import keep, named
from kruispunt.base.verbs import action
from kruispunt.core import terms
from kruispunt.people import actions as people
from kruispunt.people import queries as officers
from kruispunt.questions import permits
from kruispunt.questions.models import EmergencyLook, Question, Signal

MOST = 150


@action
def look_into(actor: Actor, question_id: int) -> Question:
    """Open the dossier of a question; the one who asked can read who did, when and why."""
    question = permits.READ.narrow(Question.objects.all(), actor).get(pk=question_id)
    note_look(actor, question, person_id=question.asked_by_id)
    return question


@action
def look_into_signal(actor: Actor, signal_id: int) -> Signal:
    """Read what was heard of somebody who said yes to being named."""
    signal = permits.READ_SIGNAL.narrow(Signal.objects.all(), actor).get(pk=signal_id)
    if signal.named_id is not None:
        note_look(actor, signal, person_id=signal.named_id)
    return signal


@action
def look_in_emergency(actor: Actor, question_id: int, *, reason: str) -> EmergencyLook:
    """Break the glass: see who asks, for a short while, with a reason the privacy officer reads."""
    question = permits.GLANCE.narrow(Question.objects.all(), actor).get(pk=question_id)
    permits.BREAK_GLASS.require(actor, question)
    look = keep(
        EmergencyLook(
            municipality_id=actor.municipality_id,
            question=question,
            by_id=named(actor),
            reason=reason,
            at=actor.at,
            until=actor.at + terms.GLASS_STAYS_OPEN,
        )
    )
    ground = f"Noodinzage: {reason[:MOST]}"
    journal.write(actor, EMERGENCY, question, person_id=question.asked_by_id, ground=ground)
    for officer_id in officers.privacy_officers(actor):
        people.write_to(
            actor,
            officer_id,
            subject="Er is een noodinzage gedaan",
            lines=(
                "Iemand keek in het dossier van een inwoner, zonder dat het anders mocht.",
                "U leest wie, wanneer en waarom bij Privacy.",
            ),
            key=f"emergency_look:{look.pk}:{officer_id}",
        )
    return look

"""What we write to whoever brought something in: that it was heard, and what came of it."""

from kruispunt.base.actor import Actor
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions.models import Question, Signal


def tell_bringer(actor: Actor, question: Question) -> None:
    """Whoever spoke for somebody hears that it is done, and nothing about how they are."""
    if question.brought_by_id in {None, actor.person_id}:
        return
    people.write_to(
        actor,
        question.brought_by_id,
        subject="De vraag die u bracht",
        lines=("U bracht een vraag bij ons. Die is nu afgerond.", "Dank u wel voor uw hulp."),
        key=f"question.feed_back:{question.pk}:{question.reopened_at or ''}",
    )


def tell_what_came_of_it(actor: Actor, signal: Signal) -> None:
    """Who noticed something hears it; without a name, the organisation it came from does."""
    to = signal.brought_by_id
    if to is None and signal.organisation_id is not None:
        to = known.organisations(actor).get(pk=signal.organisation_id).contact_id
    if to is None:
        return
    people.write_to(
        actor,
        to,
        subject="Wat er met uw bericht gebeurde",
        lines=("U vertelde ons wat u opviel. Dank u wel.", signal.outcome),
        key=f"signal.feed_back:{signal.pk}",
        answer_by=signal.feed_back_by,
    )

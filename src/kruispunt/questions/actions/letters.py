"""What we write to whoever brought something in: that it was heard, and what came of it."""

from kruispunt.base.actor import Actor
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.questions.models import Question, Signal
from kruispunt.questions.queries import same_person


def tell_bringer(actor: Actor, question: Question) -> None:
    """Whoever spoke for somebody hears that it is done, and nothing about how they are."""
    brought = [question.brought_by_id]
    if question.signal_id is not None:
        brought += [one.brought_by_id for one in same_person.other_bringers(question.signal_id)]
    for place, person_id in enumerate(dict.fromkeys(brought)):
        if person_id not in {None, actor.person_id}:
            _tell_that_it_is_done(actor, question, person_id, place=place)


def _tell_that_it_is_done(actor: Actor, question: Question, person_id: int, *, place: int) -> None:
    """To each a letter of her own: nobody reads that somebody else brought it as well."""
    again = f":{place}" if place else ""
    people.write_to(
        actor,
        person_id,
        subject="De vraag die u bracht",
        lines=("U bracht een vraag bij ons. Die is nu afgerond.", "Dank u wel voor uw hulp."),
        key=f"question.feed_back:{question.pk}:{question.reopened_at or ''}{again}",
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
        # Who hears once more after signals were parted, hears something else.
        key=f"signal.feed_back:{signal.pk}:{signal.feed_back_by or ''}",
        answer_by=signal.feed_back_by,
    )

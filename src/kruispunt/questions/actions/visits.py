"""A visit: several things heard at one door, each brought as a signal of its own (D7)."""

from dataclasses import dataclass

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.verbs import action
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.questions.actions.signals import Noticed, hand_in, notice
from kruispunt.questions.models import Signal, Visit
from kruispunt.questions.models.visit import Topic
from kruispunt.questions.permits import neighbourhood
from kruispunt.questions.states import About

ABOUT = {
    Topic.CARER: About.CARER,
    Topic.TALENT: About.TALENT,
    Topic.STREET: About.LIVEABILITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard in one call: by topic, in the words of who said it; a street, no name."""

    place: str
    neighbourhood_id: int | None = None
    by_topic: tuple[tuple[str, str], ...] = ()


@action
def bring_visit(actor: Actor, *, heard: Heard) -> Visit:
    """Pass on all that was heard at one door; each thing goes its own way from here."""
    may_begin(actor, neighbourhood.VISIT)
    visit = keep(
        Visit(
            municipality_id=actor.municipality_id,
            by_id=named(actor),
            place=heard.place,
            neighbourhood_id=heard.neighbourhood_id,
            on=actor.today,
        )
    )
    journal.write(actor, "visit.bring", visit, heard=len(heard.by_topic))
    for topic, words in heard.by_topic:
        noticed = Noticed(
            words=words,
            about=ABOUT.get(Topic(topic), About.QUESTION).value,
            place=heard.place,
            neighbourhood_id=heard.neighbourhood_id,
            topic=topic,
            visit_id=visit.pk,
        )
        hand_in(actor, notice(actor, noticed=noticed).pk)
    return visit


@action
def bring_for(
    actor: Actor,
    *,
    noticed: Noticed,
    speaker: Particulars | None = None,
    about_whom: Particulars | None = None,
) -> Signal:
    """Bring a signal for an organisation, by the link it was given: no account, one minute (D15).

    Whoever leaves a name hears how it went. With the yes of the person it is about, a practice
    may name that person too (B7); without that yes it is about a street.
    """
    from_whom = people.register_person(actor, who=speaker).pk if speaker else None
    named_id = people.register_person(actor, who=about_whom).pk if about_whom else None
    signal = notice(actor, noticed=noticed)
    signal.brought_by_id = from_whom
    signal.named_id = named_id
    keep(signal)
    return hand_in(actor, signal.pk)

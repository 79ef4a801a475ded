"""Sharing what a partner knows, keeping it up to date, and asking after what grew old (A19)."""

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.steps import keep, make_move
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import permits
from kruispunt.offers.models import Knowledge
from kruispunt.offers.states import KNOWLEDGE_MOVES
from kruispunt.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A title, a few plain words, where to read more, and what it is about."""

    title: str
    words: str
    themes: tuple[str, ...]
    link: str = ""
    review_on: date | None = None


@action
def share_knowledge(actor: Actor, organisation_id: int, *, known: Known) -> Knowledge:
    """Put something the organisation knows where everyone who helps finds it."""
    item = Knowledge(
        municipality_id=actor.municipality_id,
        organisation=people.organisations(actor).get(pk=organisation_id),
        state_since=actor.at,
    )
    _fill(actor, item, known)
    item.validate_constraints()
    keep(item)
    permits.KEEP_KNOWLEDGE.require(actor, item)
    journal.write(actor, "knowledge.share", item)
    return item


@action
def change_knowledge(actor: Actor, knowledge_id: int, *, known: Known) -> Knowledge:
    """Write it anew; whoever does that has looked at it."""
    item = _take(actor, knowledge_id)
    _fill(actor, item, known)
    item.validate_constraints()
    return make_move(actor, item, table=KNOWLEDGE_MOVES, verb="assure_knowledge")


@action
def assure_knowledge(actor: Actor, knowledge_id: int) -> Knowledge:
    """Say that it is still right today; next year it is asked again."""
    item = _take(actor, knowledge_id)
    _looked(actor, item, None)
    return make_move(actor, item, table=KNOWLEDGE_MOVES, verb="assure_knowledge")


@action
def take_off_knowledge(actor: Actor, knowledge_id: int) -> Knowledge:
    """Take it away; nobody finds it any more."""
    item = _take(actor, knowledge_id)
    item.due_on = None
    return make_move(actor, item, table=KNOWLEDGE_MOVES, verb="take_off_knowledge")


@action
def ask_to_review(actor: Actor, knowledge_id: int) -> Knowledge:
    """Its day has come: it waits on the desk of its owner, and readers see that."""
    item = take(actor, Knowledge, knowledge_id, may=permits.AGE_KNOWLEDGE)
    item.due_on = due(actor, "knowledge.answer")
    return make_move(actor, item, table=KNOWLEDGE_MOVES, verb="ask_to_review")


def _take(actor: Actor, knowledge_id: int) -> Knowledge:
    return take(
        actor, Knowledge, knowledge_id, may=permits.KEEP_KNOWLEDGE, see=permits.KEEP_KNOWLEDGE
    )


def _fill(actor: Actor, item: Knowledge, known: Known) -> None:
    for field in fields(known):
        value = getattr(known, field.name)
        if field.name != "review_on":
            setattr(item, field.name, list(value) if isinstance(value, tuple) else value)
    _looked(actor, item, known.review_on)


def _looked(actor: Actor, item: Knowledge, review_on: date | None) -> None:
    if review_on is not None and review_on <= actor.today:
        raise ValidationError({"review_on": "Kies een dag die nog komt."})
    item.assured_on, item.due_on = actor.today, None
    item.review_on = review_on or due(actor, "knowledge.review")

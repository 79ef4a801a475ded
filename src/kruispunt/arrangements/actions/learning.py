"""Learning from what is missing: gaps, services that are made, and bottlenecks (D29-D31)."""

from kruispunt.arrangements.actions.steps_when_stuck import report_stuck
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.arrangements.models.learning import Bottleneck, Development, Gap
from kruispunt.arrangements.permits import learning as permits
from kruispunt.arrangements.queries import learning as queries
from kruispunt.arrangements.states.learning import (
    BOTTLENECK_MOVES,
    DEVELOPMENT_MOVES,
    BottleneckState,
)
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, make_move, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

NEED = "Dit wordt vaker gevraagd, en het staat niet op de sociale kaart."


class NotTogether(ImpossibleMove):
    """A service is designed with an institution and with a volunteer or a resident (SM-10b)."""


@action
def note_gap(actor: Actor, question_id: int) -> Gap:
    """The sociale kaart has nothing for this question; the third time the process manager hears."""
    may_begin(actor, permits.NOTE_GAP)
    question = questions.one(actor, question_id)
    if not question.kind:
        raise ImpossibleMove("Verhelder de vraag eerst.")
    place = question.asked_by.neighbourhood_id
    gap, fresh = Gap.objects.get_or_create(
        municipality_id=actor.municipality_id,
        question_id=question_id,
        defaults={"kind": question.kind, "neighbourhood_id": place, "noted_on": actor.today},
    )
    if not fresh:
        return gap
    journal.write(actor, "gap.note", gap, kind=gap.kind)
    seen = list(queries.gaps_of(actor, gap.kind, place))
    if len(seen) >= queries.SEEN_TOO_OFTEN:
        _make_a_need(actor, gap, seen)
        if questions.may_get_stuck(actor.through("arrangements"), question_id):
            report_stuck(actor, question_id, cause=Cause.GAP, what="", tried=NEED)
    return gap


@action
def open_need(
    actor: Actor, *, kind: str, words: str, neighbourhood_id: int | None = None
) -> Development:
    """Several people ask for what is not there: begin to make it (D30)."""
    may_begin(actor, permits.DEVELOP)
    return _open(actor, kind=kind, words=words, neighbourhood_id=neighbourhood_id)


@action
def design(
    actor: Actor,
    development_id: int,
    *,
    words: str,
    organisation_ids: tuple[int, ...],
    residents: int,
    with_whom: str = "",
) -> Development:
    """Design it with at least one institution and one volunteer or resident."""
    development = take(actor, Development, development_id, may=permits.DEVELOP)
    institutions = list(people.organisations(actor).filter(pk__in=organisation_ids))
    if not institutions or residents < 1:
        raise NotTogether("Ontwerp het met een organisatie en met een vrijwilliger of inwoner.")
    development.design_words = words
    development.partners, development.residents = len(institutions), residents
    development.with_whom = with_whom
    development.institutions.set(institutions)
    return _move(actor, development, "design", partners=len(institutions), residents=residents)


@action
def try_out(actor: Actor, development_id: int) -> Development:
    """A trial with real people."""
    return _move(actor, take(actor, Development, development_id, may=permits.DEVELOP), "try_out")


@action
def put_on_the_map(
    actor: Actor,
    development_id: int,
    *,
    learned: str,
    service_id: int | None = None,
    activity_id: int | None = None,
) -> Development:
    """It works: the entry on the sociale kaart shows it from now on."""
    development = take(actor, Development, development_id, may=permits.DEVELOP)
    if service_id is not None:
        development.service = offers.services(actor).get(pk=service_id)
    if activity_id is not None:
        development.activity = offers.activities(actor).get(pk=activity_id)
    if development.service is None and development.activity is None:
        raise ImpossibleMove("Kies wat er op de sociale kaart staat.")
    development.learned = learned
    return _move(actor, development, "put_on_the_map")


@action
def stop_development(actor: Actor, development_id: int, *, learned: str) -> Development:
    """It does not come; why stays written down."""
    development = take(actor, Development, development_id, may=permits.DEVELOP)
    development.learned = learned
    return _move(actor, development, "stop_development")


@action
def note_bottleneck(actor: Actor, *, stretch: str, words: str, proposal: str = "") -> Bottleneck:
    """Note what sticks in the work, whoever sees it (D29)."""
    may_begin(actor, permits.NOTE_BOTTLENECK)
    bottleneck = keep(
        Bottleneck(
            municipality_id=actor.municipality_id,
            stretch=stretch,
            words=words,
            proposal=proposal,
            noted_on=actor.today,
            state=BottleneckState.PROPOSED if proposal else BottleneckState.SEEN,
            state_since=actor.at,
        )
    )
    journal.write(actor, "bottleneck.note", bottleneck, stretch=stretch)
    return bottleneck


@action
def propose_better(actor: Actor, bottleneck_id: int, *, proposal: str) -> Bottleneck:
    """Propose how it can be done better (D31)."""
    bottleneck = take(actor, Bottleneck, bottleneck_id, may=permits.IMPROVE)
    bottleneck.proposal = proposal
    return make_move(actor, bottleneck, table=BOTTLENECK_MOVES, verb="propose_better")


@action
def adopt_proposal(actor: Actor, bottleneck_id: int, *, answer: str) -> Bottleneck:
    """From now on we do it like this."""
    bottleneck = take(actor, Bottleneck, bottleneck_id, may=permits.IMPROVE)
    bottleneck.answer = answer
    return make_move(actor, bottleneck, table=BOTTLENECK_MOVES, verb="adopt_proposal")


@action
def set_aside(actor: Actor, bottleneck_id: int, *, answer: str) -> Bottleneck:
    """We leave it as it is, and say why."""
    bottleneck = take(actor, Bottleneck, bottleneck_id, may=permits.IMPROVE)
    bottleneck.answer = answer
    return make_move(actor, bottleneck, table=BOTTLENECK_MOVES, verb="set_aside")


def _make_a_need(actor: Actor, gap: Gap, seen: list[Gap]) -> None:
    """The gaps of the same kind belong to one need, opened by the third of them."""
    made = next((one.development for one in seen if one.development is not None), None)
    if made is None:
        made = _open(actor, kind=gap.kind, words=NEED, neighbourhood_id=gap.neighbourhood_id)
    for one in seen:
        one.development = made
        one.save(update_fields=["development"])


def _open(actor: Actor, *, kind: str, words: str, neighbourhood_id: int | None) -> Development:
    development = keep(
        Development(
            municipality_id=actor.municipality_id,
            kind=kind,
            neighbourhood_id=neighbourhood_id,
            words=words,
            opened_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "development.need"),
        )
    )
    journal.write(actor, "development.open", development, kind=kind)
    return development


def _move(actor: Actor, development: Development, verb: str, **facts: object) -> Development:
    target = DEVELOPMENT_MOVES.target(verb, development.state)
    term = {"design": "development.design", "pilot": "development.pilot"}.get(target)
    development.due_on = due(actor, term) if term else None
    return make_move(actor, development, table=DEVELOPMENT_MOVES, verb=verb, **facts)

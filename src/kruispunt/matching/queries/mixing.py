"""Laying what there is beside the needs of one question, and proposing the smallest package."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.explain import why
from kruispunt.core.mix import Strand, mix
from kruispunt.core.vocabulary import SelfReliance, Source
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.queries.invitations import answers
from kruispunt.matching.queries.weighing import around
from kruispunt.offers import queries as offers
from kruispunt.questions import queries as questions

FULL_MARKS = 10_000
BEST = 8
"""Volunteers of each kind that are worth reading; the page of candidates shows everyone."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could be part of the answer, with the reason in a sentence."""

    strand: Strand
    title: str
    why: str
    row: int
    """The volunteer, the activity, the service or the own help that this is."""
    organisation_id: int = 0


@dataclass(frozen=True, slots=True)
class Mixed:
    """What the scales propose, everything there was to choose from, and what nobody meets."""

    proposed: tuple[Option, ...]
    others: tuple[Option, ...]
    unmet: tuple[str, ...]
    needs_reason: bool


def mixed(
    actor: Actor,
    question_id: int,
    *,
    left: Mapping[str, int],
    own: Iterable[Option] = (),
    closed: frozenset[int] = frozenset(),
) -> Mixed:
    """Propose the smallest package for what is left of a question; a person composes (C1, D5).

    `closed` are activities without a place for who asks, whatever is left there for others.
    """
    may_begin(actor, permits.CANDIDATES)
    question = questions.one(actor, question_id)
    options = {
        option.strand.id: option
        for found in (
            own,
            _volunteers(actor, question, frozenset(left)),
            _activities(actor, question, frozenset(left), closed),
            _services(actor, frozenset(left)),
        )
        for option in found
    }
    level = list(SelfReliance)[(question.self_reliance or 1) - 1]
    package = mix(left, (option.strand for option in options.values()), level)
    chosen = {strand.id for strand in package.strands}
    others = [option for name, option in options.items() if name not in chosen]
    return Mixed(
        tuple(options[strand.id] for strand in package.strands),
        tuple(sorted(others, key=lambda one: (one.strand.source.step, -one.strand.score))),
        package.unmet,
        package.needs_reason,
    )


def _volunteers(actor: Actor, question: Any, left: frozenset[str]) -> Iterable[Option]:  # noqa: ANN401
    """Volunteers who pass every hard rule and were not asked before, the best of each kind."""
    if question.asked_by.x is None or not question.intensity:
        return
    there = {int(one.card.id): one for one in around(actor, question.asked_by_id)}
    ranking = weigh(
        questions.card_of(actor, question), [one.card for one in there.values()], Weights()
    )
    out = set(answers(actor, question.pk)) | set(question.helped_by)
    seen: dict[frozenset[str], int] = {}
    for standing in ranking.standings:
        row = int(standing.volunteer)
        meets = there[row].card.kinds & left
        if not meets or row in out or seen.get(meets, 0) >= BEST:
            continue
        seen[meets] = seen.get(meets, 0) + 1
        strand = Strand(f"volunteer-{row}", Source.VOLUNTEER, meets, standing.score)
        yield Option(strand, there[row].name, why(standing), row)


def _activities(
    actor: Actor,
    question: Any,  # noqa: ANN401
    left: frozenset[str],
    closed: frozenset[int],
) -> Iterable[Option]:
    """Activities with a place free; nearest first."""
    x, y = question.asked_by.x, question.asked_by.y
    for one in offers.activities(actor):
        meets = frozenset(one.kinds) & left
        free = None if one.capacity is None else one.capacity - one.used
        if not meets or free == 0 or one.pk in closed:
            continue
        away = 0.0
        if None not in {x, y, one.x, one.y}:
            away = float(((one.x - x) ** 2 + (one.y - y) ** 2) ** 0.5)
        told = ["er is plaats" if free is None else _places(free)]
        told += [f"{away / 1000:.1f} km verderop".replace(".", ",")] if away else []
        told += [one.rhythm] if one.rhythm else []
        score = max(FULL_MARKS - int(away), 0)
        strand = Strand(f"activity-{one.pk}", Source.ACTIVITY, meets, score)
        yield Option(strand, one.name, ", ".join(told), one.pk)


def _services(actor: Actor, left: frozenset[str]) -> Iterable[Option]:
    """Services of organisations that can be reached; care on a decision comes last."""
    for one in offers.services(actor):
        meets = frozenset(one.kinds) & left
        if not meets or one.organisation.contact_id is None:
            continue
        formal = one.kind == "formal"
        source = Source.FORMAL if formal else Source.ORGANISATION
        told = "zorg op indicatie" if formal else "voor iedereen, zonder indicatie"
        strand = Strand(f"service-{one.pk}", source, meets)
        yield Option(
            strand, f"{one.name} ({one.organisation.name})", told, one.pk, one.organisation_id
        )


def _places(free: int) -> str:
    return "nog 1 plaats vrij" if free == 1 else f"nog {free} plaatsen vrij"

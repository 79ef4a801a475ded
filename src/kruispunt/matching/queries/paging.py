"""One page of candidates: as quick for a province as for a village, and nobody hidden (MAT-03)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.arrays import Fallen, TopIndex
from kruispunt.core.cards import Question, Standing
from kruispunt.core.eligibility import RULES
from kruispunt.core.explain import why, why_not
from kruispunt.core.unlock import Change
from kruispunt.core.unlock.nearly import MENDABLE, would_help
from kruispunt.core.unlock.sentences import change_of
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.queries.at_hand import at_hand
from kruispunt.matching.queries.balance import prices_by_class
from kruispunt.matching.queries.invitations import answers
from kruispunt.matching.queries.resting import RULE, off_the_list, sentence
from kruispunt.matching.queries.weighing import HUNDREDTHS, Candidate, Refused
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

A_PAGE = 10
NAMES = 60
NEARLY = 8
LOOKED_AT = 200
"""Of those whom one rule refuses: who is paused or rests cannot be helped by a change."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One rule that refuses: how many, and one page of their names."""

    rule: str
    sentence: str
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One question on the scales as a page shows it: everybody is counted, a page is named."""

    question_id: int
    passing: int
    refused: int
    candidates: tuple[Candidate, ...]
    nearly: tuple[Refused, ...]
    rules: tuple[Refusal, ...]
    all_asked: bool
    """Everyone who passes was asked before: there is nobody left to ask."""
    rests_until: date | None = None
    """Until when others go first, where who asks had a buddy for the longest time (CAP-03)."""
    has_prices: bool = False
    """The worker knows what a place is worth elsewhere, so that one may be sparing with it."""


ByRule = tuple[str, int, tuple[int, ...]]
"""A rule, how many it refuses, and some of them."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the scales say, in ids: names come from the database afterwards, all in one look."""

    passing: int
    refused: int
    standings: tuple[Standing, ...]
    nearly: tuple[Refused, ...]
    rules: tuple[ByRule, ...]
    all_asked: bool


class Order(StrEnum):
    """In which order those who pass stand; nobody is left out in either (MAT-03)."""

    SCORE = "score"
    SPARING = "sparing"
    """Whoever is worth much to other questions stands lower: score minus the price of a place."""


def desk(
    actor: Actor,
    question_id: int,
    *,
    page: int = 1,
    order: Order = Order.SCORE,
    rule: str = "",
    rule_page: int = 1,
) -> Desk:
    """Weigh everyone for one question; name one page of who passes and of whom each rule refuses.

    `rule` opens one rule at `rule_page`; the other rules show their first names.
    """
    may_begin(actor, permits.CANDIDATES)
    question = questions.one(actor, question_id)
    never = people.never_with(actor, question.asked_by_id) | {question.asked_by_id}
    unseen = frozenset(map(str, offers.behind(actor, never).values()))
    card = questions.card_of(actor, question)
    ask = replace(card, not_with=card.not_with | unseen)
    asked = answers(actor, question_id)
    worth = prices_by_class(actor, question.intensity)
    with at_hand(actor) as index:
        fallen = index.fallen(ask, unseen=unseen)
        page = min(page, max(-(-fallen.passing // A_PAGE), 1))
        seen = _Seen(
            fallen.passing,
            fallen.refused,
            _standings(
                index, ask, page, min(page * A_PAGE, fallen.passing), order=order, worth=worth
            ),
            _nearly(actor, index, fallen, ask),
            _by_rule(fallen, rule, rule_page),
            _all_asked(index, ask, fallen.passing, asked),
        )
        waiting = index.top(ask, rule_page * NAMES if rule == RULE else NAMES)
    named = _named(actor, question_id, seen, asked, first=(page - 1) * A_PAGE + 1)
    until = off_the_list(actor, question.asked_by_id, question.intensity)
    if until is not None:
        first = (rule_page - 1) * NAMES if rule == RULE else 0
        return _at_rest(actor, named, until, [int(one.volunteer) for one in waiting[first:]])
    return replace(named, has_prices=bool(worth))


def _by_rule(fallen: Fallen, rule: str, rule_page: int) -> tuple[ByRule, ...]:
    """How many each rule refuses, with the first of them or the page that was asked for."""
    counts = fallen.counts
    return tuple(
        (each.name, counts[each.name], _names(fallen, each.name, rule, rule_page))
        for each in RULES
        if each.name in counts
    )


def _at_rest(actor: Actor, found: Desk, until: date, ids: list[int]) -> Desk:
    """Everyone who passes falls by one rule, said plainly, and each of them is named (CAP-03)."""
    names = offers.names(actor, ids)
    told = tuple(names[one][0] for one in ids if one in names)
    rest = Refusal(RULE, sentence(until), found.passing, told)
    return replace(
        found,
        passing=0,
        refused=found.passing + found.refused,
        candidates=(),
        nearly=(),
        rules=(rest, *found.rules) if found.passing else found.rules,
        all_asked=False,
        rests_until=until,
    )


def _standings(
    index: TopIndex,
    ask: Question,
    page: int,
    last: int,
    *,
    order: Order,
    worth: dict[str, int],
) -> tuple[Standing, ...]:
    index.price(worth)
    best = index.top_minus_price if order is Order.SPARING else index.top
    shown = best(ask, last)[(page - 1) * A_PAGE :]
    return tuple(index.standing(ask, one.volunteer) for one in shown)


def _all_asked(
    index: TopIndex, ask: Question, passing: int, asked: dict[int, tuple[str, int]]
) -> bool:
    if passing > len(asked):
        return False
    return all(int(one.volunteer) in asked for one in index.top(ask, passing))


def _names(fallen: Fallen, name: str, opened: str, page: int) -> tuple[int, ...]:
    first = (page - 1) * NAMES if name == opened else 0
    return tuple(map(int, fallen.by(name, first, first + NAMES)))


def _nearly(actor: Actor, index: TopIndex, fallen: Fallen, ask: Question) -> tuple[Refused, ...]:
    """Who falls off by one rule that may bend, what asks least first.

    Of each rule only those who lack least can come first, so nobody else is looked at.
    """
    found: list[tuple[int, int, str, Change]] = []
    for rule in MENDABLE:
        changes = (
            (who, would_help(ask, index.card(who), Weights(), actor.today))
            for who in fallen.only_by(rule, LOOKED_AT)
        )
        able = ((change.cost, int(who), rule, change) for who, change in changes if change)
        found += islice(able, NEARLY)
    found.sort(key=lambda one: one[:2])
    names = offers.names(actor, [who for _, who, _, _ in found[:NEARLY]])
    return tuple(
        Refused(
            who,
            *names[who],
            rules=(rule,),
            why_not=why_not((rule,)),
            would_help=change_of(change, name=names[who][0]),
            cost=cost,
        )
        for cost, who, rule, change in found[:NEARLY]
        if who in names
    )


def _named(
    actor: Actor,
    question_id: int,
    seen: _Seen,
    asked: dict[int, tuple[str, int]],
    *,
    first: int,
) -> Desk:
    ids = [int(one.volunteer) for one in seen.standings]
    names = offers.names(actor, [*ids, *(who for _, _, some in seen.rules for who in some)])
    return Desk(
        question_id,
        seen.passing,
        seen.refused,
        tuple(
            _candidate(one, rank, names, asked) for rank, one in enumerate(seen.standings, first)
        ),
        seen.nearly,
        tuple(
            Refusal(rule, why_not((rule,)), count, tuple(names[one][0] for one in some))
            for rule, count, some in seen.rules
        ),
        seen.all_asked,
    )


def _candidate(
    standing: Standing,
    rank: int,
    names: dict[int, tuple[str, str]],
    asked: dict[int, tuple[str, int]],
) -> Candidate:
    who = int(standing.volunteer)
    answer, invitation_id = asked.get(who, ("", None))
    return Candidate(
        who,
        *names[who],
        rank=rank,
        score=Decimal(standing.score) / HUNDREDTHS,
        why=why(standing),
        standing=standing,
        answer=answer,
        invitation_id=invitation_id,
    )

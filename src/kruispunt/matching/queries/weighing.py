"""Laying one question and all volunteers on the scales: who may help and why, who not and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core import cards
from kruispunt.core.explain import why, why_not
from kruispunt.core.unlock.nearly import would_help
from kruispunt.core.unlock.sentences import change_of
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.queries.at_hand import at_hand
from kruispunt.matching.queries.invitations import answers
from kruispunt.matching.queries.resting import off_the_list
from kruispunt.offers import queries as offers
from kruispunt.offers.queries import LaidOut
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may help: how the scales stand, and what she answered when asked before."""

    volunteering_id: int
    name: str
    neighbourhood: str
    rank: int
    score: Decimal
    why: str
    standing: cards.Standing
    answer: str = ""
    invitation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Someone who cannot help here: which rules say so, in words, and what would help."""

    volunteering_id: int
    name: str
    neighbourhood: str
    rules: tuple[str, ...]
    why_not: str
    would_help: str = ""
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """One question on the scales: everybody stands in one of the two lists (MAT-03)."""

    question_id: int
    candidates: tuple[Candidate, ...]
    refused: tuple[Refused, ...]

    @property
    def nearly(self) -> tuple[Refused, ...]:
        """Who falls off by one rule only, that may bend: what asks least of her first."""
        able = (one for one in self.refused if one.would_help)
        return tuple(sorted(able, key=lambda one: (one.cost, one.volunteering_id)))


def candidates(actor: Actor, question_id: int, *, weights: Weights | None = None) -> Weighed:
    """Weigh every volunteer for one question, keeping every reason."""
    may_begin(actor, permits.CANDIDATES)
    question = questions.one(actor, question_id)
    on_the_table = {int(one.card.id): one for one in around(actor, question.asked_by_id)}
    ask, weights = questions.card_of(actor, question), weights or Weights()
    ranking = weigh(ask, [one.card for one in on_the_table.values()], weights)

    def refused(who: str, rules: tuple[str, ...]) -> Refused:
        there = on_the_table[int(who)]
        # Where several rules refuse, no single change helps: most of the town, so not even asked.
        first = rules == ("klasse",) and ask.intensity is Intensity.VERY_INTENSIVE
        capped = there.capped if first else ""
        one_rule = len(rules) == 1 and not capped
        change = would_help(ask, there.card, weights, actor.today) if one_rule else None
        return Refused(
            int(who),
            there.name,
            there.neighbourhood,
            rules,
            there.held_back or capped or why_not(rules),
            would_help=change_of(change, name=there.name) if change else "",
            cost=change.cost if change else 0,
        )

    asked = answers(actor, question_id)
    return Weighed(
        question_id,
        tuple(
            _candidate(standing, rank, on_the_table=on_the_table, asked=asked)
            for rank, standing in enumerate(ranking.standings, start=1)
        ),
        tuple(refused(who, rules) for who, rules in ranking.refused.items()),
    )


def fits(actor: Actor, question_id: int, volunteering_id: int) -> bool:
    """Whether no rule keeps this volunteer from this question; nobody else is laid out for it."""
    return bool(_read_anew(actor, question_id, (volunteering_id,)).standings)


def chosen(actor: Actor, question_id: int, volunteering_ids: Iterable[int]) -> list[Candidate]:
    """Those of some volunteers who may help with one question, each with her place among all."""
    able = _read_anew(actor, question_id, tuple(volunteering_ids))
    if not able.standings:
        return []
    asked = answers(actor, question_id)
    unseen = map(str, offers.behind(actor, able.never).values())
    with at_hand(actor) as index:
        asking = replace(able.ask, not_with=able.ask.not_with | frozenset(unseen))
        return [
            _candidate(
                standing,
                index.rank(asking, standing.volunteer) or 0,
                on_the_table=able.on_the_table,
                asked=asked,
            )
            for standing in able.standings
        ]


@dataclass(frozen=True, slots=True)
class _Able:
    """Some volunteers by themselves on the scales, and those of them whom no rule refuses."""

    ask: cards.Question
    never: frozenset[int]
    on_the_table: dict[int, LaidOut]
    standings: tuple[cards.Standing, ...]


def _read_anew(actor: Actor, question_id: int, volunteering_ids: tuple[int, ...]) -> _Able:
    """Their own cards are read anew, so that nobody is asked on yesterday's facts."""
    may_begin(actor, permits.CANDIDATES)
    question = questions.one(actor, question_id)
    ask = questions.card_of(actor, question)
    never = people.never_with(actor, question.asked_by_id) | {question.asked_by_id}
    if off_the_list(actor, question.asked_by_id, question.intensity) is not None:
        return _Able(ask, never, {}, ())
    there = {
        int(one.card.id): one for one in offers.laid_out(actor, never=never, only=volunteering_ids)
    }
    ranking = weigh(ask, [one.card for one in there.values()], Weights())
    return _Able(ask, never, there, ranking.standings)


def around(actor: Actor, person_id: int) -> list[LaidOut]:
    """Everyone who could be weighed for this person; who may never meet them is not there."""
    never = people.never_with(actor, person_id) | {person_id}
    return offers.laid_out(actor, never=never)


def _candidate(
    standing: cards.Standing,
    rank: int,
    *,
    on_the_table: dict[int, LaidOut],
    asked: dict[int, tuple[str, int]],
) -> Candidate:
    who = int(standing.volunteer)
    answer, invitation_id = asked.get(who, ("", None))
    return Candidate(
        volunteering_id=who,
        name=on_the_table[who].name,
        neighbourhood=on_the_table[who].neighbourhood,
        rank=rank,
        score=Decimal(standing.score) / HUNDREDTHS,
        why=why(standing),
        standing=standing,
        answer=answer,
        invitation_id=invitation_id,
    )

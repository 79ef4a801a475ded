"""The best proposal for everybody at once, and reading the rounds that were kept."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import amounts
from kruispunt.core import cards
from kruispunt.core.explain import why
from kruispunt.core.propose import propose
from kruispunt.core.weigh import standing
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.models import Balance, BalanceLine, Invitation, Round, RoundLine
from kruispunt.matching.queries.balance import balance, balance_lines, is_recent
from kruispunt.matching.states import WAITING, InvitationState, LineState
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

HUNDREDTHS = 100
MOST_POINTS = 100
"""The first one served in a neighbourhood may add as much as a full score."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One proposed pair: the ids, the score, and every reason in one sentence."""

    question_id: int
    volunteering_id: int
    score: Decimal
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole proposal, computed outside any transaction, before a person keeps it."""

    lines: tuple[DraftLine, ...]
    asked: int
    value: int
    bound: int
    proven: bool
    weights: Weights
    seen_at: datetime

    def __str__(self) -> str:
        """Say nothing of what was found: the same form again asks for the same round."""
        return "the round of now"


def draft_round(actor: Actor, *, weights: Weights | None = None) -> Draft:
    """Find the best set of pairs for all questions for which nobody is thinking about a yes.

    Whoever may never meet, and whoever said no before, is no pair; that shows nowhere.
    """
    may_begin(actor, permits.ROUND)
    scales = weights or scales_of(actor)
    standing_now = balance(actor)
    # how places are shared out may have changed since; then, and wherever it is said, weigh anew
    if (
        scales == Weights()
        and weights is None
        and standing_now is not None
        and is_recent(actor, standing_now)
    ):
        lines = list(balance_lines(actor))
        if not _may_never_meet(actor, lines):
            return _from_balance(lines, standing_now, scales)
    asks = asks_of(actor)
    gives = {one.id: one for one in offers.offer_cards(actor)}
    found = propose(asks, list(gives.values()), scales, previous=previous(actor))
    by_id = {one.id: one for one in asks}
    return Draft(
        tuple(_line(by_id[one.question], gives[one.volunteer], scales) for one in found.pairings),
        len(asks),
        found.value,
        found.bound,
        found.proven,
        scales,
        actor.at,
    )


def scales_of(actor: Actor) -> Weights:
    """The weights of today, with how this municipality shares its places out in a round."""
    own = amounts(actor, "round")
    longest_first = own["longest_first"] > 0
    points = 0 if longest_first else min(own["neighbourhood_bonus"], MOST_POINTS)
    return Weights(
        longest_first=longest_first,
        spread_bonus=points * HUNDREDTHS,
        own_slots=own["own_slots"] > 0,
    )


def _may_never_meet(actor: Actor, lines: list[BalanceLine]) -> bool:
    """Tell whether a pair was kept apart since the scales looked; then all are weighed anew."""
    apart = people.all_never_with(actor)
    return any(
        line.volunteering.person_id in apart.get(line.question.asked_by_id, ()) for line in lines
    )


def _from_balance(lines: list[BalanceLine], now: Balance, scales: Weights) -> Draft:
    """Take over where the scales stand, as far as the actor may see: nothing is weighed."""
    value = sum(line.value for line in lines)
    return Draft(
        tuple(
            DraftLine(line.question_id, line.volunteering_id, line.score, line.why)
            for line in lines
        ),
        now.asked,
        value,
        value + now.bound - now.value,
        now.proven,
        scales,
        now.seen_at,
    )


def rounds(actor: Actor) -> QuerySet[Round]:
    """The rounds that were kept, newest first."""
    return permits.ROUND.narrow(Round.objects.select_related("made_by"), actor).order_by("-pk")


def round_lines(actor: Actor, round_id: int) -> QuerySet[RoundLine]:
    """The lines of one round, the best pair first."""
    rows = RoundLine.objects.filter(round_id=round_id).select_related(
        "question__asked_by", "volunteering__person", "decided_by"
    )
    return permits.ROUND_LINE.narrow(rows, actor).order_by("-score", "pk")


def asks_of(actor: Actor) -> list[cards.Question]:
    """The cards of questions with a free hand wanted, each with whom it may not meet.

    Who helps already counts: of two helpers only the second is proposed, and never the first.
    """
    invitations = Invitation.objects.filter(municipality_id=actor.municipality_id)
    busy = set(invitations.filter(state__in=sorted(WAITING)).values_list("question_id", flat=True))
    never: dict[int, set[int]] = defaultdict(set, questions.helped_by(actor))
    refused = invitations.filter(state=InvitationState.DECLINED)
    for question_id, volunteering_id in refused.values_list("question_id", "volunteering_id"):
        never[question_id].add(volunteering_id)
    behind, apart = offers.behind(actor), people.all_never_with(actor)
    asks = []
    for card, asker in questions.ask_cards_with_askers(actor):
        if int(card.id) in busy:
            continue
        kept_apart = {behind[who] for who in (*apart[asker], asker) if who in behind}
        out = never[int(card.id)] | kept_apart
        asks.append(replace(card, not_with=frozenset(map(str, out))))
    return asks


def previous(actor: Actor) -> list[tuple[str, str]]:
    """Pairs of the last round that still wait: keeping them spares people a change of mind."""
    last = Round.objects.filter(municipality_id=actor.municipality_id).order_by("-pk").first()
    if last is None:
        return []
    waiting = last.lines.filter(state=LineState.PROPOSED)
    return [(str(q), str(v)) for q, v in waiting.values_list("question_id", "volunteering_id")]


def _line(ask: cards.Question, give: cards.Volunteer, scales: Weights) -> DraftLine:
    stands = standing(ask, give, scales)
    score = Decimal(stands.score) / HUNDREDTHS
    return DraftLine(int(ask.id), int(give.id), score, why(stands))

"""Laying one question and all volunteers on the scales, and reading who was asked."""

from dataclasses import dataclass
from decimal import Decimal

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Max, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core import cards
from kruispunt.core.explain import why, why_not
from kruispunt.core.weigh import weigh
from kruispunt.core.weights import Weights
from kruispunt.matching import permits
from kruispunt.matching.models import Invitation
from kruispunt.matching.states import WAITING, InvitationState
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.questions import queries as questions

HUNDREDTHS = 100
LINK = signing.Signer(salt="kruispunt.matching.invitation")
# What one of the two could change or do, so that a pair becomes possible after all.
WOULD_HELP = {
    "status": "als er een plaats vrijkomt",
    "soort": "als deze soort hulp erbij komt",
    "afstand": "als zij iets verder wil reizen",
    "dagdeel": "als er een gezamenlijk dagdeel komt",
    "uren": "als er genoeg uren zijn",
    "training": "als de training gedaan is",
    "vog": "als de VOG in orde is",
    "klasse": "als zij deze zwaarte aandurft",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who may help: how the scales stand, and whether she was asked before."""

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """One question on the scales: everybody stands in one of the two lists (MAT-03)."""

    question_id: int
    candidates: tuple[Candidate, ...]
    refused: tuple[Refused, ...]

    @property
    def nearly(self) -> tuple[Refused, ...]:
        """Who falls off by one rule only, that someone can do something about."""
        return tuple(one for one in self.refused if one.would_help)


def candidates(actor: Actor, question_id: int, *, weights: Weights | None = None) -> Weighed:
    """Weigh every volunteer for one question, keeping every reason."""
    may_begin(actor, permits.CANDIDATES)
    ask = questions.ask_card(actor, question_id)
    asker = questions.one(actor, question_id).asked_by_id
    never = people.never_with(actor, asker) | {asker}
    gives = offers.offer_cards(actor, never=never)
    ranking = weigh(ask, gives, weights or Weights())
    names = offers.names(actor, never=never)
    asked = _answers(actor, question_id)
    return Weighed(
        question_id,
        tuple(
            _candidate(standing, rank, names=names, asked=asked)
            for rank, standing in enumerate(ranking.standings, start=1)
        ),
        tuple(_refused(who, rules, names) for who, rules in ranking.refused.items()),
    )


def visible(actor: Actor) -> QuerySet[Invitation]:
    """Invitations the actor may see: her own, or for finders all of them."""
    rows = Invitation.objects.select_related("question", "volunteering__person")
    return permits.READ.narrow(rows, actor)


def one(actor: Actor, invitation_id: int) -> Invitation:
    return visible(actor).get(pk=invitation_id)


def of_question(actor: Actor, question_id: int) -> QuerySet[Invitation]:
    """Who was asked for this question, wave by wave, in the order of the scales."""
    return visible(actor).filter(question_id=question_id).order_by("wave", "rank", "pk")


def mine(actor: Actor) -> QuerySet[Invitation]:
    """What I am asked and have not answered yet."""
    if actor.person_id is None:
        return Invitation.objects.none()
    found = visible(actor).filter(volunteering__person_id=actor.person_id, state__in=WAITING)
    return found.order_by("answer_by", "pk")


def overdue(actor: Actor) -> QuerySet[Invitation]:
    """Invitations nobody answered in time."""
    rows = permits.EXPIRE.narrow(Invitation.objects.all(), actor)
    return rows.filter(state__in=WAITING, answer_by__lt=actor.today).order_by("answer_by", "pk")


def waiting_for(actor: Actor, question_id: int) -> list[int]:
    """The invitations for a question that still wait for an answer."""
    rows = Invitation.objects.filter(
        municipality_id=actor.municipality_id, question_id=question_id, state__in=WAITING
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))


def last_wave(actor: Actor, question_id: int) -> int:
    """The number of the last wave for this question; nought when nobody was asked yet."""
    rows = Invitation.objects.filter(municipality_id=actor.municipality_id, question_id=question_id)
    return rows.aggregate(last=Max("wave"))["last"] or 0


def link(invitation: Invitation) -> str:
    """The word in a letter with which a volunteer answers without signing in."""
    return LINK.sign(str(invitation.pk))


def by_link(word: str) -> tuple[int, int, int]:
    """Read a word from a letter: the invitation, who may answer it, and in which municipality.

    A word that we did not write, or of an invitation that is gone, is an invitation that does not
    exist.
    """
    try:
        found = Invitation.objects.values_list(
            "pk", "volunteering__person_id", "municipality_id"
        ).get(pk=LINK.unsign(word))
    except signing.BadSignature as forged:
        raise ObjectDoesNotExist from forged
    return found


def _answers(actor: Actor, question_id: int) -> dict[int, tuple[str, int]]:
    """What was answered before; a no to this question is remembered for good."""
    rows = Invitation.objects.filter(
        municipality_id=actor.municipality_id, question_id=question_id
    ).exclude(state__in=(InvitationState.TAKEN_BACK, InvitationState.EXPIRED))
    return {row.volunteering_id: (row.get_state_display(), row.pk) for row in rows.order_by("pk")}


def _candidate(
    standing: cards.Standing,
    rank: int,
    *,
    names: dict[int, tuple[str, str]],
    asked: dict[int, tuple[str, int]],
) -> Candidate:
    who = int(standing.volunteer)
    answer, invitation_id = asked.get(who, ("", None))
    return Candidate(
        volunteering_id=who,
        name=names[who][0],
        neighbourhood=names[who][1],
        rank=rank,
        score=Decimal(standing.score) / HUNDREDTHS,
        why=why(standing),
        standing=standing,
        answer=answer,
        invitation_id=invitation_id,
    )


def _refused(who: str, rules: tuple[str, ...], names: dict[int, tuple[str, str]]) -> Refused:
    name, neighbourhood = names[int(who)]
    helps = WOULD_HELP.get(rules[0], "") if len(rules) == 1 else ""
    return Refused(int(who), name, neighbourhood, rules, why_not(rules), helps)

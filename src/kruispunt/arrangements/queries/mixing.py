"""Reading what could be the answer to a question: the own circle first, then all there is."""

from collections import Counter
from typing import Any

from kruispunt.arrangements.models import Arrangement, OwnHelp
from kruispunt.arrangements.queries.kept_apart import closed_activities
from kruispunt.arrangements.queries.matches import visible
from kruispunt.arrangements.queries.parts import DELIVERS, OVER, unmet
from kruispunt.arrangements.states import UNANSWERED
from kruispunt.arrangements.states.parts import OwnHelpState
from kruispunt.base.actor import Actor
from kruispunt.core.mix import Strand
from kruispunt.core.vocabulary import Source
from kruispunt.matching import queries as matching
from kruispunt.matching.queries import Mixed, Option
from kruispunt.matching.states import WAITING
from kruispunt.questions import queries as questions

POSSIBLE = (OwnHelpState.OFFERED, OwnHelpState.ENDED)


def needs_left(actor: Actor, question_id: int) -> dict[str, int]:
    """What of a question nothing that runs meets yet."""
    arrangement = _open(actor, question_id)
    if arrangement is None:
        return questions.needs(questions.one(actor, question_id))
    return unmet(arrangement)


def own_circle_asked(actor: Actor, question: Any) -> bool:  # noqa: ANN401  (a question)
    """Whether we know who is near, also when that is nobody (D45)."""
    arrangement = _open(actor, question.pk)
    return bool(question.own_network) or (arrangement is not None and arrangement.own_help.exists())


def mix(actor: Actor, question_id: int) -> Mixed:
    """Propose the smallest sufficient package for what nobody meets or was asked for (C1)."""
    arrangement = _open(actor, question_id)
    asked = _asked_for(actor, question_id, arrangement)
    needs = needs_left(actor, question_id).items()
    left = {kind: number - asked[kind] for kind, number in needs if asked[kind] < number}
    near = arrangement.own_help.filter(state__in=POSSIBLE) if arrangement else ()
    own = [_own(one) for one in near if frozenset(one.meets) & left.keys()]
    closed = closed_activities(actor, questions.one(actor, question_id).asked_by_id)
    return matching.mixed(actor, question_id, left=left, own=own, closed=closed)


def _open(actor: Actor, question_id: int) -> Arrangement | None:
    return visible(actor).filter(question_id=question_id, closed_at=None).first()


def _asked_for(actor: Actor, question_id: int, arrangement: Arrangement | None) -> Counter[str]:
    """What someone is thinking about: nothing heavier is proposed before they have answered."""
    asked: Counter[str] = Counter()
    for invitation in matching.of_question(actor, question_id).filter(state__in=sorted(WAITING)):
        asked.update(invitation.volunteering.kinds)
    if arrangement is not None:
        for match in arrangement.matches.filter(state__in=sorted(UNANSWERED)):
            asked.update(match.meets)
        for referral in arrangement.referrals.exclude(state__in=(*OVER, *DELIVERS)):
            asked.update(referral.meets)
    return asked


def _own(one: OwnHelp) -> Option:
    strand = Strand(f"own-{one.pk}", Source.OWN_NETWORK, frozenset(one.meets))
    stopped = one.state == OwnHelpState.ENDED
    told = f"{one.what}; is eerder gestopt" if stopped else one.what
    return Option(strand, one.who, told, one.pk)

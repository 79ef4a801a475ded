"""The steps after a concern was written down; a person decides, never the house (MLD-02, 03)."""

from collections.abc import Mapping
from dataclasses import dataclass

from kruispunt.arrangements.actions.holding import release as let_go
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import Permit
from kruispunt.base.steps import keep, make_move, named
from kruispunt.base.verbs import action
from kruispunt.safety import permits
from kruispunt.safety.actions import letters
from kruispunt.safety.models import Concern, Note
from kruispunt.safety.states import CONCERN_MOVES, ConcernState


class NotWeighed(ImpossibleMove):
    """A professional weighs before deciding, unless there is danger now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: report to Veilig Thuis or not, who helps, and why without a yes."""

    words: str
    to_veilig_thuis: bool
    help_by: str
    without_consent: str = ""


@action
def discuss(actor: Actor, concern_id: int, *, words: str) -> Concern:
    """The officer and whoever wrote it down talked about it."""
    return _step(actor, _take(actor, concern_id, permits.DISCUSS), "discuss", words)


@action
def consult(actor: Actor, concern_id: int, *, words: str) -> Concern:
    """Ask a colleague, or Veilig Thuis without naming anyone."""
    return _step(actor, _take(actor, concern_id, permits.STEP), "consult", words)


@action
def talk_with_them(actor: Actor, concern_id: int, *, words: str) -> Concern:
    """Talk with the people it is about, when that is safe."""
    return _step(actor, _take(actor, concern_id, permits.STEP), "talk_with_them", words)


@action
def weigh_up(actor: Actor, concern_id: int, *, answers: Mapping[str, str], words: str) -> Concern:
    """Answer the five questions; what follows from them is said, and a person decides."""
    concern = _take(actor, concern_id, permits.STEP)
    concern.weighed = dict(answers)
    return _step(actor, concern, "weigh_up", words)


@action
def decide_on(actor: Actor, concern_id: int, *, decision: Decision) -> Concern:
    """Decide who does what; whoever wrote it down hears that somebody acts."""
    concern = _take(actor, concern_id, permits.STEP)
    if concern.professional and not concern.weighed:
        raise NotWeighed("Weeg eerst de vijf vragen.")
    return _decide(actor, concern, decision, verb="decide_on")


@action
def act_at_once(actor: Actor, concern_id: int, *, decision: Decision) -> Concern:
    """There is danger now: act, and write the steps down afterwards."""
    concern = _take(actor, concern_id, permits.STEP)
    concern.acute = True
    return _decide(actor, concern, decision, verb="act_at_once")


@action
def close_concern(actor: Actor, concern_id: int, *, words: str) -> Concern:
    """Nothing more has to be done; it is kept apart for its own term (RET-11)."""
    return _step(actor, _take(actor, concern_id, permits.CLOSE), "close_concern", words)


@action
def release(actor: Actor, concern_id: int) -> Concern:
    """The match that was stopped may go on; whether it does is for the coordinator (MLD-07)."""
    concern = _take(actor, concern_id, permits.RELEASE)
    if concern.match_id is not None:
        let_go(actor.through("safety"), concern.match_id)
    journal.write(actor, "concern.release", concern)
    return concern


@action
def sound_alarm(actor: Actor, concern_id: int) -> Concern:
    """Nobody took it up in time: say it again, once a day."""
    concern = take(actor, Concern, concern_id, may=permits.SOUND_ALARM)
    letters.tell_officers(actor, concern, key=f"concern.alarm:{concern.pk}:{actor.today}")
    return concern


def _decide(actor: Actor, concern: Concern, decision: Decision, *, verb: str) -> Concern:
    concern.to_veilig_thuis = decision.to_veilig_thuis
    concern.help_by, concern.without_consent = decision.help_by, decision.without_consent
    letters.tell_reporter(actor, concern)
    return _step(actor, concern, verb, decision.words)


def _take(actor: Actor, concern_id: int, may: Permit) -> Concern:
    return take(actor, Concern, concern_id, may=may, see=permits.SEE)


def _step(actor: Actor, concern: Concern, verb: str, words: str) -> Concern:
    concern.due_on = None
    moved = make_move(actor, concern, table=CONCERN_MOVES, verb=verb)
    keep(
        Note(
            municipality_id=actor.municipality_id,
            concern=moved,
            step=ConcernState(moved.state),
            words=words,
            by_id=named(actor),
            at=actor.at,
        )
    )
    return moved

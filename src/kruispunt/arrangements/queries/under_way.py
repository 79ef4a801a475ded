"""The plan to get a very intensive match under way: what stands around a volunteer (A17)."""

from dataclasses import dataclass
from datetime import date, timedelta

from kruispunt.arrangements.models import Match
from kruispunt.arrangements.queries.matches import match as one_match
from kruispunt.arrangements.states import CheckInState
from kruispunt.arrangements.states.reasons import Side
from kruispunt.base.actor import Actor
from kruispunt.core import terms
from kruispunt.core.accompany import FIRST
from kruispunt.core.vocabulary import Intensity, Training

A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Support:
    """One thing that stands around a volunteer who begins with something heavy."""

    words: str
    done: bool
    on: date | None = None
    missed: bool = False
    """We asked, and nobody answered: nothing to do any more, but to call."""


def getting_under_way(actor: Actor, match_id: int) -> tuple[Support, ...]:
    """What is there and what is still to come; for other classes there is no such plan."""
    match = one_match(actor, match_id)
    if match.intensity != Intensity.VERY_INTENSIVE:
        return ()
    return (
        Support("Een beroepskracht die vragen beantwoordt", match.backup_id is not None),
        *_trained(match),
        Support("Afspraken op papier", match.signed_on is not None, match.trial_until),
        *_asked(match),
    )


def _trained(match: Match) -> list[Support]:
    """A training for each theme of the question (TRI-04)."""
    themes = match.arrangement.question.themes
    learned = set(match.volunteering.trainings)
    return [Support(Training(theme).label, theme in learned) for theme in themes]


def _asked(match: Match) -> list[Support]:
    """The first times we ask the volunteer how it goes, up to the end of the trial (CHK-01)."""
    if match.met_on is None:
        return []
    found = match.check_ins.filter(side=Side.VOLUNTEER).values_list("on", "state")
    how = dict(found)
    supports = []
    for after in FIRST[Intensity.VERY_INTENSIVE]:
        if after > timedelta(weeks=terms.TRIAL_WEEKS):
            continue
        on = terms.working_day_from(match.met_on + after)
        words, state = f"Vragen hoe het gaat, na {_weeks(after)}", how.get(on)
        done, missed = state == CheckInState.ANSWERED, state == CheckInState.MISSED
        supports.append(Support(words, done, on, missed))
    return supports


def _weeks(after: timedelta) -> str:
    weeks = after.days // A_WEEK
    return "1 week" if weeks == 1 else f"{weeks} weken"

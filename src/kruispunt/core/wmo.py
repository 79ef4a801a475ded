"""The milestones of a notification under the Wmo, with the days the law gives (WMO-02).

Only counted and shown: the municipality decides, this says when something is due.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kruispunt.core.vocabulary.words import Words

Due = Callable[[str, date], date]


class Milestone(Words):
    """What must have happened, in the order of the law."""

    CONFIRMED = "confirmed", "Ontvangst bevestigd"
    SUPPORT_TOLD = "support_told", "Verteld over gratis cliëntondersteuning"
    CARER_TOLD = "carer_told", "Ook aan de mantelzorger verteld"
    PLAN_TOLD = "plan_told", "Verteld over een eigen plan"
    PLAN_RECEIVED = "plan_received", "Eigen plan ingeleverd"
    PGB_TOLD = "pgb_told", "Verteld over een pgb en wat dat vraagt"
    INVESTIGATED = "investigated", "Onderzoek klaar"
    REPORTED = "reported", "Uitkomst op papier"
    APPLIED = "applied", "Aanvraag gedaan"
    DECIDED = "decided", "Besluit van de gemeente"


M = Milestone
MAY_STAY_OUT: Final = frozenset({M.CARER_TOLD, M.PLAN_RECEIVED, M.PGB_TOLD, M.APPLIED})
"""What the resident may also leave: nobody is late with these."""


class Looked(Words):
    """The seven things an investigation looks at (WMO-06)."""

    NEEDS = "needs", "Behoeften, kenmerken en voorkeuren"
    OWN_STRENGTH = "own_strength", "Eigen kracht en gebruikelijke hulp"
    NETWORK = "network", "Mantelzorg en eigen kring"
    CARER = "carer", "Wat de mantelzorger nodig heeft"
    GENERAL = "general", "Algemene voorzieningen en nuttige activiteiten"
    OTHERS = "others", "Samenwerking met zorg, jeugd, werk en wonen"
    COSTS = "costs", "Wat iemand zelf betaalt"


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone: by when, and when it was done."""

    milestone: Milestone
    due: date | None
    done: date | None
    optional: bool

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed without it; what may be left is never late."""
        open_ = self.done is None and not self.optional
        return open_ and self.due is not None and self.due < today


def steps(
    noticed_on: date, done: Mapping[str, date], due: Due, *, extended_to: date | None = None
) -> tuple[Step, ...]:
    """Return every milestone with its day.

    Parameters
    ----------
    noticed_on : the day the municipality was told.
    done : what was done and when, by milestone.
    due : gives the last day of a term begun on a day.
    extended_to : the later day for the investigation, when that was put in writing in time.

    Examples
    --------
    >>> from kruispunt.core.terms import due
    >>> walk = steps(date(2026, 11, 2), {"applied": date(2026, 12, 14)}, due)
    >>> {one.milestone.value: str(one.due) for one in walk if one.due}["decided"]
    '2026-12-28'
    """
    investigated = extended_to or due("wmo.investigation", noticed_on)
    applied = done.get(M.APPLIED)
    by: dict[Milestone, date | None] = {
        M.CONFIRMED: due("wmo.confirm", noticed_on),
        M.SUPPORT_TOLD: investigated,
        M.CARER_TOLD: investigated,
        M.PLAN_TOLD: due("wmo.plan", noticed_on),
        M.PLAN_RECEIVED: due("wmo.plan", noticed_on),
        M.INVESTIGATED: investigated,
        M.REPORTED: investigated,
        M.DECIDED: due("wmo.decision", applied) if applied else None,
    }
    return tuple(Step(one, by.get(one), done.get(one), one in MAY_STAY_OUT) for one in Milestone)


def may_apply(today: date, done: Mapping[str, date], investigate_by: date) -> bool:
    """Say whether one can apply: after the investigation, or at once when that is late (WMO-02)."""
    return M.INVESTIGATED in done or today > investigate_by

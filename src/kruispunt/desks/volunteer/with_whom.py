"""With whom a volunteer is matched, as far as she may know it now (PRV-05)."""

from dataclasses import dataclass
from typing import Any

from kruispunt.arrangements.states import UNDER_WAY, MatchState
from kruispunt.core.vocabulary import Frequency
from kruispunt.desks.ui import cards

STANDING = {
    MatchState.PROPOSED: "Er wacht een vraag op uw antwoord",
    MatchState.VOLUNTEER_AGREED: "U zei ja, we wachten op de ander",
    MatchState.RESIDENT_AGREED: "De ander zei ja, en u?",
    MatchState.INTRODUCTION: "Kennismaken",
    MatchState.TRIAL: "Samen proberen, 6 weken",
    MatchState.ACTIVE: "Loopt",
    MatchState.PAUSED: "Even pauze",
    MatchState.WINDING_DOWN: "Bijna klaar",
}


@dataclass(frozen=True, slots=True)
class WithWhom:
    """Someone the volunteer is matched with: a name only after both said yes (PRV-05)."""

    id: int
    name: str
    standing: str
    activity: str
    often: str
    open: bool


def with_whom(row: Any) -> WithWhom:  # noqa: ANN401  (a match)
    """A match as her page shows it: who it is stays hidden until both said yes."""
    question = row.arrangement.question
    known = row.state in UNDER_WAY
    return WithWhom(
        id=row.pk,
        name=question.asked_by.given_name if known else "Iemand uit de buurt",
        standing=STANDING.get(row.state, row.get_state_display()),
        activity=row.activity or cards.kind_for_volunteers(question.kind),
        often=Frequency(row.frequency).label if row.frequency else "",
        open=known,
    )

"""What would make it possible: for each question that stays open the cheapest change."""

from dataclasses import dataclass
from datetime import date

from kruispunt.core.eligibility import refusals
from kruispunt.core.refusal_counts import OpenBecause, standing_in_the_way, why_open
from kruispunt.core.unlock.change import Change, Subject
from kruispunt.core.unlock.cheapest import Search, Told, nobody_listens
from kruispunt.core.unlock.town import Town

__all__ = ["Change", "OpenBecause", "Subject", "Town", "Unmatched", "unmatched"]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A question without a proposal: why, which rule refuses most, and what would unlock it."""

    question: str
    because: OpenBecause
    rule: str
    unlocker: Change | None


def unmatched(town: Town, today: date, *, told: Told = nobody_listens) -> tuple[Unmatched, ...]:
    """Say of each question without a proposal why, and the cheapest single change that helps.

    Whoever makes exactly that change and lays everyone on the scales again, finds the question
    served; no cheaper change in one cell does that. `unlocker` is empty where no single change
    suffices. `told` hears how far it is.
    """
    unlockers = Search(town, town.proposal.unmatched, today).walk(told)
    return tuple(
        Unmatched(
            ask,
            why_open(len(town.around_question[ask].eligible), town.questions[ask].helpers_needed),
            standing_in_the_way(
                refusals(town.questions[ask], card) for card in town.volunteers.values()
            ),
            unlockers.get(ask),
        )
        for ask in town.proposal.unmatched
    )

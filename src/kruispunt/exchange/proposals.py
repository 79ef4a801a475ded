"""Writes voorstellen.csv: who is proposed for which question, and why."""

from collections.abc import Iterator, Mapping
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.explain import points, why
from kruispunt.core.propose import Proposal
from kruispunt.core.weigh import standing
from kruispunt.core.weights import Weights
from kruispunt.exchange.printing import Line, thousandth
from kruispunt.exchange.workbook_out import Figure

HEADER: Final = ("vraag_id", "vrijwilliger_id", "score", "prioriteit", "waarom")


def proposal_lines(
    proposal: Proposal,
    questions: Mapping[str, Question],
    volunteers: Mapping[str, Volunteer],
    weights: Weights,
) -> Iterator[Line]:
    """Yield a line for each proposed pair, sorted by question id and then volunteer id."""
    for pair in sorted(proposal.pairings, key=lambda one: (one.question, one.volunteer)):
        reasons = standing(questions[pair.question], volunteers[pair.volunteer], weights)
        yield (
            pair.question,
            pair.volunteer,
            Figure(points(pair.score)),
            Figure(thousandth(pair.priority)),
            why(reasons),
        )

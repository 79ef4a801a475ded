"""Writes every output that was asked for to its waiting place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.weights import Weights
from kruispunt.exchange import proposals
from kruispunt.exchange.printing import write_table
from kruispunt.exchange.targets import Targets

if TYPE_CHECKING:  # the scales fetch heavy tools; who only needs the word need not wait
    from kruispunt.core.propose import Proposal

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything an output may tell about: the cards by id, and what the scales made of them."""

    questions: Mapping[str, Question]
    volunteers: Mapping[str, Volunteer]
    previous: tuple[tuple[str, str], ...]
    weights: Weights
    proposal: "Proposal"
    today: date


def write_outputs(
    targets: Targets, outputs: Mapping[str, str], outcome: Outcome, progress: Say
) -> int | None:
    """Write each output; the answer is how many candidates there are, if those were asked for."""
    progress("voorstellen schrijven")
    with targets.open("--out") as file:
        write_table(
            file,
            outputs["--out"],
            proposals.HEADER,
            proposals.proposal_lines(
                outcome.proposal, outcome.questions, outcome.volunteers, outcome.weights
            ),
        )
    if name := outputs.get("--candidates"):
        progress("kandidaten schrijven")
        return _write_candidates(targets, name, outcome)
    return None


def _write_candidates(targets: Targets, name: str, outcome: Outcome) -> int:
    # Loaded here: it needs numpy, and those who do not ask for candidates need not wait for it.
    from kruispunt.exchange.candidates import write_candidates  # noqa: PLC0415
    from kruispunt.exchange.pairs import Crowd  # noqa: PLC0415

    crowd = Crowd(
        tuple(outcome.questions.values()), tuple(outcome.volunteers.values()), outcome.weights
    )
    with targets.open("--candidates") as file:
        return write_candidates(file, name, crowd)

"""One run of `kruispunt match`, from the files that come in to the files that go out."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kruispunt.exchange.match_options import Options
from kruispunt.exchange.printing import hundred_thousandth
from kruispunt.exchange.taking_in import read_all
from kruispunt.exchange.targets import Targets

if TYPE_CHECKING:  # the scales fetch heavy tools; a mistake in a file is told without them
    from kruispunt.exchange.match_outputs import Outcome

Say = Callable[[str], None]


def run(options: Options, *, say: Say, progress: Say) -> str:
    """Read, weigh and write; the answer is the JSON document about it.

    Raises
    ------
    InputRefused
        When what comes in is not right; nothing is written.
    TargetRefused
        When an output cannot be written where it was asked; nothing is changed.
    """
    targets = Targets.checked(options.outputs, options.inputs)
    progress("lezen")
    given = read_all(options, say)
    # Loaded here: a mistake in a file is told at once, before the heavy tools are fetched.
    from kruispunt.core.propose import propose_from, weigh_all  # noqa: PLC0415
    from kruispunt.exchange.match_outputs import Outcome, write_outputs  # noqa: PLC0415

    progress("wegen")
    weighed = weigh_all(given.questions, given.volunteers, given.weights)
    progress("het beste voorstel zoeken")
    outcome = Outcome(
        {card.id: card for card in given.questions},
        {card.id: card for card in given.volunteers},
        tuple(given.previous),
        given.weights,
        weighed,
        propose_from(weighed, previous=given.previous, seed=options.seed),
        options.today,
        options.seed,
        given.written,
        progress,
    )
    with targets:
        write_outputs(targets, options.outputs, outcome)
        targets.place()
    return summary(outcome, skipped=given.skipped)


def summary(outcome: "Outcome", *, skipped: int) -> str:
    """The JSON document: what was found and how good it is, the same bytes for the same input."""
    proposal = outcome.proposal
    unmatched = len(proposal.unmatched)
    counts = {
        "vragen": len(outcome.questions),
        "vrijwilligers": len(outcome.volunteers),
        "kandidaten": outcome.weighed.eligible,
        "voorstellen": len(proposal.pairings),
        "gekoppelde_vragen": len(outcome.questions) - unmatched,
        "niet_gekoppelde_vragen": unmatched,
        "overgeslagen_rijen": skipped,
    }
    lines = [
        f'"doel": {hundred_thousandth(proposal.value)}',
        f'"bovengrens": {hundred_thousandth(proposal.bound)}',
        f'"gat": {proposal.gap:.5f}',
        f'"bewezen": {"true" if proposal.proven else "false"}',
        *(f'"{name}": {count}' for name, count in counts.items()),
        *_sharing(outcome),
        *(['"eigen_dagdeel": true'] if outcome.weights.own_slots else []),
    ]
    return "{" + ", ".join(lines) + "}\n"


def _sharing(outcome: "Outcome") -> list[str]:
    """How places were shared out, and what worth alone would have come to; else nothing."""
    weights = outcome.weights
    if not weights.longest_first and not weights.spread_bonus:
        return []
    from kruispunt.core.propose import propose_from  # noqa: PLC0415 - see run

    by_worth = replace(outcome.weighed, sharing=None)
    usual = propose_from(by_worth, previous=outcome.previous, seed=outcome.seed)
    return [
        f'"verdeling": "{"langst_wachtend" if weights.longest_first else "buurtbonus"}"',
        f'"doel_naar_waarde": {hundred_thousandth(usual.value)}',
        f'"gekoppelde_vragen_naar_waarde": {len(outcome.questions) - len(usual.unmatched)}',
    ]

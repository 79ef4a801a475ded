"""Writes every output that was asked for to its waiting place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.gap import Shortage, shortages
from kruispunt.core.propose import Proposal, Weighed
from kruispunt.core.unlock import Town, Unmatched, unmatched
from kruispunt.core.weights import Weights
from kruispunt.exchange import missing_volunteers, open_questions, proposals
from kruispunt.exchange.candidates import write_candidates
from kruispunt.exchange.intake import Texts
from kruispunt.exchange.printing import Line, write_table
from kruispunt.exchange.targets import Targets

Say = Callable[[str], None]
QUICKLY_SEARCHED: Final = 2_500
"""Pairs up to which a report is worth the search for unlockers that nobody asked a file of."""


@dataclass(frozen=True)
class Outcome:
    """Everything an output may tell about: the cards by id, and what the scales made of them."""

    questions: Mapping[str, Question]
    volunteers: Mapping[str, Volunteer]
    previous: tuple[tuple[str, str], ...]
    weights: Weights
    weighed: Weighed
    proposal: Proposal
    today: date
    seed: int
    written: Mapping[str, Texts]
    """The cells that may change, as the files write them."""
    progress: Say

    @cached_property
    def town(self) -> Town:
        """Everyone, to try changes on."""
        return Town(
            list(self.questions.values()),
            list(self.volunteers.values()),
            self.weights,
            previous=self.previous,
            seed=self.seed,
            proposal=self.proposal,
        )

    @cached_property
    def unlockers(self) -> tuple[Unmatched, ...]:
        """What would unlock each open question."""
        return unmatched(self.town, self.today, told=self._told("ontgrendelaars zoeken"))

    @cached_property
    def missing(self) -> tuple[Shortage, ...]:
        """Who is missing."""
        return shortages(self.town, self.today, told=self._told("tekorten zoeken"))

    @property
    def is_small(self) -> bool:
        """Whether every search is a matter of seconds."""
        return len(self.questions) * len(self.volunteers) <= QUICKLY_SEARCHED

    def _told(self, step: str) -> Callable[[int, int], None]:
        return lambda done, total: self.progress(f"{step} {done}/{total}")


def write_outputs(targets: Targets, outputs: Mapping[str, str], outcome: Outcome) -> None:
    """Write each output that was asked for."""
    for option, name in outputs.items():
        outcome.progress(f"{name} schrijven")
        _WRITERS[option](targets, name, outcome)


def _write_table(
    targets: Targets, option: str, name: str, table: tuple[Line, Iterable[Line]]
) -> None:
    with targets.open(option) as file:
        write_table(file, name, *table)


def _write_proposals(targets: Targets, name: str, outcome: Outcome) -> None:
    lines = proposals.proposal_lines(
        outcome.proposal, outcome.questions, outcome.volunteers, outcome.weights
    )
    _write_table(targets, "--out", name, (proposals.HEADER, lines))


def _write_candidates(targets: Targets, name: str, outcome: Outcome) -> None:
    with targets.open("--candidates") as file:
        write_candidates(file, name, outcome.weighed)


def _write_open_questions(targets: Targets, name: str, outcome: Outcome) -> None:
    lines = open_questions.open_question_lines(outcome.unlockers, outcome.written)
    _write_table(targets, "--unmatched", name, (open_questions.HEADER, lines))


def _write_missing(targets: Targets, name: str, outcome: Outcome) -> None:
    lines = missing_volunteers.missing_volunteer_lines(outcome.missing)
    _write_table(targets, "--gap", name, (missing_volunteers.HEADER, lines))


def _write_report(targets: Targets, _: str, outcome: Outcome) -> None:
    from kruispunt.exchange.report import Findings, report_page  # noqa: PLC0415 - only when asked

    searched = outcome.__dict__
    page = report_page(
        Findings(
            tuple(outcome.questions.values()),
            tuple(outcome.volunteers.values()),
            outcome.weights,
            outcome.proposal,
            outcome.today,
            outcome.unlockers if outcome.is_small or "unlockers" in searched else None,
            outcome.missing if outcome.is_small or "missing" in searched else None,
            has_previous=bool(outcome.previous),
        )
    )
    with targets.open("--report") as file:
        file.write(page.encode())


_WRITERS: Final[Mapping[str, Callable[[Targets, str, Outcome], None]]] = {
    "--out": _write_proposals,
    "--candidates": _write_candidates,
    "--unmatched": _write_open_questions,
    "--gap": _write_missing,
    "--report": _write_report,
}

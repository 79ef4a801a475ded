"""One run of `kruispunt match`, from the files that come in to the files that go out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.weights import Weights, WeightsRefused, from_toml
from kruispunt.exchange.intake import Intake
from kruispunt.exchange.match_options import Options
from kruispunt.exchange.match_outputs import Outcome, write_outputs
from kruispunt.exchange.previous import Pair, read_previous, still_there
from kruispunt.exchange.question_rows import read_questions
from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables.reading import file_content
from kruispunt.exchange.targets import Targets
from kruispunt.exchange.volunteer_rows import read_volunteers

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Given:
    """What the files say."""

    questions: list[Question]
    volunteers: list[Volunteer]
    previous: list[Pair]
    weights: Weights
    skipped: int


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
    given = read(options, say)
    progress("wegen")
    # Loaded here: a mistake in a file should be told at once, before the heavy tools are fetched.
    from kruispunt.core.propose import propose  # noqa: PLC0415

    proposal = propose(given.questions, given.volunteers, given.weights, previous=given.previous)
    outcome = Outcome(
        {card.id: card for card in sorted(given.questions, key=lambda card: card.id)},
        {card.id: card for card in sorted(given.volunteers, key=lambda card: card.id)},
        tuple(given.previous),
        given.weights,
        proposal,
        options.today,
    )
    with targets:
        candidates = write_outputs(targets, options.outputs, outcome, progress)
        progress("bewaren")
        targets.place()
    return summary(outcome, skipped=given.skipped, candidates=candidates)


def read(options: Options, say: Say) -> Given:
    """Read every file that comes in, and say everything that is wrong with them at once.

    Raises
    ------
    InputRefused
        With a line for each thing that is wrong.
    """
    reading = _Reading(say)
    weights = reading.attempt(lambda: _weights(options.weights)) or Weights()
    questions = reading.cards(lambda: read_questions(options.questions, options.today))
    volunteers = reading.cards(lambda: read_volunteers(options.volunteers, options.today))
    pairs: list[Pair] = []
    if options.previous is not None:
        name = options.previous
        pairs = reading.cards(lambda: read_previous(name))
    reading.settle(skips_bad=options.skips_bad)
    return Given(
        questions,
        volunteers,
        still_there(pairs, {card.id for card in questions}, {card.id for card in volunteers}),
        weights,
        reading.skipped,
    )


class _Reading:
    """Gathers what is wrong in all files, so that it can be mended in one go."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._refused: list[str] = []
        self._intakes: list[Intake[Any]] = []

    @property
    def skipped(self) -> int:
        """How many rows are left out."""
        return sum(intake.bad_rows for intake in self._intakes)

    def attempt[Found](self, read_file: Callable[[], Found]) -> Found | None:
        """Read one file; keep its refusal for later."""
        try:
            return read_file()
        except InputRefused as wrong:
            self._refused.append(str(wrong))
            return None

    def cards[Card](self, read_file: Callable[[], Intake[Card]]) -> list[Card]:
        """Read one table; keep its faults for later."""
        intake = self.attempt(read_file)
        if intake is None:
            return []
        self._intakes.append(intake)
        return intake.cards

    def settle(self, *, skips_bad: bool) -> None:
        """Say what was left alone, and refuse what cannot be left out."""
        for intake in self._intakes:
            if intake.unknown:
                self._say(f"{intake.file}: onbekende kolommen: {', '.join(intake.unknown)}")
        lines = list(self._lines())
        has_bad_header = any(not intake.has_good_header for intake in self._intakes)
        if self._refused or has_bad_header or (lines and not skips_bad):
            raise InputRefused("\n".join([*self._refused, *lines]))
        for line in lines:
            self._say(line)
        for intake in self._intakes:
            if intake.bad_rows:
                self._say(f"{intake.file}: {intake.bad_rows} foute rijen overgeslagen")

    def _lines(self) -> Iterator[str]:
        for intake in self._intakes:
            yield from intake.sentences()


def _weights(name: str | None) -> Weights:
    if name is None:
        return Weights()
    try:
        return from_toml(file_content(name).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputRefused(f"{name}: dit bestand is geen UTF-8-tekst") from None
    except WeightsRefused as wrong:
        raise InputRefused(f"{name}: {wrong}") from None


def summary(outcome: Outcome, *, skipped: int, candidates: int | None) -> str:
    """The JSON document: what was found and how good it is, the same bytes for the same input."""
    proposal = outcome.proposal
    unmatched = len(proposal.unmatched)
    counts = {
        "vragen": len(outcome.questions),
        "vrijwilligers": len(outcome.volunteers),
        "voorstellen": len(proposal.pairings),
        "gekoppelde_vragen": len(outcome.questions) - unmatched,
        "niet_gekoppelde_vragen": unmatched,
        "overgeslagen_rijen": skipped,
    }
    if candidates is not None:
        counts["kandidaten"] = candidates
    lines = [
        f'"doel": {hundred_thousandths(proposal.value)}',
        f'"bovengrens": {hundred_thousandths(proposal.bound)}',
        f'"gat": {proposal.gap:.5f}',
        f'"bewezen": {"true" if proposal.proven else "false"}',
        *(f'"{name}": {count}' for name, count in counts.items()),
    ]
    return "{" + ", ".join(lines) + "}\n"


def hundred_thousandths(number: int) -> str:
    """Print hundred-thousandths with five decimals: 7500000 → '75.00000'."""
    return f"{number // 100_000}.{number % 100_000:05d}"

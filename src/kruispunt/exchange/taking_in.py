"""Reads all files that come in, and says everything that is wrong with them in one go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kruispunt.core.cards import Question, Volunteer
from kruispunt.core.weights import Weights, WeightsRefused, from_toml
from kruispunt.exchange.intake import Intake, Texts
from kruispunt.exchange.match_options import Options
from kruispunt.exchange.previous import Pair, read_previous, still_there
from kruispunt.exchange.question_rows import read_questions
from kruispunt.exchange.refusals import InputRefused
from kruispunt.exchange.tables.reading import file_content
from kruispunt.exchange.volunteer_rows import read_volunteers

Say = Callable[[str], None]
MAY_CHANGE = {
    "vraag": ("dagdelen", "uren", "aantal"),
    "vrijwilliger": (
        "plaatsen", "max_km", "dagdelen", "uren", "soorten", "trainingen", "vog_tot", "max_klasse",
    ),
}  # fmt: skip
"""The cells that an unlocker may change, of which it says what stands in the file now."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the files say, the cards in the order of their ids."""

    questions: list[Question]
    volunteers: list[Volunteer]
    previous: list[Pair]
    weights: Weights
    skipped: int
    written: dict[str, Texts]


def read_all(options: Options, say: Say) -> Given:
    """Read every file that comes in.

    Raises
    ------
    InputRefused
        With a line for each thing that is wrong.
    """
    keep = MAY_CHANGE if "--unmatched" in options.outputs else {"vraag": (), "vrijwilliger": ()}
    reading = _Reading(say)
    weights = reading.attempt(lambda: _weights(options.weights)) or Weights()
    asked = reading.table(
        lambda: read_questions(options.questions, options.today, keep=keep["vraag"])
    )
    offered = reading.table(
        lambda: read_volunteers(options.volunteers, options.today, keep=keep["vrijwilliger"])
    )
    name = options.previous
    earlier = reading.table(lambda: read_previous(name)) if name is not None else Intake[Pair]("")
    reading.settle(skips_bad=options.skips_bad)
    questions = sorted(asked.cards, key=lambda card: card.id)
    volunteers = sorted(offered.cards, key=lambda card: card.id)
    return Given(
        questions,
        volunteers,
        still_there(
            earlier.cards, {card.id for card in questions}, {card.id for card in volunteers}
        ),
        weights,
        reading.skipped,
        {"vraag": asked.texts, "vrijwilliger": offered.texts},
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

    def table[Card](self, read_file: Callable[[], Intake[Card]]) -> Intake[Card]:
        """Read one table; keep its faults for later."""
        intake = self.attempt(read_file)
        if intake is None:
            return Intake("")
        self._intakes.append(intake)
        return intake

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

"""What came of it: along which way people came, which help it was, and who came back."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from kruispunt.arrangements.queries import counting as arrangements
from kruispunt.arrangements.queries.counting import Answer
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader
from kruispunt.questions.queries import counting as questions

A_YEAR = timedelta(days=365)
SORTS = (
    ("Alleen vrijwilligers en eigen mensen", True, False),
    ("Allebei", True, True),
    ("Alleen organisaties en zorg", False, True),
)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of answer: how many, which share, and how long it took in the middle (C17)."""

    name: str
    answers: int | None
    share: int | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A year of answers."""

    ways: tuple[tuple[str, int | None], ...]
    partners: tuple[tuple[str, int | None], ...]
    sorts: tuple[Sort, ...]
    helped: int | None
    again: int | None
    at_the_municipality: int | None


def outcome(actor: Actor) -> Outcome:
    """Count a year: in, out, and back again (A11, C16, C17)."""
    may_begin(actor, permits.NUMBERS)
    since = actor.today - A_YEAR
    told = reader(actor)
    ways = told.shown(questions.by_intake(actor, since))
    partners = told.shown(questions.by_organisation(actor, since))
    back = questions.again(actor)
    return Outcome(
        tuple(ways.items()),
        tuple(partners.items()),
        _sorts(told, arrangements.answers(actor, since)),
        told.shown({"": back.helped})[""],
        told.share(back.again, back.helped),
        told.share(back.at_the_municipality, back.helped),
    )


def _sorts(told: Reader, found: list[Answer]) -> tuple[Sort, ...]:
    by_name = {
        name: [one for one in found if (one.informal, one.formal) == (informal, formal)]
        for name, informal, formal in SORTS
    }
    counts = told.shown({name: len(answers) for name, answers in by_name.items()})
    # With one number hidden the shares would give it away.
    whole = None in counts.values()
    return tuple(
        Sort(
            name,
            counts[name],
            None if whole else told.share(len(answers), len(found)),
            _days(told, answers),
        )
        for name, answers in by_name.items()
    )


def _days(told: Reader, answers: list[Answer]) -> int | None:
    over = [one.days for one in answers if one.days is not None]
    return round(median(over)) if told.may_know(len(over)) else None

"""Whether people decide more themselves and see more people: small numbers hidden (C15)."""

from dataclasses import dataclass

from kruispunt.arrangements.queries import footing
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.insights import permits
from kruispunt.insights.queries.small import Reader, reader


@dataclass(frozen=True, slots=True)
class Changed:
    """One question, and for how many people the answer went up, stayed, or went down."""

    name: str
    more: int | None
    same: int | None
    less: int | None


def changed(actor: Actor) -> tuple[Changed, ...]:
    """What the first and the last answer say, of everyone who answered more than once."""
    may_begin(actor, permits.NUMBERS)
    told = reader(actor)
    return tuple(
        Changed(name, *_shown(told, [counts[way] for way in footing.WAYS]))
        for name, counts in footing.changes(actor).items()
    )


def _shown(told: Reader, counts: list[int]) -> list[int | None]:
    return list(told.shown(dict(enumerate(counts))).values())

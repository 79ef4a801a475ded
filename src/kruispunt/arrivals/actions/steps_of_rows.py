"""What a row becomes, kind by kind: rows of this room, made by the rooms below."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils import timezone

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrivals.models import Arrival, ImportKind
from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions as questions

# One sentence for every match that cannot come in as it stands: it gives nobody away.
BY_HAND = "deze koppeling is niet over te nemen; kijk haar na en voer haar met de hand in"
Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Came:
    """What one row became, or why it could not."""

    became_id: int = 0
    made_person_id: int | None = None
    new: bool = False
    why: str = ""


def volunteers(inside: Actor, rows: list[Said]) -> list[Came]:
    persons = people.arrive(inside, who=tuple(_who(row["who"]) for row in rows))
    brought = tuple(
        offers.Brought(
            person_id=person_id,
            profile=offers.Profile(**_plain(row.get("profile", {}))),
            **_plain(row.get("given", {})),
        )
        for row, (person_id, _) in zip(rows, persons, strict=True)
    )
    return _came(persons, offers.arrive(inside, brought=brought))


def asked(inside: Actor, rows: list[Said]) -> list[Came]:
    persons = people.arrive(inside, who=tuple(_who(row["who"]) for row in rows))
    brought = tuple(
        questions.Brought(asked_by_id=person_id, **_asked(row["asked"]))
        for row, (person_id, _) in zip(rows, persons, strict=True)
    )
    return _came(persons, questions.arrive(inside, brought=brought))


def organisations(inside: Actor, rows: list[Said]) -> list[Came]:
    given = tuple(row["organisation"] for row in rows)
    made = people.arrive_as_organisations(inside, organisations=given)
    return [Came(became_id=pk, new=new) for pk, new in made]


def running(inside: Actor, rows: list[Said]) -> list[Came]:
    return [_one_running(inside, row) for row in rows]


def _one_running(inside: Actor, row: Said) -> Came:
    """Each match on its own: one that cannot come in does not keep the others out."""
    try:
        with writing():
            [(asker, new)] = people.arrive(inside, who=(_who(row["who"]),))
            volunteer = Arrival.objects.filter(
                municipality_id=inside.municipality_id,
                whole__kind=ImportKind.VOLUNTEERS,
                number=row["volunteer"],
            ).get()
            match = arrangements.arrive(
                inside,
                running=arrangements.Running(
                    asked_by_id=asker,
                    volunteering_id=volunteer.became_id,
                    **_plain(row["match"]),
                ),
            )
    except (ImpossibleMove, ValidationError, ObjectDoesNotExist) as wrong:
        return Came(why=str(wrong) if isinstance(wrong, arrangements.NotYet) else BY_HAND)
    return Came(became_id=match.pk, made_person_id=asker if new else None, new=True)


ARRIVE: dict[str, Callable[[Actor, list[Said]], list[Came]]] = {
    ImportKind.VOLUNTEERS: volunteers,
    ImportKind.QUESTIONS: asked,
    ImportKind.MATCHES: running,
    ImportKind.ORGANISATIONS: organisations,
}


def _came(persons: list[tuple[int, bool]], rows: list[tuple[int, bool]]) -> list[Came]:
    return [
        Came(became_id=pk, made_person_id=person_id if made else None, new=new)
        for (person_id, made), (pk, new) in zip(persons, rows, strict=True)
    ]


def _who(said: Said) -> Particulars:
    return Particulars(**{name: _value(name, value) for name, value in said.items()})


def _asked(said: Said) -> Said:
    plain = _plain(said)
    if day := plain.pop("since", None):
        plain["opened_at"] = timezone.make_aware(datetime.combine(day, time(9)))
    return plain


def _plain(said: Said) -> Said:
    return {name: _value(name, value) for name, value in said.items()}


DAYS = {"vog_until", "agreed_on", "since"}
NUMBERS = {"hours", "max_km"}


def _value(name: str, value: Any) -> Any:  # noqa: ANN401  (as JSON kept it)
    if name in DAYS:
        return date.fromisoformat(value)
    if name in NUMBERS:
        return Decimal(value)
    return tuple(value) if isinstance(value, list) else value

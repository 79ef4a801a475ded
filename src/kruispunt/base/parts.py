"""Who has which part in a case: two that do not go together, and who is never put together.

Nobody has two parts on opposite sides of one case (ROL-01), and two people who may never meet do
not meet in a case either. Both are refused with the same sentence, so that it tells nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from django.apps import apps
from django.db.models import Model, Q

from kruispunt.base.actor import Actor
from kruispunt.base.locks import locked
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.base.until import lasts


class Standing(StrEnum):
    """On which side someone stands in a case."""

    GUIDE = "guide"
    STARTPUNT = "startpunt"
    ADVISOR = "advisor"
    PROVIDER = "provider"
    SUPPORTER = "supporter"
    ASSESSOR = "assessor"
    MANAGER = "manager"
    PARTY = "party"
    VOLUNTEER = "volunteer"


S = Standing
# Whoever thinks along with a resident decides nothing about her and delivers nothing to her; who
# helps to build an experience profile does not assess it; who breaks a deadlock is no party in it.
FORBIDDEN = (
    frozenset({S.GUIDE, S.STARTPUNT}),
    frozenset({S.GUIDE, S.ADVISOR}),
    frozenset({S.GUIDE, S.PROVIDER}),
    frozenset({S.ASSESSOR, S.SUPPORTER}),
    frozenset({S.MANAGER, S.PARTY}),
)
# Which seats of somebody count as working at the other side: a guide with a provider's seat
# works for that provider, also when her employer is not written down.
COUNTING_SEATS = {
    S.GUIDE: frozenset({Role.WMO_ADVISOR, Role.PROVIDER, Role.WORKER}),
    S.STARTPUNT: frozenset(Role),
    S.MANAGER: frozenset({Role.CONTACT}),
}
SEATS = ("people", "Seat")
EXCLUSIONS = ("people", "Exclusion")
REFUSED = "Deze rol gaat niet samen met een andere rol in dezelfde zaak. Kies iemand anders."
ALWAYS = Q()


class TwoHats(ImpossibleMove):
    """This part and another one in the same case do not go together; which one stays unsaid."""


class NobodyGives(RuntimeError):
    """A part was given without saying who gives it: then the guard cannot be asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A column that gives somebody a part in a case: whose case, which person or organisation."""

    name: str
    standing: Standing
    model: str
    column: str
    case: str
    person: str = ""
    organisation: str = ""
    # Whose case it is; for most parts the case is the resident herself.
    resident: str = ""
    while_: Q = field(default_factory=Q)

    @property
    def meets(self) -> tuple[str, ...]:
        """Where the people stand whom the resident meets by it, themselves or as a contact."""
        contact = f"{self.organisation}__contact" if self.organisation else ""
        return tuple(path for path in (self.person, contact) if path)


@dataclass(frozen=True, slots=True)
class Around:
    """Who stands at the other side of one case: persons, and organisations."""

    persons: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()


REGISTER: dict[str, Part] = {}


def part(  # noqa: PLR0913  (a part is exactly these facts)
    name: str,
    standing: Standing,
    *,
    model: str,
    column: str,
    case: str,
    person: str = "",
    organisation: str = "",
    resident: str = "",
    while_: Q = ALWAYS,
) -> Part:
    """Declare that a column gives a part in a case, from the row as far as the names lead."""
    made = Part(name, standing, model, column, case, person, organisation, resident or case, while_)
    REGISTER[name] = made
    return made


def against(standing: Standing) -> frozenset[Standing]:
    """The standings that do not go together with this one in the same case."""
    return frozenset(other for pair in FORBIDDEN if standing in pair for other in pair - {standing})


def around(actor: Actor, standing: Standing, case_id: int) -> Around:
    """Who has a part in this case that does not go together with this standing."""
    persons: set[int] = set()
    places: set[int] = set()
    for one in REGISTER.values():
        if one.standing not in against(standing):
            continue
        here, there = _holders(actor, one, Q(**{one.case: case_id}))
        persons |= here
        places |= there
        if seats := COUNTING_SEATS.get(one.standing):
            for found in seated_at(actor, here, seats).values():
                places |= found
    return Around(frozenset(persons), frozenset(places))


def seated_at(actor: Actor, persons: Iterable[int], roles: Iterable[str]) -> dict[int, set[int]]:
    """At which organisations each of these people sits today, in one of these roles."""
    rows = apps.get_model(*SEATS)._default_manager.filter(
        lasts(actor.today),
        municipality_id=actor.municipality_id,
        person_id__in=list(persons),
        role__in=sorted(roles),
        organisation__isnull=False,
    )
    found: dict[int, set[int]] = defaultdict(set)
    for person_id, organisation_id in rows.values_list("person_id", "organisation_id"):
        found[person_id].add(organisation_id)
    return found


def given(row: Model) -> list[Part]:
    """Which parts a row would give that it does not give yet; asked before it is kept."""
    found = []
    for one in REGISTER.values():
        if one.model != row._meta.label_lower:
            continue
        held_by = getattr(row, row._meta.get_field(one.column).attname)  # type: ignore[union-attr]
        if held_by is None:
            continue
        same = type(row)._default_manager.filter(one.while_, pk=row.pk, **{one.column: held_by})
        if row.pk is None or not same.exists():
            found.append(one)
    return found


def guard(actor: Actor | None, row: Model, parts: Iterable[Part]) -> None:
    """Refuse what does not go together, for every part that this row gave just now."""
    for one in parts:
        for case_id in _cases(row, one):
            if actor is None:
                raise NobodyGives(f"{one.name}: keep(row, giving=actor)")
            persons, places = _holders(actor, one, Q(pk=row.pk))
            if seats := COUNTING_SEATS.get(one.standing):
                for found in seated_at(actor, persons, seats).values():
                    places |= found
            there = around(actor, one.standing, case_id)
            if persons & there.persons or places & there.places:
                raise TwoHats(REFUSED)
            _keep_apart(actor, row, one)


def beside(
    actor: Actor, *, residents: Iterable[int] | None = None, persons: Iterable[int] | None = None
) -> set[tuple[int, int]]:
    """Who has any part in whose case, in one look: of some residents, or of some people."""
    looks = []
    for one in REGISTER.values():
        rows = (
            apps.get_model(one.model)
            ._default_manager.order_by()
            .filter(one.while_, municipality_id=actor.municipality_id)
        )
        for path in one.meets:
            found = (
                rows
                if residents is None
                else rows.filter(**{f"{one.resident}__in": list(residents)})
            )
            if persons is not None:
                found = found.filter(**{f"{path}__in": list(persons)})
            looks.append(found.values_list(one.resident, path))
    first, *others = looks
    return {(whose, who) for whose, who in first.union(*others) if whose and who}


def apart(actor: Actor, persons: Iterable[int]) -> dict[int, set[int]]:
    """With whom each of these people may never be put together."""
    among = set(persons)
    rows = apps.get_model(*EXCLUSIONS)._default_manager.filter(
        Q(one__in=among) | Q(other__in=among), municipality_id=actor.municipality_id
    )
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in rows.values_list("one_id", "other_id"):
        found[one].add(other)
        found[other].add(one)
    return found


def not_apart(actor: Actor, resident: str) -> Q:
    """Rows of residents with whom the actor may meet: for permits, without a look of its own."""
    pairs = apps.get_model(*EXCLUSIONS)._default_manager.filter(
        municipality_id=actor.municipality_id
    )
    theirs = pairs.filter(one_id=actor.person_id).values("other_id")
    mine = pairs.filter(other_id=actor.person_id).values("one_id")
    return ~Q(**{f"{resident}_id__in": theirs}) & ~Q(**{f"{resident}_id__in": mine})


def refuse_apart(actor: Actor, persons: Iterable[int]) -> None:
    """Refuse to put these people around one table when two of them may never meet."""
    among = set(persons)
    if any(others & among for who, others in apart(actor, among).items() if who in among):
        raise TwoHats(REFUSED)


def _keep_apart(actor: Actor, row: Model, one: Part) -> None:
    """Whoever comes into a case by this row may meet the resident and everyone around her."""
    rows = type(row)._default_manager.filter(one.while_, pk=row.pk)
    residents = set(rows.values_list(one.resident, flat=True)) - {None}
    came = {who for path in one.meets for who in rows.values_list(path, flat=True)} - {None}
    there = residents | {who for _, who in beside(actor, residents=residents)}
    if any(others & there for who, others in apart(actor, came).items() if who in came):
        raise TwoHats(REFUSED)


def _cases(row: Model, one: Part) -> set[int]:
    rows = type(row)._default_manager.filter(one.while_, pk=row.pk)
    return {case for case in rows.values_list(one.case, flat=True) if case is not None}


def hold(row: Model, fresh: Iterable[Part]) -> None:
    """Two parts in one case are given one after the other, each knowing of the one before.

    The case is held before the row is kept, always in one order, and not against those who only
    point at it: two who each give a part to the other would wait for each other for ever.
    """
    cases = {(_place(one), case_id) for one in fresh if (case_id := _case_of(row, one))}
    for place, case_id in sorted(cases, key=lambda each: (each[0]._meta.label_lower, each[1])):
        list(locked(place._default_manager.filter(pk=case_id)).values("pk"))


def _case_of(row: Model, one: Part) -> int | None:
    """Whose case a row would be, also when it is not kept yet."""
    first, _, rest = one.case.partition("__")
    if first == "pk":
        return row.pk  # type: ignore[no-any-return]
    field = row._meta.get_field(first)
    held = getattr(row, field.attname)  # type: ignore[union-attr]
    if held is None or not rest:
        return held  # type: ignore[no-any-return]
    there: type[Model] = field.related_model  # type: ignore[assignment]
    return there._default_manager.filter(pk=held).values_list(rest, flat=True).first()


def _place(one: Part) -> type[Model]:
    place: type[Model] = apps.get_model(one.model)
    for name in one.case.split("__"):
        reached = place._meta.pk if name == "pk" else place._meta.get_field(name)
        place = getattr(reached, "related_model", None) or place
    return place


def _holders(actor: Actor, one: Part, where: Q) -> tuple[set[int], set[int]]:
    model = apps.get_model(one.model)
    rows = model._default_manager.filter(one.while_, where, municipality_id=actor.municipality_id)
    persons = set(rows.values_list(one.person, flat=True)) if one.person else set()
    places = set(rows.values_list(one.organisation, flat=True)) if one.organisation else set()
    return persons - {None}, places - {None}

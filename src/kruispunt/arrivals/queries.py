"""Reading imports: how far each is, what was wrong with which row, and which had their time."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from kruispunt.arrivals import permits
from kruispunt.arrivals.models import Arrival, Import, ImportKind
from kruispunt.arrivals.states import BUSY, ImportState
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import FORGET, Going, Over
from kruispunt.base.roles import SYSTEM
from kruispunt.base.work import Pile

LOOKS_BACK = 20


def kinds(actor: Actor) -> list[tuple[str, str]]:
    """What this actor may bring in, with its word."""
    return [(kind, ImportKind(kind).label) for kind in permits.kinds(actor)]


def imports(actor: Actor) -> QuerySet[Import]:
    rows = Import.objects.defer("file").select_related("brought_by")
    return permits.READ.narrow(rows, actor).order_by("-brought_at", "-pk")


def one(actor: Actor, import_id: int) -> Import:
    return imports(actor).get(pk=import_id)


def for_the_worker(actor: Actor, import_id: int) -> Import:
    """An import as the worker takes it up; only the house itself may."""
    rows = Import.objects.filter(municipality_id=actor.municipality_id)
    return permits.CARRY.narrow(rows, actor).get(pk=import_id)


def rows_in_turns(actor: Actor, import_id: int) -> Iterator[tuple[int, list[Any]]]:
    """The rows of each turn, with its number; whoever reads may write between two of them.

    One question per turn: on SQLite nobody may write while an answer of hers stands half read and
    somebody else wrote since.
    """
    turns = for_the_worker(actor, import_id).turns
    for number in list(turns.order_by("number").values_list("number", flat=True)):
        yield number, turns.values_list("cells", flat=True).get(number=number)


def bad_rows(actor: Actor, import_id: int) -> list[dict[str, Any]]:
    """Every row that cannot come in, with its cells and its reasons."""
    turns = one(actor, import_id).turns.order_by("number").values_list("found", flat=True)
    return sorted(
        (row for found in turns for row in found if "why" in row), key=lambda row: int(row["row"])
    )


def some_bad_rows(actor: Actor, import_id: int, *, most: int) -> list[dict[str, Any]]:
    """The first bad rows, without reading the whole file again."""
    found: list[dict[str, Any]] = []
    turns = one(actor, import_id).turns.order_by("number").values_list("found", flat=True)
    for rows in turns.iterator(chunk_size=1):
        found += [row for row in rows if "why" in row]
        if len(found) >= most:
            break
    return found[:most]


def kept_rows(actor: Actor, import_id: int, *, most: int) -> list[Arrival]:
    """Rows that stayed when the import was taken back, with the reason."""
    rows = one(actor, import_id).arrivals.exclude(kept_because="")
    return list(rows.order_by("row_number")[:most])


def known_keys(actor: Actor, keys: Collection[str]) -> set[str]:
    """Which rows came in before; for the worker, that counts them and shows none."""
    if not actor.is_a(SYSTEM):
        return set()
    rows = Arrival.objects.filter(municipality_id=actor.municipality_id, key__in=keys)
    return set(rows.values_list("key", flat=True))


def remembered(actor: Actor, kind: str) -> dict[str, str]:
    """What each header meant the last times that a person confirmed it."""
    rows = permits.READ.narrow(Import.objects.filter(kind=kind), actor)
    before = list(
        rows.exclude(mapping={}).order_by("-pk").values_list("mapping", flat=True)[:LOOKS_BACK]
    )
    meant: dict[str, str] = {}
    for mapping in reversed(before):
        meant |= mapping
    return meant


def imports_going(actor: Actor, over: Over) -> list[Going]:
    """Lists that nobody took a step with for a year, with a key for each row that came (RET-18)."""
    rows = FORGET.narrow(Import.objects.exclude(state__in=sorted(BUSY)), actor).order_by("pk")
    return [
        Going("RET-18", pk)
        for pk, since in rows.values_list("pk", "state_since")
        if over("RET-18", timezone.localdate(since))
    ]


def piles(actor: Actor) -> list[Pile]:
    """Lists that were read and wait for whoever may bring such a list."""
    if not permits.kinds(actor):
        return []
    steps = {
        ImportState.READ: "Kies welke kolom wat is",
        ImportState.CHECKED: "Bekijk de rijen en neem ze over",
    }
    return [Pile("import", "import", steps, imports(actor), due="", words="file_name")]

"""What a person does with a spreadsheet: bring it, name its columns, agree, take it back."""

import hashlib
from dataclasses import dataclass, field

from kruispunt.arrivals import permits
from kruispunt.arrivals.actions.steps import move_import, take_import
from kruispunt.arrivals.models import Import
from kruispunt.base import errands, journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, named
from kruispunt.base.verbs import action

LARGEST = 20 * 1024 * 1024


class FileTooLarge(ImpossibleMove):
    """A file that no worker should open."""


@dataclass(frozen=True, slots=True)
class FileBrought:
    """A file as it was brought; it is known by its seal, whatever its name."""

    name: str
    content: bytes = field(repr=False)

    def __str__(self) -> str:
        return self.seal

    @property
    def seal(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@action
def bring(actor: Actor, *, kind: str, file: FileBrought) -> Import:
    """Bring a spreadsheet; a worker reads it, and nothing comes in before you have seen it."""
    if len(file.content) > LARGEST:
        raise FileTooLarge("Dit bestand is groter dan 20 MB. Splits het in delen.")
    brought = keep(
        Import(
            municipality_id=actor.municipality_id,
            kind=kind,
            file_name=file.name[:120],
            file=file.content,
            seal=file.seal,
            state_since=actor.at,
            brought_by_id=named(actor),
            brought_at=actor.at,
        )
    )
    permits.BRING[kind].require(actor, brought)
    journal.write(actor, "import.bring", brought, kind=kind)
    errands.ask(actor, "arrivals.read", about=brought.pk)
    return brought


@action
def map_columns(actor: Actor, import_id: int, *, mapping: dict[str, str]) -> Import:
    """Say which column of the file is what; an empty word leaves that column out."""
    found = take_import(actor, import_id, permits.READ)
    found.mapping = {head: name for head, name in mapping.items() if head in found.columns}
    found.good = found.known = found.bad = 0
    found.turns.update(checked_at=None, found=[])
    errands.ask(actor, "arrivals.check", about=found.pk)
    return move_import(actor, found, "map")


@action
def agree(actor: Actor, import_id: int) -> Import:
    """You saw what is good and what is not: let the good rows come in."""
    found = take_import(actor, import_id, permits.READ)
    if not found.good:
        raise ImpossibleMove("Er is geen enkele rij om over te nemen.")
    errands.ask(actor, "arrivals.carry", about=found.pk)
    return move_import(actor, found, "agree", good=found.good, bad=found.bad)


@action
def drop(actor: Actor, import_id: int) -> Import:
    """Do nothing with this file; what was read of it is thrown away."""
    found = take_import(actor, import_id, permits.READ)
    found.turns.all().delete()
    return move_import(actor, found, "drop")


@action
def undo(actor: Actor, import_id: int) -> Import:
    """Take the whole import back, but for rows that somebody has worked with since."""
    found = take_import(actor, import_id, permits.READ)
    errands.ask(actor, "arrivals.take_back", about=found.pk)
    return move_import(actor, found, "undo")

"""Files as centres have them, and a worker that carries them in while the test waits."""

import csv
import io
from datetime import datetime

import openpyxl

from kruispunt.arrivals import actions, queries
from kruispunt.arrivals.actions import FileBrought
from kruispunt.base import errands
from kruispunt.base.models import Chore
from kruispunt.config import chores
from kruispunt.exchange.arriving import columns

VOLUNTEERS = (
    "Nr;Voornaam;Tussenvoegsel;Achternaam;Mobiel;E-mailadres;Postcode;Straat;Soort hulp;Uren;"
    "Status;Opmerkingen\n"
    "v1;Nadia;van;Dijk;612345678;nadia@voorbeeld.nl;4201AB;Lindelaan 5;Wandelen, Koffie;2,5;"
    "Nieuw;Houdt van honden\n"
    "v2;Henk;;Bos;0183-555 011;;4201 AC;Kade 1;boodschappen;3;Nieuw;\n"
    "v3;Ria;;Smit;12;;4201 AD;Kade 2;Vliegeren;3;Nieuw;\n"
)


def as_csv(text: str, name: str = "lijst.csv") -> FileBrought:
    return FileBrought(name, text.encode())


def as_workbook(text: str) -> FileBrought:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in csv.reader(io.StringIO(text), delimiter=";"):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return FileBrought("lijst.xlsx", kept.getvalue())


def work(now: datetime) -> None:
    """Do what a worker does, until nothing is due."""
    while chore := errands.take(Chore, now):
        chores.carry_out(chore, now)


def looked_at(player, kind: str, file: FileBrought, **meant: str):
    """Bring a file, let it be read, confirm what the columns probably are, let it be checked."""
    found = actions.bring(player.actor, kind=kind, file=file)
    work(player.actor.at)
    found = queries.one(player.actor, found.pk)
    if found.state != "read":
        return found
    mapping = columns.guess(kind, found.columns, queries.remembered(player.actor, kind))
    actions.map_columns(player.actor, found.pk, mapping=mapping | meant)
    work(player.actor.at)
    return queries.one(player.actor, found.pk)


def carried_in(player, kind: str, file: FileBrought):
    found = looked_at(player, kind, file)
    actions.agree(player.actor, found.pk)
    work(player.actor.at)
    return queries.one(player.actor, found.pk)

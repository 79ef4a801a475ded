"""A sports club brings its lists: its volunteers came in, and its matches wait for a look."""

from datetime import datetime

from kruispunt.arrivals import actions as arrivals
from kruispunt.base import keeping
from kruispunt.config import carrying
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.town import Town
from kruispunt.exchange.arriving.columns import guess
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as volunteers

CAME, READY, WAITS = 26, 9, 2
BRINGER = "Marijke"
FILES = {"volunteers": "leden-sportclub.csv", "matches": "maatjes-sportclub.csv"}
VOLUNTEERS = """\
Nr;Voornaam;Achternaam;Telefoon;Soort hulp;Uren;Wijk;Status;Opmerkingen
s1;Jolien;Kok;0183555081;Wandelen;2;Binnenvesting;Nieuw;Loopt op dinsdag met de club
s2;Menno;Buis;0183555082;Boodschappen;3;Binnenvesting;Nieuw;
s3;Corrie;Schaap;12;Koffie;2;Binnenvesting;Nieuw;
s4;Anton;Drost;0183555084;Vliegeren;1;Binnenvesting;Nieuw;
"""
MATCHES = """\
Voornaam;Achternaam;Telefoon;Vrijwilliger;Soort hulp;Klasse;Loopt sinds;Hoe vaak;Termijn;Uren;x;y
Aagje;Tromp;0183555091;s1;Wandelen;licht;01-09-2025;wekelijks;12;2;126500;427300
Kees;Vis;0183555092;s9;Wandelen;licht;01-09-2025;wekelijks;12;2;126500;427300
"""


def lists_come_in(town: Town) -> None:
    """Plan both lists, and that Pien keeps one dossier longer."""
    throw, calendar = dice("lists"), town.story.calendar
    town.story.at(calendar.days_ago(CAME, throw), lambda at: _volunteers(town, at))
    town.story.at(calendar.days_ago(READY, throw), lambda at: _jolien_may_begin(town, at))
    town.story.at(calendar.days_ago(WAITS, throw), lambda at: _matches(town, at))
    town.story.at(calendar.days_ago(WAITS, throw), lambda at: _held(town, at))


def _volunteers(town: Town, at: datetime) -> None:
    import_id = _looked_at(town, at, "volunteers", VOLUNTEERS)
    arrivals.agree(town.act(BRINGER, at), import_id)
    carrying.carry_import(town.system(at), import_id)


def _jolien_may_begin(town: Town, at: datetime) -> None:
    """Her papers are in order, so that the match she has may come in as well."""
    marijke = town.act(BRINGER, at)
    jolien = volunteers.visible(marijke).get(person__surname="Kok", person__given_name="Jolien").pk
    offers.certify(
        marijke, jolien, trainings=("basis",), vog="in_order", vog_issued_on=at.date(), agreed=True
    )
    offers.deploy_volunteer(marijke, jolien)
    offers.make_available(marijke, jolien)


def _matches(town: Town, at: datetime) -> None:
    _looked_at(town, at, "matches", MATCHES)


def _looked_at(town: Town, at: datetime, kind: str, text: str) -> int:
    """Bring a list, let it be read, say which column is what, and let its rows be looked at."""
    bringer, house = town.act(BRINGER, at), town.system(at)
    brought = arrivals.bring(
        bringer, kind=kind, file=arrivals.FileBrought(FILES[kind], text.encode())
    )
    carrying.read_import(house, brought.pk)
    columns = text.splitlines()[0].split(";")
    arrivals.map_columns(bringer, brought.pk, mapping=guess(kind, columns, {}))
    carrying.check_import(house, brought.pk)
    return int(brought.pk)


def _held(town: Town, at: datetime) -> None:
    keeping.hold(town.act("Pien", at), town.cast["Joop"], reason="Er loopt een klacht.")

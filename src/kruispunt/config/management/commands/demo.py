"""`kruispunt demo`: tell Merwedam once, print who one can be, and open the doors."""

import os
import time
from argparse import ArgumentParser
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from kruispunt.base.moving import letters_lead_to
from kruispunt.config import serving
from kruispunt.config.merwedam import stamp
from kruispunt.config.merwedam.books import book
from kruispunt.config.merwedam.world import tell


class Command(BaseCommand):
    """Show a fictional municipality with two years of history."""

    help = "Een verzonnen gemeente, Merwedam, op http://127.0.0.1:8000."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="op welke poort (anders de eerste vrije)")
        parser.add_argument("--fresh", action="store_true", help="vertel Merwedam opnieuw")
        parser.add_argument("--no-serve", action="store_true", help="alleen vertellen")

    def handle(self, *_: Any, **options: Any) -> None:
        refuse_outside_the_demo()
        try:
            at = None if options["no_serve"] else serving.port(options["port"])
        except serving.NoFreePort as taken:
            raise CommandError(str(taken)) from None
        open_the_door_at(at or serving.FIRST_PORT)
        try:
            self._have_merwedam(fresh=options["fresh"])
        except KeyboardInterrupt:
            again = "Gestopt. De volgende keer wordt Merwedam opnieuw verteld."
            raise CommandError(again, returncode=130) from None
        self.stdout.write(logins(at))
        if at is not None:
            serving.serve(at)

    def _have_merwedam(self, *, fresh: bool) -> None:
        path = settings.VAR / "merwedam.json"
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # the server looks there first
        told, code = stamp.read(path), stamp.code()
        if told and told.code == code and not fresh and _rows().exists():
            letters_lead_to(settings.SITE, before=told.site)
            replace(told, site=settings.SITE).put(path)
            self.stdout.write(f"Merwedam staat klaar, verteld op {told.told_on}.")
            return
        self.stdout.write("Merwedam wordt verteld: dat duurt een paar minuten, alleen deze keer.")
        started = time.monotonic()
        path.unlink(missing_ok=True)
        _throw_away_rows()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        now = datetime.now(UTC)  # noqa: TID251  # this is a door: it looks at the clock
        tell(now, say=self.stdout.write)
        seconds = round(time.monotonic() - started, 1)
        stamp.Stamp(code, now.date().isoformat(), seconds, settings.SITE).put(path)
        self.stdout.write(f"Klaar in {seconds} seconden.")


def open_the_door_at(port: int) -> None:
    """Letters lead to the port that is served, also those of the worker beside us."""
    site = os.environ.setdefault("KRUISPUNT_SITE", f"http://{serving.HERE}:{port}")
    settings.SITE = site


def refuse_outside_the_demo() -> None:
    """The demo has open passwords and throws its rows away: never near a real organisation."""
    if settings.MODE != "demo":
        raise CommandError(
            "De demo draait alleen met KRUISPUNT_MODE=demo, op uw eigen machine: "
            "iedereen kent de wachtwoorden."
        )
    if connection.vendor != "sqlite" or settings.VAR not in _rows().parents:
        raise CommandError(
            "De demo gebruikt een eigen bestand in de map var. Haal DATABASE_URL weg."
        )


def logins(at: int | None) -> str:
    """Who one can be, with the words to sign in."""
    cast = book("cast")
    lines = [f"{_email(one['name']):<28}{one['name']} {one['does']}" for one in cast["player"]]
    address = f"http://{serving.HERE}:{at}/demo/" if at else "de site (start met: kruispunt demo)"
    return "\n".join((
        "",
        f"  {address}",
        f"  Wachtwoord van iedereen: {cast['password']}",
        "",
        *(f"  {line}" for line in lines),
        "",
        "  Stoppen: Ctrl-C" if at else "",
    ))  # fmt: skip


def _email(name: str) -> str:
    return f"{name.lower()}@merwedam.example"


def _rows() -> Path:
    return Path(connection.settings_dict["NAME"])


def _throw_away_rows() -> None:
    connections.close_all()
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        Path(f"{_rows()}{ending}").unlink(missing_ok=True)

"""`kruispunt tombstones`: write the list of what went, to keep outside the backup."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kruispunt.config import tombstones


class Command(BaseCommand):
    """The night round does this by itself; by hand it may go to another place."""

    help = "Schrijft de lijst van wat is weggegooid: alleen nummers en klassen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("list", nargs="?", type=Path, help="waarheen")

    def handle(self, *_: Any, **options: Any) -> None:
        path: Path = options["list"] or settings.TOMBSTONES
        count = tombstones.write_out(path)
        self.stdout.write(f"{path}: {count} erbij")

"""`kruispunt take_along NAAM MAP`: everything of one municipality in plain tables."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kruispunt.base.models import Municipality
from kruispunt.config.taking_along import AlreadyThere, take_along


class Command(BaseCommand):
    """For who moves to another system: stop site and worker first."""

    help = "Schrijft alles van een gemeente in een map: een CSV per soort, en wat elke kolom is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="de gemeente")
        parser.add_argument("folder", type=Path, help="een map die er nog niet is, of leeg is")

    def handle(self, *_: Any, **options: Any) -> None:
        try:
            municipality = Municipality.objects.get(name=options["name"])
            counts = take_along(municipality, options["folder"], now=timezone.now())
        except Municipality.DoesNotExist:
            known = ", ".join(Municipality.objects.values_list("name", flat=True))
            raise CommandError(f"{options['name']} is er niet. Er is wel: {known}.") from None
        except AlreadyThere as wrong:
            raise CommandError(str(wrong)) from wrong
        rows = sum(counts.values())
        self.stdout.write(f"{options['folder']}: {rows} rijen in {len(counts)} tabellen.")

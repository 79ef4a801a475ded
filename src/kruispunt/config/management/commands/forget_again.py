"""`kruispunt forget_again`: after putting a copy back, what was thrown away since goes again."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kruispunt.config import tombstones


class Command(BaseCommand):
    """Run it before the site opens; twice changes nothing."""

    help = "Gooit na het terugzetten van een kopie opnieuw weg wat sindsdien was weggegooid."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "list", nargs="?", type=Path, help="de lijst met grafstenen, als die elders ligt"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        path: Path = options["list"] or settings.TOMBSTONES
        if not path.exists():
            raise CommandError(
                f"Er is geen lijst {path}: wat na de kopie is weggegooid, is er nu weer."
            )
        gone = tombstones.forget_again(timezone.now(), path)
        told = [f"{what}: {count}" for what, count in gone.items()] or ["niets"]
        self.stdout.write(f"Opnieuw weggegooid: {', '.join(told)}")

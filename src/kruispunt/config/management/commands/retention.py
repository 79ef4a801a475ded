"""`kruispunt retention`: throw away what has had its time; `--dry-run` only says what that is."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import Certificate, Municipality
from kruispunt.config import purging, rounds


class Command(BaseCommand):
    """The worker does this every night; by hand it can be looked at first."""

    help = "Gooit weg wat lang genoeg bewaard is. Met --dry-run alleen tellen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="alleen tellen, niets weggooien")

    def handle(self, *_: Any, **options: Any) -> None:
        now = timezone.now()
        for municipality in Municipality.objects.order_by("pk"):
            actor = Actor.system(municipality.pk, now)
            if options["dry_run"]:
                self._tell(municipality.name, actor)
                continue
            rounds.throw_away(actor)
            last = Certificate.objects.filter(municipality=municipality, at=now).first()
            gone = last.counts if last else {}
            lines = [f"{what}: {count}" for what, count in gone.items()] or ["niets"]
            self.stdout.write(f"{municipality.name}: weggegooid: {', '.join(lines)}")

    def _tell(self, name: str, actor: Actor) -> None:
        for what, going in purging.due_to_go(actor).items():
            for ret, count in sorted(Counter(one.ret for one in going).items()):
                self.stdout.write(f"{name}: {ret} {what}: {count}")

"""`kruispunt tick`: what happens because time passed. Run it every five minutes; twice is fine."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kruispunt.config import rounds


class Command(BaseCommand):
    """Remind, expire and tidy up."""

    help = "Doet wat de tijd vraagt: herinneren, laten verlopen, opruimen."

    def handle(self, *_: Any, **__: Any) -> None:
        now = timezone.now()
        stumbled = rounds.walk(now)
        rounds.tidy(now)
        if stumbled:
            raise CommandError(f"Niet gelukt: {', '.join(stumbled)}")

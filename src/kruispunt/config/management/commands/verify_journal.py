"""`kruispunt verify_journal`: proves that nobody changed the journal, or names the line."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kruispunt.base import journal
from kruispunt.base.models import Municipality


class Command(BaseCommand):
    """Check the seals of every municipality's journal."""

    help = "Controleert of niemand het logboek heeft veranderd."

    def handle(self, *_: Any, **__: Any) -> None:
        broken = []
        for municipality in Municipality.objects.order_by("name"):
            number = journal.first_broken(municipality.pk)
            if number is None:
                self.stdout.write(f"{municipality}: het logboek klopt.")
            else:
                broken.append(f"{municipality}: regel {number} klopt niet of ontbreekt.")
        if broken:
            raise CommandError("\n".join(broken))

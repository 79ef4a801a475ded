"""`kruispunt doctor`: says in plain words whether this machine can do the work."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kruispunt.config.examination import examine


class Command(BaseCommand):
    """Look at the database, the disk, the journal, the post and the pages."""

    help = "Kijkt of alles in orde is, en zegt wat u kunt doen als dat niet zo is."

    def handle(self, *_: Any, **__: Any) -> None:
        ill = 0
        for finding in examine():
            self.stdout.write(f"{'goed' if finding.well else 'FOUT'}  {finding.words}")
            ill += not finding.well
        if ill:
            raise CommandError(f"{ill} dingen vragen aandacht.")

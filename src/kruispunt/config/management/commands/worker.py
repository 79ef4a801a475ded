"""`kruispunt worker`: does what waits. One on SQLite, any number on PostgreSQL."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kruispunt.config import working


class Command(BaseCommand):
    """Send letters and do other errands as they fall due."""

    help = "Verstuurt brieven en doet ander werk dat wacht."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop als er niets wacht")
        parser.add_argument("--beside", action="store_true", help="stop met wie dit startte")

    def handle(self, *_: Any, **options: Any) -> None:
        working.work(until_empty=options["until_empty"], beside=options["beside"])

"""`kruispunt worker`: does what waits. One on SQLite, any number on PostgreSQL."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kruispunt.config import working


class Command(BaseCommand):
    """Send letters and do other errands as they fall due."""

    help = "Verstuurt brieven en doet ander werk dat wacht."

    def add_arguments(self, parser: ArgumentParser) -> None:
        one = parser.add_mutually_exclusive_group()
        one.add_argument("--until-empty", action="store_true", help="stop als er niets wacht")
        one.add_argument("--beside", action="store_true", help="stop met wie dit startte")
        one.add_argument("--scales", action="store_true", help="alleen wegen, naast een worker")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["until_empty"]:
            working.work_until_empty()
        elif options["scales"]:
            working.weigh()
        else:
            working.work(beside=options["beside"])

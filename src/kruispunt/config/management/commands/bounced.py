"""`kruispunt bounced`: read which letters came back, from a mailbox or from one message."""

import mailbox
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from email import message_from_binary_file
from email.message import Message
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kruispunt.config import bounces


class Command(BaseCommand):
    """The mail server runs it for each message that comes back, or somebody for a whole mailbox."""

    help = "Leest welke e-mails terugkwamen, uit een mailbox (mbox) of van stdin één bericht."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="", help="een mailbox; niets is stdin")

    def handle(self, *_: Any, **options: Any) -> None:
        news, unknown = bounces.carry_in(_messages(options["file"]), timezone.now())
        self.stdout.write(f"Teruggekomen: {news}. Niet van ons, of te lang geleden: {unknown}.")


def _messages(name: str) -> Iterable[Message]:
    if not name:
        return [message_from_binary_file(sys.stdin.buffer)]
    if not Path(name).is_file():
        raise CommandError(f"Dit bestand is er niet: {name}")
    return mailbox.mbox(name, create=False)

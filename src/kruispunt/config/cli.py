"""The one command, `kruispunt`: the scales on files, and everything Django and the house can do."""

import io
import os
import sys
from importlib import import_module


def main() -> None:
    """`match` and `replay` need no settings and no database, and so they never load Django."""
    words = sys.argv[1:]
    if words[:1] == ["match"]:
        sys.exit(import_module("kruispunt.exchange.match_command").main(words[1:]))
    if words[:1] == ["replay"]:
        sys.exit(import_module("kruispunt.exchange.replay_command").main(words[1:]))
    if words[:1] == ["demo"]:
        os.environ.setdefault("KRUISPUNT_MODE", "demo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kruispunt.config.settings")
    # Who sends the words to a file reads them there at once, also while a server runs on.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["kruispunt", *words])

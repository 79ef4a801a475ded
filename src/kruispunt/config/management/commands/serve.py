"""`kruispunt serve`: the site behind a web server, in one process with threads."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Serve the site; more processes only on PostgreSQL."""

    help = "Zet de site open op een adres, bijvoorbeeld achter nginx of caddy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", help="adres:poort")
        parser.add_argument("--processes", type=int, default=1)
        parser.add_argument("--threads", type=int, default=8)

    def handle(self, *_: Any, **options: Any) -> None:
        # A process of its own, so that the web server owns signals and restarts.
        words = [
            sys.executable,
            "-m",
            "gunicorn",
            "kruispunt.config.wsgi",
            f"--bind={options['bind']}",
            f"--workers={options['processes']}",
            f"--threads={options['threads']}",
            "--worker-class=gthread",
            "--graceful-timeout=20",
            "--max-requests=20000",
            "--max-requests-jitter=2000",
        ]
        os.execv(sys.executable, words)  # noqa: S606  (our own words, in the Python we run in)

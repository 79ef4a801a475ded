"""A web server on this machine only, for the demo: a free door, and a clean goodbye."""

import socket

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from kruispunt.config import laying_out, warming
from kruispunt.config.beside import Beside

HERE = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8000, 8020
THREADS = 8


class NoFreePort(Exception):
    """Something else already listens there; the message says what to do."""


def port(wanted: int | None = None) -> int:
    """The port that was asked for, or else the first free one from 8000 on."""
    if wanted is not None:
        if not _is_free(wanted):
            raise NoFreePort(
                f"Op poort {wanted} luistert al een ander programma. "
                f"Kies een andere poort, bijvoorbeeld: kruispunt demo --port {wanted + 1}"
            )
        return wanted
    for number in range(FIRST_PORT, LAST_PORT + 1):
        if _is_free(number):
            return number
    raise NoFreePort(
        f"Poort {FIRST_PORT} tot en met {LAST_PORT} zijn bezet. Kies er zelf een met --port."
    )


def serve(at: int) -> None:
    """Serve until someone presses Ctrl-C, with a worker beside the site."""
    with Beside("worker", "--beside"):
        Site(at).run()


class Site(BaseApplication):
    """The site in one process with threads, as it would run for a small organisation."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": f"{HERE}:{self.at}",
            "workers": 1,
            "threads": THREADS,
            "worker_class": "gthread",
            "graceful_timeout": 3,
            "loglevel": "warning",
            "control_socket_disable": True,
        }.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        warming.begin()
        application = get_wsgi_application()
        laying_out.begin()
        return application


def _is_free(number: int) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HERE, number))
        except (OSError, OverflowError):
            return False
    return True

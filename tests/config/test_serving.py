"""The site comes up whoever starts it: a supervisor may have nothing on its path."""

import os
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

from django.conf import settings


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def answers(address, until):
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310  (our own machine)
                return answer.status
        except HTTPError as refused:
            return refused.code
        except OSError:
            time.sleep(0.2)
    return 0


def test_it_serves_without_anything_on_the_path(tmp_path):
    port = free_port()
    site = subprocess.Popen(
        [sys.executable, "-m", "django", "serve", "--bind", f"127.0.0.1:{port}"],
        env={
            "PATH": "/nowhere",
            "HOME": str(tmp_path),
            "PYTHONPATH": os.pathsep.join(("src", ".")),
            "DJANGO_SETTINGS_MODULE": "kruispunt.config.settings",
            "KRUISPUNT_MODE": "demo",
            "KRUISPUNT_VAR": str(tmp_path),
            "KRUISPUNT_STATIC": str(settings.STATIC_ROOT),
        },
        stderr=subprocess.DEVNULL,
    )
    try:
        status = answers(f"http://127.0.0.1:{port}/account/login/", time.monotonic() + 60)
    finally:
        site.terminate()
        site.wait(30)
    assert status in {200, 503}  # the town has no tables yet: that it answers is enough

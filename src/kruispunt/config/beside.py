"""Another process of ours beside this one: it goes home when we do, however we went."""

import os
import subprocess
import sys
from types import TracebackType
from typing import Self

from django.db import connections

GOODBYE = 10.0  # seconds in which it finishes what it has in hand
KRUISPUNT = (sys.executable, "-c", "from kruispunt.config.cli import main; main()")


class Beside:
    """`kruispunt …` in a process that holds the other end of a pipe, and stops when that closes."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        os.close(self.pipe)
        try:
            self.process.wait(GOODBYE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def again_if_gone(self) -> None:
        """Start it anew when it fell over; what it had in hand comes back by itself."""
        if self.process.poll() is not None:
            os.close(self.pipe)
            self._start()

    def _start(self) -> None:
        connections.close_all()  # a connection may not be carried over into another process
        ours, self.pipe = os.pipe()
        self.process = subprocess.Popen([*KRUISPUNT, *self.words], stdin=ours)  # noqa: S603
        os.close(ours)

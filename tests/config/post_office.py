"""A post office for tests: takes in letters on this machine and counts them by name."""

import socket
import threading
import time
from collections import Counter
from email import message_from_bytes

from aiosmtpd.controller import Controller


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class PostOffice:
    """Takes its time over each letter, so that a worker can be killed while it waits."""

    def __init__(self, seconds: float = 0.0, answer: str = "250 taken in"):
        self.letters: list[dict[str, str]] = []
        self.seconds, self.answer = seconds, answer
        self.answers = threading.Event()  # cleared: the sender waits for an answer
        self.answers.set()

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  (asked so)
        if self.answer.startswith("250"):
            letter = message_from_bytes(envelope.content)
            self.letters.append({**dict(letter.items()), "text": letter.get_payload()})
        time.sleep(self.seconds)
        self.answers.wait(60)
        return self.answer

    def count(self) -> Counter:
        return Counter(letter["Message-ID"] for letter in self.letters)

    def opened(self) -> Controller:
        return Controller(self, hostname="127.0.0.1", port=_free_port())

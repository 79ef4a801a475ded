"""A gateway for text messages on this machine: takes its time, and counts messages by key."""

import json
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class TextGateway:
    """Sends the same key once, if it promises to; otherwise every call is a message."""

    def __init__(self, *, keeps_keys=True, seconds=0.0, answer=200):
        self.keeps_keys, self.seconds, self.answer = keeps_keys, seconds, answer
        self.calls: list[dict[str, str]] = []
        self.sent: list[str] = []
        self._turn = threading.Lock()
        self.answers = threading.Event()  # cleared, it takes a call in and keeps the caller waiting
        self.answers.set()

    def take_in(self, key: str, words: dict[str, str]) -> None:
        with self._turn:
            self.calls.append({**words, "key": key})
            if self.answer == 200 and not (self.keeps_keys and key in self.sent):
                self.sent.append(key)
        time.sleep(self.seconds)
        self.answers.wait(60)

    def count(self) -> Counter:
        return Counter(self.sent)

    @contextmanager
    def opened(self):
        gateway = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self):
                words = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                gateway.take_in(self.headers["Idempotency-Key"], words)
                self.send_response(gateway.answer)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_said):
                """Say nothing."""

        class Calm(ThreadingHTTPServer):
            def handle_error(self, *_who):
                """Whoever is killed hangs up; that is what these tests do."""

        server = Calm(("127.0.0.1", 0), Door)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/send"
        finally:
            server.shutdown()
            server.server_close()

"""Brings letters that go as a text message to a gateway, each at most once."""

import hashlib
import http.client
import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings

from kruispunt.base import errands
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.core.phones import mobile
from kruispunt.people.actions.letters import short_text
from kruispunt.people.queries import phone_number

FULL, BUSY, MOST = 500, 503, 65_536


class Refused(Exception):
    """The gateway said no, so the message is surely not on its way."""


class Unclear(OSError):
    """The gateway broke off: it may have sent the message."""


class Gateway(Protocol):
    """Whoever brings text messages: first reach it, then hand it one message under a key."""

    same_key_once: bool

    def open(self) -> None: ...
    def send(self, number: str, words: str, key: str) -> None: ...
    def close(self) -> None: ...


class Folder:
    """A folder in which text messages lie where one can read them; the same key is one file."""

    same_key_once = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)

    def send(self, number: str, words: str, key: str) -> None:
        new = self.folder / f"{key}.new"
        new.write_text(f"Aan: {number}\n\n{words}\n")
        new.replace(self.folder / f"{key}.txt")

    def close(self) -> None:
        """Nothing was left open."""


class Web:
    """A gateway on the web: one POST for each message, and no other address is ever followed."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said = said
        self.same_key_once: bool = said["same_key_once"]
        where = urlsplit(said["url"])
        kind = http.client.HTTPSConnection
        if where.scheme == "http":  # on one's own machine only
            kind = http.client.HTTPConnection  # type: ignore[assignment]  # a plainer kind
        self.line = kind(where.hostname or "", where.port, timeout=said["seconds"])
        self.path = where.path + (f"?{where.query}" if where.query else "") or "/"

    def open(self) -> None:
        self.line.connect()

    def send(self, number: str, words: str, key: str) -> None:
        content = dict(zip(self.said["fields"], (number, self.said["sender"], words), strict=True))
        self.line.request(
            "POST",
            self.path,
            json.dumps(content).encode(),
            {
                "Content-Type": "application/json",
                "Authorization": f"Bearer {self.said['token']}",
                "Idempotency-Key": key,
            },
        )
        answer = self.line.getresponse()
        answer.read(MOST)
        if answer.status >= FULL and answer.status != BUSY:
            raise Unclear(str(answer.status))
        if not http.HTTPStatus.OK <= answer.status < http.HTTPStatus.MULTIPLE_CHOICES:
            raise Refused(str(answer.status))

    def close(self) -> None:
        self.line.close()


def gateway() -> Gateway:
    said = settings.TEXTS or {}
    return Folder(said["folder"]) if "folder" in said else Web(said)


def deliver(letter: Letter, now: datetime) -> None:
    """Hand over one message. A gateway that sends the same key once may be asked again.

    Any other gateway is asked once: if it breaks off halfway, a person finds out what happened.
    """
    number = mobile(phone_number(Actor.system(letter.municipality_id, now), letter.to_person_id))
    if not number:
        errands.park(letter, "geen mobiel nummer")
        return
    office, words = gateway(), short_text(letter)
    office.open()
    with closing(office):
        if not office.same_key_once:
            errands.hand(letter)
        try:
            office.send(number, words, key_of(letter))
        except (OSError, http.client.HTTPException) as broken:
            if office.same_key_once:
                raise
            errands.doubt(letter, type(broken).__name__)
        else:
            errands.finish(letter, now)


def key_of(letter: Letter) -> str:
    """The same message has the same key; sent once more by a person it is another one."""
    name = f"{letter.municipality_id}:{letter.key}:{letter.times}"
    return hashlib.sha256(name.encode()).hexdigest()[:32]

"""Mail that came back later: reading what a mail server reports, and finding the letter it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_string
from email.message import Message

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.states import Channel
from kruispunt.config.postman import name_of

# No server tries longer than some days; what comes back later is of no use to anyone.
LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Report:
    """One letter that did not arrive: its name on the way, and the code of why."""

    name: str
    code: str


def carry_in(messages: Iterable[Message], now: datetime) -> tuple[int, int]:
    """Note of each letter that it came back; say how many that is, and how many are not known."""
    reports = [report for message in messages for report in read(message)]
    known = _names(now) if reports else {}
    news = 0
    for report in reports:
        if (found := known.get(report.name)) is not None:
            municipality_id, letter_id = found
            trouble = f"teruggekomen van de ontvangende server ({report.code})"
            actor = Actor.system(municipality_id, now)
            news += post.come_back(actor, letter_id, trouble=trouble)
    return news, sum(report.name not in known for report in reports)


def read(message: Message) -> Iterator[Report]:
    """What a report says went wrong for good (RFC 3464); a delay is no report of that."""
    if message.get_content_type() != "multipart/report":
        return
    parts = list(message.walk())
    name = next(filter(None, map(_name_in, parts)), "")
    codes = (code for part in parts for code in _failed(part))
    if name and (code := next(codes, "")):
        yield Report(name, code)


def _failed(part: Message) -> Iterator[str]:
    """The code of each reader whom it did not reach for good."""
    if part.get_content_type() != "message/delivery-status":
        return
    for fields in part.get_payload():
        code = str(fields.get("Status", "")).split(" ")[0]  # type: ignore[union-attr]
        action = str(fields.get("Action", "")).strip().lower()  # type: ignore[union-attr]
        if action == "failed" and code.startswith("5"):
            yield code[:9]


def _name_in(part: Message) -> str:
    """The name of the letter that came back: it is sent along whole, or only its head."""
    sort = part.get_content_type()
    if sort == "message/rfc822":
        letter = part.get_payload(0)
    elif sort == "text/rfc822-headers":
        letter = message_from_string(str(part.get_payload()))
    else:
        return ""
    return str(letter.get("Message-ID", "")).strip()  # type: ignore[union-attr]


def _names(now: datetime) -> dict[str, tuple[int, int]]:
    """Every letter of the last weeks that left by mail, by its name on the way."""
    rows = Letter.objects.filter(channel=Channel.MAIL, due_at__gte=now - LOOKED_BACK)
    found = rows.values_list("municipality_id", "key", "pk")
    return {name_of(town, key): (town, pk) for town, key, pk in found.iterator()}

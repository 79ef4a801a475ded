"""A file with days for the calendar of a phone (iCalendar, RFC 5545): times, and nobody's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

MAKER = "-//Kruispunt//NL"
STAMP = "%Y%m%dT%H%M%SZ"
LONGEST_LINE = 75
"""In octets; what is longer goes on in the next line, after a space."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment: its own word, so that a newer file replaces it, and from when to when."""

    word: str
    begins: datetime
    ends: datetime
    title: str
    cancelled: bool = False


def calendar_file(appointments: Iterable[Appointment], made_at: datetime) -> str:
    """Write a calendar; times are in UTC, so that summer and winter time need no table.

    Examples
    --------
    >>> at = datetime(2026, 12, 1, 13, tzinfo=UTC)
    >>> file = calendar_file([Appointment("1@x", at, at, "Afspraak; Startpunt")], at)
    >>> [line for line in file.split("\\r\\n") if line.startswith(("DTSTART", "SUMMARY"))]
    ['DTSTART:20261201T130000Z', 'SUMMARY:Afspraak\\\\; Startpunt']
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "METHOD:PUBLISH"]
    for one in appointments:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.word}",
            f"DTSTAMP:{_in_utc(made_at)}",
            f"DTSTART:{_in_utc(one.begins)}",
            f"DTEND:{_in_utc(one.ends)}",
            f"SUMMARY:{_escaped(one.title)}",
            f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(STAMP)


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Cut a long line, never in the middle of a letter."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])

"""SQLite without its known fault: the newest build there is, and a gate when that is not enough."""

import sqlite3
import sys
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# The WAL-reset fault: two connections and a checkpoint may corrupt the file.
# Mended in 3.51.3, and in the lines 3.44 (from .6) and 3.50 (from .7).
FIRST_FAULTY, FIRST_MENDED = (3, 7, 0), (3, 51, 3)
MENDED_LINES = {(3, 44): 6, (3, 50): 7}

# Django asks a connection for its limits, which pysqlite3 cannot tell. These are what every
# build keeps to (sqlite.org/limits.html); its own are wider.
LIMIT_NUMBERS = {"SQLITE_LIMIT_COLUMN": 2, "SQLITE_LIMIT_VARIABLE_NUMBER": 9}
LIMITS = {2: 2_000, 9: 32_766}

JOURNALS = ("wal", "truncate")


def prefer_newest() -> None:
    """Put the build that pysqlite3 carries in the place of Python's own, before Django asks."""
    try:
        import pysqlite3  # noqa: PLC0415  (absent on some machines)
    except ImportError:
        return
    if pysqlite3.sqlite_version_info > sqlite3.sqlite_version_info:
        for name, number in LIMIT_NUMBERS.items():
            setattr(pysqlite3, name, number)
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version() -> tuple[int, int, int]:
    major, minor, patch = sys.modules["sqlite3"].sqlite_version_info
    return major, minor, patch


def is_faulty(found: tuple[int, int, int]) -> bool:
    line, patch = found[:2], found[2]
    if patch >= MENDED_LINES.get(line, patch + 1):
        return False
    return FIRST_FAULTY <= found < FIRST_MENDED


def gate(found: tuple[int, int, int], journal: str) -> None:
    """Refuse to start where the fault could eat rows."""
    if journal not in JOURNALS:
        raise ImproperlyConfigured(f"KRUISPUNT_SQLITE_JOURNAL is one of {', '.join(JOURNALS)}.")
    if journal == "wal" and is_faulty(found):
        shown = ".".join(map(str, found))
        raise ImproperlyConfigured(
            f"SQLite {shown} kan in WAL-stand gegevens beschadigen; Kruispunt start daarom niet."
            " Installeer pysqlite3 (SQLite 3.51.3 of nieuwer), of zet"
            " KRUISPUNT_SQLITE_JOURNAL=truncate (veilig, langzamer), of gebruik PostgreSQL."
            f" | SQLite {shown} can corrupt data in WAL mode, so Kruispunt does not start."
            " Install pysqlite3 (SQLite 3.51.3 or newer), or set"
            " KRUISPUNT_SQLITE_JOURNAL=truncate (safe, slower), or use PostgreSQL."
        )


def options(journal: str) -> dict[str, Any]:
    pragmas = [
        f"journal_mode={journal}",
        "synchronous=FULL",  # with NORMAL a power cut may undo a save that was confirmed
        "foreign_keys=ON",
        "busy_timeout=10000",
        "temp_store=MEMORY",
        "cache_size=-20000",
        "journal_size_limit=67108864",
        "secure_delete=ON",
    ]
    chosen: dict[str, Any] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
    }
    connection = sys.modules["sqlite3"].Connection
    if not hasattr(connection, "getlimit"):
        told = {"getlimit": lambda _self, limit: LIMITS[limit]}
        chosen["factory"] = type("Connection", (connection,), told)
    return chosen

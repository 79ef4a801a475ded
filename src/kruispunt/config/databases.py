"""Where the rows are kept: a SQLite file by default, PostgreSQL when DATABASE_URL says so."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from kruispunt.config import sqlite


def default(url: str, *, var: Path, journal: str, patience: int) -> dict[str, Any]:
    """The one database. `patience` is how many seconds a statement on PostgreSQL may take."""
    scheme, _, rest = url.partition("://")
    if not url or scheme == "sqlite":
        return _sqlite(Path("/" + rest.lstrip("/")) if rest else var / "kruispunt.sqlite3", journal)
    if scheme in {"postgres", "postgresql"}:
        return _postgresql(url, patience)
    raise ImproperlyConfigured(
        f"DATABASE_URL begins with sqlite:// or postgresql://, not {scheme}."
    )


def _sqlite(path: Path, journal: str) -> dict[str, Any]:
    sqlite.prefer_newest()
    sqlite.gate(sqlite.version(), journal)
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "kruispunt.config.queued_sqlite3",
        "NAME": str(path),
        "OPTIONS": sqlite.options(journal),
    }


def _postgresql(url: str, patience: int) -> dict[str, Any]:
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query))
    limits = {
        "lock_timeout": "4s",
        "statement_timeout": f"{patience}s",
        "idle_in_transaction_session_timeout": "30s",
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", unquote(parts.hostname or "")),
        "PORT": asked.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # Values travel apart from the statement, so that no server log shows them.
            "server_side_binding": True,
            "options": " ".join(f"-c {name}={limit}" for name, limit in limits.items()),
            **asked,
        },
    }

"""What the machine tells us: one named variable per setting; secrets also from a file."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_LENGTH = 50


def text(name: str, default: str = "") -> str:
    """`NAME`, or the contents of the file that `NAME_FILE` points at."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text().strip()
    return os.environ.get(name, default)


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    given = text(name, str(default))
    if not given.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not '{given}'.")
    return int(given)


def secret(name: str, *, made_in: Path | None) -> str:
    """A long secret; on one's own machine it is made once and kept in a file."""
    given = text(name)
    if given:
        if len(given) < SECRET_LENGTH:
            raise ImproperlyConfigured(f"{name} is too short: use {SECRET_LENGTH} signs or more.")
        return given
    if made_in is None:
        raise ImproperlyConfigured(
            f"{name} is missing. Set it (or {name}_FILE) to {SECRET_LENGTH} random signs or more."
            " On your own machine: KRUISPUNT_MODE=development makes one for you."
        )
    return _kept(made_in / name.lower())


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(SECRET_LENGTH))
    try:
        os.link(fresh, path)  # whoever comes first decides, also when two processes start at once
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_text()

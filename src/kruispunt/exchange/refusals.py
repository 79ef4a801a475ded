"""What a file door says no to: a file that cannot be read, a place that cannot be written to."""

from typing import Final

LONGEST_QUOTE: Final = 40


class InputRefused(Exception):
    """A file or an option cannot be read as what it must be; one clear Dutch sentence."""


class TargetRefused(Exception):
    """An output cannot be written where it was asked; one clear Dutch sentence."""


def quoted(text: str) -> str:
    """Quote a cell inside a message: on one line, not too long, nothing invisible."""
    plain = "".join(sign if sign.isprintable() else "·" for sign in text)
    short = plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"
    return f"'{short}'"

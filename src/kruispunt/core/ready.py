"""Whether machine code may be used: a command fetches it when it pays, a page never waits for it.

Whoever serves pages says once that nobody may wait; from then on plain Python and numpy answer,
with the same answers, until the machine code has been loaded beside them.
"""

from threading import Event
from typing import Final

_NOBODY_WAITS: Final = Event()
_LOADED: Final = Event()


def nobody_waits() -> None:
    """From now on machine code is used only when it is there already."""
    _NOBODY_WAITS.set()


def is_loaded() -> None:
    """Machine code is there now, for everybody."""
    _LOADED.set()


def may_use_machine_code() -> bool:
    """Tell whether machine code may be asked for here and now.

    Examples
    --------
    >>> may_use_machine_code()
    True
    """
    return _LOADED.is_set() or not _NOBODY_WAITS.is_set()

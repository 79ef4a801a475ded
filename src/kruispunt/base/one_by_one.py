"""A job goes from row to row: one row that stumbles does not keep the others waiting."""

import logging
from collections.abc import Callable, Iterable

from django.core.exceptions import ObjectDoesNotExist

from kruispunt.base.moves import ImpossibleMove

log = logging.getLogger(__name__)


class Stumbled(Exception):
    """Some rows of a job could not be done; the others were."""


def each[Row](rows: Iterable[Row], act: Callable[[Row], object]) -> None:
    """Act on every row. When somebody was first, that is fine; other trouble is said at the end."""
    troubles = 0
    for row in rows:
        try:
            act(row)
        except (ImpossibleMove, ObjectDoesNotExist):
            continue
        except Exception as trouble:  # noqa: BLE001  (whatever it is, the other rows go on)
            # Only the kind of trouble: its words may hold what someone told us.
            log.warning("%s: %s", getattr(act, "__qualname__", "job"), type(trouble).__name__)
            troubles += 1
    if troubles:
        raise Stumbled(f"{troubles}")

"""Having all volunteers at hand when the site starts, so that the first question finds them there.

A thread beside the pages, that gives way to them every few milliseconds. Until it is done whoever
asks lays out for herself, with the same answer.
"""

import logging
import time
from functools import partial
from threading import Thread
from typing import Final

from django.db import connection
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import Municipality
from kruispunt.matching import queries as matching

log = logging.getLogger(__name__)
A_BREATH: Final = 0.005  # seconds in which a page may go on


def begin() -> Thread:
    """Lay out everyone in the background."""
    beside = Thread(target=_beside, name="laying out", daemon=True)
    beside.start()
    return beside


def everyone(*, breath: float = A_BREATH) -> None:
    """Lay out the volunteers of each municipality, one after another."""
    for municipality in Municipality.objects.order_by("pk"):
        house = Actor.system(municipality.pk, timezone.now())
        matching.lay_out_beforehand(house, pause=partial(time.sleep, breath))


def _beside() -> None:
    try:
        everyone()
    except Exception as trouble:  # noqa: BLE001  (the first question lays out for itself then)
        log.warning("nobody laid out: %s", type(trouble).__name__)
    finally:
        connection.close()

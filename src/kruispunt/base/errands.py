"""Doing what waits: take an errand under a lease, finish it in the same breath as its effect."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.models import Chore, Errand
from kruispunt.base.states import MOVES, ErrandState

ANY = Q()
_OVER = Q(state=ErrandState.TAKEN) | Q(state=ErrandState.HANDING)


class LostLease(Exception):
    """Someone else has taken this errand since: whatever we did for it must be undone."""


def take[E: Errand](errands: type[E], now: datetime, only: Q = ANY) -> E | None:
    """Take the errand that has waited longest. Whoever dies with it loses the lease, no more."""
    with writing():
        while errand := _next(errands, now, only):
            if errand.state == ErrandState.HANDING:
                _leave(errand, "doubt", "weggevallen tijdens bezorgen")
            elif errand.tries >= errand.most_tries:
                _leave(errand, "park", "telkens weggevallen")
            else:
                errand.state = MOVES.target("take", errand.state)
                errand.lease_until = now + settings.LEASE
                errand.token += 1
                errand.tries += 1
                errand.save(update_fields=["state", "lease_until", "token", "tries"])
                return errand
    return None


def ask(actor: Actor, what: str, *, about: int = 0, due_at: datetime | None = None) -> Chore:
    """Ask the worker for something; as long as it waits, asking again changes nothing."""
    with writing():
        open_ones = Chore.objects.exclude(state=ErrandState.DONE)
        chore, _ = open_ones.get_or_create(
            municipality_id=actor.municipality_id,
            what=what,
            about=about,
            defaults={"due_at": due_at or actor.at},
        )
    return chore


def hand(errand: Errand) -> None:
    """Note that the effect begins now, and cannot be called back."""
    _move(errand, "hand")


def finish(errand: Errand, now: datetime) -> None:
    """Note that it is done. Call this in the transaction that holds the effect."""
    _move(errand, "finish", done_at=now, trouble="")


def repeat(errand: Errand, now: datetime, *, due_at: datetime, trouble: str = "") -> None:
    """Note that it is done for now and comes back: a round never ends."""
    _move(errand, "repeat", done_at=now, due_at=due_at, tries=0, trouble=trouble[:100])


def put_back(errand: Errand, now: datetime, trouble: str) -> None:
    """It did not work: try later, each time waiting longer, and after some tries ask a person.

    `trouble` names the kind of trouble, never what was in the letter.
    """
    verb = "park" if errand.tries >= errand.most_tries else "put_back"
    _move(errand, verb, due_at=now + timedelta(minutes=2**errand.tries), trouble=trouble[:100])


def put_off(errand: Errand, *, due_at: datetime) -> None:
    """It may not be done at this hour; that it was taken does not count as a try."""
    _move(errand, "put_off", due_at=due_at, tries=errand.tries - 1)


def park(errand: Errand, trouble: str) -> None:
    """Trying again would not help: a person has to look."""
    _move(errand, "park", trouble=trouble)


def come_back(errand: Errand, trouble: str) -> None:
    """Whoever should have it refused it for good: trying again would annoy, a person must look."""
    _move(errand, "come_back", trouble=trouble[:100])


def doubt(errand: Errand, trouble: str) -> None:
    """It broke off after it had begun: only a person can find out how far it came."""
    _move(errand, "doubt", trouble=trouble)


def prolong(errand: Errand, now: datetime) -> None:
    """Still busy: keep the lease."""
    _only_if_ours(errand, lease_until=now + settings.LEASE)


def _next[E: Errand](errands: type[E], now: datetime, only: Q) -> E | None:
    free = Q(state=ErrandState.WAITING, due_at__lte=now) | (_OVER & Q(lease_until__lte=now))
    rows = errands._default_manager.select_for_update(skip_locked=True)
    return rows.filter(free, only).order_by("due_at", "pk").first()


def _leave(errand: Errand, verb: str, trouble: str) -> None:
    errand.state = MOVES.target(verb, errand.state)
    errand.trouble = trouble
    errand.lease_until = None
    errand.save(update_fields=["state", "trouble", "lease_until"])


def _move(errand: Errand, verb: str, **columns: object) -> None:
    state = MOVES.target(verb, errand.state)
    keeps = {} if verb == "hand" else {"lease_until": None}
    with writing():
        _only_if_ours(errand, state=state, **keeps, **columns)
    errand.state = state


def _only_if_ours(errand: Errand, **columns: object) -> None:
    """The token fences off whoever slept through the end of its lease."""
    ours = type(errand)._default_manager.filter(
        pk=errand.pk, token=errand.token, state=errand.state
    )
    if not ours.update(**columns):
        raise LostLease(str(errand))

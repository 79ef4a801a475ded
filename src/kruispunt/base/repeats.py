"""A form that is sent again, also much later, gets the answer that it got the first time.

What it did is done once by the action itself; here only where the sender was led is kept. By then
the page may show other choices, or no longer be hers to see: that is no reason to be scolded.
"""

import json
from collections.abc import Iterable
from time import sleep

from django.utils.crypto import salted_hmac

from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.models import Once

type Said = Iterable[tuple[str, list[str]]]
LOOKS, A_MOMENT = 20, 0.05  # seconds
# What is in every form and says nothing of what was asked.
ENVELOPE = frozenset({"csrfmiddlewaretoken", "form_key"})


def led_to(actor: Actor, where: str, said: Said) -> str | None:
    """Where this very form led to when it was sent before, by the same sender in the same words."""
    found = Once.objects.filter(
        municipality_id=actor.municipality_id,
        sender_id=actor.person_id or 0,
        key=actor.form_key,
        verb=_verb(where),
        content=_seal(said),
    ).first()
    return str(found.answer["to"]) if found and found.answer else None


def led_to_after_all(actor: Actor, where: str, said: Said) -> str | None:
    """The same, for who was refused a moment ago: the first press may be on its way back still.

    Only when something was done with this very key, and only for a moment.
    """
    mine = Once.objects.filter(
        municipality_id=actor.municipality_id, sender_id=actor.person_id or 0, key=actor.form_key
    )
    words = list(said)
    for _ in range(LOOKS):
        if lead := led_to(actor, where, words):
            return lead
        if not mine.exists() or mine.filter(verb=_verb(where)).exists():
            return None
        sleep(A_MOMENT)
    return None


def note_lead(actor: Actor, where: str, said: Said, *, to: str) -> None:
    """Keep where a form led to, for when it comes again."""
    with writing():
        Once.objects.get_or_create(
            municipality_id=actor.municipality_id,
            sender_id=actor.person_id or 0,
            key=actor.form_key,
            verb=_verb(where),
            defaults={"content": _seal(said), "answer": {"to": to}, "at": actor.at},
        )


def _verb(where: str) -> str:
    return f"answer {salted_hmac('kruispunt.base.repeats', where, algorithm='sha256').hexdigest()}"


def _seal(said: Said) -> str:
    words = sorted((name, values) for name, values in said if name not in ENVELOPE)
    return salted_hmac("kruispunt.base.repeats", json.dumps(words), algorithm="sha256").hexdigest()

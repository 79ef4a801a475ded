"""What every action has in common: whole or not at all, one at a time, and once per form."""

import json
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils import translation
from django.utils.crypto import salted_hmac

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.locks import writing
from kruispunt.base.models import Once
from kruispunt.base.moves import ImpossibleMove

NOTHING: dict[str, Any] = {"value": None}
_inside: ContextVar[bool] = ContextVar("inside an action", default=False)


class SentBefore(ImpossibleMove):
    """This form was sent before, with other words in it."""


def action[**P, R](verb: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
    """Make a verb an action. An action called by another action is part of that one."""

    @wraps(verb)
    def act(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if _inside.get():
            with writing(), journal.kept_together():
                return verb(actor, *args, **kwargs)
        entered = _inside.set(True)
        try:
            # In whichever language the page is read: what is kept and sent is Dutch.
            with (
                translation.override(settings.LANGUAGE_CODE),
                writing(),
                journal.kept_together(),
            ):
                return _once(verb, actor, *args, **kwargs)
        finally:
            _inside.reset(entered)

    act.is_action = True  # type: ignore[attr-defined]
    return act


def is_acting() -> bool:
    """Say whether an action is under way: what is read now may still be undone."""
    return _inside.get()


def forget_forms(before: datetime) -> None:
    """Forget forms so old that no browser will send them again."""
    with writing():
        Once.objects.filter(at__lt=before).delete()


def _once[**P, R](
    verb: Callable[Concatenate[Actor, P], R], actor: Actor, *args: P.args, **kwargs: P.kwargs
) -> R:
    if not actor.form_key:
        return verb(actor, *args, **kwargs)
    content = _content(args, kwargs)
    sent, first = Once.objects.select_for_update().get_or_create(
        municipality_id=actor.municipality_id,
        sender_id=actor.person_id or 0,  # 0: someone at a public form
        key=actor.form_key,
        verb=f"{verb.__module__}.{verb.__qualname__}",
        defaults={"content": content, "at": actor.at},
    )
    if not first:
        if sent.content != content:
            raise SentBefore("Dit formulier was al verstuurd, met andere antwoorden.")
        return _read_answer(sent.answer or NOTHING)  # type: ignore[return-value]  # R again
    answer = verb(actor, *args, **kwargs)
    sent.answer = _note_answer(answer)
    sent.save(update_fields=["answer"])
    return answer


def _content(args: tuple[object, ...], kwargs: dict[str, object]) -> str:
    """A seal on what was asked, so that a changed form is not taken for the same one."""
    words = json.dumps([args, kwargs], default=_plain, sort_keys=True)
    return salted_hmac("kruispunt.base.verbs", words, algorithm="sha256").hexdigest()


def _plain(thing: object) -> object:
    return sorted(map(str, thing)) if isinstance(thing, (set, frozenset)) else str(thing)


def _note_answer(answer: object) -> dict[str, Any]:
    if isinstance(answer, Model):
        return {"row": answer._meta.label_lower, "pk": answer.pk}
    if isinstance(answer, (list, tuple)):
        return {"all": [_note_answer(each) for each in answer]}
    return {"value": answer}


def _read_answer(noted: dict[str, Any]) -> object:
    if "row" in noted:
        return apps.get_model(noted["row"])._default_manager.get(pk=noted["pk"])
    if "all" in noted:
        return [_read_answer(each) for each in noted["all"]]
    return noted["value"]

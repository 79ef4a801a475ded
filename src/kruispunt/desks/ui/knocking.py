"""What anyone may send is counted by where it comes from; what is too much is said in the form."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Concatenate

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from kruispunt.base import knocks
from kruispunt.base.actor import Actor
from kruispunt.base.municipalities import at_home

type Page[**P] = Callable[Concatenate[HttpRequest, Actor, P], HttpResponse]

TOO_MANY = "too_many"
"""The name of what is wrong when a form is whole and yet not taken in now."""


def counted[**P](page: Page[P]) -> Page[P]:
    """Somebody who is not signed in can send something new here: not without end."""

    @wraps(page)
    def counting(
        request: HttpRequest, actor: Actor, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            request.too_often = _is_too_often(request, actor)  # type: ignore[attr-defined]
        return page(request, actor, *args, **kwargs)

    counting.is_counted = True  # type: ignore[attr-defined]
    return counting  # type: ignore[return-value]  # functools.wraps hides the shorter signature


def waits(request: HttpRequest, form: forms.Form) -> bool:
    """Say whether this form is not taken in now, and say so in the form."""
    if not getattr(request, "too_often", False):
        return False
    form.add_error(None, ValidationError(_said(), code=TOO_MANY))
    return True


def is_too_much(form: forms.Form) -> bool:
    """Whether a form came back because there was too much, and not because of what it said."""
    found = form.errors.as_data().values()
    return any(error.code == TOO_MANY for errors in found for error in errors)


def came_from(request: HttpRequest) -> knocks.Origin | None:
    """Where a form comes from, read as for signing in: of what stands in front only the last word.

    Behind a web server that does not say for whom it asks, everyone would be one: then nobody is
    counted.
    """
    try:
        address = get_adapter(request).get_client_ip(request)
        behind_nothing = not settings.ALLAUTH_TRUSTED_PROXY_COUNT
        return knocks.Origin(address) if behind_nothing or not _is_here(address) else None
    except (PermissionDenied, ValueError):
        return None


def _is_here(address: str) -> bool:
    return ip_address(address).is_loopback


def _is_too_often(request: HttpRequest, actor: Actor) -> bool:
    origin = came_from(request)
    if origin is None:
        return False
    try:
        knocks.knock(actor, origin=origin, page=request.path)
    except knocks.TooOften:
        return True
    return False


def _said() -> str:
    town = at_home()
    words = gettext(
        "Er kwamen hier net heel veel formulieren binnen. Wat u typte, staat er nog. "
        "Probeer het straks opnieuw."
    )
    phone = town.phone if town else ""
    another = gettext("Of bel ons op %(phone)s, of kom langs.") % {"phone": phone}
    return f"{words} {another if phone else gettext('Of bel ons, of kom langs.')}"

"""What stands around every page: whose municipality it is, who is there, which doors there are."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from kruispunt.base.actor import Actor
from kruispunt.base.municipalities import at_home
from kruispunt.base.roles import Role
from kruispunt.desks.ui import menu, tongues


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Worked out only when a page asks for it, so that a redirect costs no query."""
    return {"surroundings": SimpleLazyObject(lambda: _around(request))}


def _around(request: HttpRequest) -> dict[str, Any]:
    actor: Actor | None = getattr(request, "actor", None)
    roles = actor.roles if actor and actor.person_id else frozenset[str]()
    return {
        "municipality": at_home(actor.municipality_id if actor else None),
        "signed_in": request.user.is_authenticated,
        "name": _name(request),
        "role_label": " en ".join(role.label.lower() for role in Role if role in roles),
        "other_seats": [seat for seat in _seats(request) if actor and seat.role not in roles],
        "menu": menu.menu(roles, request.path),
        "small_print": menu.small_print(),
        "home": menu.home(roles),
        "tongues": tongues.offered(request),
        "demo": reverse("demo") if settings.MODE == "demo" else "",
        "leave": reverse("account_logout"),
    }


def _seats(request: HttpRequest) -> list[Any]:
    """The seats that the middleware found; a guest has none."""
    return getattr(request, "seats", [])


def _name(request: HttpRequest) -> str:
    seats = _seats(request)
    return str(seats[0].person) if seats else ""

"""In which language a page is read: whoever reads it chooses; what we keep and send is Dutch."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role

type Page[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]

DUTCH = settings.LANGUAGE_CODE
KNOWN = dict(settings.LANGUAGES)
ASKED = COOKIE = "taal"
# Who works here reads Dutch on every page; a choice made on a shared computer changes nothing.
CHOOSES = frozenset({Role.RESIDENT, Role.CARER})


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language one may choose: by its own name, and where the page stands in it."""

    code: str
    own_name: str
    address: str
    here: bool

    @property
    def direction(self) -> str:
        return "rtl" if self.code in settings.LANGUAGES_BIDI else "ltr"


def in_own_language[**P](page: Page[P]) -> Page[P]:
    """Show this page in the language that was chosen; the choice goes when the browser closes."""

    @wraps(page)
    def told(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        code = chosen(request)
        request.tongue = code  # type: ignore[attr-defined]  # read by what stands around the page
        with translation.override(code):
            answer = page(request, *args, **kwargs)
        if request.GET.get(ASKED) == code:
            answer.set_cookie(
                COOKIE, code, secure=request.is_secure(), httponly=True, samesite="Lax"
            )
        patch_vary_headers(answer, ["Cookie"])
        return answer

    return told  # type: ignore[return-value]  # functools.wraps names the request


def chosen(request: HttpRequest) -> str:
    """The language asked for now, or else before; Dutch for who asked for none we have."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is not None and not actor.roles & CHOOSES:
        return DUTCH
    asked = (request.GET.get(ASKED, ""), request.COOKIES.get(COOKIE, ""))
    return next((code for code in asked if code in KNOWN), DUTCH)


def offered(request: HttpRequest) -> list[Tongue]:
    """Every language, leading to this page, or to the front page when this one is in Dutch only."""
    here: str | None = getattr(request, "tongue", None)
    asked = request.GET.copy()
    if here is None:
        asked.clear()
    path = request.path if here else reverse("public:home")
    found = []
    for code, own_name in KNOWN.items():
        asked[ASKED] = code
        found.append(Tongue(code, own_name, f"{path}?{asked.urlencode()}", code == (here or DUTCH)))
    return found


def asked_in() -> str:
    """The language of the page that is being filled in; nothing for Dutch."""
    code = translation.get_language() or DUTCH
    return "" if code == DUTCH else code

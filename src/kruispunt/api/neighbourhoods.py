"""The parts of the municipality, as other systems read them: what anyone sees on the map."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kruispunt.base.actor import Actor
from kruispunt.base.municipalities import at_home
from kruispunt.base.roles import Role
from kruispunt.people import queries

HEADERS = {"API-Version": "1.0.0", "Cache-Control": "no-store"}


@require_safe
@login_not_required
def neighbourhoods(_request: HttpRequest) -> JsonResponse:
    """List code and name, in the paging envelope of the Dutch API rules (all on one page)."""
    town = at_home()
    if town is None:
        return _not_found()
    guest = Actor(None, town.pk, frozenset({Role.RESIDENT}), at=timezone.now())
    found = [{"code": one.code, "naam": one.name} for one in queries.neighbourhoods(guest)]
    page = {"count": len(found), "next": None, "previous": None, "results": found}
    return JsonResponse(page, headers=HEADERS)


def _not_found() -> JsonResponse:
    """Say it as RFC 9457 asks: one document for every problem."""
    status = HTTPStatus.NOT_FOUND
    problem = {"type": "about:blank", "title": "Nog geen gemeente", "status": status.value}
    return JsonResponse(
        problem, status=status, headers=HEADERS, content_type="application/problem+json"
    )

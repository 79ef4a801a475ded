"""Are we alive, can we work, and what do we say when we cannot?"""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.views import defaults
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
@login_not_required
def alive(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
@login_not_required
def ready(_request: HttpRequest) -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("no database", content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong. When only the database is away, say so: it is back in a moment."""
    answer = defaults.server_error(request)
    if isinstance(sys.exc_info()[1], OperationalError):
        answer.status_code = 503
        answer["Retry-After"] = "5"
    return answer

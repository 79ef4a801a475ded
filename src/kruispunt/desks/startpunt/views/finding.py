"""Finding somebody by name on a list: one field, and who is called so in place of the list."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from kruispunt.base.actor import Actor

MOST, LONGEST = 20, 80


def sought(
    request: HttpRequest, actor: Actor, of_called: Callable[[Actor, str], QuerySet[Any]]
) -> dict[str, Any]:
    """The name that was typed, and the first of those who are called so and may be seen."""
    name = request.GET.get("zoek", "").strip()[:LONGEST]
    rows = list(of_called(actor, name)[: MOST + 1]) if name else []
    return {"sought": name, "found": rows[:MOST], "is_more": len(rows) > MOST}

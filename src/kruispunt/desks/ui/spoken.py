"""How long something may take, said in a sentence as it is set here today: {signal.handed_in}."""

import re
from collections.abc import Mapping

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from kruispunt.base import terms
from kruispunt.base.actor import Actor
from kruispunt.base.municipalities import at_home

# The name of a length, as core/lengths.py has it, between braces.
PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)+)\}")


def spoken(request: HttpRequest | None, words: str) -> str:
    """The sentence in the language of the page, with each length filled in.

    One without a length costs no query.
    """
    words = gettext(words)
    if not PLACE.search(words):
        return words
    known = _lengths(request)
    return PLACE.sub(lambda found: said(known, found[1]) or found[0], words)


def said(known: Mapping[str, int], name: str) -> str:
    """A length as people say it; nothing for what is no length."""
    if name not in known:
        return ""
    count = known[name]
    return ngettext("%(count)d werkdag", "%(count)d werkdagen", count) % {"count": count}


def _lengths(request: HttpRequest | None) -> dict[str, int]:
    """Asked once for a page, however many sentences it has."""
    known: dict[str, int] | None = getattr(request, "lengths_here", None)
    if known is None:
        actor: Actor | None = getattr(request, "actor", None)
        town = actor.municipality_id if actor else getattr(at_home(), "pk", 0)
        known = terms.working_days(town, actor.today if actor else timezone.localdate())
        if request is not None:
            request.lengths_here = known  # type: ignore[attr-defined]  # kept beside the request
    return known

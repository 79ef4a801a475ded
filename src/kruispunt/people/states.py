"""What may follow what with someone's yes: asked, given, taken back or run out (SM-14)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class ConsentState(TextChoices):
    """Where a consent stands."""

    ASKED = "asked", "Gevraagd"
    GIVEN = "given", "Gegeven"
    REFUSED = "refused", "Niet gegeven"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    EXPIRED = "expired", "Verlopen"


CONSENT_MOVES = Table(
    "consent",
    (
        move("give", {ConsentState.ASKED}, ConsentState.GIVEN),
        move("refuse", {ConsentState.ASKED}, ConsentState.REFUSED),
        move("withdraw", {ConsentState.GIVEN}, ConsentState.WITHDRAWN),
        move("expire", {ConsentState.GIVEN}, ConsentState.EXPIRED),
    ),
)

"""When the site gets another address, the letters that were written before lead there too."""

from django.db.models import F, Value
from django.db.models.functions import Replace

from kruispunt.base.models import Letter


def letters_lead_to(site: str, *, before: str) -> int:
    """Change the old address in letters; returns in how many."""
    if not before or site == before:
        return 0
    letters = Letter.objects.filter(text__contains=before)
    return letters.update(text=Replace(F("text"), Value(before), Value(site)))

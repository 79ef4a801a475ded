"""What every offer has, whoever gives it."""

from django.db import models

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Kind


class Offer(models.Model):
    """Something that can be given: by a volunteer, an organisation or a group."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # Codes of the taxonomy (TAX-01).
    kinds = WordList(Kind, blank=False)
    description = FreeText()
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

"""Rows of working together: what was agreed with an organisation, and what it accepted (A23)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.states.learning import Level, MandateState
from kruispunt.base.fields import FreeText


class Covenant(models.Model):
    """What was agreed with an organisation, at which table and until when (D33)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(max_length=10, choices=Level)
    words = FreeText(blank=False)
    agreed_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "organisation"])]
        constraints = [
            models.CheckConstraint(name="covenant_level_known", condition=Q(level__in=Level.values))
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_level_display()}"


class Mandate(models.Model):
    """The result and the competences asked of an organisation, and its yes (D44)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    result = FreeText(blank=False)
    competences = FreeText(blank=False)
    offered_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = FreeText()
    state = models.CharField(max_length=8, choices=MandateState, default=MandateState.OFFERED)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mandate_state_known", condition=Q(state__in=MandateState.values)
            ),
            models.CheckConstraint(
                name="mandate_accepted_by_somebody",
                condition=~Q(state=MandateState.ACCEPTED)
                | (Q(answered_on__isnull=False) & ~Q(answered_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"

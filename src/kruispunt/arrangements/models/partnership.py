"""Rows of working together: what was agreed with an organisation, and what it accepted (A23)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.states.learning import Level, MandateState, PromiseState
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


class Meeting(models.Model):
    """A day around the table with an organisation: who, at which level, what it was about."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(max_length=10, choices=Level)
    on = models.DateField()
    who = FreeText(blank=False)
    words = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "organisation"])]
        constraints = [
            models.CheckConstraint(name="meeting_level_known", condition=Q(level__in=Level.values))
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.on}"


class Promise(models.Model):
    """What somebody promised around the table, and before which day (A23)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="promises")
    words = FreeText(blank=False)
    owner = FreeText(blank=False)
    due_on = models.DateField()
    outcome = FreeText()
    state = models.CharField(max_length=8, choices=PromiseState, default=PromiseState.OPEN)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="promise_state_known", condition=Q(state__in=PromiseState.values)
            ),
            models.CheckConstraint(
                name="promise_dropped_with_a_reason",
                condition=~Q(state=PromiseState.DROPPED) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words:.60}"

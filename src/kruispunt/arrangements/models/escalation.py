"""Rows of what got stuck, who was invited to solve it, and what was decided (SM-8)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.states import EscalationState
from kruispunt.base.fields import FreeText


class Cause(models.TextChoices):
    """Why the process manager is asked."""

    NO_MATCH = "no_match", "Geen vrijwilliger gevonden op tijd"
    ALL_REFUSED = "all_refused", "Iedereen zei nee"
    SILENCE = "silence", "Geen antwoord gekregen"
    START_BROKEN = "start_broken", "De start ging niet door"
    DISPUTE = "dispute", "Onduidelijk wie dit doet"
    GAP = "gap", "Dit aanbod ontbreekt"


class Escalation(models.Model):
    """One question that got stuck, with the clear question that belongs to it."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=12, choices=Cause)
    reported_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    manager = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The clear question: what is asked, what was tried, who said no. Never who asks.
    what = FreeText()
    tried = FreeText()
    state = models.CharField(
        max_length=11, choices=EscalationState, default=EscalationState.REPORTED
    )
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    reported_at = models.DateTimeField()
    # What was agreed or decided: by whom, before when, and why (doorzettingsmacht).
    responsible = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed = FreeText()
    deadline = models.DateField(null=True, blank=True)
    reason = FreeText()
    evaluation = FreeText()
    proposal = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="escalation_state_known", condition=Q(state__in=EscalationState.values)
            ),
            models.UniqueConstraint(
                fields=["question"],
                condition=~Q(state__in=(EscalationState.CARRIED_OUT, EscalationState.EVALUATED)),
                name="one_open_escalation_a_question",
            ),
            models.CheckConstraint(
                name="decision_has_responsible_deadline_reason",
                condition=~Q(state=EscalationState.DECIDED)
                | (Q(responsible__isnull=False, deadline__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_cause_display()}: {self.get_state_display()}"


class Party(models.Model):
    """An organisation invited to solve it together, and what it brings."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    escalation = models.ForeignKey(Escalation, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    brings = FreeText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["escalation", "organisation"], name="party_invited_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

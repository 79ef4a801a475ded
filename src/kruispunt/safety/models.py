"""Rows of safety, apart from every other row: concerns, the steps that were taken, incidents."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.safety.states import ConcernKind, ConcernState


class Concern(models.Model):
    """One concern. On purpose it points at nobody's dossier: the words say who it is about."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=9, choices=ConcernKind, default=ConcernKind.WORRY)
    reported_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    # A volunteer is not bound by the code; whoever is paid walks all five steps (MLD-02).
    professional = models.BooleanField()
    # The match that was stopped at once, if it is about one (MLD-07).
    match = models.ForeignKey(
        "arrangements.Match", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = FreeText()
    words = FreeText(blank=False)
    seen_on = models.DateField()
    acute = models.BooleanField(default=False)
    reported_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=ConcernState, default=ConcernState.REPORTED)
    state_since = models.DateTimeField()
    # The weighing: what the five questions were answered with, and what was decided.
    weighed = models.JSONField(default=dict, blank=True)
    to_veilig_thuis = models.BooleanField(null=True, blank=True)
    help_by = FreeText()
    # Why it is shared without a yes; the law allows it, and asks for the reason (MLD-05).
    without_consent = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="concern_state_known", condition=Q(state__in=ConcernState.values)
            ),
            models.CheckConstraint(
                name="concern_decided_says_what",
                condition=~Q(state__in=(ConcernState.DECIDED, ConcernState.CLOSED))
                | (Q(to_veilig_thuis__isnull=False) & ~Q(help_by="")),
            ),
            models.CheckConstraint(
                name="professional_weighs_before_deciding",
                condition=~Q(state=ConcernState.DECIDED, professional=True, acute=False)
                | ~Q(weighed={}),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class Note(models.Model):
    """One step of a concern, in the words of whoever took it."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=9, choices=ConcernState)
    words = FreeText(blank=False)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.get_step_display()


class Incident(models.Model):
    """Damage or injury while helping: on paper for the insurance of the municipality (VZK-02)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    reported_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    words = FreeText(blank=False)
    damage = FreeText()
    injury = FreeText()
    own_insurance = models.BooleanField(default=False)
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="incident_says_what_was_hurt", condition=~Q(damage="") | ~Q(injury="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.happened_on}"

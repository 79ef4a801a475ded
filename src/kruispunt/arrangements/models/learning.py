"""Rows of what is missing: gaps in the sociale kaart, services that are made, bottlenecks."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.escalation import Escalation
from kruispunt.arrangements.states.learning import BottleneckState, DevelopmentState, Stretch
from kruispunt.base.fields import FreeText
from kruispunt.core.vocabulary import Kind


class Development(models.Model):
    """A service that is not there yet, from the need to the sociale kaart (SM-10b)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=30, choices=Kind.choices())
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What is needed and what is made; never who asked.
    words = FreeText(blank=False)
    design_words = FreeText()
    institutions = models.ManyToManyField("people.Organisation", related_name="+", blank=True)
    partners = models.PositiveSmallIntegerField(default=0)
    # How many volunteers and residents design with them, and in which role: never their names.
    residents = models.PositiveSmallIntegerField(default=0)
    with_whom = FreeText()
    learned = FreeText()
    service = models.ForeignKey(
        "offers.Service", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    activity = models.ForeignKey(
        "offers.Activity", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=DevelopmentState, default=DevelopmentState.NEED)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="development_state_known", condition=Q(state__in=DevelopmentState.values)
            ),
            models.CheckConstraint(
                name="designed_with_an_institution_and_a_person",
                condition=Q(state__in=(DevelopmentState.NEED, DevelopmentState.STOPPED))
                | Q(partners__gte=1, residents__gte=1),
            ),
            models.CheckConstraint(
                name="on_the_map_is_an_entry",
                condition=~Q(state=DevelopmentState.ON_THE_MAP)
                | Q(service__isnull=False)
                | Q(activity__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["municipality", "kind", "neighbourhood"],
                condition=Q(state__in=("need", "design", "pilot"), neighbourhood__isnull=False),
                name="one_open_development_a_need",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_state_display()}"


class Gap(models.Model):
    """Once that the sociale kaart had nothing for a question; three times is a need (SM-8)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.OneToOneField(
        "questions.Question", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=30, choices=Kind.choices())
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    development = models.ForeignKey(
        Development, on_delete=models.SET_NULL, null=True, blank=True, related_name="gaps"
    )
    noted_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "kind", "noted_on"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}"


class Bottleneck(models.Model):
    """What sticks in the work, and what is proposed to do better (D29, D31)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    stretch = models.CharField(max_length=9, choices=Stretch)
    words = FreeText(blank=False)
    proposal = FreeText()
    answer = FreeText()
    escalation = models.ForeignKey(
        Escalation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    noted_on = models.DateField()
    state = models.CharField(max_length=9, choices=BottleneckState, default=BottleneckState.SEEN)
    state_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bottleneck_state_known", condition=Q(state__in=BottleneckState.values)
            ),
            models.CheckConstraint(
                name="proposed_says_what",
                condition=~Q(state__in=(BottleneckState.PROPOSED, BottleneckState.ADOPTED))
                | ~Q(proposal=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.words[:40])

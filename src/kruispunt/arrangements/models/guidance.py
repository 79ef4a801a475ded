"""Rows of guidance: the minutes it took, and how a volunteer is (CAP-04, SIG-02)."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.match import Match
from kruispunt.arrangements.states.guidance import GuidanceKind, WellbeingState, Wish
from kruispunt.base.fields import FreeText


class Minutes(models.Model):
    """Minutes of work, noted on the page where the work was done."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=GuidanceKind)
    minutes = models.PositiveSmallIntegerField()
    on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    question = models.ForeignKey(
        "questions.Question", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    match = models.ForeignKey(
        Match, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "minutes"
        indexes = [models.Index(fields=["municipality", "kind", "on"])]
        constraints = [
            models.CheckConstraint(
                name="minutes_within_a_day", condition=Q(minutes__range=(1, 600))
            ),
            models.CheckConstraint(
                name="minutes_kind_known", condition=Q(kind__in=GuidanceKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.minutes}"


class Wellbeing(models.Model):
    """A volunteer is asked how she is herself, apart from any match (SIG-02)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.CASCADE, related_name="+"
    )
    asked_on = models.DateField()
    again_on = models.DateField()
    feels = models.PositiveSmallIntegerField(null=True, blank=True)
    too_much = models.BooleanField(null=True, blank=True)
    life_changed = models.BooleanField(null=True, blank=True)
    wish = models.CharField(max_length=6, choices=Wish, blank=True)
    words = FreeText()
    state = models.CharField(max_length=8, choices=WellbeingState, default=WellbeingState.ASKED)
    state_since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "wellbeing"
        indexes = [models.Index(fields=["municipality", "state", "asked_on"])]
        constraints = [
            models.CheckConstraint(
                name="wellbeing_state_known", condition=Q(state__in=WellbeingState.values)
            ),
            models.CheckConstraint(
                name="wellbeing_1_to_5", condition=Q(feels__isnull=True) | Q(feels__range=(1, 5))
            ),
            models.UniqueConstraint(
                fields=["volunteering", "asked_on"], name="asked_how_she_is_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_on}: {self.get_state_display()}"

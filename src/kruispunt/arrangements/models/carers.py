"""Rows of carers who are seen, and of what they answered: a start of a talk, never a verdict."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.states.carers import CarerSource, CarerState, CarerTask, CarerWish
from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.instruments import SHELF


class CarerCase(models.Model):
    """One carer and what we do with and for her; she is party to the plan (B8)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    carer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    cares_for = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(max_length=13, choices=CarerSource)
    brought_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Her yes to being named (PRV-11); for a child under sixteen a parent's as well (PRV-12).
    yes_on = models.DateField()
    parent_yes_on = models.DateField(null=True, blank=True)
    is_young = models.BooleanField(default=False)
    school = FreeText()
    tasks = WordList(CarerTask)
    hours_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    wishes = WordList(CarerWish)
    words = FreeText()
    plan = FreeText()
    takes_over = FreeText()
    worker = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=14, choices=CarerState, default=CarerState.IN_SIGHT)
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    ending = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="carer_case_state_known", condition=Q(state__in=CarerState.values)
            ),
            models.UniqueConstraint(
                fields=["carer"], condition=~Q(state=CarerState.CLOSED), name="one_open_carer_case"
            ),
            models.CheckConstraint(
                name="relief_that_runs_has_a_plan",
                condition=~Q(state__in=(CarerState.PLANNED, CarerState.RUNNING)) | ~Q(plan=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


CODES = sorted(SHELF)


class Measurement(models.Model):
    """Answers to one instrument on one day; the raw answers go after a year (INS-01, RET-16)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(CarerCase, on_delete=models.CASCADE, related_name="measurements")
    instrument = models.CharField(max_length=11)
    version = models.CharField(max_length=20, blank=True)
    mode = models.CharField(max_length=8, default="talk")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    answers = models.JSONField(null=True, blank=True)
    total = models.PositiveSmallIntegerField(null=True, blank=True)
    band = models.CharField(max_length=40, blank=True)
    follow_up = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="measured_with_a_known_instrument", condition=Q(instrument__in=CODES)
            ),
            models.UniqueConstraint(
                fields=["case", "instrument", "on"], name="measured_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {SHELF[self.instrument].name}"


class InstrumentLicence(models.Model):
    """Someone confirmed that an instrument may be used here; its questions stay here (INS-04)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    instrument = models.CharField(max_length=11)
    confirmed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField()
    texts = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="licence_of_a_known_instrument", condition=Q(instrument__in=CODES)
            ),
            models.UniqueConstraint(
                fields=["municipality", "instrument"], name="one_licence_an_instrument"
            ),
        ]

    def __str__(self) -> str:
        return self.instrument

"""Rows of what someone noticed in the neighbourhood."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText
from kruispunt.questions.models.visit import Topic, Visit
from kruispunt.questions.states import About, SignalState


class Signal(models.Model):
    """Something that someone heard or saw: without a name, unless that person said yes (PRV-11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    brought_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = models.CharField(max_length=11, choices=About, default=About.QUESTION)
    words = FreeText(blank=False)
    place = models.CharField(max_length=120, blank=True)
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    topic = models.CharField(max_length=13, choices=Topic, blank=True)
    visit = models.ForeignKey(
        Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="signals"
    )
    named = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    yes_on = models.DateField(null=True, blank=True)
    yes_how = models.CharField(max_length=80, blank=True)
    outcome = FreeText()
    state = models.CharField(max_length=11, choices=SignalState, default=SignalState.DRAFT)
    state_since = models.DateTimeField()
    # Working days until somebody picks it up, and then until who brought it in has heard.
    due_on = models.DateField(null=True, blank=True)
    # By this day whoever brought it has heard, whatever happens in between.
    feed_back_by = models.DateField(null=True, blank=True)
    noticed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="signal_state_known", condition=Q(state__in=SignalState.values)
            ),
            models.CheckConstraint(
                name="signal_names_nobody_without_yes",
                condition=Q(named__isnull=True) | Q(yes_on__isnull=False),
            ),
            models.CheckConstraint(
                name="signal_fed_back_says_what",
                condition=~Q(state=SignalState.FED_BACK) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.words[:40])

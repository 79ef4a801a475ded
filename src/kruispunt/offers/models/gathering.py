"""Rows of gatherings: what is done together for a street or a whole town, and what it brought."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Kind
from kruispunt.offers.models.entries import Activity
from kruispunt.offers.states import GatheringSort, GatheringState


class Gathering(models.Model):
    """Something people do together, from the idea to what it brought (SM-11)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=11, choices=GatheringSort)
    kinds = WordList(Kind, blank=False)
    description = FreeText()
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField(null=True, blank=True)
    places = models.PositiveIntegerField(null=True, blank=True)
    # Once announced it stands on the map, and people enrol in it there.
    activity = models.OneToOneField(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="gathering"
    )
    state = models.CharField(max_length=10, choices=GatheringState, default=GatheringState.IDEA)
    state_since = models.DateTimeField()
    participants = models.PositiveIntegerField(null=True, blank=True)
    # Hours of the people who made it happen; never added to personal hours (OUT-02).
    hours = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    note = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "on"])]
        constraints = [
            models.CheckConstraint(
                name="gathering_state_known", condition=Q(state__in=GatheringState.values)
            ),
            models.CheckConstraint(
                name="gathering_planned_has_a_day",
                condition=Q(state__in=(GatheringState.IDEA, GatheringState.CALLED_OFF))
                | Q(on__isnull=False),
            ),
            models.CheckConstraint(
                name="gathering_counted_has_numbers",
                condition=~Q(state=GatheringState.COUNTED)
                | Q(participants__isnull=False, hours__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

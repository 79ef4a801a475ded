"""Rows of recruiting: campaigns, outings where people see us, and how a volunteer found us."""

from django.db import models
from django.db.models import F, Q

from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.offers.models.volunteering import Volunteering


class Campaign(models.Model):
    """A stretch of time in which we look for people with one story (A9)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80)
    # Stands in the link on a poster, so that nobody needs to be asked.
    word = models.SlugField(max_length=30)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    # What it costs; nothing is unknown.
    euros = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "word"], name="campaign_word_once"),
            models.CheckConstraint(
                name="campaign_ends_after_it_begins",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("begins_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Outing(models.Model):
    """A day on which people can see us, in a neighbourhood or with a partner (A10)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    on = models.DateField()
    what = models.CharField(max_length=120)
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="outings"
    )
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Of which organisation the building or the table is, when we are their guests.
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # How many people we spoke; nothing until somebody counted.
    reached = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "on"])]
        constraints = [
            models.CheckConstraint(
                name="outing_is_somewhere",
                condition=Q(neighbourhood__isnull=False) | Q(organisation__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.what}"


class Origin(models.Model):
    """How a volunteer found us (A9)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    volunteering = models.OneToOneField(
        Volunteering, on_delete=models.CASCADE, related_name="origin"
    )
    source = models.CharField(max_length=12, choices=Source.choices())
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="origins"
    )

    def __str__(self) -> str:
        return Source(self.source).label

"""Rows of the sociale kaart: services of organisations and activities of groups."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import WordList
from kruispunt.core.vocabulary import LANGUAGES, Slot
from kruispunt.offers.models.offer import Offer
from kruispunt.offers.states import EntryState


class ServiceKind(models.TextChoices):
    """Whether a service is for everyone, or needs a decision first."""

    INFORMAL = "informal", "Informeel"
    GENERAL = "general", "Algemene voorziening"
    FORMAL = "formal", "Zorg op indicatie"


class Entry(Offer):
    """What every entry of the sociale kaart keeps: an owner, a contact and the last check."""

    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    x = models.FloatField(null=True, blank=True)
    y = models.FloatField(null=True, blank=True)
    slots = WordList(Slot)
    languages = WordList(LANGUAGES)
    price = models.CharField(max_length=80, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=9, choices=EntryState, default=EntryState.DRAFT)
    assured_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_state_known", condition=Q(state__in=EntryState.values)
            ),
            models.CheckConstraint(
                name="%(class)s_not_overfull",
                condition=Q(capacity__isnull=True) | Q(used__lte=F("capacity")),
            ),
            models.CheckConstraint(
                name="%(class)s_published_is_assured",
                condition=~Q(state=EntryState.PUBLISHED) | Q(assured_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Service(Entry):
    """What an organisation does for someone."""

    kind = models.CharField(max_length=8, choices=ServiceKind, default=ServiceKind.GENERAL)


class Activity(Entry):
    """What a group does together, on a place and a time."""

    first_on = models.DateField(null=True, blank=True)
    rhythm = models.CharField(max_length=80, blank=True)

"""Rows of guides: who they are, in which fields they find the way, and how many they can have."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Kind, SocialField
from kruispunt.offers.models.offer import Offer
from kruispunt.offers.states import GuideSort, GuideState


def only_guiding() -> list[str]:
    return [Kind.INDEPENDENT_SUPPORT.value]


class Guide(Offer):
    """Someone who thinks along with a resident, beside her and on behalf of nobody else."""

    kinds = WordList(Kind, default=only_guiding)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=12, choices=GuideSort, default=GuideSort.VOLUNTEER)
    fields = WordList(SocialField)
    lived = FreeText()
    # For whom the guide works as well: who decides or delivers cannot stand beside (OCO-05).
    employer = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    places = models.PositiveSmallIntegerField(default=3)
    taken = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=7, choices=GuideState, default=GuideState.APPLIED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], name="guide_once"),
            models.CheckConstraint(
                name="guide_state_known", condition=Q(state__in=GuideState.values)
            ),
            models.CheckConstraint(name="guide_has_room", condition=Q(taken__lte=F("places"))),
        ]

    def __str__(self) -> str:
        return str(self.person)

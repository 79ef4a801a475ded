"""Rows of referrals: a question brought to an organisation, and the service it brings back."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states import ReferralState
from kruispunt.arrangements.states.reasons import RefusalReason
from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Kind


class Referral(models.Model):
    """One organisation asked for one question, with a named person who takes it up (SM-5)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="referrals")
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(
        "offers.Service", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Asked together for one need: the one who carries it makes the offer for all who join (D24).
    carried_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="partners"
    )
    # Which needs of the question this part meets; none named is the main one.
    meets = WordList(Kind)
    # What the organisation reads; no more than the resident agreed to share.
    words = FreeText(blank=False)
    # Why formal help, when informal help comes first (WMO-07).
    why = FreeText()
    state = models.CharField(max_length=9, choices=ReferralState, default=ReferralState.SENT)
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    chased_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField()
    asked_back = FreeText()
    explained = FreeText()
    refusal = models.CharField(max_length=14, choices=RefusalReason, blank=True)
    remark = FreeText()
    offered = FreeText()
    starts_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    # How the resident finds it after six weeks, from one to five, and in words.
    quality = models.PositiveSmallIntegerField(null=True, blank=True)
    quality_words = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="referral_state_known", condition=Q(state__in=ReferralState.values)
            ),
            models.CheckConstraint(
                name="referral_declined_has_a_reason",
                condition=~Q(state=ReferralState.DECLINED) | ~Q(refusal=""),
            ),
            models.CheckConstraint(
                name="referral_organised_says_what",
                condition=~Q(state=ReferralState.ORGANISED) | ~Q(offered=""),
            ),
            models.CheckConstraint(
                name="referral_quality_1_to_5",
                condition=Q(quality__isnull=True) | Q(quality__range=(1, 5)),
            ),
            models.UniqueConstraint(
                fields=["arrangement", "organisation"],
                condition=~Q(state__in=(ReferralState.DECLINED, ReferralState.CLOSED)),
                name="referred_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"

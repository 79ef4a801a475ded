"""Rows of who was asked to help and what they answered, and of rounds for everybody at once."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import ForVolunteers, FreeText
from kruispunt.matching.states import WAITING, InvitationState, LineState, NoReason, Sharing


class Invitation(models.Model):
    """One volunteer asked for one question, without a name and without an address (PRV-05)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.PROTECT, related_name="+"
    )
    wave = models.PositiveSmallIntegerField(default=1)
    # What the volunteer reads: coarse, in the words the Startpunt chose.
    words = ForVolunteers(blank=False)
    # How the scales stood when a person chose: rank, score and reasons (MAT-10).
    rank = models.PositiveIntegerField(null=True, blank=True)
    score = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=InvitationState, default=InvitationState.SENT)
    sent_at = models.DateTimeField()
    answer_by = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    no_reason = models.CharField(max_length=11, choices=NoReason, blank=True)
    remark = FreeText()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "answer_by"])]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "volunteering"],
                condition=Q(state__in=sorted(WAITING | {InvitationState.ACCEPTED})),
                name="invited_once_at_a_time",
            ),
            models.CheckConstraint(
                name="invitation_state_known", condition=Q(state__in=InvitationState.values)
            ),
            models.CheckConstraint(
                name="no_has_a_reason",
                condition=~Q(state=InvitationState.DECLINED) | ~Q(no_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class Weighed(models.Model):
    """What the best for everybody at once weighs, what none can exceed, and how sure that is."""

    # In hundred-thousandths of a point.
    value = models.BigIntegerField()
    bound = models.BigIntegerField()
    proven = models.BooleanField()
    asked = models.PositiveIntegerField()
    weights_from = models.DateField()

    class Meta:
        abstract = True


class Pair(models.Model):
    """A question and a volunteer that the scales put together, with the reasons."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="+")
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.CASCADE, related_name="+"
    )
    score = models.DecimalField(max_digits=5, decimal_places=2)
    why = models.TextField()

    class Meta:
        abstract = True


class Round(Weighed):
    """One proposal for everybody at once: the best there is, read by a person line by line."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    # The moment at which the scales had last looked at the rows; in old rounds that of making it.
    seen_at = models.DateTimeField(null=True, blank=True)
    # How places were shared out, as the municipality had it that day.
    sharing = models.CharField(max_length=14, choices=Sharing, default=Sharing.BY_WORTH)
    own_slots = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="round_sharing_known", condition=Q(sharing__in=Sharing.values)
            ),
            models.CheckConstraint(
                name="round_value_within_bound", condition=Q(value__lte=models.F("bound"))
            ),
        ]

    def __str__(self) -> str:
        return f"ronde {self.made_at:%d-%m-%Y}"


class RoundLine(Pair):
    """One proposed pair with its reasons, and what a person made of it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="lines")
    state = models.CharField(max_length=9, choices=LineState, default=LineState.PROPOSED)
    state_since = models.DateTimeField()
    decided_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = FreeText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "question", "volunteering"], name="a_pair_once_a_round"
            ),
            models.CheckConstraint(
                name="round_line_state_known", condition=Q(state__in=LineState.values)
            ),
            models.CheckConstraint(
                name="round_line_put_aside_says_why",
                condition=~Q(state=LineState.PUT_ASIDE) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class Balance(Weighed):
    """Where the scales stand: what they would propose for everybody at once, kept by a worker.

    Read by pages, so that no page weighs a town. It says from when it is, and how sure.
    """

    municipality = models.OneToOneField(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # The moment at which the rows were read, and the last line of the journal before that.
    seen_at = models.DateTimeField()
    number = models.BigIntegerField()
    seal = models.CharField(max_length=64, blank=True)
    # Which volunteers are missed most, and from when that is: it takes longer than the rest.
    short = models.JSONField(default=list, blank=True)
    short_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="balance_value_within_bound", condition=Q(value__lte=models.F("bound"))
            )
        ]

    def __str__(self) -> str:
        return f"stand {self.seen_at:%d-%m-%Y %H:%M}"


class BalanceLine(Pair):
    """One pair that the scales would propose now. Nobody is asked by it."""

    # Score times priority, in hundred-thousandths of a point.
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "volunteering"], name="a_pair_once_in_the_balance"
            )
        ]

    def __str__(self) -> str:
        return f"{self.score} punten"


class BalancePrice(models.Model):
    """What one place more with this volunteer is worth now, by class; who is to spare has none."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    volunteering = models.OneToOneField(
        "offers.Volunteering", on_delete=models.CASCADE, related_name="+"
    )
    light = models.BigIntegerField()
    intensive = models.BigIntegerField()
    very_intensive = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.light} / {self.intensive} / {self.very_intensive}"

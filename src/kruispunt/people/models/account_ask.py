"""Rows of asking whether an account that nobody uses is still wanted (RET-17)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kruispunt.people.models.organisations import Seat
from kruispunt.people.models.persons import Person
from kruispunt.people.states import AccountAskState


class AccountAsk(models.Model):
    """One time that somebody was asked: keep your account? Twice at most, and then it goes."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    # The seat by which this municipality knows the account: the one she was given first.
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=11, choices=AccountAskState, default=AccountAskState.ASKED)
    state_since = models.DateTimeField()
    answer_by = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "answer_by"])]
        constraints = [
            models.CheckConstraint(
                name="account_ask_state_known", condition=Q(state__in=AccountAskState.values)
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(state__in=(AccountAskState.ASKED, AccountAskState.ASKED_AGAIN)),
                name="account_asked_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

"""Rows of matches: a resident and a volunteer, from the proposal to the farewell."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states import MEETS, UNANSWERED, UNDER_WAY, MatchState
from kruispunt.arrangements.states.reasons import EndReason, Side
from kruispunt.base.fields import ForVolunteers, FreeText, WordList, refuse_illness
from kruispunt.core.vocabulary import Frequency, Intensity, Kind


class Match(models.Model):
    """A resident and a volunteer."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="matches")
    volunteering = models.ForeignKey(
        "offers.Volunteering", on_delete=models.PROTECT, related_name="+"
    )
    invitation = models.OneToOneField(
        "matching.Invitation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    place = models.OneToOneField(
        "offers.Place", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Which needs of the question this part meets; none named is the main one.
    meets = WordList(Kind)
    intensity = models.CharField(max_length=14, choices=Intensity.choices())
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    state = models.CharField(max_length=16, choices=MatchState, default=MatchState.PROPOSED)
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    proposed_at = models.DateTimeField()
    volunteer_agreed_at = models.DateTimeField(null=True, blank=True)
    resident_agreed_at = models.DateTimeField(null=True, blank=True)
    declined_by = models.CharField(max_length=9, choices=Side, blank=True)
    met_on = models.DateField(null=True, blank=True)
    trial_until = models.DateField(null=True, blank=True)
    # A professional who knows the resident and answers the volunteer (TRI-06).
    backup = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The written agreement (MAT-05).
    activity = models.CharField(max_length=200, blank=True, validators=[refuse_illness])
    frequency = models.CharField(max_length=14, choices=Frequency.choices(), blank=True)
    term_months = models.PositiveSmallIntegerField(default=0)
    boundaries = ForVolunteers()
    absence = ForVolunteers()
    signed_on = models.DateField(null=True, blank=True)
    active_since = models.DateField(null=True, blank=True)
    term_ends_on = models.DateField(null=True, blank=True)
    pause_reason = FreeText()
    # How many soft wishes were let go when they were proposed to each other (MAT-06).
    wishes_dropped = models.PositiveSmallIntegerField(default=0)
    # Which early signs people told of themselves, bit by bit; empty until somebody looked.
    told = models.PositiveSmallIntegerField(null=True, blank=True)
    # Stopped because something may not be safe: goes no further until it is let go (MLD-07).
    on_hold = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=EndReason, blank=True)
    ended_by = models.CharField(max_length=9, choices=Side, blank=True)
    end_planned = models.BooleanField(default=False)
    resident_looks_back = FreeText()
    volunteer_looks_back = FreeText()

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "state", "due_on"]),
            models.Index(fields=["volunteering", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="match_state_known", condition=Q(state__in=MatchState.values)
            ),
            models.UniqueConstraint(
                fields=["arrangement", "volunteering"],
                condition=Q(state__in=sorted(UNANSWERED | UNDER_WAY)),
                name="matched_once_at_a_time",
            ),
            models.CheckConstraint(
                name="under_way_has_a_place",
                condition=~Q(state__in=sorted(UNDER_WAY)) | Q(place__isnull=False),
            ),
            models.CheckConstraint(
                name="under_way_has_two_yeses",
                condition=~Q(state__in=sorted(UNDER_WAY))
                | Q(volunteer_agreed_at__isnull=False, resident_agreed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="active_has_an_agreement",
                condition=~Q(state=MatchState.ACTIVE)
                | Q(signed_on__isnull=False, term_months__in=(3, 6, 12, 24)),
            ),
            models.CheckConstraint(
                name="ended_has_a_reason",
                condition=~Q(state=MatchState.ENDED) | ~Q(end_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def see_each_other(self) -> bool:
        """Whether the two see each other now: not during a pause, nor while it stands still."""
        return self.state in MEETS and not self.on_hold

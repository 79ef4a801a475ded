"""Rows of hybrid teams and of the trajectories they carry together (SM-6)."""

from django.db import models
from django.db.models import F, Q

from kruispunt.arrangements.models.arrangement import Arrangement
from kruispunt.arrangements.states.trajectory import (
    ENDED_TRAJECTORY,
    WITH_INDICATION,
    WITH_STARTER,
    TrajectoryState,
)
from kruispunt.base.fields import FreeText, WordList


class Chair(models.TextChoices):
    """On which chair an organisation sits at the table of a hybrid team."""

    PROVIDER = "provider", "Zorgaanbieder"
    COACH = "coach", "Welzijnscoach"


class TeamSort(models.TextChoices):
    """Whether a team helps people one by one, or in groups (HYB-07)."""

    SINGLE = "single", "Begeleiding van één inwoner"
    GROUP = "group", "Begeleiding in groepen"


class HybridTeam(models.Model):
    """Providers and a welfare coach around one table; no new organisation (C2)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=6, choices=TeamSort, default=TeamSort.SINGLE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="hybrid_team_once")
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    """One organisation at the table: what it is good at, and for how many people it has room."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    team = models.ForeignKey(HybridTeam, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    chair = models.CharField(max_length=8, choices=Chair)
    expertise = WordList()
    places = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "organisation"], name="at_the_table_once")
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Trajectory(models.Model):
    """What a hybrid team does for one question, and what was agreed on the way."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(
        Arrangement, on_delete=models.PROTECT, related_name="trajectories"
    )
    team = models.ForeignKey(HybridTeam, on_delete=models.PROTECT, related_name="trajectories")
    state = models.CharField(
        max_length=14, choices=TrajectoryState, default=TrajectoryState.REPORTED
    )
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    # When the whole table and the advisor were told that it takes too long (HYB-02).
    warned_at = models.DateTimeField(null=True, blank=True)
    was_late = models.BooleanField(default=False)
    opened_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    advisor = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    talked_on = models.DateField(null=True, blank=True)
    talk = FreeText()
    coach_joined_talk = models.BooleanField(default=False)
    # What the municipality decided, as its advisor records it: we never decide it here.
    indicated_on = models.DateField(null=True, blank=True)
    scope = FreeText()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    # What welfare can do was looked at before anyone starts (C5).
    welfare = FreeText()
    welfare_activity = models.ForeignKey(
        "offers.Activity", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    starter = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    starter_reason = FreeText()
    started_on = models.DateField(null=True, blank=True)
    coach_joined_intake = models.BooleanField(default=False)
    group_team = models.ForeignKey(
        HybridTeam, on_delete=models.PROTECT, null=True, blank=True, related_name="joined"
    )
    ended_on = models.DateField(null=True, blank=True)
    ending = FreeText()

    class Meta:
        verbose_name_plural = "trajectories"
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="trajectory_state_known", condition=Q(state__in=TrajectoryState.values)
            ),
            models.UniqueConstraint(
                fields=["arrangement"],
                condition=~Q(state__in=sorted(ENDED_TRAJECTORY)),
                name="one_open_trajectory_a_question",
            ),
            models.CheckConstraint(
                name="indication_recorded_by_an_advisor",
                condition=~Q(state__in=sorted(WITH_INDICATION))
                | (Q(advisor__isnull=False, indicated_on__isnull=False) & ~Q(scope="")),
            ),
            models.CheckConstraint(
                name="starter_chosen_with_reason_and_welfare",
                condition=~Q(state__in=sorted(WITH_STARTER))
                | (Q(starter__isnull=False) & ~Q(starter_reason="") & ~Q(welfare="")),
            ),
            models.CheckConstraint(
                name="indication_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.get_state_display()}"


class Voice(models.Model):
    """Whom one provider names to start, and why; when all name the same one it is chosen (C4)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    trajectory = models.ForeignKey(Trajectory, on_delete=models.CASCADE, related_name="voices")
    member = models.ForeignKey(TeamMember, on_delete=models.PROTECT, related_name="voices")
    starter = models.ForeignKey(TeamMember, on_delete=models.PROTECT, related_name="named_by")
    reason = FreeText(blank=False)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["trajectory", "member"], name="one_voice_a_provider")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.starter}"

"""Rows of what volunteers give, and of the numbered places that are taken with them."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import WordList
from kruispunt.core.vocabulary import TERM_MONTHS, Frequency, Intensity, Role, Slot, Training
from kruispunt.offers.models.offer import Offer
from kruispunt.offers.states import VolunteerState


class VolunteerType(models.TextChoices):
    """Along which road someone came to volunteer."""

    VOLUNTEER = "volunteer", "Vrijwilliger"
    BENEFIT = "benefit", "Met een uitkering"
    CIVIC_INTEGRATION = "civic_integration", "Inburgeraar"
    SOCIAL_INTERNSHIP = "social_internship", "Maatschappelijke stage"
    WORK_LEARNING = "work_learning", "Leerwerkplek"
    ACTIVATION = "activation", "Activeringsplaats"
    CORPORATE = "corporate", "Bedrijfsteam"


class VogState(models.TextChoices):
    """Where the certificate of conduct stands; never why (VOG-05)."""

    NOT_NEEDED = "not_needed", "Niet nodig"
    REQUESTED = "requested", "Aangevraagd"
    IN_ORDER = "in_order", "In orde"
    EXPIRED = "expired", "Verlopen"
    NOT_ISSUED = "not_issued", "Niet inzetbaar"


class Permission(models.TextChoices):
    """Whether the benefit agency must agree first, and did (UIT-01)."""

    NOT_NEEDED = "not_needed", "Niet nodig"
    ASKED = "asked", "Gevraagd"
    RECEIVED = "received", "Toestemming ontvangen"


class Volunteering(Offer):
    """What one volunteer wants to do, can do, and under which terms."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    type = models.CharField(max_length=20, choices=VolunteerType, default=VolunteerType.VOLUNTEER)
    slots = WordList(Slot)
    hours = models.DecimalField(max_digits=5, decimal_places=2, default=2)
    max_km = models.DecimalField(max_digits=5, decimal_places=2, default=5)
    places = models.PositiveSmallIntegerField(default=1)
    trainings = WordList(Training)
    objections = WordList()
    interests = WordList()
    dislikes = WordList()
    roles = WordList(Role)
    frequencies = WordList(Frequency)
    terms = WordList(TERM_MONTHS)
    max_intensity = models.CharField(
        max_length=14, choices=Intensity.choices(), default=Intensity.INTENSIVE
    )
    vog = models.CharField(max_length=10, choices=VogState, default=VogState.NOT_NEEDED)
    vog_issued_on = models.DateField(null=True, blank=True)
    vog_seen_on = models.DateField(null=True, blank=True)
    vog_until = models.DateField(null=True, blank=True)
    permission = models.CharField(max_length=10, choices=Permission, default=Permission.NOT_NEEDED)
    agreed_on = models.DateField(null=True, blank=True)
    # An internship: who follows the pupil for the school, and until which day (RET-14).
    mentor = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    school_year_ends = models.DateField(null=True, blank=True)
    # Did this before, or for a living: may begin with a very intensive match (CAP-01).
    experienced = models.BooleanField(default=False)
    # After a match that ended early we talk first (MAT-07); until then nothing new is proposed.
    reflection_due = models.BooleanField(default=False)
    # What she wants grows old: when she last said it still holds, before which day she is asked to
    # say so again, and whether that day passed in silence (D49).
    confirmed_on = models.DateField(null=True, blank=True)
    confirm_by = models.DateField(null=True, blank=True)
    unconfirmed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=VolunteerState, default=VolunteerState.APPLIED)
    applied_at = models.DateTimeField()
    deployed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "state", "due_on"]),
            models.Index(fields=["municipality", "unconfirmed", "confirm_by"]),
            # Few of all volunteers: without it each was read to find whom to talk with first.
            models.Index(
                fields=["municipality", "due_on"],
                condition=Q(reflection_due=True),
                name="volunteering_talk_first",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person"], name="volunteering_once"),
            models.CheckConstraint(
                name="volunteer_state_known", condition=Q(state__in=VolunteerState.values)
            ),
            models.CheckConstraint(
                name="volunteer_hours_make_sense", condition=Q(hours__range=(0, 60))
            ),
            models.CheckConstraint(name="volunteer_places_at_most_9", condition=Q(places__lte=9)),
            models.CheckConstraint(
                name="mentor_only_until_the_school_year_ends",
                condition=Q(mentor__isnull=True) | Q(school_year_ends__isnull=False),
            ),
            models.CheckConstraint(
                name="vog_not_issued_is_not_available",
                condition=~Q(vog=VogState.NOT_ISSUED) | ~Q(state=VolunteerState.AVAILABLE),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Place(models.Model):
    """One numbered place with a volunteer that is taken, until it is freed.

    The numbers are the guard: two takers of the last place write the same number, and the database
    refuses one of them. The heavy number does the same for the class limits (CAP-01): number one
    may be very intensive, number two is at most intensive, and there is no number three.
    """

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    volunteering = models.ForeignKey(
        Volunteering, on_delete=models.PROTECT, related_name="taken_places"
    )
    number = models.PositiveSmallIntegerField()
    # How many places the volunteer gave at the moment of taking.
    out_of = models.PositiveSmallIntegerField()
    intensity = models.CharField(max_length=14, choices=Intensity.choices())
    heavy_number = models.PositiveSmallIntegerField(null=True, blank=True)
    # Whether this volunteer had a match before or is experienced: a first one is never very
    # intensive (CAP-01).
    seasoned = models.BooleanField(default=True)
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    taken_at = models.DateTimeField()
    freed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["volunteering", "number"],
                condition=Q(freed_at__isnull=True),
                name="place_taken_once",
            ),
            models.UniqueConstraint(
                fields=["volunteering", "heavy_number"],
                condition=Q(freed_at__isnull=True, heavy_number__isnull=False),
                name="heavy_place_taken_once",
            ),
            models.CheckConstraint(
                name="place_number_exists",
                condition=Q(number__gte=1, number__lte=F("out_of")),
            ),
            models.CheckConstraint(
                name="first_place_is_never_very_intensive",
                condition=~Q(intensity=Intensity.VERY_INTENSIVE) | Q(seasoned=True),
            ),
            models.CheckConstraint(
                name="heavy_places_by_class",
                condition=Q(intensity=Intensity.LIGHT, heavy_number__isnull=True)
                | Q(
                    intensity=Intensity.INTENSIVE,
                    # An empty number would slip through: unknown is not false in a check.
                    heavy_number__isnull=False,
                    heavy_number__in=(1, 2),
                )
                | Q(
                    intensity=Intensity.VERY_INTENSIVE,
                    heavy_number__isnull=False,
                    heavy_number=1,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"plaats {self.number}"

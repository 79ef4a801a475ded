"""Rows of what someone said yes to, and of who may never be brought together."""

from django.db import models
from django.db.models import F, Q

from kruispunt.base.fields import FreeText
from kruispunt.people.models.organisations import Organisation
from kruispunt.people.models.persons import Person
from kruispunt.people.states import ConsentState


class Scope(models.TextChoices):
    """What is shared."""

    CONTACT = "contact", "Naam, adres en telefoon"
    QUESTION = "question", "Waar de vraag over gaat"
    SITUATION = "situation", "Hoe het met u gaat, ook uw gezondheid"
    NETWORK = "network", "Wie er om u heen staan"
    STORY = "story", "Uw verhaal of foto"


class Consent(models.Model):
    """What someone agreed to share, with whom, what for, and until when."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    scope = models.CharField(max_length=10, choices=Scope)
    # The recipient is an organisation, a person, or one of the roles at the Startpunt in words.
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    recipient = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="receives"
    )
    purpose = FreeText()
    state = models.CharField(max_length=9, choices=ConsentState, default=ConsentState.ASKED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "until"])]
        constraints = [
            models.CheckConstraint(
                name="consent_state_known", condition=Q(state__in=ConsentState.values)
            ),
            models.CheckConstraint(
                name="consent_given_has_an_end",
                condition=~Q(state=ConsentState.GIVEN) | Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="consent_has_one_recipient",
                condition=Q(organisation__isnull=True) ^ Q(recipient__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {self.get_state_display()}"


class Exclusion(models.Model):
    """Two people who may never be brought together. Nobody can see that this row exists."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # Always the lower id first, so that a pair has one row.
    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = FreeText()
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="exclusion_once"),
            models.CheckConstraint(
                name="exclusion_lower_id_first", condition=Q(one__lt=F("other"))
            ),
        ]

    def __str__(self) -> str:
        return "nooit samen"

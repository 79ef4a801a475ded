"""Rows of guides at work: who stands beside whom, and what they wrote down together."""

from django.db import models
from django.db.models import Q

from kruispunt.arrangements.states.guides import BESIDE, GuideContactState, NoteSort
from kruispunt.base.fields import FreeText
from kruispunt.core.vocabulary import SocialField


class GuideContact(models.Model):
    """One resident and the guide she chose; the sheet they keep together is hers (E4)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # Emptied some months after the last contact: then only that there was one remains (RET-12).
    resident = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    guide = models.ForeignKey(
        "offers.Guide", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=13, choices=SocialField.choices(), blank=True)
    words = FreeText()
    state = models.CharField(
        max_length=9, choices=GuideContactState, default=GuideContactState.ASKED
    )
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField()
    # How many guides she could choose from: the proof that support was offered (E2).
    shown = models.PositiveSmallIntegerField(default=0)
    wants_professional = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True, blank=True)
    last_contact_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="guide_contact_state_known", condition=Q(state__in=GuideContactState.values)
            ),
            models.CheckConstraint(
                name="guide_beside_someone_was_chosen",
                condition=~Q(state__in=sorted(BESIDE)) | Q(guide__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["resident"],
                condition=~Q(state__in=(GuideContactState.COMPLETED, GuideContactState.EVALUATED)),
                name="one_open_guide_contact",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class GuideNote(models.Model):
    """One line of the sheet: for the resident and the guide who wrote it, and nobody else."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey(GuideContact, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=8, choices=NoteSort, default=NoteSort.MOMENT)
    words = FreeText(blank=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.get_sort_display()


class AnonymousTalk(models.Model):
    """A talk with someone without a name: there is no column in which a name would fit (OCO-06)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    field = models.CharField(max_length=13, choices=SocialField.choices())
    area = models.CharField(max_length=4, blank=True)
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="talk_in_four_digits", condition=Q(area="") | Q(area__regex=r"^[1-9][0-9]{3}$")
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.get_field_display()}"


class GuideVoice(models.Model):
    """What someone says of having had a guide, tied to nobody (MON-01)."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    month = models.DateField()
    chose_myself = models.BooleanField()
    stood_beside_me = models.PositiveSmallIntegerField()
    knew_the_way = models.PositiveSmallIntegerField()
    words = FreeText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="guide_voice_1_to_5",
                condition=Q(stood_beside_me__range=(1, 5), knew_the_way__range=(1, 5)),
            ),
            models.CheckConstraint(name="guide_voice_of_a_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.month}: {self.stood_beside_me}"

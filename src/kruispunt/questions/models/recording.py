"""Rows of what was spoken instead of typed: the sound under a lock, until somebody wrote it out."""

from django.db import models
from django.db.models import Q

from kruispunt.core.sound import MEDIA_TYPES
from kruispunt.questions.models.question import Question
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.states.recording import RecordingState

LOCK = "kruispunt.questions.recording"
UNHEARD = "Deze vraag is ingesproken. Er is nog niet naar geluisterd."
"""What stands as the question's own words until a person has listened."""
UNHEARD_SIGNAL = "Dit is ingesproken. Er is nog niet naar geluisterd."
"""The same for what an ambassador heard or saw."""


class Recording(models.Model):
    """A question or signal in somebody's own voice; the sound is gone once it is written out."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # With neither it was recorded and not sent: another field of the form was still wrong.
    question = models.OneToOneField(
        Question, on_delete=models.CASCADE, null=True, blank=True, related_name="recording"
    )
    signal = models.OneToOneField(
        Signal, on_delete=models.CASCADE, null=True, blank=True, related_name="recording"
    )
    # Nothing was typed beside it: what is written out takes the place of the sentence above.
    is_all_that_was_said = models.BooleanField(default=True)
    sort = models.CharField(max_length=4, choices=[(sort, sort) for sort in MEDIA_TYPES])
    locked = models.BinaryField(null=True, blank=True)
    spoken_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=RecordingState, default=RecordingState.ASIDE)
    state_since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "state"])]
        constraints = [
            models.CheckConstraint(
                name="recording_state_known", condition=Q(state__in=RecordingState.values)
            ),
            models.CheckConstraint(
                name="recording_sent_is_about_one",
                condition=Q(state=RecordingState.ASIDE, question__isnull=True, signal__isnull=True)
                | (
                    ~Q(state=RecordingState.ASIDE)
                    & (
                        Q(question__isnull=False, signal__isnull=True)
                        | Q(question__isnull=True, signal__isnull=False)
                    )
                ),
            ),
            models.CheckConstraint(
                name="recording_written_down_is_gone",
                condition=Q(state=RecordingState.WRITTEN_DOWN, locked__isnull=True)
                | (~Q(state=RecordingState.WRITTEN_DOWN) & Q(locked__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"opname {self.pk}"

    @property
    def is_written_down(self) -> bool:
        return self.state == RecordingState.WRITTEN_DOWN

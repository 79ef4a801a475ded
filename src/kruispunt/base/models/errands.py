"""Rows that wait to be done: errands for a worker, letters to send, and forms done before."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kruispunt.base.models.municipality import Municipality
from kruispunt.base.states import Channel, ErrandState, Haste


class Errand(models.Model):
    """Something to be done once. The row is the queue: whoever holds the lease may do it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ErrandState, default=ErrandState.WAITING)
    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    token = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True)
    # After so many falls a person looks: it may be the errand itself that fells the worker.
    most_tries: ClassVar[int] = 5

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}: {self.state}"


class Letter(Errand):
    """A message to a person. The subject tells nothing about anyone; the text does so sparingly."""

    to_person_id = models.BigIntegerField()
    channel = models.CharField(max_length=6, choices=Channel)
    subject = models.CharField(max_length=120)
    greeting = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    closing = models.CharField(max_length=300, blank=True)
    haste = models.CharField(max_length=6, choices=Haste, default=Haste.CALM)
    # The last day on which an answer is in time.
    answer_by = models.DateField(null=True)
    # How often a person said: send it once more. Each of these is another letter to a gateway.
    times = models.PositiveSmallIntegerField(default=0)
    # The letter in which this one goes along, when someone was written often enough.
    bundle = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    # Says in one word what this letter is: the same letter is never sent twice.
    key = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["state", "channel", "due_at"]),
            models.Index(fields=["to_person_id", "due_at"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="letter_only_once"),
            models.CheckConstraint(
                name="letter_state_known", condition=Q(state__in=ErrandState.values)
            ),
            models.CheckConstraint(
                name="letter_in_a_bundle",
                condition=~Q(state=ErrandState.BUNDLED) | Q(bundle__isnull=False),
            ),
        ]

    @property
    def whole(self) -> str:
        """What is read or said: greeting, text, and whom to call."""
        return "\n\n".join(filter(None, (self.greeting, self.text, self.closing)))


class Chore(Errand):
    """Work for the house itself: a round that comes back, or an import to carry in."""

    # A round goes on where it fell, so falling often is not yet a sign.
    most_tries: ClassVar[int] = 25

    what = models.CharField(max_length=60)
    # The row it is about, for a chore that is not a round of the whole municipality.
    about = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "what", "about"],
                condition=~Q(state=ErrandState.DONE),
                name="chore_open_once",
            ),
            models.CheckConstraint(
                name="chore_state_known", condition=Q(state__in=ErrandState.values)
            ),
        ]


class Once(models.Model):
    """A form that was posted: posted again it gets the first answer, and nothing happens twice."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    sender_id = models.BigIntegerField()
    key = models.CharField(max_length=64)
    verb = models.CharField(max_length=120)
    content = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "sender_id", "key", "verb"], name="once_per_form"
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.key}"

"""Rows of what someone is typing and has not sent yet."""

from django.db import models

from kruispunt.base.models.municipality import Municipality


class Unsent(models.Model):
    """Words in a form that was not sent: under a lock to which only its writer has the key."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    writer_id = models.BigIntegerField()
    page = models.CharField(max_length=200)
    form = models.CharField(max_length=60)
    locked = models.BinaryField()
    # The key of the form as it stood on the page: once that is sent, this row is over.
    form_key = models.CharField(max_length=64)
    # How often this page kept it before: a slow line never undoes a newer one.
    turn = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "kept_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "writer_id", "page", "form"], name="unsent_once_per_form"
            )
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.page}"

"""Rows of imports: the file, its rows in turns, and a key for everyone who came in."""

from django.db import models
from django.db.models import Q

from kruispunt.arrivals.states import ImportState


class ImportKind(models.TextChoices):
    """What the rows of a spreadsheet are."""

    VOLUNTEERS = "volunteers", "Vrijwilligers"
    QUESTIONS = "questions", "Vragen"
    MATCHES = "matches", "Lopende koppelingen"
    ORGANISATIONS = "organisations", "Organisaties"


class Import(models.Model):
    """One spreadsheet that comes in as a whole, and can be taken back as a whole."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=13, choices=ImportKind)
    file_name = models.CharField(max_length=120)
    # Kept until it is read, and then thrown away: its rows are in the turns.
    file = models.BinaryField(null=True, blank=True)
    seal = models.CharField(max_length=64)
    columns = models.JSONField(default=list, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    left_out = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=9, choices=ImportState, default=ImportState.BROUGHT)
    state_since = models.DateTimeField()
    brought_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    rows = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    turns_done = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "kind", "state"])]
        constraints = [
            models.CheckConstraint(
                name="import_state_known", condition=Q(state__in=ImportState.values)
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportTurn(models.Model):
    """Some hundreds of rows that come in together: as many as fit in one short turn."""

    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField()
    # As the file has them: [row number, cells]; and what was made of them.
    cells = models.JSONField(default=list, blank=True)
    found = models.JSONField(default=list, blank=True)
    checked_at = models.DateTimeField(null=True)
    carried_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["whole", "number"], name="import_turn_once")]

    def __str__(self) -> str:
        return f"{self.whole} {self.number}"


class Arrival(models.Model):
    """One row that came in, and what it became. The same row never comes in twice."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="arrivals")
    row_number = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    # What the other list called it, so that its matches find its volunteers.
    number = models.CharField(max_length=60, blank=True)
    # The person that was made for this row; someone we knew already is not in it.
    made_person_id = models.BigIntegerField(null=True)
    became_id = models.BigIntegerField()
    kept_because = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["whole", "kept_because", "id"]),
            models.Index(fields=["municipality", "number"]),
        ]
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="arrived_once")]

    def __str__(self) -> str:
        return f"rij {self.row_number}"

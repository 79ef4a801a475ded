"""Rows of persons, where they live and who stands around them."""

from django.db import models

from kruispunt.base.fields import FreeText, WordList
from kruispunt.base.states import Channel
from kruispunt.core.vocabulary import LANGUAGES, Gender


class Neighbourhood(models.Model):
    """A part of the municipality with its outline."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=100)
    # GeoJSON geometry, with coordinates in metres of the Dutch grid (RD New).
    outline = models.TextField(blank=True)
    # How many homes stand there, and in words who counted them and when ("CBS 2025").
    homes = models.PositiveIntegerField(null=True, blank=True)
    homes_source = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], name="neighbourhood_once"),
            models.CheckConstraint(
                name="neighbourhood_homes_have_a_source",
                condition=models.Q(homes__isnull=True, homes_source="")
                | (models.Q(homes__gt=0) & ~models.Q(homes_source="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Someone we know: asks, gives, cares, works, or all of these."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    given_name = models.CharField(max_length=60)
    surname = models.CharField(max_length=80, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    gender = models.CharField(max_length=1, choices=Gender.choices(), blank=True)
    languages = WordList(LANGUAGES)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.PHONE)
    street = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    city = models.CharField(max_length=80, blank=True)
    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, null=True, blank=True
    )
    x = models.FloatField(null=True, blank=True)
    y = models.FloatField(null=True, blank=True)
    address_sealed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "surname", "given_name"]),
            *(
                models.Index(
                    name=f"person_by_{name}",
                    fields=["municipality", name],
                    # So that PostgreSQL finds who begins so, in whatever order its town sorts.
                    opclasses=["int8_ops", "varchar_pattern_ops"],
                )
                for name in ("given_name", "surname")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="person_in_the_netherlands",
                condition=models.Q(x__isnull=True, y__isnull=True)
                | models.Q(x__range=(7000, 300000), y__range=(289000, 629000)),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_street(self) -> str:
        """A sealed address is on no page; who must know it hears it from the person herself."""
        return "" if self.address_sealed else self.street

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.surname}".strip()


class RelationKind(models.TextChoices):
    """What someone is to someone else."""

    PARTNER = "partner", "Partner"
    CHILD = "child", "Kind"
    PARENT = "parent", "Ouder"
    FAMILY = "family", "Familie"
    NEIGHBOUR = "neighbour", "Buur"
    FRIEND = "friend", "Vriend of vriendin"
    PROFESSIONAL = "professional", "Hulpverlener"
    OTHER = "other", "Iemand anders"


class Relation(models.Model):
    """One line of someone's network: who stands next to whom, and who cares."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    # Around whom the network is drawn, and who stands in it.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="network")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stands_near")
    kind = models.CharField(max_length=12, choices=RelationKind)
    cares = models.BooleanField(default=False)
    note = FreeText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="relation_once"),
            models.CheckConstraint(
                name="relation_with_someone_else",
                condition=~models.Q(person=models.F("other")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.other} ({self.get_kind_display()})"

"""Rows of visits: somebody called at a door or a flat, and heard several things, or nothing."""

from django.db import models


class Topic(models.TextChoices):
    """The wide-angle lens (D7): what one looks at while one is there anyway."""

    FOOD = "food", "Eten, drinken en boodschappen"
    HOUSE = "house", "Huis en tuin"
    PAPER = "paper", "Post, geld en formulieren"
    CONTACT = "contact", "Mensen om zich heen"
    GETTING_ABOUT = "getting_about", "Naar buiten en vervoer"
    CARER = "carer", "Iemand die voor een ander zorgt"
    TALENT = "talent", "Iets wat iemand goed kan"
    STREET = "street", "De straat of de flat"


class Visit(models.Model):
    """One call in a street: it counts for the coverage, also when nothing was asked."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    neighbourhood = models.ForeignKey(
        "people.Neighbourhood", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "neighbourhood", "on"])]

    def __str__(self) -> str:
        return f"{self.on}: {self.place}"

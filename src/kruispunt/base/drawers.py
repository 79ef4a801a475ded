"""The twelve drawers of a dossier: each permit says which of them it opens, and how far."""

from django.db.models import TextChoices


class Drawer(TextChoices):
    """One kind of what people told us; the role table of the house has a column for each."""

    CONTACT = "contact", "Naam, adres en telefoon van de inwoner"
    REQUEST = "request", "Wat er gevraagd wordt"
    SITUATION = "situation", "Situatie en gezondheid"
    PROFILE = "profile", "Profiel van de vrijwilliger"
    CERTIFICATE = "certificate", "VOG en uitkering"
    MATCH_JOURNAL = "match_journal", "Verloop van de koppeling"
    INSTRUMENTS = "instruments", "Vragenlijsten en scores"
    SAFETY = "safety", "Zorgen over veiligheid"
    GUIDE_NOTES = "guide_notes", "Aantekeningen van de meedenker"
    HYBRID_GOALS = "hybrid_goals", "Doelen in het hybride team"
    MONEY = "money", "Vergoedingen en kosten"
    STATISTICS = "statistics", "Cijfers"


Drawers = tuple[Drawer, ...]
# Said out loud by a permit that shows and keeps nothing of anyone.
NO_DRAWER: Drawers = ()

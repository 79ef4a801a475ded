"""Why a match ends and who wanted that, and why an organisation says no."""

from django.db.models import TextChoices


class Side(TextChoices):
    """Who spoke."""

    RESIDENT = "resident", "Inwoner"
    VOLUNTEER = "volunteer", "Vrijwilliger"
    BOTH = "both", "Allebei"
    STARTPUNT = "startpunt", "Startpunt"


class EndReason(TextChoices):
    """Why a match ended; nobody is to blame (SIG-03, B1-06)."""

    GOAL_REACHED = "goal_reached", "Doel bereikt"
    TERM_OVER = "term_over", "Afgesproken tijd voorbij"
    MOVED = "moved", "Verhuisd"
    HEALTH = "health", "Gezondheid"
    DEATH = "death", "Overleden"
    TIME = "time", "Te weinig tijd"
    NO_CLICK = "no_click", "Geen klik"
    TOO_HEAVY = "too_heavy", "Te zwaar"
    EXPECTATIONS = "expectations", "Verwachtingen liepen uiteen"
    ORGANISATION = "organisation", "Organisatie"
    OTHER = "other", "Anders"


class DeclineReason(TextChoices):
    """Why somebody would rather not meet, if she says so; nobody has to (MAT-04)."""

    NO_TIME = "no_time", "Nu geen tijd"
    NOT_NEEDED = "not_needed", "Het is niet meer nodig"
    SOMEBODY_ELSE = "somebody_else", "Liever iemand anders"
    TOO_HEAVY = "too_heavy", "Het lijkt te zwaar"
    OTHER = "other", "Een andere reden"


class RefusalReason(TextChoices):
    """Why an organisation says no; counted, so that what is missing gets seen."""

    NOT_OURS = "not_ours", "Dit doen wij niet"
    NO_PLACE = "no_place", "Wij hebben geen plaats"
    WAITING_LIST = "waiting_list", "Te lange wachttijd"
    OUTSIDE = "outside", "Buiten ons gebied"
    NEEDS_DECISION = "needs_decision", "Eerst is een besluit van de gemeente nodig"
    OTHER = "other", "Een andere reden"

"""Someone who cares is seen: talked with, perhaps measured, relieved, and asked again (SM-13)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class CarerState(TextChoices):
    """Where the support of a carer stands."""

    IN_SIGHT = "in_sight", "In beeld"
    TALKED = "talked", "Gesprek gehad"
    MEASURED = "measured", "Vragenlijst ingevuld"
    PLANNED = "planned", "Plan gemaakt"
    RUNNING = "running", "Loopt"
    MEASURED_AGAIN = "measured_again", "Opnieuw gevraagd"
    CLOSED = "closed", "Afgesloten"


C = CarerState
OPEN_CARER = frozenset(set(C) - {C.CLOSED})

CARER_MOVES = Table(
    "carer_case",
    (
        move("talk_with_carer", {C.IN_SIGHT}, C.TALKED),
        # A questionnaire helps some people to talk; nobody has to fill one in.
        move("measure_carer", {C.TALKED}, C.MEASURED),
        move("plan_relief", {C.TALKED, C.MEASURED, C.MEASURED_AGAIN}, C.PLANNED),
        move("begin_relief", {C.PLANNED}, C.RUNNING),
        move("measure_again", {C.RUNNING}, C.MEASURED_AGAIN),
        move("close_carer", OPEN_CARER, C.CLOSED),
    ),
)


class CarerSource(TextChoices):
    """Who saw that someone cares (SM-13, B3, B7)."""

    GP = "gp", "Huisarts of praktijk"
    SCHOOL = "school", "School"
    MENTAL_HEALTH = "mental_health", "Geestelijke gezondheidszorg"
    AMBASSADOR = "ambassador", "Wijkambassadeur"
    INTERMEDIARY = "intermediary", "Gidsvrouw of intermediair"
    STARTPUNT = "startpunt", "Startpunt"
    SELF = "self", "Zelf gemeld"


class CarerTask(TextChoices):
    """What someone does for a relative."""

    HOUSEHOLD = "household", "Huishouden en koken"
    PERSONAL = "personal", "Wassen, aankleden, eten geven"
    MEDICINES = "medicines", "Letten op medicijnen"
    PAPERS = "papers", "Post, geld en regelen"
    TRANSPORT = "transport", "Wegbrengen en meegaan"
    LISTENING = "listening", "Luisteren en troosten"
    WATCHING = "watching", "Opletten, ook 's nachts"
    SIBLINGS = "siblings", "Zorgen voor broer of zus"
    INTERPRETING = "interpreting", "Vertalen"


class CarerWish(TextChoices):
    """What would help this carer (B5)."""

    OWN_TIME = "own_time", "Even tijd voor mezelf"
    TAKE_OVER = "take_over", "Iemand die het even overneemt"
    PEERS = "peers", "Mensen die hetzelfde meemaken"
    INFORMATION = "information", "Weten wat er is"
    TALK = "talk", "Erover praten"
    PAPERS = "papers", "Hulp met papieren en geld"
    SCHOOL_WORK = "school_work", "Ruimte op school of werk"
    FUN = "fun", "Iets leuks doen"

"""From a need to a service on the map (SM-10b), from a bottleneck to a better way (D29, D31)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class DevelopmentState(TextChoices):
    """Where a new service stands."""

    NEED = "need", "Behoefte"
    DESIGN = "design", "Ontwerp"
    PILOT = "pilot", "Proef"
    ON_THE_MAP = "on_the_map", "Op de sociale kaart"
    STOPPED = "stopped", "Gestopt"


D = DevelopmentState
DEVELOPMENT_MOVES = Table(
    "development",
    (
        move("design", {D.NEED}, D.DESIGN),
        move("try_out", {D.DESIGN}, D.PILOT),
        move("put_on_the_map", {D.PILOT}, D.ON_THE_MAP),
        move("stop_development", {D.NEED, D.DESIGN, D.PILOT}, D.STOPPED),
    ),
)


class BottleneckState(TextChoices):
    """Where a bottleneck stands."""

    SEEN = "seen", "Gezien"
    PROPOSED = "proposed", "Voorstel gedaan"
    ADOPTED = "adopted", "Voorstel overgenomen"
    SET_ASIDE = "set_aside", "Weggelegd"


B = BottleneckState
BOTTLENECK_MOVES = Table(
    "bottleneck",
    (
        move("propose_better", {B.SEEN}, B.PROPOSED),
        move("adopt_proposal", {B.PROPOSED}, B.ADOPTED),
        move("set_aside", {B.SEEN, B.PROPOSED}, B.SET_ASIDE),
    ),
)


class MandateState(TextChoices):
    """Whether an organisation accepted what is asked of it (D44)."""

    OFFERED = "offered", "Voorgelegd"
    ACCEPTED = "accepted", "Geaccepteerd"
    DECLINED = "declined", "Niet geaccepteerd"


MANDATE_MOVES = Table(
    "mandate",
    (
        move("accept_mandate", {MandateState.OFFERED}, MandateState.ACCEPTED),
        move("decline_mandate", {MandateState.OFFERED}, MandateState.DECLINED),
    ),
)


class PromiseState(TextChoices):
    """Whether somebody did what was agreed around the table (A23)."""

    OPEN = "open", "Afgesproken"
    KEPT = "kept", "Gedaan"
    DROPPED = "dropped", "Vervallen"


PROMISE_MOVES = Table(
    "promise",
    (
        move("keep_promise", {PromiseState.OPEN}, PromiseState.KEPT),
        move("drop_promise", {PromiseState.OPEN}, PromiseState.DROPPED),
    ),
)


class Stretch(TextChoices):
    """Where on the way of a question it sticks."""

    SIGNAL = "signal", "Signaal"
    CLARIFY = "clarify", "Verhelderen"
    SEARCH = "search", "Zoeken"
    REFERRAL = "referral", "Doorverwijzen"
    START = "start", "Beginnen"
    ACCOMPANY = "accompany", "Begeleiden"
    ENDING = "ending", "Afronden"
    RULES = "rules", "Regels van buiten"


class Level(TextChoices):
    """At which level of an organisation something was agreed."""

    BOARD = "board", "Bestuur"
    DIRECTION = "direction", "Directie"
    OPERATIONS = "operations", "Werkvloer"

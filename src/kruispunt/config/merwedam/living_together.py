"""One question with several answers at once, what Bilal heard on a visit, and a bench."""

from datetime import datetime
from decimal import Decimal

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.actions import Composition, Nearby
from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.askers import askings
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.givers import givers
from kruispunt.config.merwedam.inhabitants import Inhabitant, inhabitants
from kruispunt.config.merwedam.town import Town
from kruispunt.core.triage import Answers
from kruispunt.offers import queries as offers
from kruispunt.questions import actions as questions
from kruispunt.questions.actions import Clarification, Heard
from kruispunt.questions.queries import neighbourhood

COMPOSED, NOTIFIED, VISITED, RECEIVED = 12, 9, 3, 1
OLD = 76
AREA = "Scheepmakersbuurt"
HEARD = (
    ("food", "Zij eet vaak een boterham, koken voor één vindt ze niks."),
    ("talent", "Hij heeft veertig jaar klokken gerepareerd en doet dat nog steeds."),
    ("carer", "Zij zorgt al drie jaar voor haar man en komt de deur niet meer uit."),
    ("street", "De bank bij de vijver is stuk. Daar zat iedereen altijd even."),
)


def people_live_together(town: Town) -> None:
    """Plan a mixed answer, a notification to the municipality, and a visit."""
    throw, calendar, story = dice("together"), town.story.calendar, town.story
    first, second = _neighbours()
    story.at(calendar.days_ago(COMPOSED, throw), lambda at: _mixed(town, first, at))
    story.at(calendar.days_ago(NOTIFIED, throw), lambda at: _notified(town, second, at))
    story.at(calendar.days_ago(VISITED, throw), lambda at: _visited(town, at))
    story.at(calendar.days_ago(RECEIVED, throw), lambda at: _to_the_team(town, at))


def _mixed(town: Town, who: Inhabitant, at: datetime) -> None:
    """The daughter does the post, the eating club has a place, and a buddy is still sought."""
    wim = town.act("Wim", at)
    asked_id = _weighed(
        town,
        who,
        at,
        words="Sinds mijn heup ben ik veel alleen, en de post blijft liggen.",
        need="Onder de mensen komen, en overzicht in de papieren.",
        own_network="Een dochter in de stad, die op zaterdag komt.",
    )
    needs = (("GEZELSCHAP", 1), ("EETCLUB", 1), ("ADMINISTRATIE", 1))
    questions.divide(wim, asked_id, needs=needs)
    near = Nearby(who="de dochter", what="doet op zaterdag samen de post", meets=("ADMINISTRATIE",))
    own = arrangements.name_own_help(wim, asked_id, nearby=near)
    club = next(one for one in offers.activities(wim) if "EETCLUB" in one.kinds)
    chosen = Composition(own_help_ids=(own.pk,), activities=((club.pk, ("EETCLUB",)),))
    arrangements.compose(wim, asked_id, chosen=chosen)


def _notified(town: Town, who: Inhabitant, at: datetime) -> None:
    """Somebody was helped to notify the municipality; the receipt came the next day."""
    wim = town.act("Wim", at)
    asked_id = _weighed(
        town,
        who,
        at,
        words="De trap gaat niet meer. Ik slaap nu in de kamer.",
        need="Veilig boven kunnen komen, of een plek beneden.",
        own_network="Niemand die dit kan regelen.",
    )
    moved = questions.notify(wim, asked_id)
    questions.note_milestone(wim, moved.wmo_notification.pk, what="confirmed")
    questions.note_milestone(wim, moved.wmo_notification.pk, what="support_told")


def _visited(town: Town, at: datetime) -> None:
    heard = Heard(place="Orionstraat", neighbourhood_id=town.areas["Sterrenbuurt"], by_topic=HEARD)
    questions.bring_visit(town.act("Bilal", at), heard=heard)


def _to_the_team(town: Town, at: datetime) -> None:
    """The bench by the pond goes to the neighbourhood team, which has seen it."""
    wim = town.act("Wim", at)
    for signal in neighbourhood.of_visits(wim).filter(about="liveability"):
        questions.take_up(wim, signal.pk)
        row = questions.turn_into_liveability(
            wim, signal.pk, kind="OPENBARE_RUIMTE", words="De bank bij de vijver is stuk."
        )
        questions.receive(town.act("Thea", at), row.pk)


def _weighed(
    town: Town, who: Inhabitant, at: datetime, *, words: str, need: str, own_network: str
) -> int:
    """Somebody asks at the desk, and it is understood and weighed; returns the question."""
    wim = town.act("Wim", at)
    asked = questions.open_question(wim, asked_by_id=arriving.know(town, who, at), words=words)
    questions.contact(wim, asked.pk)
    found = Clarification(
        need=need,
        kind="GEZELSCHAP",
        self_reliance=2,
        own_network=own_network,
        hours=Decimal(1),
        frequency="wekelijks",
        term_months=6,
    )
    questions.clarify(wim, asked.pk, found=found)
    questions.triage(wim, asked.pk, answers=Answers(self_reliance=2))
    return asked.pk


def _neighbours() -> tuple[Inhabitant, Inhabitant]:
    """Two older people who neither ask nor give in the story of the crowd."""
    taken = {one.who.number for one in askings()} | {one.who.number for one in givers()}
    free = [
        one
        for one in inhabitants()
        if one.neighbourhood == AREA and one.age > OLD and one.number not in taken
    ]
    return free[0], free[1]

"""How Merwedam looks for people: campaigns, days on which one can see us, and how many came."""

from datetime import datetime, timedelta
from decimal import Decimal

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.vocabulary.recruiting import Source
from kruispunt.offers import actions as offers
from kruispunt.offers.actions import recruiting

# What people said at the first meeting, in the words of the register.
SAID = {
    "via een buurvrouw": Source.SOMEONE,
    "een kaart in de bibliotheek": Source.PAPER,
    "de Talentenmarkt": Source.OUTING,
    "via de huisarts": Source.PARTNER,
    "op de markt": Source.OUTING,
    "via school": Source.PARTNER,
    "de wijkambassadeur": Source.AMBASSADOR,
    "de krant van het Startpunt": Source.PAPER,
}
# Days ago it began, its name, the word in the link, and what it cost.
CAMPAIGNS = (
    (420, "Een uurtje voor je buur", "uurtje", "850"),
    (120, "Wandel eens mee", "wandel", "400"),
)
# Days ago (a minus is still to come), what, where, with whom, and how many people were spoken.
Line = tuple[int, str, int | None, str, int | None]
AHEAD = 14  # an outing stands in the calendar two weeks before
OUTINGS: tuple[Line, ...] = (
    (300, "Kraam op de weekmarkt", 0, "", 64),
    (75, "Koffie in de hal van de flat", 1, "", 18),
    (60, "Tafel bij de inloop", None, "Welzijn De Boei", 22),
    (20, "Tafel in de wachtkamer", None, "Zorggroep De Merwehof", 9),
    (-9, "Kraam op de wintermarkt", 0, "", None),
    (-23, "Praatje bij de bewonersavond", 3, "", None),
)


def merwedam_recruits(town: Town) -> None:
    """Plan every campaign, and every day on which one can see us."""
    throw = dice("recruiting")
    calendar = town.story.calendar
    for days_ago, name, word, euros in CAMPAIGNS:
        town.story.at(calendar.days_ago(days_ago, throw), _begins(town, name, word, euros))
    for line in OUTINGS:
        planned = calendar.days_ago(max(line[0], 0) + AHEAD, throw)
        town.story.at(planned, _goes_out(town, line))


def meet(town: Town, at: datetime, volunteering_id: int, found_us: str) -> None:
    """Marijke makes the first contact, and asks how someone found us: for which campaign."""
    marijke, source = town.act("Marijke", at), SAID[found_us]
    offers.meet_volunteer(marijke, volunteering_id)
    runs = town.campaigns if source in {Source.OUTING, Source.PAPER} else []
    recruiting.note_origin(
        marijke, volunteering_id, source=source, campaign_id=runs[-1] if runs else None
    )


def _begins(town: Town, name: str, word: str, euros: str) -> Deed:
    def begin(at: datetime) -> None:
        begun = recruiting.begin_campaign(
            town.act("Marijke", at),
            name=name,
            word=word,
            begins_on=at.date(),
            ends_on=at.date() + timedelta(days=90),
            euros=Decimal(euros),
        )
        town.campaigns.append(begun.pk)

    return begin


def _goes_out(town: Town, line: Line) -> Deed:
    days_ago, what, area, organisation, reached = line
    in_days = AHEAD - min(days_ago, 0)
    areas = list(town.areas.values())

    def go_out(at: datetime) -> None:
        plan = recruiting.OutingPlan(
            on=at.date() + timedelta(days=in_days),
            what=what,
            neighbourhood_id=None if area is None else areas[area],
            organisation_id=town.organisations.get(organisation),
            campaign_id=town.campaigns[-1] if town.campaigns else None,
        )
        marijke = town.act("Marijke", at)
        outing = recruiting.plan_outing(marijke, plan=plan)
        if reached is not None:
            back = at + timedelta(days=in_days + 1)
            town.story.at(back, _counts(town, outing.pk, reached))

    return go_out


def _counts(town: Town, outing_id: int, reached: int) -> Deed:
    def count(at: datetime) -> None:
        recruiting.count_outing(town.act("Marijke", at), outing_id, reached=reached)

    return count

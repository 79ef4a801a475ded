"""Once a week Wim and Marijke do what fell due: look again, look back, and close what is over."""

from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions.accompanying import HowItGoes
from kruispunt.base.moves import ImpossibleMove
from kruispunt.config.merwedam import arriving, looking_back
from kruispunt.config.merwedam.accompanying import HEARD_LATELY
from kruispunt.config.merwedam.books import book, dice
from kruispunt.config.merwedam.players import neighbours, weighed
from kruispunt.config.merwedam.settling import COLLEAGUES
from kruispunt.config.merwedam.town import Town
from kruispunt.offers import actions as offers
from kruispunt.offers import queries as entries
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State

A_WEEK, WEEKS, FORGOTTEN, DISPUTED = 7, 60, 6, 3
HALF_A_YEAR = timedelta(days=182)
A_WHILE = timedelta(days=14)
A_SEASON, SILENT, PICKS_UP = timedelta(days=90), timedelta(days=10), 0.8
BEGINS_AGAIN = 0.6
# Ank looks at the entries of her own organisation, and some of them wait for her today.
ANKS = "Zorggroep De Merwehof"


def the_desk_is_kept(town: Town) -> None:
    """Plan an afternoon for every week; what fell due since the last one waits today."""
    throw = dice("keeping up")
    for days_ago in range(WEEKS * A_WEEK, 0, -A_WEEK):
        moment = town.story.calendar.days_ago(days_ago + 2, throw)
        town.story.at(moment, lambda at: _an_afternoon(town, at, throw))
    town.story.at(town.story.calendar.days_ago(FORGOTTEN, throw), lambda at: _forget(town, at))
    town.story.at(town.story.calendar.days_ago(DISPUTED, throw), lambda at: _dispute(town, at))


def _forget(town: Town, at: datetime) -> None:
    """It happens: somebody left her number, and nobody called back yet."""
    asker = arriving.know(town, neighbours()[-1], at)
    words = "Kan iemand mij helpen met de vuilnisbak? Hij is te zwaar voor mij."
    questions.open_question(town.act("Wim", at), asked_by_id=asker, words=words)


def _dispute(town: Town, at: datetime) -> None:
    """Two point at each other, and it lies with Petra."""
    wish = {
        "neighbour": -2,
        "words": "Mijn scootmobiel staat stil en niemand weet wie hem maakt.",
        "need": "Iemand die meegaat naar de dokter zolang de scootmobiel stuk is.",
        "kind": "VERVOER",
    }
    tried = "Gebeld met de gemeente en met de winkel: zij wijzen naar elkaar."
    asked_id = weighed(town, wish, at)
    arrangements.report(town.act("Wim", at), asked_id, cause="dispute", tried=tried)


def _an_afternoon(town: Town, at: datetime, throw: Random) -> None:
    _look_again_or_close(town, at, throw)
    _hear_both_sides(town, at, throw)
    wim = town.act("Wim", at)
    for sort, rows in (("service", entries.services(wim)), ("activity", entries.activities(wim))):
        for entry in rows.filter(state="to_verify").exclude(organisation__name=ANKS):
            offers.assure_entry(wim, entry.pk, sort=sort)


def _look_again_or_close(town: Town, at: datetime, throw: Random) -> None:
    endings = book("reasons")["answered_elsewhere"]
    for worker in (town.act(name, at) for name in ("Wim", *COLLEAGUES)):
        for question in asks.to_review(worker):
            questions.look_again(worker, question.pk, until=at.date() + HALF_A_YEAR)
        for done in asks.mine_and_due(worker).filter(state=State.ANSWERED):
            with suppress(ImpossibleMove):  # somebody was not heard yet
                arrangements.close(worker, done.pk, ending=throw.choice(endings))


def _hear_both_sides(town: Town, at: datetime, throw: Random) -> None:
    marijke, long_ago = town.act("Marijke", at), at.date() - A_WHILE
    for match in answers.matches(marijke).filter(state="volunteer_agreed", due_on__lt=long_ago):
        arrangements.decline(marijke, match.pk, side="resident", why="Liever nu niet.")
    _call_the_silent(town, at, throw)
    _call_who_rests(town, at, throw)
    for evaluation in answers.evaluations_due(marijke):
        looking_back.hold(town, at, evaluation.pk, throw)
    for step in answers.steps_to_check(marijke):
        arrangements.keep_going(marijke, step.pk, words="Het gaat nog steeds goed.")


def _call_the_silent(town: Town, at: datetime, throw: Random) -> None:
    """Who did not say how it goes is called; one or two do not pick up (CHK-01)."""
    if (town.story.calendar.now - at).days > HEARD_LATELY:
        return
    marijke = town.act("Marijke", at)
    silent = answers.check_ins(marijke).filter(state__in=("planned", "asked", "missed"))
    for check_in in silent.filter(on__range=(at.date() - A_SEASON, at.date() - SILENT)):
        if throw.random() < PICKS_UP:
            goes = HowItGoes(times_met=2, contact_score=4, costs_more=False, as_agreed=True)
            arrangements.answer_check_in(marijke, check_in.pk, goes=goes)


def _call_who_rests(town: Town, at: datetime, throw: Random) -> None:
    """After eight weeks most begin again; some say goodbye (CAP-02)."""
    marijke = town.act("Marijke", at)
    resting = entries.visible(marijke).filter(state="paused", due_on__lt=at.date())
    for one in resting.order_by("pk"):
        if throw.random() < BEGINS_AGAIN:
            offers.make_available(marijke, one.pk)
        else:
            with suppress(ImpossibleMove):  # somebody still counts on her
                offers.stop_volunteer(marijke, one.pk)

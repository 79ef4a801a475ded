"""What the standing cast lived through: Fatma just asked, Noor has a match and a new invitation."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.actions.running import Agreement
from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.askers import askings
from kruispunt.config.merwedam.books import book, dice
from kruispunt.config.merwedam.givers import givers
from kruispunt.config.merwedam.inhabitants import Inhabitant, inhabitants
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import NOOR, Town
from kruispunt.core.triage import Answers
from kruispunt.matching import actions as matching
from kruispunt.offers import actions as offers
from kruispunt.offers.actions.volunteers import Profile
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from kruispunt.questions.actions.clarifying import Clarification
from kruispunt.questions.actions.signals import Noticed

MATCHED_SINCE, INVITED, HEARD, TURNED = 210, 2, 2, 1


def the_cast_lives(town: Town) -> None:
    """Plan the days of the people a newcomer can be."""
    throw, calendar = dice("cast"), town.story.calendar
    told = book("cast")
    people.relate(
        town.system(calendar.days_ago(700, throw)),
        town.cast["Fatma"],
        other_id=town.cast["Joop"],
        kind="neighbour",
        cares=True,
    )
    town.story.at(calendar.days_ago(MATCHED_SINCE + 60, throw), _noor_comes(town, told))
    town.story.at(calendar.days_ago(MATCHED_SINCE, throw), _noor_meets_someone(town, told["match"]))
    town.story.at(calendar.days_ago(HEARD, throw), _bilal_hears_fatma(town, told["question"]))
    town.story.at(calendar.days_ago(INVITED, throw), _noor_is_asked(town, told["invitation"]))
    town.story.at(calendar.days_ago(INVITED, throw), _ank_is_asked(town, told["referral"]))


def _noor_comes(town: Town, told: dict[str, Any]) -> Deed:
    def come(at: datetime) -> None:
        wish, marijke = told["volunteering"], town.act("Marijke", at)
        volunteering = offers.apply_as_volunteer(
            town.act("Noor", at),
            person_id=town.cast["Noor"],
            profile=Profile(
                kinds=tuple(wish["kinds"]),
                description=wish["motivation"],
                slots=tuple(wish["slots"]),
                hours=Decimal(4),
                max_km=Decimal(3),
                places=3,
                interests=tuple(wish["interests"]),
                dislikes=tuple(wish["dislikes"]),
                roles=("bondgenoot",),
                frequencies=("wekelijks", "tweewekelijks"),
                terms=(6, 12),
            ),
        )
        offers.meet_volunteer(marijke, volunteering.pk)
        offers.certify(
            marijke,
            volunteering.pk,
            trainings=("basis",),
            vog="in_order",
            vog_issued_on=at.date(),
            agreed=True,
        )
        offers.deploy_volunteer(marijke, volunteering.pk)
        offers.make_available(marijke, volunteering.pk)
        town.volunteers[NOOR] = volunteering.pk

    return come


def _noor_meets_someone(town: Town, wish: dict[str, Any]) -> Deed:
    """Her match that runs: a neighbour of the same quarter with whom she drinks coffee."""

    def meet(at: datetime) -> None:
        wim, marijke = town.act("Wim", at), town.act("Marijke", at)
        asked_id = _sought(town, wish, at)
        arrangements.approve(wim, asked_id, good_to_know=wish["good_to_know"], goal=wish["goal"])
        match = arrangements.propose(marijke, asked_id, volunteering_id=town.volunteers[NOOR])
        arrangements.agree_as_volunteer(town.act("Noor", at), match.pk)
        arrangements.agree_as_resident(wim, match.pk)
        arrangements.start_trial(marijke, match.pk)
        paper = Agreement(activity=wish["activity"], frequency="tweewekelijks", term_months=12)
        arrangements.sign(marijke, match.pk, agreement=paper)
        later = town.story.calendar.later(at, 43, dice("match of Noor"))
        town.story.at(
            later, lambda then: arrangements.activate(town.act("Marijke", then), match.pk)
        )

    return meet


def _noor_is_asked(town: Town, wish: dict[str, Any]) -> Deed:
    """An invitation lies waiting for her."""

    def ask(at: datetime) -> None:
        matching.invite(
            town.act("Marijke", at),
            _sought(town, wish, at),
            volunteering_ids=(town.volunteers[NOOR],),
            words=wish["invitation"],
        )

    return ask


def _ank_is_asked(town: Town, wish: dict[str, Any]) -> Deed:
    """A question lies at her organisation, shared with a yes, and waits for her answer."""

    def ask(at: datetime) -> None:
        wim, organisation_id = town.act("Wim", at), town.organisations[wish["organisation"]]
        asked_id = weighed(town, wish, at)
        consent = people.ask_consent(
            wim,
            person_id=town.people[neighbours()[wish["neighbour"]].number],
            scope="question",
            purpose="Zodat zij kunnen zeggen of er plaats is.",
            organisation_id=organisation_id,
        )
        people.give_consent(wim, consent.pk, until=(at + timedelta(days=180)).date())
        arrangements.refer(
            wim, asked_id, organisation_id=organisation_id, words=wish["shared"], why=wish["need"]
        )

    return ask


def _sought(town: Town, wish: dict[str, Any], at: datetime) -> int:
    """A neighbour asks something, and a volunteer is sought; returns the question."""
    asked_id = weighed(town, wish, at)
    questions.search(town.act("Wim", at), asked_id)
    return asked_id


def weighed(town: Town, wish: dict[str, Any], at: datetime) -> int:
    """A neighbour asks something, and it is understood and weighed; returns the question."""
    wim = town.act("Wim", at)
    asker = arriving.know(town, neighbours()[wish["neighbour"]], at)
    asked = questions.open_question(wim, asked_by_id=asker, words=wish["words"])
    questions.contact(wim, asked.pk)
    found = Clarification(
        need=wish["need"],
        kind=wish["kind"],
        self_reliance=2,
        hours=Decimal(1),
        role="bondgenoot",
        frequency="tweewekelijks",
        term_months=12,
    )
    questions.clarify(wim, asked.pk, found=found)
    questions.triage(wim, asked.pk, answers=Answers(self_reliance=2))
    return asked.pk


def _bilal_hears_fatma(town: Town, told: dict[str, Any]) -> Deed:
    """Fatma asks at her door, Bilal brings it, and it lies in the inbox of the Startpunt."""

    def hear(at: datetime) -> None:
        bilal = town.act("Bilal", at)
        signal = questions.notice(
            bilal,
            noticed=Noticed(
                words=told["words"],
                place="Orionstraat",
                neighbourhood_id=town.areas["Sterrenbuurt"],
                named_id=town.cast["Fatma"],
                yes_on=at.date(),
                yes_how="aan de deur",
            ),
        )
        questions.hand_in(bilal, signal.pk)
        turned = town.story.calendar.days_ago(TURNED, dice("question of Fatma"))
        town.story.at(max(turned, at), lambda then: turn(then, signal.pk))

    def turn(at: datetime, signal_id: int) -> None:
        wim = town.act("Wim", at)
        questions.take_up(wim, signal_id)
        questions.turn(wim, signal_id, asked_by_id=town.cast["Fatma"])

    return hear


def neighbours() -> list[Inhabitant]:
    """Older people of the same quarter who neither ask nor give in the story of the crowd."""
    taken = {one.who.number for one in askings()} | {one.who.number for one in givers()}
    return [
        one
        for one in inhabitants()
        if one.neighbourhood == "Sterrenbuurt"
        and one.age > 74
        and "nl" in one.languages
        and one.number not in taken
    ]

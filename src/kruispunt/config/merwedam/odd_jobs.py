"""Small jobs in Merwedam: one that was good, one just done, one planned, one that does not fit."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from kruispunt.arrangements.actions import close
from kruispunt.arrangements.actions import odd_jobs as jobs
from kruispunt.base.actor import Actor
from kruispunt.config.merwedam import ground
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.odd_jobs import OddJob
from kruispunt.core.terms import working_day_from
from kruispunt.matching import queries as scales
from kruispunt.people.actions import Particulars

SMALL = OddJob(
    for_whom="ouder", hours=Decimal(1), certified=False, paid_work=False, materials_only=True
)
AREA = "Sterrenbuurt"
SOON, LATER = 2, 8


@dataclass(frozen=True, slots=True)
class Told:
    """Who asks for what, how long ago, and how far it came until now."""

    name: str
    words: str
    kind: str
    days_ago: int
    comes_to: str


JOBS = (
    Told("Corrie Verschoor", "De lamp op de trap is stuk.", "KLUS_HUIS", 34, "heard"),
    Told("Aad Kooiman", "Een plank in de gang liet los.", "KLUS_HUIS", 6, "done"),
    Told("Riet van Dam", "De heg is te hoog, ik zie niets meer.", "KLUS_TUIN", 4, "planned"),
    Told("Dilara Aksoy", "De stoppen slaan steeds door.", "KLUS_HUIS", 5, "unfit"),
    Told("Gijs Baan", "De rookmelder hangt te hoog voor mij.", "KLUS_HUIS", 1, "requested"),
)


def odd_jobs_are_done(town: Town) -> None:
    """Plan that five people ask for a small job, each at her own moment."""
    for told in JOBS:
        moment = town.story.calendar.days_ago(told.days_ago, dice(told.words))
        town.story.at(moment, _asking(town, told))


def _asking(town: Town, told: Told) -> Deed:
    return lambda at: _asked(town, told, at)


def _asked(town: Town, told: Told, at: datetime) -> None:
    """Somebody asks at the door, and Wim calls back the same day."""
    street = ground.neighbourhood(AREA).streets[0]
    x, y = street.along(0.5)
    first, _, rest = told.name.partition(" ")
    who = Particulars(
        given_name=first,
        surname=rest,
        phone="0189 55 01 23",
        street=f"{street.name} 12",
        postcode=street.postcode,
        birth_year=at.year - 79,
        neighbourhood_id=town.areas[AREA],
        x=round(x, 1),
        y=round(y, 1),
    )
    guest = Actor(None, town.municipality_id, frozenset({"resident"}), at=at)
    job = jobs.ask_odd_job(guest, who=who, words=told.words, kind=told.kind)
    if told.comes_to != "requested":
        town.story.at(at + timedelta(minutes=40), lambda then: _tested(town, told, job.pk, then))


def _tested(town: Town, told: Told, job_id: int, at: datetime) -> None:
    """Wim tests it; what asks for an electrician is not done here."""
    wim, fits = town.act("Wim", at), told.comes_to != "unfit"
    answers = SMALL if fits else replace(SMALL, certified=True)
    job = jobs.judge_odd_job(wim, job_id, answers=answers, self_reliance=2)
    able = scales.desk(wim, job.arrangement.question_id).candidates if fits else ()
    if not able:
        return
    days = LATER if told.comes_to == "planned" else SOON
    visit = jobs.Visit(
        volunteering_id=able[0].volunteering_id,
        on=working_day_from(wim.today + timedelta(days=days)),
        part="ochtend",
        materials=Decimal("7.50"),
    )
    jobs.plan_odd_job(wim, job_id, visit=visit)
    then = at + timedelta(days=(visit.on - wim.today).days)
    if told.comes_to != "planned":
        town.story.at(then, lambda moment: _done(town, told, job_id, moment))


def _done(town: Town, told: Told, job_id: int, at: datetime) -> None:
    """Who came tells Wim it is done; the first one who asked says it is good, and Wim closes it."""
    wim = town.act("Wim", at)
    done = jobs.finish_odd_job(wim, job_id, minutes=45, materials=Decimal("6.20"))
    if told.comes_to == "heard":
        jobs.hear_odd_job(wim, job_id, satisfied="yes", said="Ik kan weer veilig naar boven")
        question_id = done.arrangement.question_id
        close(wim, question_id, ending="De lamp brandt weer.")

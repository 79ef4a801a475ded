"""What can happen around a carer: seen, talked with, relieved, asked again, closed (SM-13)."""

from dataclasses import dataclass, fields
from datetime import date

from kruispunt.arrangements.actions import letters_of_carers as letters
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps_of_carers import C, move_carer, take_carer
from kruispunt.arrangements.models import CarerCase
from kruispunt.arrangements.permits import carers as permits
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, may_begin
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.instruments import FollowUp, WhoSaysYes, who_says_yes
from kruispunt.people import actions as people
from kruispunt.people import queries as known
from kruispunt.people.actions import Particulars

GROWN_UP = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Who saw it, and whose yes there is; nobody is named without a yes (PRV-11)."""

    source: str
    yes_on: date
    parent_yes_on: date | None = None
    cares_for_id: int | None = None
    brought_by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerTold:
    """What a carer tells: what she does, how much, and what would help (B3, B5)."""

    tasks: tuple[str, ...]
    wishes: tuple[str, ...] = ()
    hours_a_week: int | None = None
    words: str = ""
    school: str = ""


@action
def see_carer(actor: Actor, person_id: int, *, seen: Seen) -> CarerCase:
    """Someone turns out to care for a relative: from now on she is seen as well."""
    carer = known.known(actor, person_id)
    age = actor.today.year - carer.birth_year if carer.birth_year else None
    case = keep(
        CarerCase(
            municipality_id=actor.municipality_id,
            carer=carer,
            source=seen.source,
            yes_on=seen.yes_on,
            parent_yes_on=seen.parent_yes_on,
            cares_for=known.known(actor, seen.cares_for_id) if seen.cares_for_id else None,
            brought_by=known.known(actor, seen.brought_by_id) if seen.brought_by_id else None,
            is_young=age is not None and age < GROWN_UP,
            state_since=actor.at,
            opened_on=actor.today,
            due_on=due(actor, "carer.in_sight"),
        ),
        giving=actor,
    )
    permits.SEE_CARER.require(actor, case)
    journal.write(actor, "carer_case.see", case, person_id=carer.pk, source=seen.source)
    letters.seen(actor, case)
    return case


@action
def see_new_carer(actor: Actor, *, who: Particulars, seen: Seen) -> CarerCase:
    """The same for someone we did not know yet."""
    may_begin(actor, permits.TALK_WITH_CARER)
    return see_carer(actor, people.register_person(actor, who=who).pk, seen=seen)


@action
def talk_with_carer(actor: Actor, case_id: int, *, told: CarerTold) -> CarerCase:
    """Talk with the carer about what she does and what would help her."""
    case = take_carer(actor, case_id, permits.TALK_WITH_CARER)
    _with_the_right_yes(actor, case)
    for field in fields(told):
        value = getattr(told, field.name)
        setattr(case, field.name, list(value) if isinstance(value, tuple) else value)
    case.worker_id = actor.person_id
    return move_carer(actor, case, "talk_with_carer", term="carer.plan")


@action
def plan_relief(actor: Actor, case_id: int, *, plan: str, takes_over: str = "") -> CarerCase:
    """Make a plan with the carer: what gets lighter, and who takes over now and then (B8)."""
    case = take_carer(actor, case_id, permits.PLAN_RELIEF)
    case.plan, case.takes_over = plan, takes_over
    letters.told_back(actor, case)
    return move_carer(actor, case, "plan_relief", term="carer.plan")


@action
def begin_relief(actor: Actor, case_id: int) -> CarerCase:
    """The plan runs; after a heavy outcome we ask again in eight weeks (INS-07)."""
    case = take_carer(actor, case_id, permits.PLAN_RELIEF)
    return move_carer(actor, case, "begin_relief", term="carer.running")


@action
def close_carer(actor: Actor, case_id: int, *, ending: str = "") -> CarerCase:
    """It is good like this. Whoever was overburdened is asked again first, unless she stops."""
    case = take_carer(actor, case_id, permits.CLOSE_CARER)
    last = case.measurements.order_by("-on", "-pk").first()
    heavy = last is not None and last.follow_up in {FollowUp.CONTACT, FollowUp.SAME_DAY}
    if heavy and actor.person_id != case.carer_id and case.state != C.MEASURED_AGAIN:
        raise NotYet("Vraag eerst opnieuw hoe het gaat. De vorige keer was het te zwaar.")
    case.ending, case.closed_on = ending, actor.today
    return move_carer(actor, case, "close_carer")


def _with_the_right_yes(actor: Actor, case: CarerCase) -> None:
    """For a child the representative says yes; for a teenager a parent as well (PRV-12)."""
    born = case.carer.birth_year
    whose = who_says_yes(actor.today.year - born if born else None)
    if whose != WhoSaysYes.SELF and case.parent_yes_on is None:
        raise NotYet("Voor iemand onder de 16 is ook het ja van een ouder nodig.")

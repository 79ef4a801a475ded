"""Asking a carer with an instrument: with a yes, with permission, and never too often (INS)."""

from dataclasses import dataclass
from datetime import timedelta

from kruispunt.arrangements import queries
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.actions.steps_of_carers import move_carer, take_carer
from kruispunt.arrangements.models import CarerCase, InstrumentLicence, Measurement
from kruispunt.arrangements.permits import carers as permits
from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury
from kruispunt.base.locks import take
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep, may_begin, named
from kruispunt.base.terms import amount
from kruispunt.base.verbs import action
from kruispunt.core.instruments import SHELF, FollowUp, follow_up

TERM_OF = {
    FollowUp.NONE: "carer.plan",
    FollowUp.TALK: "carer.talk",
    FollowUp.CONTACT: "carer.contact",
}
DAYS_A_MONTH = 30.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What someone answered, with her yes, and how it was asked (INS-01)."""

    instrument: str
    answers: tuple[str | None, ...]
    agreed: bool
    mode: str = "talk"


class MayNotBeUsed(ImpossibleMove):
    """This instrument may not be used here, or not with these answers."""


@action
def license_instrument(
    actor: Actor, *, instrument: str, texts: tuple[str, ...] = ()
) -> InstrumentLicence:
    """Confirm that the makers gave permission, and load the questions from one's own file."""
    may_begin(actor, permits.LICENSE_INSTRUMENT)
    if instrument not in SHELF or len(texts) not in {0, SHELF[instrument].items}:
        raise MayNotBeUsed("Dit instrument kennen we niet, of er ontbreken vragen.")
    licence, _ = InstrumentLicence.objects.update_or_create(
        municipality_id=actor.municipality_id,
        instrument=instrument,
        defaults={
            "confirmed_by_id": named(actor),
            "confirmed_on": actor.today,
            "texts": list(texts),
        },
    )
    journal.write(actor, "instrument.license", licence, instrument=instrument)
    return licence


@action
def measure_carer(actor: Actor, case_id: int, *, said: Answered) -> Measurement:
    """Ask for the first time; the outcome sets when somebody calls (INS-07)."""
    case = take_carer(actor, case_id, permits.MEASURE_CARER)
    found = _measure(actor, case, said)
    _move(actor, case, "measure_carer", found)
    return found


@action
def measure_again(actor: Actor, case_id: int, *, said: Answered) -> Measurement:
    """Ask once more, weeks later: has it become lighter?"""
    case = take_carer(actor, case_id, permits.MEASURE_CARER)
    _not_too_soon(actor, case)
    found = _measure(actor, case, said)
    _move(actor, case, "measure_again", found)
    return found


@action
def forget_answers(actor: Actor, measurement_id: int, *, ret: str) -> Measurement:
    """After a year the raw answers go; the outcome stays with the file (RET-16)."""
    kept = take(actor, Measurement, measurement_id, may=permits.FORGET_ANSWERS)
    if kept.answers is not None:
        kept.answers = None
        keep(kept)
        bury(actor, kept, ret)
    return kept


def _measure(actor: Actor, case: CarerCase, said: Answered) -> Measurement:
    if not said.agreed:
        raise NotYet("Vraag eerst of dit mag. Nee is ook goed.")
    if said.instrument not in {one.code for one in queries.instruments_for(actor, case)}:
        raise MayNotBeUsed("Voor dit instrument is nog geen toestemming van de makers vastgelegd.")
    one = SHELF[said.instrument]
    if len(said.answers) != one.items or not set(said.answers) <= {*one.options, None}:
        raise MayNotBeUsed("Er ontbreken antwoorden.")
    score = one.score(said.answers)
    found = keep(
        Measurement(
            municipality_id=actor.municipality_id,
            case=case,
            instrument=one.code,
            mode=said.mode,
            by_id=named(actor),
            on=actor.today,
            answers=list(said.answers),
            total=score.total,
            band=score.band,
            follow_up=follow_up(one.code, score).value,
        ),
        giving=actor,
    )
    journal.write(actor, "measurement.take", found, person_id=case.carer_id, instrument=one.code)
    return found


def _move(actor: Actor, case: CarerCase, verb: str, found: Measurement) -> None:
    asked = FollowUp(found.follow_up)
    if asked == FollowUp.SAME_DAY:
        move_carer(actor, case, verb, due_on=actor.today, follow_up=asked.value)
    else:
        move_carer(actor, case, verb, term=TERM_OF[asked], follow_up=asked.value)


def _not_too_soon(actor: Actor, case: CarerCase) -> None:
    """Three months at least; eight weeks after an outcome that was too heavy (INS-05, INS-07)."""
    last = case.measurements.order_by("-on", "-pk").first()
    if last is None:
        return
    heavy = last.follow_up in {FollowUp.CONTACT, FollowUp.SAME_DAY}
    months = timedelta(days=round(amount(actor, "carer.measure_months") * DAYS_A_MONTH))
    weeks = timedelta(weeks=amount(actor, "carer.recheck_weeks"))
    if actor.today < last.on + (min(weeks, months) if heavy else months):
        raise NotYet("Het is nog te vroeg om dit opnieuw te vragen.")

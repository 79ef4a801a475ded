"""Nobody wears two hats in one case: each pair, on each column that gives a part (ROL-01)."""

from datetime import date
from itertools import product

import pytest
from django.apps import apps
from django.db import transaction

from kruispunt.arrangements.models import (
    Booking,
    CoachYear,
    HybridTeam,
    Measurement,
    OddJob,
    TeamMember,
)
from kruispunt.arrangements.models.odd_jobs import ODD_KINDS
from kruispunt.base import parts
from kruispunt.base.parts import REFUSED, REGISTER, NobodyGives, TwoHats
from kruispunt.base.roles import Role
from kruispunt.base.steps import keep
from kruispunt.core.instruments import SHELF
from kruispunt.people.models import Exclusion, Seat
from kruispunt.questions.models import Triage, WmoMilestone
from tests.cast import MONDAY
from tests.matrix import town

pytestmark = pytest.mark.django_db
NOUN = {
    "questions.question": "question",
    "arrangements.guidecontact": "guide_contact",
    "arrangements.referral": "referral",
    "arrangements.trajectory": "trajectory",
    "arrangements.match": "match",
    "arrangements.advice": "advice",
    "arrangements.carercase": "carer_case",
    "arrangements.escalation": "escalation",
    "arrangements.party": "party",
    "arrangements.booking": "booking",
    "arrangements.measurement": "measurement",
    "arrangements.oddjob": "planned_job",
    "questions.triage": "triage",
    "questions.wmomilestone": "milestone",
}
BEFORE = {"guide_contact.guide": "shown", "odd_job.volunteering": "tested"}
WITH = {"guide_contact.guide": "chosen", "odd_job.volunteering": "planned"}
OPPOSED = sorted(
    (mine.name, theirs.name)
    for mine, theirs in product(REGISTER.values(), REGISTER.values())
    if theirs.standing in parts.against(mine.standing)
)


@pytest.fixture(scope="module")
def case(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        own = town.build()["own"]
        _the_rest(own)
        yield own
        transaction.set_rollback(True)


def _the_rest(own) -> None:
    somebody = own.people[Role.WORKER]
    own.keep("triage", Triage, question=own.row("question"), proposed="licht", chosen="licht",
             answers={"x": 1}, by=somebody, at=MONDAY)  # fmt: skip
    own.keep("milestone", WmoMilestone, notification=own.row("wmo"), what="applied",
             on=MONDAY.date(), noted_by=somebody)  # fmt: skip
    own.keep("measurement", Measurement, case=own.row("carer_case"), instrument=min(SHELF),
             by=somebody, on=MONDAY.date(), total=1, follow_up="none")  # fmt: skip
    own.keep("planned_job", OddJob, arrangement=own.row("arrangement"), words="De lamp",
             kind=ODD_KINDS[0][0], state="planned", state_since=MONDAY, requested_at=MONDAY,
             on=MONDAY.date(), materials=0, volunteering=own.row("volunteering"))  # fmt: skip
    carer_case = own.row("carer_case")
    carer_case.carer = own.people[Role.RESIDENT]
    carer_case.save()
    year = own.keep("year", CoachYear, person=own.people[Role.RESIDENT], year=2026, allowed=600)
    own.keep("booking", Booking, year=year, organisation=own.row("organisation"),
             on=date(2026, 11, 9), minutes=60)  # fmt: skip


@pytest.fixture
def quiet(case):
    """Nobody has a part yet; what a test gives is taken back after it."""
    with transaction.atomic():
        for one in REGISTER.values():
            row = case.row(NOUN[one.model])
            if type(row)._meta.get_field(one.column).null:
                type(row).objects.filter(municipality=case.municipality).update(
                    **{one.column: None, **_asked(one)}
                )
        _let_everyone_go(case)
        yield case
        transaction.set_rollback(True)


def _asked(one):
    """Where a state asks for a holder, the row waits in the state before it."""
    return {"state": BEFORE[one.name]} if one.name in BEFORE else {}


def _let_everyone_go(case) -> None:
    """Columns that cannot be empty name somebody who stands nowhere else."""
    nobody, nowhere = case.people[Role.SCHOOL], case.keep("empty", type(case.row("organisation")),
                                                          name="Nergens", kind="other")  # fmt: skip
    for one in REGISTER.values():
        row = case.row(NOUN[one.model])
        changes = {}
        if one.person == one.column and not type(row)._meta.get_field(one.column).null:
            changes[one.column] = nobody
        if one.organisation and "__" not in one.organisation:
            field = type(row)._meta.get_field(one.organisation)
            changes[one.organisation] = None if field.null else nowhere
        if changes:
            type(row).objects.filter(pk=row.pk).update(**changes)


def give(case, name: str, who, *, by):
    """Give this part to a person, or to her organisation where an organisation has it."""
    one = REGISTER[name]
    row = apps.get_model(one.model).objects.get(pk=case.row(NOUN[one.model]).pk)
    setattr(row, one.column, _holder(case, one, *who))
    row.state = WITH[name] if name in WITH else getattr(row, "state", "")
    return keep(row, giving=by)


def _holder(case, one, person, organisation):
    if one.column == "guide":
        guide = case.row("guide")
        guide.person, guide.employer = person, organisation
        guide.save()
        return guide
    if "team" in one.column:
        team = case.keep("new_team", HybridTeam, name=f"Tafel {one.column}")
        case.keep("member", TeamMember, team=team, organisation=organisation, chair="provider")
        return team
    if one.column == "volunteering":
        return case.keep("new_volunteering", type(case.row("volunteering")), person=person,
                         state_since=MONDAY, applied_at=MONDAY)  # fmt: skip
    return person if one.person else organisation


@pytest.fixture
def hatted(quiet):
    organisation = quiet.keep("theirs", type(quiet.row("organisation")), name="Zij", kind="care")
    person = quiet.people[Role.TRAINER]
    organisation.contact = person
    organisation.save()
    Seat.objects.create(municipality=quiet.municipality, person=person, role=Role.CONTACT,
                        organisation=organisation, since=MONDAY.date())  # fmt: skip
    return person, organisation


@pytest.fixture
def other(quiet):
    organisation = quiet.keep("others", type(quiet.row("organisation")), name="Die", kind="care")
    return quiet.people[Role.POLICY], organisation


@pytest.mark.parametrize(("held", "asked"), OPPOSED)
def test_rol_01_this_pair_is_refused_on_one_case(held, asked, quiet, hatted):
    actor = quiet.actor(Role.WORKER)
    give(quiet, held, hatted, by=actor)
    with pytest.raises(TwoHats, match=REFUSED), transaction.atomic():
        give(quiet, asked, hatted, by=actor)


@pytest.mark.parametrize(("held", "asked"), OPPOSED)
def test_rol_01_two_people_may_have_these_two_parts(held, asked, quiet, hatted, other):
    actor = quiet.actor(Role.WORKER)
    give(quiet, held, hatted, by=actor)
    give(quiet, asked, other, by=actor)


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_rol_01_nobody_gives_this_part_without_saying_who_gives_it(name, quiet, hatted):
    with pytest.raises(NobodyGives), transaction.atomic():
        give(quiet, name, hatted, by=None)


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_kept_apart_from_the_resident_this_part_is_refused_in_the_same_words(name, quiet, hatted):
    """Who may never meet hears what anyone hears whose parts do not go together."""
    apart(quiet, hatted[0], quiet.people[Role.RESIDENT])
    with pytest.raises(TwoHats, match=REFUSED), transaction.atomic():
        give(quiet, name, hatted, by=quiet.actor(Role.WORKER))


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_kept_apart_from_somebody_around_her_this_part_is_refused_as_well(name, quiet, hatted):
    one, theirs = REGISTER[name], "question.worker"
    if one.standing in parts.against(parts.Standing.STARTPUNT) or name == theirs:
        theirs = "match.backup"
    if name == "match.backup" or one.standing in parts.against(REGISTER[theirs].standing):
        theirs = "match.volunteering"
    somebody = (quiet.people[Role.SCHOOL], None)
    apart(quiet, hatted[0], somebody[0])
    give(quiet, theirs, somebody, by=quiet.actor(Role.WORKER))
    with pytest.raises(TwoHats, match=REFUSED), transaction.atomic():
        give(quiet, name, hatted, by=quiet.actor(Role.WORKER))


def apart(case, *two) -> None:
    one, other = sorted(two, key=lambda person: person.pk)
    Exclusion.objects.create(municipality=case.municipality, one=one, other=other,
                             reason="zij weten waarom", set_at=MONDAY)  # fmt: skip


def test_rol_01_a_guide_who_works_for_the_provider_stands_at_its_side(quiet, hatted):
    """Also when nobody wrote down who employs her: her own seat says it."""
    person, organisation = hatted
    actor = quiet.actor(Role.WORKER)
    give(quiet, "trajectory.team", hatted, by=actor)
    Seat.objects.create(
        municipality=quiet.municipality, person=person, role=Role.PROVIDER,
        organisation=organisation, since=MONDAY.date(),
    )  # fmt: skip
    with pytest.raises(TwoHats), transaction.atomic():
        give(quiet, "guide_contact.guide", (person, None), by=actor)


def test_rol_01_what_is_over_stands_in_nobody_s_way(quiet, hatted):
    actor = quiet.actor(Role.WORKER)
    contact = give(quiet, "guide_contact.guide", hatted, by=actor)
    type(contact).objects.filter(pk=contact.pk).update(state="completed")
    give(quiet, "referral.contact", hatted, by=actor)


def test_rol_01_who_assesses_is_not_who_supports():
    assert parts.against(parts.Standing.ASSESSOR) == {parts.Standing.SUPPORTER}
    assert parts.against(parts.Standing.GUIDE) == {"startpunt", "advisor", "provider"}
    assert parts.against(parts.Standing.MANAGER) == {"party"}


def test_rol_01_the_guard_bites_when_a_pair_is_left_out(quiet, hatted, monkeypatch):
    actor = quiet.actor(Role.WORKER)
    give(quiet, "question.worker", hatted, by=actor)
    monkeypatch.setattr(parts, "FORBIDDEN", ())
    give(quiet, "guide_contact.guide", hatted, by=actor)

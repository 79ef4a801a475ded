"""Joop, who cares for Fatma, is seen himself (SM-13, INS-01..07, PRV-11, PRV-12, B3-B8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.models import CarerCase
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove, NotFromHere
from kruispunt.config import purging
from kruispunt.core.instruments import SHELF
from kruispunt.people.actions import Particulars
from tests.cast import MONDAY, enter

YES = date(2026, 11, 2)
TOLD = actions.CarerTold(
    tasks=("household", "listening"), wishes=("own_time",), hours_a_week=20, words="Het is veel"
)
SHORT = actions.Answered(instrument="volhoudtijd", answers=("1 tot 6 maanden",), agreed=True)
LONG = replace(SHORT, answers=("langer dan 2 jaar",))


def seen(wim, joop, fatma, **how):
    told = actions.Seen(
        **{"source": "ambassador", "yes_on": YES, "cares_for_id": fatma.person.pk, **how}
    )
    return actions.see_carer(wim.actor, joop.person.pk, seen=told)


@pytest.fixture
def case(wim, joop, fatma):
    return actions.talk_with_carer(wim.actor, seen(wim, joop, fatma).pk, told=TOLD)


@pytest.fixture
def tekla(merwedam):
    return enter("Tekla", merwedam, "technician")


def later(player, **passed):
    return player.later(**passed)


def test_sm13_from_in_sight_to_closed(wim, joop, fatma):
    case = seen(wim, joop, fatma)
    assert (case.state, case.due_on, case.is_young) == ("in_sight", date(2026, 11, 9), False)
    talked = actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    assert (talked.tasks, talked.hours_a_week) == (["household", "listening"], 20)
    actions.measure_carer(wim.actor, case.pk, said=LONG)
    actions.plan_relief(wim.actor, case.pk, plan="Elke week een middag vrij", takes_over="Noor")
    actions.begin_relief(wim.actor, case.pk)
    actions.measure_again(later(wim, days=100), case.pk, said=LONG)
    done = actions.close_carer(later(wim, days=101), case.pk, ending="Het gaat beter")
    assert (done.state, done.closed_on) == ("closed", date(2027, 2, 11))


def test_a_carer_may_skip_the_questionnaire_and_no_other_step(case, wim):
    with pytest.raises(NotFromHere):
        actions.begin_relief(wim.actor, case.pk)
    assert actions.plan_relief(wim.actor, case.pk, plan="Een middag vrij").state == "planned"


def test_ins_07_a_heavy_outcome_is_a_contact_in_five_days_and_asked_again_in_eight_weeks(case, wim):
    found = actions.measure_carer(wim.actor, case.pk, said=SHORT)
    case.refresh_from_db()
    assert (found.follow_up, case.due_on) == ("contact", date(2026, 11, 9))

    actions.plan_relief(wim.actor, case.pk, plan="Logeren bij De Merwehof")
    assert actions.begin_relief(wim.actor, case.pk).due_on == date(2026, 12, 28)
    with pytest.raises(ImpossibleMove, match="te zwaar"):
        actions.close_carer(wim.actor, case.pk)
    with pytest.raises(ImpossibleMove, match="te vroeg"):
        actions.measure_again(later(wim, days=55), case.pk, said=LONG)
    assert actions.measure_again(later(wim, days=56), case.pk, said=LONG).follow_up == "none"


def test_ins_05_otherwise_no_sooner_than_three_months(case, wim):
    actions.measure_carer(wim.actor, case.pk, said=LONG)
    actions.plan_relief(wim.actor, case.pk, plan="Lotgenoten")
    actions.begin_relief(wim.actor, case.pk)
    with pytest.raises(ImpossibleMove, match="te vroeg"):
        actions.measure_again(later(wim, days=90), case.pk, said=LONG)
    assert actions.measure_again(later(wim, days=91), case.pk, said=LONG)


def test_ins_01_nobody_is_asked_without_a_yes(case, wim):
    with pytest.raises(ImpossibleMove, match="of dit mag"):
        actions.measure_carer(wim.actor, case.pk, said=replace(SHORT, agreed=False))


def test_ins_04_an_instrument_waits_for_permission_of_its_makers(case, wim, tekla):
    csi = actions.Answered(instrument="csi", answers=("ja",) * 7 + ("nee",) * 6, agreed=True)
    assert [one.code for one in queries.instruments_for(wim.actor, case)] == ["volhoudtijd"]
    with pytest.raises(ImpossibleMove, match="toestemming van de makers"):
        actions.measure_carer(wim.actor, case.pk, said=csi)
    with pytest.raises(PermissionDenied):
        actions.license_instrument(wim.actor, instrument="csi")

    actions.license_instrument(tekla.actor, instrument="csi")
    found = actions.measure_carer(wim.actor, case.pk, said=csi)
    assert (found.total, found.band, found.follow_up) == (7, "overbelast", "contact")
    assert queries.instrument_texts(wim.actor, "csi")[0] == "Vraag 1"


def test_ins_04_the_questions_come_from_the_organisations_own_file(wim, tekla):
    with pytest.raises(ImpossibleMove, match="ontbreken vragen"):
        actions.license_instrument(tekla.actor, instrument="csi", texts=("één",))
    texts = tuple(f"eigen tekst {number}" for number in range(SHELF["csi"].items))
    actions.license_instrument(tekla.actor, instrument="csi", texts=texts)
    assert queries.instrument_texts(wim.actor, "csi")[12] == "eigen tekst 12"


def test_answers_that_are_not_on_the_form_are_refused(case, wim):
    for answers in ((), ("altijd",)):
        with pytest.raises(ImpossibleMove, match="antwoorden"):
            actions.measure_carer(wim.actor, case.pk, said=replace(SHORT, answers=answers))


def young(wim, *, age, **how):
    who = Particulars(given_name="Sem", birth_year=2026 - age)
    told = actions.Seen(**{"source": "school", "yes_on": YES, **how})
    return actions.see_new_carer(wim.actor, who=who, seen=told)


@pytest.mark.parametrize(("age", "alone"), [(11, False), (15, False), (16, True), (17, True)])
def test_prv_12_a_parent_says_yes_too_until_sixteen(wim, age, alone):
    case = young(wim, age=age)
    assert case.is_young
    if alone:
        assert actions.talk_with_carer(wim.actor, case.pk, told=TOLD).state == "talked"
        return
    with pytest.raises(ImpossibleMove, match="ouder"):
        actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    CarerCase.objects.filter(pk=case.pk).update(parent_yes_on=YES)
    assert actions.talk_with_carer(wim.actor, case.pk, told=TOLD).state == "talked"


def test_b3_a_young_carer_has_a_path_and_words_of_her_own(wim, tekla):
    case = young(wim, age=17)
    assert "Jij zorgt thuis voor iemand" in Letter.objects.get(key=f"carer.seen:{case.pk}").text
    told = replace(TOLD, tasks=("siblings", "interpreting"), school="Mevrouw Bakker, mentor")
    actions.talk_with_carer(wim.actor, case.pk, told=told)
    for code in ("maca", "panoc"):
        actions.license_instrument(tekla.actor, instrument=code)
    found = {one.code for one in queries.instruments_for(wim.actor, case)}
    assert found == {"volhoudtijd", "maca", "panoc"}


def test_panoc_one_answer_is_a_call_today(wim, tekla):
    case = young(wim, age=17)
    actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    actions.license_instrument(tekla.actor, instrument="panoc")
    answers = ("vaak",) * 15 + ("soms",) + ("nooit",) * 4
    said = actions.Answered(instrument="panoc", answers=answers, agreed=True)
    assert actions.measure_carer(wim.actor, case.pk, said=said).follow_up == "same_day"
    case.refresh_from_db()
    assert case.due_on == date(2026, 11, 2)
    assert [one.pk for one in queries.carers_due(wim.actor)] == [case.pk]


def test_b7_whoever_brought_it_hears_that_there_is_a_plan_and_not_what_is_in_it(
    wim, joop, fatma, bilal
):
    case = seen(wim, joop, fatma, brought_by_id=bilal.person.pk)
    actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    actions.plan_relief(wim.actor, case.pk, plan="Een geheim plan")
    told = Letter.objects.get(key=f"carer.told_back:{case.pk}")
    assert told.to_person_id == bilal.person.pk
    assert "geheim" not in told.text
    assert "Joop" not in told.text


def test_the_carer_reads_his_own_case_and_nobody_elses_desk_does(
    case, joop, fatma, noor, els, petra, ank, bilal, zed
):
    assert queries.my_care(joop.actor) == case
    for who in (fatma, noor, els, petra, ank, bilal, zed):
        assert not queries.carers(who.actor)
        with pytest.raises(ObjectDoesNotExist):
            actions.close_carer(who.actor, case.pk)
    assert actions.close_carer(joop.actor, case.pk).state == "closed"


def test_a_carer_reports_himself_and_nobody_else(joop, fatma, noor):
    own = actions.Seen(source="self", yes_on=YES)
    with pytest.raises(PermissionDenied):
        actions.see_carer(joop.actor, noor.person.pk, seen=own)
    assert actions.see_carer(joop.actor, joop.person.pk, seen=own).carer == joop.person


def test_a_carer_is_seen_once_at_a_time(case, wim, joop, fatma):
    with pytest.raises(IntegrityError), transaction.atomic():
        seen(wim, joop, fatma)


def test_ret_16_raw_answers_go_after_a_year_and_the_outcome_stays(case, wim, merwedam):
    actions.measure_carer(wim.actor, case.pk, said=SHORT)
    purging.throw_away(Actor.system(merwedam.pk, MONDAY + timedelta(days=365)))
    assert queries.measurements(wim.actor, case.pk).get().answers == ["1 tot 6 maanden"]
    purging.throw_away(Actor.system(merwedam.pk, MONDAY + timedelta(days=366)))
    kept = queries.measurements(wim.actor, case.pk).get()
    assert (kept.answers, kept.band) == (None, "1 tot 6 maanden")


def test_ins_06_a_group_mean_needs_ten(case, wim, tekla):
    actions.license_instrument(tekla.actor, instrument="csi")
    said = actions.Answered(instrument="csi", answers=("ja",) * 13, agreed=True)
    actions.measure_carer(wim.actor, case.pk, said=said)
    assert queries.group_means(wim.actor) == []

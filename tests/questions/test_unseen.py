"""What is not in view: from calls at doors to an estimate, and nothing small in it (D2, PRV-16)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kruispunt.base.models import JournalLine, Term
from kruispunt.base.roles import Role
from kruispunt.core.unseen import Calls
from kruispunt.core.unseen import unseen as estimated
from kruispunt.people import actions as people
from kruispunt.people.models import Neighbourhood, Person
from kruispunt.questions import actions
from kruispunt.questions.models import Signal, Visit
from kruispunt.questions.queries.unseen import OutOfView, unseen
from tests import story
from tests.cast import MONDAY, enter

NEED = (("food", "De tassen zijn te zwaar"),)


@pytest.fixture
def oost(merwedam, els):
    return counted(merwedam, els, "Oost")


@pytest.fixture
def ruben(merwedam):
    """Makes policy, and reads only numbers."""
    return enter("Ruben", merwedam, Role.POLICY)


def counted(merwedam, els, name, homes=400):
    area = Neighbourhood.objects.create(municipality=merwedam, code=name, name=name)
    return people.count_homes(els.actor, area.pk, homes=homes, homes_source="CBS 2025")


def ring(bilal, area, doors, *, heard=0, by_topic=NEED):
    """Bilal calls at doors, and at the first few of them there is something."""
    for door in range(doors):
        said = by_topic if door < heard else ()
        told = actions.Heard(place="Lindelaan", neighbourhood_id=area.pk, by_topic=said)
        actions.bring_visit(bilal.actor, heard=told)


def seen(who, name="Oost"):
    return next(one for one in unseen(who.actor) if one.name == name)


def test_d2_doors_become_an_estimate_with_its_range(oost, bilal, wim):
    ring(bilal, oost, 40, heard=12)
    found = estimated(Calls(homes=400, called=40, heard=12), 10)
    assert (found.low, found.middle, found.high) == (62, 108, 167)
    assert seen(wim) == OutOfView("Oost", 400, "CBS 2025", 40, 12, 0, 0, found)


def test_d2_too_few_doors_say_how_many_more(oost, bilal, wim):
    ring(bilal, oost, 4, heard=1)
    assert (seen(wim).estimate, seen(wim).to_go) == (None, 6)


def test_d2_nobody_is_sent_to_more_doors_than_there_are(merwedam, els, bilal, wim):
    hof = counted(merwedam, els, "Hof", homes=6)
    ring(bilal, hof, 2)
    assert seen(wim, "Hof").to_go == 4
    ring(bilal, hof, 4)
    assert seen(wim, "Hof").is_all_called


def test_prv_16_where_nothing_was_heard_a_few_signals_elsewhere_hide_nothing(
    oost, bilal, ruben, wim
):
    ring(bilal, oost, 12)
    told = actions.Noticed(words="Zij zit vaak alleen", neighbourhood_id=oost.pk)
    actions.hand_in(bilal.actor, actions.notice(bilal.actor, noticed=told).pk)
    found = seen(ruben)
    assert (found.heard, found.known) == (0, None)
    assert found.estimate == estimated(Calls(homes=400, called=12, heard=0), 10)


def test_d2_from_how_many_doors_on_a_municipality_sets(oost, bilal, wim, merwedam):
    ring(bilal, oost, 12, heard=1)
    assert seen(wim).estimate is not None
    Term.objects.create(
        municipality=merwedam, name="figures.least", length=20, valid_from=MONDAY.date()
    )
    assert (seen(wim).estimate, seen(wim).to_go) == (None, 8)


def test_d2_without_a_number_of_homes_there_is_no_estimate(merwedam, bilal, wim):
    area = Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Oost")
    ring(bilal, area, 12, heard=3)
    assert (seen(wim).homes, seen(wim).estimate) == (None, None)


def test_d2_only_this_quarter_and_only_a_need_counts(oost, bilal, wim):
    ring(bilal, oost, 12, heard=2)
    Visit.objects.filter(signals=None).update(on=MONDAY.date() - timedelta(days=92))
    ring(bilal, oost, 10, heard=3, by_topic=(("talent", "Hij bakt brood"), ("street", "Gat")))
    ring(bilal, oost, 1, heard=1, by_topic=(*NEED, ("carer", "Zij zorgt voor haar man")))
    assert (seen(wim).called, seen(wim).heard) == (13, 3)


def test_d2_who_is_known_along_another_way_is_taken_off_once(oost, bilal, wim, fatma, joop, noor):
    """A signal, the question it became, a question at the desk, and one that ended long ago."""
    Person.objects.all().update(neighbourhood=oost)
    ring(bilal, oost, 20, heard=2)
    other = actions.Noticed(words="Zij zit vaak alleen", neighbourhood_id=oost.pk)
    waiting, becomes = (
        actions.hand_in(bilal.actor, actions.notice(bilal.actor, noticed=other).pk)
        for _ in range(2)
    )
    actions.take_up(wim.actor, becomes.pk)
    actions.turn(wim.actor, becomes.pk, asked_by_id=fatma.person.pk)
    story.asked(fatma, "Nog een vraag")
    gone = story.asked(noor, "Lang geleden")
    type(gone).objects.filter(pk=gone.pk).update(
        opened_at=MONDAY - timedelta(days=200), state="withdrawn"
    )
    at_a_door = Signal.objects.filter(visit__isnull=False).first()
    actions.take_up(wim.actor, at_a_door.pk)
    actions.turn(wim.actor, at_a_door.pk, asked_by_id=joop.person.pk)

    assert waiting.state == "handed_in"
    assert (seen(wim).heard, seen(wim).known) == (2, 2)
    assert seen(wim).estimate == estimated(Calls(homes=400, called=20, heard=2, known=2), 10)


def test_prv_16_few_heard_or_few_not_heard_give_others_no_estimate(oost, bilal, wim, ruben, els):
    ring(bilal, oost, 30, heard=9)
    for who in (ruben, els):
        assert (seen(who).heard, seen(who).estimate, seen(who).called) == (None, None, 30)
    assert seen(wim).heard == 9

    ring(bilal, oost, 1, heard=1)
    assert seen(ruben).heard == 10
    assert seen(ruben).estimate == seen(wim).estimate


def test_prv_16_who_rang_at_nearly_everyone_with_a_question_tells_of_the_few_without(
    oost, bilal, wim, ruben
):
    ring(bilal, oost, 22, heard=20)
    assert (seen(ruben).heard, seen(ruben).estimate) == (None, None)
    assert seen(wim).estimate is not None


def test_prv_16_no_estimate_from_which_another_neighbourhood_follows(
    oost, merwedam, els, bilal, wim, ruben
):
    """Who knows that 15 signals came from doors would find the 3 of West beside the 12 of Oost."""
    west = counted(merwedam, els, "West")
    ring(bilal, oost, 30, heard=12)
    assert seen(ruben).estimate is not None
    ring(bilal, west, 30, heard=3)
    assert [(one.heard, one.estimate) for one in unseen(ruben.actor)] == [(None, None)] * 2
    assert [one.heard for one in unseen(wim.actor)] == [12, 3]


def test_prv_16_signals_that_are_hidden_hide_the_estimate_as_well(
    oost, merwedam, els, bilal, ruben
):
    """Three signals of West came along another way: they would follow from what Oost tells."""
    west = counted(merwedam, els, "West")
    ring(bilal, oost, 30, heard=12)
    for _ in range(3):
        told = actions.Noticed(words="Zij zit vaak alleen", neighbourhood_id=west.pk)
        actions.hand_in(bilal.actor, actions.notice(bilal.actor, noticed=told).pk)
    assert seen(ruben).estimate is None


def test_prv_16_who_we_know_and_may_not_count_is_not_taken_off(oost, bilal, wim, ruben, fatma):
    Person.objects.filter(pk=fatma.person.pk).update(neighbourhood=oost)
    story.asked(fatma, "Ik wil weer naar de markt")
    ring(bilal, oost, 40, heard=12)
    assert seen(wim).known == 1
    assert seen(ruben).known is None
    assert seen(ruben).estimate == estimated(Calls(homes=400, called=40, heard=12), 10)


def test_d2_who_may_not_read_it_and_another_town_see_no_neighbourhood(
    oost, bilal, fatma, noor, zed
):
    assert [unseen(who.actor) for who in (bilal, fatma, noor, zed)] == [[]] * 4


def test_d2_the_homes_are_counted_by_who_may_with_a_source_and_a_line(oost, els, bilal, ruben, zed):
    assert (oost.homes, oost.homes_source) == (400, "CBS 2025")
    line = JournalLine.objects.filter(verb="neighbourhood.count_homes").get()
    assert line.facts == {"homes": 400, "source": "CBS 2025"}
    for who in (bilal, ruben):
        with pytest.raises(PermissionDenied):
            people.count_homes(who.actor, oost.pk, homes=1, homes_source="Zelf geteld")
    zed_works = replace(zed.actor, roles=frozenset({Role.COORDINATOR}))
    with pytest.raises(ObjectDoesNotExist):
        people.count_homes(zed_works, oost.pk, homes=1, homes_source="Zelf geteld")


@pytest.mark.parametrize(("homes", "source"), [(0, "CBS 2025"), (400, "")])
def test_d2_homes_without_a_source_or_none_at_all_are_refused(homes, source, oost, els):
    with pytest.raises(ValidationError):
        people.count_homes(els.actor, oost.pk, homes=homes, homes_source=source)
    with pytest.raises(IntegrityError), transaction.atomic():
        Neighbourhood.objects.filter(pk=oost.pk).update(homes=homes, homes_source=source)


def test_d2_drawing_the_map_anew_keeps_the_homes(oost, merwedam, wim):
    system = wim.actor.system(merwedam.pk, wim.actor.at)
    assert people.draw_neighbourhood(system, code="Oost", name="Oost", outline="").homes == 400


def test_as_many_queries_for_three_as_for_one(merwedam, bilal, els, ruben, fatma):
    asked = []
    for number in range(3):
        area = counted(merwedam, els, f"Buurt {number}")
        ring(bilal, area, 2, heard=1)
        story.asked(fatma, f"Vraag {number}")
        with CaptureQueriesContext(connection) as queries:
            unseen(ruben.actor)
        asked.append(queries)
    assert len(asked[0]) == len(asked[2]) <= 5, [one["sql"] for one in asked[0]]

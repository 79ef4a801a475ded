"""What the street tells: liveability to the team, several things from one visit, white spots."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.offers import queries as offers
from kruispunt.people import actions as people
from kruispunt.people import queries as persons
from kruispunt.people.actions import Particulars
from kruispunt.questions import actions, queries
from kruispunt.questions.models import Liveability
from kruispunt.questions.queries import neighbourhood
from kruispunt.questions.states import State
from tests import story
from tests.cast import enter

FATMA_NEW = actions.Whom(who=Particulars(given_name="Halima"))


@pytest.fixture
def thea(merwedam):
    """Works in the neighbourhood team."""
    return enter("Thea", merwedam, Role.TEAM_MEMBER)


def heard(bilal, about="question", words="De lantaarn is stuk"):
    noticed = actions.Noticed(words=words, about=about, place="Lindelaan")
    return actions.hand_in(bilal.actor, actions.notice(bilal.actor, noticed=noticed).pk)


@pytest.fixture
def lamp(bilal, wim):
    signal = heard(bilal, "liveability")
    actions.take_up(wim.actor, signal.pk)
    return actions.turn_into_liveability(
        wim.actor, signal.pk, kind="OPENBARE_RUIMTE", words="Een lantaarn is stuk."
    )


def test_sm9_from_raised_to_told_with_its_terms(lamp, thea, bilal):
    assert (lamp.due_on, lamp.answer_by) == (date(2026, 11, 5), date(2026, 11, 30))
    received = actions.receive(thea.actor, lamp.pk)
    assert (received.taken_by_id, received.due_on) == (thea.person.pk, date(2026, 11, 30))
    actions.pass_on(thea.actor, lamp.pk, to="de gemeente, afdeling verlichting")

    told = actions.answer_liveability(thea.actor, lamp.pk, outcome="Hij brandt weer.")
    assert (told.state, told.due_on) == ("fed_back", None)
    assert Letter.objects.get(to_person_id=bilal.person.pk).text.count("Hij brandt weer.") == 1


def test_sm9_the_street_may_do_it_itself(lamp, thea):
    actions.receive(thea.actor, lamp.pk)
    assert actions.leave_to_residents(thea.actor, lamp.pk).state == "by_residents"


def test_tax04_the_team_sees_the_street_and_no_person(fatma, wim, thea, lamp):
    question = story.asked(fatma, "Ik durf niet naar buiten door mijn hartziekte")
    actions.contact(wim.actor, question.pk)
    actions.clarify(wim.actor, question.pk, found=replace(story.WALKING, kind="OVERLAST"))
    actions.triage(wim.actor, question.pk, answers=story.INTENSIVE)
    actions.hand_to_team(wim.actor, question.pk, words="Er is overlast bij de flat.")

    seen = [row.words for row in neighbourhood.open_liveability(thea.actor)]
    assert seen == ["Een lantaarn is stuk.", "Er is overlast bij de flat."]
    assert not queries.visible(thea.actor).exists()
    with pytest.raises(ImpossibleMove, match="niet over de buurt"):
        actions.raise_liveability(
            wim.actor, raised=actions.Raised(kind="GEHEUGEN", words="Vergeet veel")
        )


def test_sm9_a_question_that_waited_for_the_team_is_done_when_it_is_told(fatma, wim, thea):
    question = story.asked(fatma)
    actions.contact(wim.actor, question.pk)
    actions.clarify(wim.actor, question.pk, found=replace(story.WALKING, kind="OVERLAST"))
    actions.triage(wim.actor, question.pk, answers=story.INTENSIVE)
    actions.hand_to_team(wim.actor, question.pk, words="Er is overlast bij de flat.")
    row = Liveability.objects.get()
    actions.receive(thea.actor, row.pk)
    actions.take_up_liveability(thea.actor, row.pk)
    actions.answer_liveability(thea.actor, row.pk, outcome="Er zijn afspraken gemaakt.")

    done = queries.one(wim.actor, question.pk)
    assert (done.state, done.ending) == (State.COMPLETED, "Er zijn afspraken gemaakt.")


def test_a_question_others_took_over_ends_with_what_came_of_it(fatma, wim, zed):
    question = story.searched(fatma, wim)
    actions.notify(wim.actor, question.pk)
    concluded = actions.Concluded(outcome="provided", ending="Er komt huishoudelijke hulp.")
    with pytest.raises(ObjectDoesNotExist):
        actions.conclude(zed.actor, question.pk, concluded=concluded)

    done = actions.conclude(wim.actor, question.pk, concluded=concluded)
    assert (done.state, done.outcome, done.ended_at) == ("completed", "provided", wim.actor.at)


def test_who_may_not_see_the_street_does_not(lamp, thea, zed, noor, fatma):
    for stranger in (zed, noor, fatma):
        assert not neighbourhood.liveability(stranger.actor).exists()
    with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
        actions.receive(noor.actor, lamp.pk)


def test_the_database_wants_to_know_to_whom_it_was_passed(lamp):
    with pytest.raises(IntegrityError), transaction.atomic():
        Liveability.objects.filter(pk=lamp.pk).update(state="passed_on")


def test_d7_one_visit_brings_a_question_a_talent_a_carer_and_the_street(bilal, wim):
    by_topic = (
        ("food", "Zij komt de trap niet af voor boodschappen"),
        ("talent", "Hij repareert fietsen"),
        ("carer", "Zij zorgt dag en nacht voor haar man"),
        ("street", "De bank is stuk"),
    )
    actions.bring_visit(bilal.actor, heard=actions.Heard(place="Lindelaan", by_topic=by_topic))

    found = [(one.about, one.state) for one in queries.signals(wim.actor)]
    assert found == [
        ("question", "handed_in"),
        ("talent", "handed_in"),
        ("carer", "handed_in"),
        ("liveability", "handed_in"),
    ]


def test_d12_a_neighbourhood_where_nobody_came_is_a_white_spot(bilal, wim, merwedam):
    tekla = enter("Tekla", merwedam, "technician")
    star = people.draw_neighbourhood(tekla.actor, code="BU01", name="Sterrenbuurt", outline="")
    people.draw_neighbourhood(tekla.actor, code="BU02", name="Havenbuurt", outline="")
    actions.bring_visit(
        bilal.actor, heard=actions.Heard(place="Orionstraat", neighbourhood_id=star.pk)
    )

    found = [(one.name, one.visits, one.is_white_spot) for one in neighbourhood.coverage(wim.actor)]
    assert found == [("Havenbuurt", 0, True), ("Sterrenbuurt", 1, False)]


def test_d8_a_talent_goes_to_the_registry_and_only_once(bilal, wim):
    signal = heard(bilal, "talent", "Hij repareert fietsen")
    actions.take_up(wim.actor, signal.pk)
    actions.turn_into_talent(wim.actor, signal.pk, whom=FATMA_NEW, kinds=("KLUS_HUIS",))
    [given] = offers.visible(wim.actor)
    assert (given.description, given.person.given_name) == ("Hij repareert fietsen", "Halima")

    again = heard(bilal, "talent")
    actions.take_up(wim.actor, again.pk)
    with pytest.raises(ImpossibleMove, match="al bij de vrijwilligers"):
        actions.turn_into_talent(
            wim.actor,
            again.pk,
            whom=actions.Whom(person_id=given.person_id),
            kinds=("KLUS_HUIS",),
        )


def test_a_carer_is_seen_and_asks_in_her_own_right(bilal, wim, fatma, joop):
    signal = heard(bilal, "carer", "Hij zorgt voor haar")
    actions.take_up(wim.actor, signal.pk)
    question = actions.turn_into_carer(
        wim.actor,
        signal.pk,
        whom=actions.Whom(person_id=joop.person.pk),
        cares_for_id=fatma.person.pk,
    )
    assert question.asked_by_id == joop.person.pk
    assert [one.cares for one in persons.network(wim.actor, fatma.person.pk)] == [True]


def test_a11_b7_a_practice_names_who_said_yes_and_hears_back_in_ten_days(wim, ank, merwedam):
    practice = people.register_organisation(
        wim.actor, name="Huisartsen Oost", kind="care", contact_id=ank.person.pk
    )
    word = neighbourhood.signal_link(practice.pk)
    assert neighbourhood.organisation_by_link(word) == practice.pk
    with pytest.raises(ObjectDoesNotExist):
        neighbourhood.organisation_by_link(f"{practice.pk}:vals")

    guest = Actor(
        None,
        merwedam.pk,
        frozenset({Role.RESIDENT, Role.CONTACT}),
        frozenset({practice.pk}),
        at=wim.actor.at,
    )
    signal = actions.bring_for(
        guest,
        noticed=actions.Noticed(
            words="Is vaak alleen",
            organisation_id=practice.pk,
            yes_on=guest.today,
            yes_how="in de spreekkamer",
        ),
        about_whom=Particulars(given_name="Halima", phone="0183 555 011"),
    )
    assert (signal.state, signal.feed_back_by) == ("handed_in", date(2026, 11, 16))

    actions.take_up(wim.actor, signal.pk)
    actions.turn_into_question(wim.actor, signal.pk, whom=actions.Whom(person_id=signal.named_id))
    late = wim.later(days=15)
    assert [one.pk for one in neighbourhood.signals_to_feed_back(late)] == [signal.pk]
    actions.feed_back(late, signal.pk, outcome="Wij hebben contact.")
    assert Letter.objects.filter(to_person_id=ank.person.pk).count() == 1
    assert not neighbourhood.signals_to_feed_back(late).exists()


def test_prv11_a_practice_cannot_name_someone_without_that_persons_yes(wim, merwedam):
    practice = people.register_organisation(wim.actor, name="Huisartsen", kind="care")
    roles = frozenset({Role.RESIDENT, Role.CONTACT})
    guest = Actor(None, merwedam.pk, roles, frozenset({practice.pk}), at=wim.actor.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.bring_for(
            guest,
            noticed=actions.Noticed(words="Is vaak alleen", organisation_id=practice.pk),
            about_whom=Particulars(given_name="Halima"),
        )

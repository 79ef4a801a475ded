"""Committees and guides with their language, and a resident who wishes for one (D14)."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kruispunt.arrangements import queries as answers
from kruispunt.base.roles import Role
from kruispunt.matching import queries as matching
from kruispunt.offers.models import Guide
from kruispunt.people.actions.ears import Committee, know_committee, note_languages
from kruispunt.people.actions.nominating import Candidate, nominate, welcome
from kruispunt.people.models import Neighbourhood, Organisation, Person, Seat
from kruispunt.people.queries import ears
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Signal
from kruispunt.questions.queries.languages import language_wished
from kruispunt.questions.queries.neighbourhood import signal_link
from tests import story


@pytest.fixture
def star(merwedam):
    return Neighbourhood.objects.create(municipality=merwedam, code="BU01", name="Sterrenbuurt")


@pytest.fixture
def moon(merwedam):
    return Neighbourhood.objects.create(municipality=merwedam, code="BU02", name="Maanbuurt")


@pytest.fixture
def guide_seat(bilal, star, merwedam):
    """Bilal is the ambassador of a part of town."""
    return Seat.objects.create(
        municipality=merwedam, person=bilal.person, role=Role.AMBASSADOR, neighbourhood=star,
        since=bilal.actor.today,
    )  # fmt: skip


@pytest.fixture
def committee(wim, star):
    told = Committee(
        name="Comité Sterrenbuurt", neighbourhood_id=star.pk, contact_name="Truus", phone="0183 1"
    )
    return know_committee(wim.actor, committee=told)


class TestCommittees:
    """A group of residents with an area, whom to call, and a link of its own."""

    def test_d14_a_committee_has_an_area_and_somebody_to_call(self, committee, wim, star):
        [found] = ears.committees(wim.actor)
        assert (found.neighbourhood, found.contact.given_name) == (star, "Truus")
        assert found == committee

    def test_d14_a_name_stands_there_once(self, committee, wim, star):
        with pytest.raises(ValidationError):
            know_committee(
                wim.actor, committee=Committee(name=committee.name, neighbourhood_id=star.pk)
            )
        assert Person.objects.filter(given_name="Truus").count() == 1

    def test_d14_what_it_passes_on_is_of_its_own_part_of_town(self, committee, star):
        where = f"/doorgeven/{signal_link(committee.pk)}/"
        said = {"words": "De lantaarn is stuk", "about": "liveability", "place": "", "area": ""}
        assert Client().post(where, said).status_code == 200
        signal = Signal.objects.get()
        assert (signal.neighbourhood, signal.organisation) == (star, committee)

    @pytest.mark.parametrize("who", ["els", "bilal", "petra", "noor"])
    def test_d14_only_the_desk_writes_one_down(self, who, request, star):
        with pytest.raises(PermissionDenied):
            know_committee(
                request.getfixturevalue(who).actor,
                committee=Committee(name="Nep", neighbourhood_id=star.pk),
            )

    @pytest.mark.usefixtures("committee")
    def test_d14_a_committee_without_an_area_refuses_the_database(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            Organisation.objects.update(neighbourhood=None)


class TestLanguages:
    """What an ambassador speaks, and who comes first near the one who asks."""

    def test_d14_ambassadors_who_speak_it_and_the_own_part_of_town_first(
        self, guide_seat, wim, joop, moon, merwedam
    ):
        other = Seat.objects.create(
            municipality=merwedam, person=joop.person, role=Role.AMBASSADOR, neighbourhood=moon,
            since=joop.actor.today,
        )  # fmt: skip
        for seat in (guide_seat, other):
            note_languages(wim.actor, seat.pk, languages=("nl", "ber"))
        assert ears.who_speak(wim.actor, "ber", near=moon.pk) == [other, guide_seat]
        assert ears.who_speak(wim.actor, "tr") == ears.who_speak(wim.actor, "") == []

    def test_d14_whoever_is_written_about_is_held_first_so_nothing_else_is_undone(
        self, guide_seat, wim, ank, star
    ):
        """Where two write at once: a street that is sealed just then stays sealed."""
        put_forward = nominate(
            ank.actor, candidate=Candidate(given_name="Ria", phone="0183 555 044", said_yes=True)
        )
        for write in (
            lambda: note_languages(wim.actor, guide_seat.pk, languages=("nl",)),
            lambda: welcome(
                wim.actor, put_forward.pk, neighbourhood_id=star.pk, email="ria@voorbeeld.nl"
            ),
        ):
            with CaptureQueriesContext(connection) as asked:
                write()
            held = [one for one in asked.captured_queries if 'OF "people_person"' in one["sql"]]
            assert bool(held) == (connection.vendor == "postgresql")

    def test_d14_a_coordinator_of_another_part_of_town_and_zed_see_none(
        self, guide_seat, els, zed, moon, star
    ):
        here = replace(els.actor, neighbourhood_ids=frozenset({star.pk}))
        there = replace(els.actor, neighbourhood_ids=frozenset({moon.pk}))
        elsewhere = replace(zed.actor, roles=frozenset({Role.WORKER}))
        assert list(ears.ambassadors(here)) == [guide_seat]
        assert not ears.ambassadors(there)
        assert not ears.ambassadors(elsewhere)


class TestWish:
    """A wish is worth points; a need is a rule of the scales."""

    @pytest.fixture
    def both(self, noor, joop, els):
        """Two who suit equally, but for what they speak."""
        Person.objects.filter(pk=joop.person.pk).update(languages=["nl", "ber"])
        return story.available(noor, els), story.available(joop, els)

    def found(self, fatma, wim, **wish):
        asked = story.searched(fatma, wim, found=replace(story.WALKING, **wish))
        return matching.candidates(wim.actor, asked.pk)

    @pytest.mark.usefixtures("both")
    def test_d14_who_speaks_the_language_wished_for_comes_first(self, fatma, wim):
        found = self.found(fatma, wim, language_wish="ber")
        assert [one.name for one in found.candidates] == ["Joop", "Noor"]

    @pytest.mark.usefixtures("both")
    def test_d14_a_language_that_is_needed_is_a_rule(self, fatma, wim):
        found = self.found(fatma, wim, language_wish="ber", language_needed=True)
        assert [one.name for one in found.candidates] == ["Joop"]
        [refused] = found.refused
        assert refused.why_not == "spreekt geen gedeelde taal"

    def test_d14_a_need_says_which_and_the_language_is_known(self, fatma, wim):
        question = story.asked(fatma)
        questions.contact(wim.actor, question.pk)
        for wrong in ({"language_needed": True}, {"language_wish": "xx"}):
            with pytest.raises(ValidationError):
                questions.clarify(wim.actor, question.pk, found=replace(story.WALKING, **wrong))

    def test_d14_guides_who_speak_it_come_first(self, fatma, joop, bilal, wim, merwedam):
        for who in (bilal, joop):
            Guide.objects.create(
                municipality=merwedam, person=who.person, kinds=["CLIENTONDERSTEUNING"],
                state="shown", state_since=who.actor.at,
            )  # fmt: skip
        names = lambda: [  # noqa: E731
            card.name for card in answers.guides_to_choose(fatma.actor, resident_id=fatma.person.pk)
        ]
        assert names() == ["Bilal", "Joop"]
        Person.objects.filter(pk=joop.person.pk).update(languages=["ber"])
        story.triaged(fatma, wim, found=replace(story.WALKING, language_wish="ber"))
        assert language_wished(fatma.actor, fatma.person.pk) == "ber"
        assert names() == ["Joop", "Bilal"]


def test_d14_the_page_of_who_hears_what(committee, guide_seat, wim, els, star):
    browser, where = wim.browser(), "/startpunt/wie-hoort-wat/"
    told = browser.get(where).content.decode()
    assert committee.name in told
    assert "Bilal" in told
    assert f"/doorgeven/{signal_link(committee.pk)}/" in told
    talks = f"{where}{guide_seat.pk}/talen/"
    assert browser.post(talks, {"languages": ["xx"]}).status_code == 422
    assert browser.post(talks, {"languages": ["nl", "ber"]}).status_code == 302
    assert "Berbers" in browser.get(where).content.decode()
    assert browser.post(where, {"name": "", "neighbourhood_id": star.pk}).status_code == 422
    fresh = {"name": "Galerij", "neighbourhood_id": star.pk}
    assert browser.post(where, fresh).status_code == 302
    assert els.browser().get(where).status_code == 200
    assert els.browser().get(talks).status_code == 404


def test_d14_the_question_says_the_language_and_who_can_go_along(fatma, wim, guide_seat):
    note_languages(wim.actor, guide_seat.pk, languages=("nl", "ber"))
    wish = replace(story.WALKING, language_wish="ber", language_needed=True)
    question = story.triaged(fatma, wim, found=wish)
    told = wim.browser().get(f"/startpunt/vraag/{question.pk}/").content.decode()
    assert "Berbers, dat is nodig" in told
    assert "Bilal (Sterrenbuurt)" in told


def test_as_many_queries_for_three_as_for_one(wim, star, django_assert_num_queries):
    for number in range(3):
        told = Committee(name=f"Comité {number}", neighbourhood_id=star.pk, contact_name="Truus")
        know_committee(wim.actor, committee=told)
        with django_assert_num_queries(1):
            assert len([one.contact.name for one in ears.committees(wim.actor)]) == number + 1

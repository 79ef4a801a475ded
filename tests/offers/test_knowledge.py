"""Knowledge and trainings belong to a partner and to a theme (A19)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.offers import jobs
from kruispunt.offers.actions.knowledge import (
    Known,
    assure_knowledge,
    change_knowledge,
    share_knowledge,
    take_off_knowledge,
)
from kruispunt.offers.models import Course, Knowledge
from kruispunt.offers.queries import knowledge as queries
from kruispunt.offers.queries import late
from kruispunt.people.models import Organisation

CALM = Known(
    title="Iemand die alles vergeet", words="Blijf rustig en wijs aan.", themes=("dementie",)
)


@pytest.fixture
def care(merwedam):
    return Organisation.objects.create(municipality=merwedam, name="Zorg", kind="care")


@pytest.fixture
def expert(ank, care):
    """Ank works for the organisation that knows."""
    return replace(ank.actor, organisation_ids=frozenset({care.pk}))


@pytest.fixture
def item(expert, care):
    return share_knowledge(expert, care.pk, known=CALM)


@pytest.fixture
def tick(merwedam, els):
    return lambda days: jobs.ask_to_review_knowledge(
        Actor.system(merwedam.pk, els.actor.at + timedelta(days=days))
    )


class TestOwner:
    """The partner keeps it, and nobody else does."""

    def test_a19_a_partner_shares_and_keeps_it_up_to_date(self, item, expert):
        changed = change_knowledge(expert, item.pk, known=replace(CALM, words="Neem de tijd."))
        assert (changed.words, changed.assured_on) == ("Neem de tijd.", expert.today)
        assert list(queries.our_knowledge(expert)) == [item]
        take_off_knowledge(expert, item.pk)
        assert not queries.our_knowledge(expert)

    @pytest.mark.parametrize("who", ["noor", "els", "wim", "petra", "ank", "zed"])
    def test_a19_nobody_else_writes_in_it(self, who, item, care, request):
        someone = request.getfixturevalue(who).actor
        with pytest.raises((PermissionDenied, Organisation.DoesNotExist)):
            share_knowledge(someone, care.pk, known=replace(CALM, title="Van mij"))
        with pytest.raises(Knowledge.DoesNotExist):
            assure_knowledge(someone, item.pk)
        assert Knowledge.objects.count() == 1

    @pytest.mark.usefixtures("item")
    def test_a19_the_same_title_stands_there_once(self, expert, care):
        with pytest.raises(ValidationError):
            share_knowledge(expert, care.pk, known=CALM)

    def test_a19_the_day_to_look_again_is_to_come(self, expert, care):
        with pytest.raises(ValidationError):
            share_knowledge(expert, care.pk, known=replace(CALM, review_on=expert.today))

    def test_to_review_without_a_day_refuses_the_database(self, item):
        with pytest.raises(IntegrityError), transaction.atomic():
            Knowledge.objects.filter(pk=item.pk).update(state="to_review")


class TestGrowingOld:
    """On its day it waits with the owner, and later the process manager hears it."""

    def test_a19_what_grew_old_waits_on_the_desk_of_its_owner(self, item, expert, tick, els):
        tick(300)
        assert not queries.knowledge_piles(expert)[0].waiting
        tick(400)
        later = replace(expert, at=expert.at + timedelta(days=401))
        [pile] = queries.knowledge_piles(later)
        assert list(pile.waiting) == [item]
        assert queries.knowledge_piles(els.actor) == []
        assert assure_knowledge(later, item.pk).state == "shared"
        tick(402)
        assert not queries.knowledge_piles(later)[0].waiting

    def test_a19_the_length_is_the_municipalitys_own(self, merwedam, expert, care, tick):
        Term.objects.create(
            municipality=merwedam, name="knowledge.review", length=5, valid_from="2026-01-01"
        )
        item = share_knowledge(expert, care.pk, known=CALM)
        tick(8)
        item.refresh_from_db()
        assert item.state == "to_review"

    @pytest.mark.usefixtures("item")
    def test_a19_petra_hears_what_lies_too_long(self, petra, tick):
        tick(400)
        heard = {pile.noun: pile.waiting.count() for pile in late.late(petra.later(days=480))}
        assert heard["knowledge"] == 1


class TestFinding:
    """By theme, with the trainings that go with it."""

    def test_a19_found_by_theme_with_trainings_of_a_partner(self, item, noor, els, care, merwedam):
        course = Course.objects.create(
            municipality=merwedam, title="Luisteren", module="dementie", organisation=care,
            on=els.actor.today + timedelta(days=9), state="open", state_since=els.actor.at,
        )  # fmt: skip
        [shelf] = queries.knowledge(noor.actor, "dementie")
        assert (shelf.items, shelf.courses) == ((item,), (course,))
        [other] = queries.knowledge(noor.actor, "ggz")
        assert (other.items, other.courses) == ((), ())

    def test_a19_a_training_stands_there_also_when_no_partner_shared_a_thing_yet(
        self, noor, zed, fatma, els, merwedam
    ):
        course = Course.objects.create(
            municipality=merwedam, title="Luisteren", module="dementie",
            on=els.actor.today + timedelta(days=9), state="open", state_since=els.actor.at,
        )  # fmt: skip
        [shelf] = queries.knowledge(noor.actor, "dementie")
        assert (shelf.items, shelf.courses) == ((), (course,))
        for someone in (zed, fatma):
            assert not any(one.courses for one in queries.knowledge(someone.actor))

    @pytest.mark.usefixtures("item")
    def test_a19_zed_finds_nothing_of_here(self, zed, fatma):
        for someone in (zed, fatma):
            assert all(not shelf.items for shelf in queries.knowledge(someone.actor))

    @pytest.mark.parametrize("crowd", [1, 3])
    def test_as_many_queries_for_three_as_for_one(
        self, crowd, noor, expert, care, django_assert_num_queries
    ):
        for number in range(crowd):
            share_knowledge(expert, care.pk, known=replace(CALM, title=f"Kennis {number}"))
        with django_assert_num_queries(2):
            queries.knowledge(noor.actor)


def test_a19_on_the_pages(ank, care, noor, els):
    desk = Actor(ank.person.pk, ank.actor.municipality_id, ank.actor.roles,
                 frozenset({care.pk}), at=ank.actor.at)  # fmt: skip
    browser, where = type(ank)(ank.person, desk).browser(), "/organisatie/kennis/"
    said = {"title": "Vergeten", "words": "Blijf rustig.", "themes": ["dementie"]}
    assert browser.post(where, {**said, "themes": ["x"]}).status_code == 422
    assert browser.post(where, said).status_code == 302
    item = Knowledge.objects.get()
    one = f"{where}{item.pk}/"
    assert browser.post(one, {**said, "words": "Neem de tijd."}).status_code == 302
    assert browser.post(f"{one}assure_knowledge/").status_code == 302
    told = noor.browser().get("/werk/kennis/?over=dementie").content.decode()
    assert "Neem de tijd." in told
    assert "Van Zorg" in told
    assert els.browser().get("/werk/kennis/").status_code == 200
    assert els.browser().get(one).status_code == 404

"""A volunteer, from signing up to goodbye (SM-3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers import actions, queries
from kruispunt.offers.actions import NoPlaceLeft
from kruispunt.offers.models import Place, Volunteering
from kruispunt.offers.states import VolunteerState
from tests import story


@pytest.fixture
def applied(noor):
    return actions.apply_as_volunteer(
        noor.actor, person_id=noor.person.pk, profile=story.NOORS_PROFILE
    )


def test_k8_sm3_from_applied_to_available_in_order(noor, els):
    given = story.available(noor, els)

    assert given.state == VolunteerState.AVAILABLE
    assert given.due_on == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("certificate", "missing"),
    [
        ({"agreed": False}, "afspraken"),
        ({"trainings": ()}, "basistraining"),
        ({"vog": "requested"}, "VOG"),
        ({"permission": "asked"}, "uitkeringsinstantie"),
    ],
)
def test_sm3_nobody_starts_before_all_is_in_order(certificate, missing, applied, els):
    actions.meet_volunteer(els.actor, applied.pk)
    ready = {"trainings": ("basis",), "vog": "not_needed", "agreed": True} | certificate
    actions.certify(els.actor, applied.pk, **ready)

    with pytest.raises(ImpossibleMove, match=missing):
        actions.deploy_volunteer(els.actor, applied.pk)


def test_noor_describes_and_rests_herself_and_does_not_declare_herself_fit(noor, els, applied):
    actions.describe_volunteer(
        noor.actor, applied.pk, profile=replace(story.NOORS_PROFILE, max_km=Decimal(8))
    )
    actions.meet_volunteer(els.actor, applied.pk)

    with pytest.raises(PermissionDenied, match=r"offers\.deploy"):
        actions.deploy_volunteer(noor.actor, applied.pk)


def test_a_deployable_volunteer_is_opened_by_the_registry_not_by_herself(noor, els, applied):
    actions.meet_volunteer(els.actor, applied.pk)
    actions.certify(els.actor, applied.pk, trainings=("basis",), agreed=True)
    actions.deploy_volunteer(els.actor, applied.pk)

    with pytest.raises(PermissionDenied):
        actions.make_available(noor.actor, applied.pk)


def test_after_a_rest_she_opens_herself(noor, els):
    given = story.available(noor, els)
    actions.pause_volunteer(noor.actor, given.pk)

    assert actions.make_available(noor.actor, given.pk).state == VolunteerState.AVAILABLE


def test_a_word_that_no_list_knows_is_refused(noor):
    with pytest.raises(ValidationError, match="Onbekend woord"):
        actions.apply_as_volunteer(
            noor.actor, person_id=noor.person.pk, profile=actions.Profile(kinds=("TOVEREN",))
        )


def test_what_noor_gives_is_hidden_from_other_volunteers_and_other_towns(noor, fatma, zed, applied):
    assert queries.mine(noor.actor) == applied
    assert queries.mine(fatma.actor) is None
    for someone in (fatma, zed):
        with pytest.raises(ObjectDoesNotExist):
            queries.one(someone.actor, applied.pk)


def test_nobody_signs_another_up_but_the_registry_and_the_startpunt(noor, fatma, els, wim):
    with pytest.raises(PermissionDenied, match=r"offers\.apply"):
        actions.apply_as_volunteer(
            fatma.actor, person_id=noor.person.pk, profile=story.NOORS_PROFILE
        )
    assert not Volunteering.objects.exists()

    actions.apply_as_volunteer(wim.actor, person_id=noor.person.pk, profile=story.NOORS_PROFILE)
    actions.apply_as_volunteer(els.actor, person_id=fatma.person.pk, profile=story.NOORS_PROFILE)


def test_vog05_not_issued_means_not_available_says_the_database(noor, els):
    given = story.available(noor, els)

    with pytest.raises(IntegrityError), transaction.atomic():
        Volunteering.objects.filter(pk=given.pk).update(vog="not_issued")


class TestPlaces:
    """CAP-01: places, hours and class limits, refused before and by the database."""

    @pytest.fixture
    def given(self, noor, els):
        profile = replace(
            story.NOORS_PROFILE, places=4, hours=Decimal(9), max_intensity="zeer_intensief"
        )
        given = story.available(noor, els, profile=profile)
        return actions.vouch_for(els.actor, given.pk)

    @staticmethod
    def take(actor, given, intensity, hours=1):
        inside = replace(actor, roles=actor.roles | {"room:arrangements"})
        return actions.take_place(inside, given.pk, intensity=intensity, hours=Decimal(hours))

    def test_a_place_is_taken_by_what_was_arranged_and_not_by_hand(self, els, given):
        with pytest.raises(PermissionDenied, match=r"offers\.take_place"):
            actions.take_place(els.actor, given.pk, intensity="licht", hours=Decimal(1))

    @pytest.mark.parametrize(
        ("running", "one_more", "fits"),
        [
            (("intensief",), "intensief", True),
            (("intensief",), "zeer_intensief", True),
            (("zeer_intensief",), "intensief", True),
            (("zeer_intensief",), "zeer_intensief", False),
            (("intensief", "intensief"), "intensief", False),
            (("intensief", "intensief"), "zeer_intensief", False),
            (("zeer_intensief", "intensief"), "intensief", False),
            (("zeer_intensief", "intensief"), "licht", True),
            (("licht", "licht", "licht"), "zeer_intensief", True),
        ],
    )
    def test_cap01_one_very_intensive_and_two_heavy_at_most(
        self, running, one_more, fits, els, given
    ):
        for intensity in running:
            self.take(els.actor, given, intensity)

        if fits:
            assert self.take(els.actor, given, one_more).freed_at is None
        else:
            with pytest.raises(NoPlaceLeft):
                self.take(els.actor, given, one_more)

    def test_hours_are_counted_over_all_her_matches(self, els, given):
        self.take(els.actor, given, "licht", hours=7)

        with pytest.raises(NoPlaceLeft, match="uren"):
            self.take(els.actor, given, "licht", hours=3)

    def test_full_is_not_proposed_and_a_freed_place_opens_again(self, els, given):
        taken = [self.take(els.actor, given, "licht") for _ in range(4)]
        given.refresh_from_db()
        assert given.state == VolunteerState.MATCHED

        inside = replace(els.actor, roles=els.actor.roles | {"room:arrangements"})
        actions.free_place(inside, taken[1].pk)
        actions.free_place(inside, taken[1].pk)
        given.refresh_from_db()
        assert given.state == VolunteerState.AVAILABLE
        assert self.take(els.actor, given, "licht").number == 2

    @pytest.mark.parametrize(
        "wrong",
        [
            {"number": 1},
            {"number": 5},
            {"number": 0},
            {"number": 2, "intensity": "intensief", "heavy_number": None},
            {"number": 2, "intensity": "zeer_intensief", "heavy_number": 2},
            {"number": 2, "intensity": "intensief", "heavy_number": 3},
            {"number": 2, "intensity": "intensief", "heavy_number": 1},
            {"number": 2, "intensity": "licht", "heavy_number": 2},
        ],
    )
    def test_k4_the_database_itself_refuses_a_place_too_many(self, wrong, els, given):
        first = self.take(els.actor, given, "zeer_intensief")
        row = {
            "municipality_id": first.municipality_id,
            "volunteering": given,
            "out_of": 4,
            "intensity": "licht",
            "hours": 1,
            "taken_at": els.actor.at,
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.objects.create(**row | wrong)

    def test_the_card_shows_what_is_left(self, els, given):
        self.take(els.actor, given, "zeer_intensief", hours=2)

        [card] = queries.offer_cards(els.actor)
        assert (card.places, card.hours, card.max_intensity) == (3, 7000, "intensief")

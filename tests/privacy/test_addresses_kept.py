"""Homes stay rough until two yeses, sealed ones stay sealed, and some never meet (S4, case 3)."""

import random
from math import dist
from statistics import median

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.models import Match
from kruispunt.base.moves import ImpossibleMove
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as weighing
from kruispunt.people import actions as people
from kruispunt.questions import queries as questions
from tests import story
from tests.cast import enter

PROBES, HOMES = 400, 40


def proposed(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    return arrangements.propose(els.actor, question.pk, volunteering_id=given.pk)


def test_s4_four_hundred_probes_find_no_home_nearer_than_the_grid(fatma, noor, wim, els):
    """The attacker moves her own home about; what she is shown of Fatma's never changes with it."""
    match, chance = proposed(fatma, noor, wim, els), random.Random(7)
    errors = []
    for _ in range(HOMES):
        home = (126_000 + chance.random() * 4000, 426_000 + chance.random() * 4000)
        fatma.person.x, fatma.person.y = home
        fatma.person.save()
        seen = set()
        for _ in range(PROBES // HOMES):
            noor.person.x = 125_000 + chance.random() * 6000
            noor.person.y = 425_000 + chance.random() * 6000
            noor.person.save()
            told = answers.neighbour(noor.actor, match.pk)
            assert (told.name, told.address, told.phone) == ("", "", "")
            seen.add(told.place)
        [place] = seen
        errors.append(dist(place, home))

    assert median(errors) >= 350


def test_s4_two_homes_in_one_square_look_the_same(fatma, noor, wim, els):
    match = proposed(fatma, noor, wim, els)
    told = set()
    for x, y in ((126_001.0, 427_001.0), (126_999.0, 427_999.0)):
        fatma.person.x, fatma.person.y = x, y
        fatma.person.save()
        told.add(answers.neighbour(noor.actor, match.pk))
    assert len(told) == 1


def test_prv_05_after_two_yeses_the_address_and_nothing_before(fatma, noor, wim, els):
    match = proposed(fatma, noor, wim, els)
    page = f"/vrijwilliger/koppeling/{match.pk}/"
    assert "Lindelaan" not in noor.browser().get(page).content.decode()

    arrangements.agree_as_volunteer(noor.actor, match.pk)
    assert "Lindelaan" not in noor.browser().get(page).content.decode()

    arrangements.agree_as_resident(fatma.actor, match.pk)
    assert "Lindelaan 3" in noor.browser().get(page).content.decode()


class TestSealed:
    """A sealed address is nowhere, and no distance leads back to it."""

    @pytest.fixture
    def sealed(self, fatma):
        fatma.person.address_sealed, fatma.person.street = True, "Geheimpad 9"
        fatma.person.save()
        return fatma

    def test_it_is_on_no_page_of_the_desk_or_the_volunteer(self, sealed, noor, wim, els):
        match = proposed(sealed, noor, wim, els)
        arrangements.agree_as_volunteer(noor.actor, match.pk)
        arrangements.agree_as_resident(sealed.actor, match.pk)
        question_id = match.arrangement.question_id
        pages = {
            wim: (f"vraag/{question_id}/", f"vraag/{question_id}/persoon/",
                  f"koppeling/{match.pk}/", "signalen/"),
            els: (f"vraag/{question_id}/candidates/", f"koppeling/{match.pk}/"),
        }  # fmt: skip
        for who, addresses in pages.items():
            browser = who.browser()
            for address in addresses:
                answer = browser.get(f"/startpunt/{address}")
                assert answer.status_code == 200
                assert "Geheimpad" not in answer.content.decode()
        page = noor.browser().get(f"/vrijwilliger/koppeling/{match.pk}/").content.decode()
        assert "Geheimpad" not in page

    def test_correcting_a_name_keeps_the_sealed_street(self, sealed, wim):
        question = story.asked(sealed)
        wim.browser().post(
            f"/startpunt/vraag/{question.pk}/persoon/", {"given_name": "Fatma", "surname": "Y"}
        )
        sealed.person.refresh_from_db()
        assert (sealed.person.surname, sealed.person.street) == ("Y", "Geheimpad 9")

    def test_the_scales_get_the_middle_of_the_square(self, sealed, wim):
        card = questions.ask_card(wim.actor, story.searched(sealed, wim).pk)
        assert (card.x, card.y) == (126_500_000, 427_500_000)

    def test_she_reads_her_own_address(self, sealed):
        told = sealed.browser().get("/mijn/gegevens/download/").json()
        assert told["persoon"]["street"] == "Geheimpad 9"


class TestKeptApart:
    """Two who may never meet do not, along any path, and nothing shows that it is so."""

    def test_the_candidates_are_those_of_a_town_without_her(self, fatma, noor, wim, els):
        question = story.searched(fatma, wim)
        given = story.available(noor, els)
        assert [
            one.volunteering_id for one in weighing.candidates(els.actor, question.pk).candidates
        ] == [given.pk]

        people.exclude(wim.actor, one_id=noor.person.pk, other_id=fatma.person.pk, reason="ex")
        weighed = weighing.candidates(els.actor, question.pk)
        assert (weighed.candidates, weighed.refused, weighed.nearly) == ((), (), ())
        page = els.browser().get(f"/startpunt/vraag/{question.pk}/candidates/").content.decode()
        assert "Noor" not in page

    def test_by_hand_in_a_wave_and_in_a_round(self, fatma, noor, wim, els):
        question = story.searched(fatma, wim)
        given = story.available(noor, els)
        people.exclude(wim.actor, one_id=fatma.person.pk, other_id=noor.person.pk, reason="ex")
        words = "Deze vrijwilliger past niet bij deze vraag"

        with pytest.raises(ImpossibleMove, match=words):
            matching.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words="x")
        with pytest.raises(ImpossibleMove, match=words):
            arrangements.propose(els.actor, question.pk, volunteering_id=given.pk)
        assert weighing.draft_round(els.actor).lines == ()

    def test_a_refusal_reads_like_any_other(self, fatma, wim, els, merwedam):
        """Who simply does not suit is refused in the same words."""
        question = story.searched(fatma, wim)
        far = enter("Ver", merwedam, "volunteer")
        far.person.x = 200_000.0
        far.person.save()
        given = story.available(far, els)
        with pytest.raises(ImpossibleMove, match="Deze vrijwilliger past niet bij deze vraag"):
            arrangements.propose(els.actor, question.pk, volunteering_id=given.pk)

    def test_a_letter_that_was_on_its_way_leads_to_a_friendly_no(
        self, fatma, noor, wim, els, client
    ):
        question = story.searched(fatma, wim)
        given = story.available(noor, els)
        [sent] = matching.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words="x")
        people.exclude(wim.actor, one_id=fatma.person.pk, other_id=noor.person.pk, reason="ex")

        answer = client.post(f"/uitnodiging/{weighing.link(sent)}/", {"answer": "yes"})

        assert answer.status_code == 409
        body = answer.content.decode()
        assert "Voor deze vraag zoeken we nu geen vrijwilliger." in body
        assert ("Fatma" in body, "nooit" in body) == (False, False)
        assert not answers.matches(els.actor).exists()

    def test_a_yes_after_the_two_were_kept_apart(self, fatma, noor, wim, els):
        match = proposed(fatma, noor, wim, els)
        people.exclude(wim.actor, one_id=fatma.person.pk, other_id=noor.person.pk, reason="ex")

        with pytest.raises(Match.DoesNotExist):  # to her it reads as a match that ended
            arrangements.agree_as_volunteer(noor.actor, match.pk)
        with pytest.raises(ImpossibleMove, match="zoeken we nu geen vrijwilliger"):
            arrangements.agree_as_resident(fatma.actor, match.pk)

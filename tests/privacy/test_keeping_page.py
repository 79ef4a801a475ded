"""The privacy officer sees what is held back and what went, with the journal as proof."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kruispunt.base import keeping, proofs
from kruispunt.base.actor import Actor
from kruispunt.base.models import Certificate, Hold, JournalLine
from tests.cast import MONDAY

PAGE = "/privacybeheer/bewaren/"


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def certified(actor: Actor, nights: int = 1) -> None:
    for night in range(nights):
        house = Actor.system(actor.municipality_id, MONDAY + timedelta(days=night))
        keeping.certify(house, counts={"RET-06 vragen met hun antwoord": 2 + night}, held_back=1)


def test_frans_holds_a_dossier_back_until_a_day_and_lets_it_go(fatma, frans):
    browser = frans.browser()
    until = timezone.localdate() + timedelta(days=90)
    said = {"dossier": fatma.person.pk, "reason": "er loopt een klacht", "until": until}

    assert browser.post(PAGE, said).status_code == 302
    page = words(browser.get(PAGE))
    assert f"Dossier {fatma.person.pk}" in page
    assert "er loopt een klacht" in page
    kept = Hold.objects.get()
    assert (kept.until, kept.set_by_id) == (until, frans.person.pk)

    assert browser.post(f"{PAGE}{kept.pk}/let_go/").status_code == 302
    assert "Er wordt nu niets tegengehouden" in words(browser.get(PAGE))
    verbs = JournalLine.objects.filter(subject=f"base.hold:{kept.pk}").order_by("number")
    assert list(verbs.values_list("verb", flat=True)) == ["keeping.hold", "keeping.let_go"]


def test_a_hold_that_is_over_holds_nothing(fatma, frans):
    keeping.hold(frans.actor, fatma.person.pk, reason="klacht", until=MONDAY.date())

    assert keeping.held(frans.actor) == {fatma.person.pk}
    assert keeping.held(frans.later(days=1)) == set()


def test_a_dossier_that_is_not_here_is_refused(zed, frans):
    for dossier in (zed.person.pk, 987_654):
        answer = frans.browser().post(PAGE, {"dossier": dossier, "reason": "klacht"})
        assert answer.status_code == 422
        assert "Er is geen dossier met dit nummer" in words(answer)
    assert not Hold.objects.exists()


def test_a_certificate_stands_beside_its_line_of_the_journal(frans):
    certified(frans.actor)
    page = words(frans.browser().get(PAGE))

    assert "RET-06 vragen met hun antwoord: 2" in page
    assert "Tegengehouden: 1" in page
    assert "Klopt met regel 1 van het logboek" in page


def test_a_certificate_that_was_changed_shows_itself(frans):
    certified(frans.actor)
    Certificate.objects.update(counts={"RET-06 vragen met hun antwoord": 1})
    [night] = proofs.certificates(frans.actor)

    assert (night.number, night.holds) == (1, False)
    assert "klopt niet met regel 1" in words(frans.browser().get(PAGE))


@pytest.mark.parametrize("who", ["wim", "petra", "noor", "zed"])
def test_nobody_else_finds_the_page(who, frans, request):
    certified(frans.actor)
    other = request.getfixturevalue(who)
    assert other.browser().get(PAGE).status_code == 404
    assert not proofs.certificates(other.actor)


@pytest.mark.parametrize("nights", [1, 3])
def test_three_nights_take_as_many_queries_as_one(nights, frans, django_assert_num_queries):
    certified(frans.actor, nights)
    with django_assert_num_queries(3):
        assert all(night.holds for night in proofs.certificates(frans.actor))

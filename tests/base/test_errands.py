"""What waits is done once, whoever dies with it in their hands."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db.models import Q

from kruispunt.base import errands, post
from kruispunt.base.errands import LostLease
from kruispunt.base.models import Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.states import Channel, ErrandState
from tests.cast import MONDAY

LEASE = settings.LEASE


@pytest.fixture
def letter(wim, fatma) -> Letter:
    return hand_in(wim, fatma)


def hand_in(wim, fatma, **changed) -> Letter:
    words = {
        "to_person_id": fatma.person.pk,
        "channel": Channel.MAIL,
        "subject": "Er is nieuws",
        "text": "Log in om het te lezen.",
        "key": "news:1",
    }
    return post.hand_in(wim.actor, **{**words, **changed})


def test_the_same_letter_is_handed_in_once(letter, wim, fatma):
    assert hand_in(wim, fatma) == letter


def test_nobody_takes_a_letter_before_its_time(wim, fatma):
    waiting = hand_in(wim, fatma)
    Letter.objects.filter(pk=waiting.pk).update(due_at=MONDAY + timedelta(days=1))

    assert errands.take(Letter, MONDAY) is None
    assert errands.take(Letter, MONDAY + timedelta(days=1)) is not None


def test_two_workers_do_not_take_the_same_letter(letter):
    assert errands.take(Letter, MONDAY) == letter
    assert errands.take(Letter, MONDAY) is None


def test_when_a_worker_dies_another_takes_over_after_the_lease(letter):
    errands.take(Letter, MONDAY)

    assert errands.take(Letter, MONDAY + LEASE) == letter


def test_who_slept_through_the_lease_cannot_finish(letter):
    sleeper = errands.take(Letter, MONDAY)
    errands.take(Letter, MONDAY + LEASE)

    with pytest.raises(LostLease):
        errands.finish(sleeper, MONDAY + LEASE)


def test_who_keeps_the_lease_alive_keeps_the_errand(letter):
    busy = errands.take(Letter, MONDAY)
    errands.prolong(busy, MONDAY + LEASE / 2)

    assert errands.take(Letter, MONDAY + LEASE) is None


def test_who_dies_while_handing_over_leaves_a_question_and_no_second_letter(letter, wim):
    errands.hand(errands.take(Letter, MONDAY))

    assert errands.take(Letter, MONDAY + LEASE) is None
    assert [each.state for each in post.to_look_at(wim.later(minutes=1))] == [ErrandState.UNSURE]


def test_each_time_it_fails_it_waits_longer_and_after_five_a_person_looks(letter, wim):
    now, waited = MONDAY, []
    while errand := errands.take(Letter, now):
        errands.put_back(errand, now, "SMTPServerDisconnected")
        errand.refresh_from_db()
        waited.append(errand.due_at - now)
        now = errand.due_at

    assert waited == sorted(waited)
    assert len(waited) == 5
    assert [each.state for each in post.to_look_at(wim.later(days=9))] == [ErrandState.PARKED]


def test_what_kills_every_worker_is_parked(letter):
    for turn in range(5):
        assert errands.take(Letter, MONDAY + turn * LEASE) == letter

    assert errands.take(Letter, MONDAY + 5 * LEASE) is None
    letter.refresh_from_db()
    assert letter.state == ErrandState.PARKED


def test_wim_sends_a_stuck_letter_again_and_ticks_off_a_call(letter, wim, fatma):
    errands.hand(errands.take(Letter, MONDAY))
    errands.take(Letter, MONDAY + LEASE)
    call = hand_in(wim, fatma, channel=Channel.PHONE, key="call:1")

    post.try_again(wim.actor, letter.pk)
    post.tick_off(wim.actor, call.pk)

    assert errands.take(Letter, MONDAY, Q(channel=Channel.MAIL)) == letter
    assert not post.to_look_at(wim.later(days=1)).filter(pk=call.pk).exists()


def test_what_is_done_is_not_done_again(letter):
    taken = errands.take(Letter, MONDAY)
    errands.finish(taken, MONDAY)

    with pytest.raises(ImpossibleMove):
        errands.finish(taken, MONDAY)
    assert errands.take(Letter, MONDAY + timedelta(days=9)) is None


def test_zed_sees_and_touches_no_letter_of_ours(letter, zed):
    assert not post.to_look_at(zed.later(days=9)).exists()
    with pytest.raises(Letter.DoesNotExist):
        post.tick_off(zed.actor, letter.pk)

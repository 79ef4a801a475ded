"""An account that nobody uses: asked after four months, kept on a yes or a visit, else deleted.

Each case is walked day by day as the rounds walk it, with the days on which something happens.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import Account, Certificate, Letter, Term, Tombstone
from kruispunt.base.roles import Role
from kruispunt.config import purging, tombstones
from kruispunt.people import jobs
from kruispunt.people.actions import accounts as actions
from kruispunt.people.models import AccountAsk, Person, Seat
from kruispunt.people.queries import accounts
from kruispunt.questions.models import Question
from tests import story
from tests.cast import MONDAY, enter

LAST_SEEN = date(2026, 11, 2)
# Four months later is the last day on which nothing happens.
STILL_FINE, ASKED_ON = date(2027, 3, 2), date(2027, 3, 3)


def on(player, day: date) -> Actor:
    at = timezone.make_aware(datetime.combine(day, time(3)))
    return Actor.system(player.actor.municipality_id, at)


def night(player, day: date) -> None:
    jobs.ask_after_accounts(on(player, day))
    purging.throw_away(on(player, day))


def nights(player, start: date, until: date) -> None:
    """Every night from one day to another, as the worker walks them."""
    for number in range((until - start).days + 1):
        night(player, start + timedelta(days=number))


@pytest.fixture
def fatmas(fatma) -> Account:
    """Fatma has an account, with which she signed in on the Monday of the story."""
    fatma.browser()
    account = Account.objects.get(email="fatma@voorbeeld.nl")
    Account.objects.filter(pk=account.pk).update(last_login=MONDAY, made_at=MONDAY)
    return account


def is_there(account) -> bool:
    return Account.objects.filter(pk=account.pk).exists()


def test_ret_17_nobody_is_asked_within_four_months_and_everybody_the_day_after(fatmas, fatma):
    night(fatma, STILL_FINE)
    assert not AccountAsk.objects.exists()

    night(fatma, ASKED_ON)
    [ask] = AccountAsk.objects.all()
    [letter] = Letter.objects.all()
    assert (ask.state, ask.person_id) == ("asked", fatma.person.pk)
    assert (letter.to_person_id, letter.channel) == (fatma.person.pk, fatma.person.channel)
    assert accounts.link_of(ask) in letter.text


def test_ret_17_silence_twice_deletes_the_account_and_nothing_else(fatmas, fatma, wim):
    question = story.asked(fatma)
    night(fatma, ASKED_ON)
    [ask] = AccountAsk.objects.all()
    first_day = ask.answer_by
    night(fatma, first_day)
    assert Letter.objects.filter(key__startswith="account_ask").count() == 1

    night(fatma, first_day + timedelta(days=1))
    ask.refresh_from_db()
    assert ask.state == "asked_again"
    assert Letter.objects.filter(key__startswith="account_ask").count() == 2
    second_day = ask.answer_by
    night(fatma, second_day)
    assert is_there(fatmas)

    night(fatma, second_day + timedelta(days=1))
    assert not is_there(fatmas)
    assert not Seat.objects.filter(person=fatma.person).exists()
    assert Person.objects.get(pk=fatma.person.pk).given_name == "Fatma"
    assert Question.objects.filter(pk=question.pk).exists()
    assert Tombstone.objects.get().ret == "RET-17"
    assert Certificate.objects.get().counts == {"RET-17 accounts die niemand gebruikt": 1}


def test_ret_17_a_no_by_the_link_deletes_it_that_night_and_the_page_says_so(fatmas, fatma):
    night(fatma, ASKED_ON)
    page = f"/uw-account/{accounts.link_of(AccountAsk.objects.get())}/"
    assert "Wilt u uw account houden?" in Client().get(page).content.decode()
    answer = Client().post(page, {"answer": "no", "form_key": "een-keer"}, follow=True)
    assert "vannacht" in answer.content.decode()
    assert Client().post(page, {"answer": "yes", "form_key": "toch"}).status_code == 409

    night(fatma, ASKED_ON + timedelta(days=1))
    assert not is_there(fatmas)
    assert Client().get(page).status_code == 404


def test_ret_17_a_yes_keeps_it_and_is_good_for_four_months_more(fatmas, fatma):
    night(fatma, ASKED_ON)
    ask = AccountAsk.objects.get()
    actions.stay(replace(fatma.actor, at=on(fatma, date(2027, 3, 5)).at), ask.pk)
    nights(fatma, date(2027, 7, 1), date(2027, 7, 5))
    assert AccountAsk.objects.count() == 1

    night(fatma, date(2027, 7, 6))
    assert AccountAsk.objects.filter(state="asked").count() == 1
    assert is_there(fatmas)


def test_ret_17_after_her_answer_neither_letter_waits_to_be_brought(fatmas, fatma):
    """By telephone both wait on the desk; who answered the second is not called for the first."""
    Person.objects.filter(pk=fatma.person.pk).update(channel="phone")
    night(fatma, ASKED_ON)
    ask = AccountAsk.objects.get()
    night(fatma, ask.answer_by + timedelta(days=1))
    ask.refresh_from_db()
    mine = Letter.objects.filter(key__startswith="account_ask")
    assert (ask.state, mine.filter(state="waiting").count()) == ("asked_again", 2)
    actions.stay(replace(fatma.actor, at=on(fatma, ask.answer_by).at), ask.pk)
    assert not mine.filter(state="waiting").exists()


def test_ret_17_signing_in_after_the_letter_is_a_yes_as_well(fatmas, fatma):
    night(fatma, ASKED_ON)
    Account.objects.update(last_login=on(fatma, date(2027, 3, 9)).at)
    night(fatma, date(2027, 3, 10))
    assert AccountAsk.objects.get().state == "stays"
    nights(fatma, date(2027, 5, 1), date(2027, 5, 3))
    assert is_there(fatmas)


def test_ret_17_a_municipality_sets_its_own_months_and_days(fatmas, fatma, merwedam):
    Term.objects.create(
        municipality=merwedam, name="keep.RET-17", length=12, valid_from=date(2026, 12, 1)
    )
    Term.objects.create(
        municipality=merwedam, name="account.answer", length=5, valid_from=date(2026, 12, 1)
    )
    night(fatma, ASKED_ON)
    assert not AccountAsk.objects.exists()
    night(fatma, date(2027, 11, 3))
    assert AccountAsk.objects.get().answer_by == date(2027, 11, 10)


def test_ret_17_the_last_one_who_gives_seats_is_not_asked(merwedam, fatma):
    tess = enter("Tess", merwedam, Role.TECHNICIAN)
    tess.browser()
    Account.objects.update(last_login=MONDAY, made_at=MONDAY)
    night(fatma, ASKED_ON)
    assert not AccountAsk.objects.exists()

    other = enter("Tom", merwedam, Role.TECHNICIAN)
    other.browser()
    Account.objects.update(last_login=MONDAY, made_at=MONDAY)
    night(fatma, ASKED_ON)
    assert AccountAsk.objects.count() == 2


def test_ret_17_our_night_asks_nobody_of_another_town_and_walks_twice_in_vain(fatmas, fatma, zed):
    zed.browser()
    Account.objects.update(last_login=MONDAY, made_at=MONDAY)
    for _ in range(2):
        night(fatma, ASKED_ON)
    assert [one.person_id for one in AccountAsk.objects.all()] == [fatma.person.pk]
    assert Letter.objects.count() == 1


def test_ret_17_nobody_else_answers_for_her_and_a_forged_word_opens_nothing(fatmas, fatma, wim):
    night(fatma, ASKED_ON)
    ask = AccountAsk.objects.get()
    with pytest.raises(Exception, match="answer_account"):
        actions.leave(wim.actor, ask.pk)
    assert Client().get("/uw-account/een-vals-woord/").status_code == 404


def test_ret_17_a_copy_that_is_put_back_loses_the_account_again(fatmas, fatma, tmp_path):
    """What the older copy still holds goes once more: by the seat under which it was known."""
    seat = Seat.objects.get(user=fatmas)
    night(fatma, ASKED_ON)
    ask = AccountAsk.objects.get()
    actions.leave(replace(fatma.actor, at=on(fatma, ASKED_ON).at), ask.pk)
    night(fatma, ASKED_ON + timedelta(days=1))
    path = tmp_path / "tombstones"
    assert tombstones.write_out(path) == 1
    Tombstone.objects.all().delete()
    back = Account.objects.create(email="fatma@voorbeeld.nl")
    Seat.objects.create(pk=seat.pk, user=back, person=fatma.person, role="resident",
                        municipality=fatma.person.municipality, since=LAST_SEEN)  # fmt: skip

    gone = tombstones.forget_again(on(fatma, date(2027, 3, 6)).at, path)
    assert gone == {"accounts die niemand gebruikt": 1}
    assert not is_there(back)


@pytest.mark.parametrize("crowd", [1, 3])
def test_looking_for_idle_accounts_takes_as_many_queries_for_three_as_for_one(
    crowd, merwedam, fatma, django_assert_num_queries
):
    for number in range(crowd):
        enter(f"Stil{number}", merwedam, Role.RESIDENT).browser()
    Account.objects.update(last_login=MONDAY, made_at=MONDAY)
    with django_assert_num_queries(3):
        assert len(accounts.idle(on(fatma, ASKED_ON))) == crowd

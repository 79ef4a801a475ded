"""The round of the house forgets what it may, and says when the journal was changed."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kruispunt.base import errands, journal, post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Chore, JournalLine, Letter, Once
from kruispunt.base.states import Channel, ErrandState
from kruispunt.config import chores, rounds
from tests import journal_guards
from tests.cast import MONDAY


def send(wim, fatma, key, at):
    form = replace(wim.actor, form_key=key, at=at)
    post.hand_in(
        form,
        to_person_id=fatma.person.pk,
        channel=Channel.PHONE,
        subject="Bel even",
        text="",
        key=key,
    )


@pytest.mark.django_db(transaction=True)
def test_old_forms_are_forgotten_and_new_ones_not(wim, fatma):
    now = timezone.now()
    send(wim, fatma, "old", now - timedelta(days=8))
    send(wim, fatma, "new", now - timedelta(days=6))

    rounds.tidy(now)
    rounds.tidy(now)

    assert [once.key for once in Once.objects.all()] == ["new"]
    assert Letter.objects.count() == 2


def test_one_round_that_stumbles_does_not_stop_the_others(monkeypatch, fatma):
    walked = []

    def stumble(_actor):
        raise RuntimeError

    monkeypatch.setattr(rounds, "ROUNDS", (stumble, lambda actor: walked.append(actor.roles)))

    assert rounds.walk(timezone.now()) == [f"{__name__}.stumble"]
    assert walked == [{"system"}]


def test_every_round_waits_as_a_row_and_planning_twice_adds_none(fatma, zed):
    now = timezone.now()
    rounds.plan(now)
    rounds.plan(now + timedelta(minutes=1))

    chores = Chore.objects.values_list("municipality__name", "what")
    assert sorted(chores.filter(municipality__name="Elders")) == sorted(
        ("Elders", each.name) for each in rounds.ALL
    )
    assert chores.filter(what=rounds.TIDY).count() == 1
    assert len(chores) == len(set(chores))
    heavy = {each.name for each in rounds.ALL if each.nightly}
    at_once = set(Chore.objects.filter(due_at__lte=now).values_list("what", flat=True))
    assert heavy
    assert heavy & at_once == set()


def test_a_round_comes_back_and_one_that_stumbles_too(monkeypatch, fatma):
    now = timezone.now()
    chore = errands.ask(Actor.system(fatma.actor.municipality_id, now), "people.expire_consents")
    taken = errands.take(Chore, now)

    def stumble(_actor):
        raise RuntimeError

    monkeypatch.setitem(rounds.BY_NAME, chore.what, rounds.Round(chore.what, stumble))
    chores.carry_out(taken, now)

    chore.refresh_from_db()
    assert (chore.state, chore.due_at, chore.trouble) == (
        ErrandState.WAITING,
        now + rounds.OFTEN,
        "RuntimeError",
    )


def test_a_nightly_round_comes_back_at_three(fatma):
    at_noon = datetime(2026, 11, 2, 12, 0, tzinfo=MONDAY.tzinfo)
    nightly = rounds.BY_NAME[rounds.TIDY]

    assert timezone.localtime(nightly.next_time(at_noon)).isoformat() == "2026-11-03T03:00:00+01:00"


def test_the_command_names_the_first_line_that_was_changed(fatma, wim):
    for _ in range(3):
        journal.write(wim.actor, "look", fatma.person)
    told = StringIO()
    call_command("verify_journal", stdout=told)
    journal_guards.let_go()
    JournalLine.objects.filter(number=2).update(verb="praise")

    with pytest.raises(CommandError, match="Merwedam: regel 2 klopt niet"):
        call_command("verify_journal")
    journal_guards.hold()
    assert told.getvalue() == "Merwedam: het logboek klopt.\n"

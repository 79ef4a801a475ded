"""The round of the house forgets what it may, and says when the journal was changed."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kruispunt.base import journal, post
from kruispunt.base.models import JournalLine, Letter, Once
from kruispunt.base.states import Channel
from kruispunt.config import rounds
from tests import journal_guards


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

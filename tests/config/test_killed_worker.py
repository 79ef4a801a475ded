"""Many kinds of due work at once, and a worker that is killed again and again (R8)."""

import random
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.models import CheckIn, Escalation, Referral
from kruispunt.arrivals import actions as arrivals
from kruispunt.arrivals.models import Arrival
from kruispunt.base import errands, post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Chore, JournalLine, Letter, Tombstone
from kruispunt.base.states import Channel, ErrandState
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from tests import story
from tests.arrivals.files import VOLUNTEERS, as_csv, looked_at
from tests.config.post_office import PostOffice
from tests.config.test_worker import kill, opened, start

pytestmark = pytest.mark.usefixtures("never_quiet")

LETTERS, CHECK_INS, ALARMS = 44, 26, 20
# The question that was brought to twenty organisations runs out too.
ESCALATIONS = 30
KILLS = 10
# A list of volunteers that was agreed to, and questions whose time was over long ago.
ON_THE_LIST, LONG_AGO = 40, 20


def ago(player, **passed):
    """The same person, some days ago by the clock that the worker reads."""
    return replace(player, actor=replace(player.actor, at=timezone.now() - timedelta(**passed)))


def write_letters(wim, fatma):
    for number in range(LETTERS):
        post.hand_in(
            wim.actor,
            to_person_id=fatma.person.pk,
            channel=Channel.MAIL,
            subject="Er is nieuws",
            text="Log in om het te lezen.",
            key=f"news:{number}",
        )


def plan_check_ins(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    today = timezone.localdate()
    CheckIn.objects.bulk_create(
        CheckIn(
            municipality_id=match.municipality_id,
            match=match,
            side=side,
            on=today - timedelta(days=number),
            state_since=wim.actor.at,
        )
        for number in range(CHECK_INS // 2)
        for side in ("resident", "volunteer")
    )


def send_referrals(fatma, ank, wim):
    question = story.searched(fatma, wim)
    for number in range(ALARMS):
        home = people.register_organisation(
            wim.actor, name=f"Huis {number}", kind="care", contact_id=ank.person.pk
        )
        arrangements.refer_with_yes(
            wim.actor, question.pk, organisation_id=home.pk, words="Mee wandelen", why="nodig"
        )


def let_searches_run_out(fatma, wim):
    for _ in range(ESCALATIONS - 1):
        story.searched(fatma, wim)


def agree_to_a_list(els):
    """A spreadsheet is read and looked at; carrying it in waits for a worker."""
    head = VOLUNTEERS.splitlines(keepends=True)[0]
    rows = "".join(
        f"v{number};Nadia;;Nummer {number};;;4201AB;Lindelaan 5;Wandelen;2;Nieuw;\n"
        for number in range(ON_THE_LIST)
    )
    found = looked_at(els, "volunteers", as_csv(head + rows))
    arrivals.agree(els.actor, found.pk)


def end_long_ago(fatma, wim):
    """Questions without help, closed longer ago than they are kept (RET-06)."""
    ids = [story.asked(fatma).pk for _ in range(LONG_AGO)]
    for asked_id in ids:
        questions.withdraw(wim.actor, asked_id)
    night = Actor.system(fatma.person.municipality_id, timezone.now())
    errands.ask(night, "config.throw_away")  # it is three at night: this round is due as well
    return ids


def everyone_on_the_list_came_once(done):
    assert Volunteering.objects.filter(person__given_name="Nadia").count() == ON_THE_LIST
    assert Arrival.objects.count() == ON_THE_LIST
    assert done["import.complete"] == 1


def what_was_old_went_once(ids):
    assert not Question.objects.filter(pk__in=ids).exists()
    gone = Tombstone.objects.values_list("subject", flat=True)
    assert Counter(gone) == Counter(f"questions.question:{pk}" for pk in ids)


def progress(office):
    return JournalLine.objects.count() + len(office.letters)


def waiting():
    letters = Letter.objects.exclude(state__in=[ErrandState.DONE, ErrandState.UNSURE])
    now = timezone.now()
    return (
        letters.exists()
        or not Chore.objects.exists()
        or Chore.objects.filter(due_at__lte=now).exclude(state=ErrandState.DONE).exists()
    )


def kill_again_and_again(office, port) -> int:
    """Kill real workers at random moments after each has done something; then let one finish."""
    chance, kills = random.Random(11), 0
    while kills < KILLS and waiting():
        worker, before = start(port), progress(office)
        until = time.monotonic() + 20
        while progress(office) == before and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.4)
        kill(worker)
        kills += 1
    while waiting():
        assert start(port, "--until-empty").wait(timeout=300) == 0
        time.sleep(0.3)
    return kills


@pytest.mark.django_db(transaction=True)
def test_r8_killed_at_random_nothing_is_lost_and_nothing_is_done_twice(fatma, noor, ank, wim, els):
    Person.objects.update(email="iemand@voorbeeld.nl", channel=Channel.MAIL)
    plan_check_ins(*(ago(one, days=2) for one in (fatma, noor, wim, els)))
    send_referrals(*(ago(one, days=10) for one in (fatma, ank, wim)))
    let_searches_run_out(*(ago(one, days=80) for one in (fatma, wim)))
    old = end_long_ago(*(ago(one, days=400) for one in (fatma, wim)))
    agree_to_a_list(els)
    write_letters(wim, fatma)
    office = PostOffice(seconds=0.01)

    with opened(office) as port:
        kills = kill_again_and_again(office, port)

    done = Counter(JournalLine.objects.values_list("verb", flat=True))
    asked = CheckIn.objects.filter(state="asked").count()
    chased = Referral.objects.filter(chased_at__isnull=False).count()
    assert done["check_in.ask_check_in"] == asked == CHECK_INS
    assert done["referral.chase"] == chased == ALARMS
    assert done["escalation.report"] == Escalation.objects.count() == ESCALATIONS
    assert Letter.objects.filter(key__startswith="referral.remind:").count() == ALARMS
    assert set(office.count().values()) == {1}
    assert Letter.objects.filter(state=ErrandState.UNSURE).count() <= kills
    # Letters that a worker took and finished; what was recalled never left.
    sent = Letter.objects.filter(state=ErrandState.DONE, token__gt=0).count()
    assert len(office.letters) >= sent
    everyone_on_the_list_came_once(done)
    what_was_old_went_once(old)
    assert {chore.trouble for chore in Chore.objects.all()} == {""}

"""The worker sends what waits; killed at any moment it loses nothing and sends nothing twice."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from kruispunt.base import post
from kruispunt.base.models import Letter
from kruispunt.base.states import Channel, ErrandState
from kruispunt.people.models import Person
from tests.config.post_office import PostOffice

pytestmark = pytest.mark.usefixtures("never_quiet")

WORKER = [sys.executable, "-c", "from kruispunt.config.cli import main; main()", "worker"]


@pytest.fixture
def fatma_has_mail(transactional_db, fatma):
    Person.objects.filter(pk=fatma.person.pk).update(email="fatma@voorbeeld.nl")
    return fatma


def write_letters(wim, to, count):
    for number in range(count):
        post.hand_in(
            wim.actor,
            to_person_id=to.person.pk,
            channel=Channel.MAIL,
            subject="Er is nieuws",
            text="Log in om het te lezen.",
            key=f"news:{number}",
        )


@contextmanager
def opened(office):
    controller = office.opened()
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def start(port, *words):
    """A real worker, in a process of its own, on the rows of this test."""
    rows = connection.settings_dict
    url = f"sqlite://{rows['NAME']}"
    if connection.vendor == "postgresql":
        where = f"host={quote(rows['HOST'])}&port={rows['PORT'] or 5432}"
        who = f"{quote(rows['USER'])}:{quote(rows['PASSWORD'])}"
        url = f"postgresql://{who}@/{rows['NAME']}?{where}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": os.pathsep.join(("src", ".")),
        "DATABASE_URL": url,
        "KRUISPUNT_MAIL_HOST": "127.0.0.1",
        "KRUISPUNT_MAIL_PORT": str(port),
        "KRUISPUNT_MAIL_TLS": "no",
        "KRUISPUNT_LEASE_SECONDS": "1",
    }
    return subprocess.Popen(
        [*WORKER, *words], env=environment, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def children_of(pid):
    """The processes that this one started and that are still there, as Linux knows them."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def kill(worker):
    """Kill a worker at once, and wait until its scales saw that and went."""
    beside = children_of(worker.pid)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    end = time.monotonic() + 60
    while there := [pid for pid in beside if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < end, f"still there without its worker: {there}"
        time.sleep(0.01)


def still_to_do():
    return Letter.objects.exclude(state__in=[ErrandState.DONE, ErrandState.UNSURE]).exists()


def kill_often(times, started, taken_in, answers):
    """Kill so many workers: the first surely in the middle of a letter, the rest as it comes."""
    chance, kills = random.Random(7), 0
    while kills < times and still_to_do():
        first = kills == 0
        if first:
            answers.clear()
        worker, already = started(), len(taken_in)
        until = time.monotonic() + 30
        while len(taken_in) < already + (1 if first else 3) and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.05)
        kill(worker)
        answers.set()
        kills += 1
    return kills


def test_a_letter_goes_out_once_and_says_nothing_in_its_subject(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 1)
    office = PostOffice()

    with opened(office) as port:
        for _ in range(2):
            assert start(port, "--until-empty").wait(timeout=60) == 0

    assert [(letter["To"], letter["Subject"]) for letter in office.letters] == [
        ("fatma@voorbeeld.nl", "Er is nieuws")
    ]
    assert Letter.objects.get().state == ErrandState.DONE


def test_killed_again_and_again_it_loses_nothing_and_sends_nothing_twice(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 40)
    office = PostOffice(seconds=0.05)

    with opened(office) as port:
        kills = kill_often(5, lambda: start(port), office.letters, office.answers)
        while still_to_do():
            assert start(port, "--until-empty").wait(timeout=60) == 0
            time.sleep(0.3)

    states = list(Letter.objects.values_list("state", flat=True))
    assert kills == 5
    assert set(office.count().values()) == {1}
    assert states.count(ErrandState.DONE) + states.count(ErrandState.UNSURE) == 40
    assert 1 <= states.count(ErrandState.UNSURE) <= kills
    assert len(office.letters) >= states.count(ErrandState.DONE)


def test_asked_to_stop_it_finishes_the_letter_in_hand(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 10)
    office = PostOffice(seconds=0.2)

    with opened(office) as port:
        worker = start(port)
        while not office.letters:
            time.sleep(0.01)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0

    done = Letter.objects.filter(state=ErrandState.DONE).count()
    assert done == len(office.letters) < 10
    assert Letter.objects.filter(state=ErrandState.WAITING).count() == 10 - done


def test_beside_the_demo_it_goes_home_when_the_demo_is_gone_however_that_went(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 1)
    office = PostOffice()

    with opened(office) as port:
        worker = start(port, "--beside")
        while not office.letters:
            time.sleep(0.01)
        assert worker.poll() is None
        worker.stdin.close()
        assert worker.wait(timeout=30) == 0


def test_a_letter_that_is_refused_for_now_waits_for_another_try(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 1)

    with opened(PostOffice(answer="451 come back later")) as port:
        assert start(port, "--until-empty").wait(timeout=60) == 0

    letter = Letter.objects.get()
    assert (letter.state, letter.trouble) == (ErrandState.WAITING, "SMTPDataError")


def test_a_closed_post_office_keeps_the_letter_waiting(wim, fatma_has_mail):
    write_letters(wim, fatma_has_mail, 1)
    with opened(PostOffice()) as port:
        pass

    assert start(port, "--until-empty").wait(timeout=60) == 0

    letter = Letter.objects.get()
    assert (letter.state, letter.trouble) == (ErrandState.WAITING, "ConnectionRefusedError")


def test_who_has_no_address_gets_no_letter_and_a_person_hears(transactional_db, wim, fatma):
    write_letters(wim, fatma, 1)

    with opened(PostOffice()) as port:
        assert start(port, "--until-empty").wait(timeout=60) == 0

    assert [each.trouble for each in post.to_look_at(wim.later(days=1))] == ["geen e-mailadres"]

"""The demo has open passwords, so it runs on one's own machine only and finds a free door there."""

import os
import select
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from kruispunt.base import post
from kruispunt.base.models import Letter
from kruispunt.base.moving import letters_lead_to
from kruispunt.config import serving
from kruispunt.config.management.commands.demo import logins
from kruispunt.config.merwedam import stamp


def test_the_demo_refuses_wherever_it_is_not_asked_for_by_name(settings):
    settings.MODE = "production"
    with pytest.raises(CommandError, match="eigen machine"):
        call_command("demo", "--no-serve")


def test_the_demo_refuses_a_database_that_is_not_its_own(settings, tmp_path):
    settings.MODE, settings.VAR = "demo", tmp_path
    with pytest.raises(CommandError, match="DATABASE_URL"):
        call_command("demo", "--no-serve")


def test_a_taken_port_is_said_in_a_sentence_with_a_way_out():
    with socket.socket() as other:
        other.bind((serving.HERE, 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(serving.NoFreePort, match=f"--port {taken + 1}"):
            serving.port(taken)
    assert serving.port(taken) == taken


def test_without_a_wish_the_first_free_port_is_taken():
    assert serving.FIRST_PORT <= serving.port() <= serving.LAST_PORT


def test_everyone_one_can_be_is_named_with_a_password():
    told = logins(8000)
    assert "http://127.0.0.1:8000/demo/" in told
    assert "welkom-in-merwedam" in told
    first = ("fatma", "joop", "noor", "bilal", "wim", "marijke", "ank", "petra", "zed")
    beside = ("thea", "ria", "rob", "tineke", "carla", "hanna", "gerda", "ruben", "pien")
    for name in (*first, *beside):
        assert f"{name}@merwedam.example" in told


def test_a_telling_that_was_broken_off_has_no_stamp(tmp_path):
    path = tmp_path / "merwedam.json"
    assert stamp.read(path) is None
    path.write_text("{")
    assert stamp.read(path) is None
    stamp.Stamp("abc", "2026-11-21", 60.0).put(path)
    assert stamp.read(path) == stamp.Stamp("abc", "2026-11-21", 60.0)


@pytest.mark.django_db
def test_a_letter_of_yesterday_leads_to_the_port_of_today(wim, fatma):
    post.hand_in(
        wim.actor,
        to_person_id=fatma.person.pk,
        channel="letter",
        subject="Er is nieuws",
        text="Antwoord hier: http://127.0.0.1:8000/brief/abc",
        key="news:1",
    )
    assert letters_lead_to("http://127.0.0.1:8017", before="http://127.0.0.1:8000") == 1
    assert Letter.objects.get().text == "Antwoord hier: http://127.0.0.1:8017/brief/abc"
    assert letters_lead_to("http://127.0.0.1:8017", before="http://127.0.0.1:8017") == 0


def test_what_is_said_can_be_read_in_a_file_before_the_command_has_ended(tmp_path):
    slow = (
        "import sys, time; from kruispunt.config import cli; sys.argv[1:] = ['version']; cli.main()"
    )
    slow += "; time.sleep(30)"
    mode = {**os.environ, "KRUISPUNT_MODE": "development", "KRUISPUNT_VAR": str(tmp_path)}
    mode.pop("PYTHONUNBUFFERED", None)  # it would do the same from outside
    with subprocess.Popen(
        [sys.executable, "-c", slow], stdout=subprocess.PIPE, env=mode
    ) as running:
        heard, _, _ = select.select([running.stdout], [], [], 15)
        running.kill()

    assert heard

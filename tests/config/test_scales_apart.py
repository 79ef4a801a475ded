"""The scales stand in a process of their own beside the worker, and never outlive it."""

import os
import time

import pytest
from django.utils import timezone

from kruispunt.base.models import Chore
from kruispunt.config import rounds, working
from kruispunt.config.beside import Beside
from tests.config.test_worker import children_of, kill, start

pytestmark = pytest.mark.django_db(transaction=True)

WAITS_FOR_GOODBYE = ("shell", "--no-imports", "-c", "import sys; sys.stdin.read()")


def comes_true(what):
    end = time.monotonic() + 60
    while not what() and time.monotonic() < end:
        time.sleep(0.05)
    return what()


def walked(names):
    """The rounds of these names that were walked at least once."""
    done = Chore.objects.filter(what__in=names, done_at__isnull=False)
    return set(done.values_list("what", flat=True))


def test_a_killed_worker_takes_its_scales_along(merwedam):
    worker = start(1)
    assert comes_true(lambda: walked(rounds.WEIGHING) == rounds.WEIGHING)
    assert len(children_of(worker.pid)) == 1

    kill(worker)


def test_each_leaves_to_the_other_what_is_the_others(merwedam):
    everything = set(rounds.BY_NAME)
    rounds.plan(timezone.now())
    Chore.objects.update(due_at=timezone.now())

    for kinds, theirs in (
        (working.BESIDE_THE_SCALES, everything - rounds.WEIGHING),
        (working.THE_SCALES, everything),
    ):
        while sum(working.work_off(kind) for kind in kinds):
            pass
        assert walked(everything) == theirs


def test_what_fell_over_is_started_again_and_goes_home_in_the_end(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(("src", ".")))
    with Beside(*WAITS_FOR_GOODBYE) as other:
        first = other.process
        other.again_if_gone()
        assert other.process is first

        first.kill()
        first.wait()
        other.again_if_gone()
        second = other.process
        assert second is not first
        assert second.poll() is None
    assert second.wait() == 0

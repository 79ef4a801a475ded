"""The doctor says what is wrong, and what to do about it."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kruispunt.base import journal
from kruispunt.base.models import JournalLine
from kruispunt.config import examination
from tests import journal_guards


def told() -> tuple[str, bool]:
    out = StringIO()
    try:
        call_command("doctor", stdout=out)
    except CommandError:
        return out.getvalue(), False
    return out.getvalue(), True


def test_a_healthy_house(merwedam):
    words, _ = told()

    # Styles are fetched by `make`, and a test does not need them.
    wrong = [line for line in words.splitlines() if not line.startswith("goed")]
    assert [line for line in wrong if "opmaak" not in line] == []
    assert "De tabellen zijn bij." in words
    assert "Het logboek van Merwedam klopt." in words


def test_a_changed_journal_is_an_illness(fatma, wim):
    journal.write(wim.actor, "look", fatma.person)
    journal_guards.let_go()
    JournalLine.objects.update(verb="praise")
    journal_guards.hold()

    words, well = told()

    assert not well
    assert "FOUT  Het logboek van Merwedam klopt niet vanaf regel 1." in words


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/srv/rows", "ext4"), ("/mnt/far/rows", "nfs4"), ("/mnt/farther", "ext4")],
)
def test_a_disk_on_another_machine_is_recognised(folder, kind):
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/far nfs4 rw 0 0\n"

    assert examination.kind_of_disk(Path(folder), mounts) == kind

"""What an early sign weighs is tried on what runs today, without a name and unwritten (K15)."""

from datetime import date

import pytest

from kruispunt.arrangements import actions
from kruispunt.arrangements import queries as reads
from kruispunt.arrangements.actions import rhythm
from kruispunt.arrangements.queries.trying_signs import signs_with
from kruispunt.base.models import JournalLine, Term
from kruispunt.core.lengths import AMOUNTS
from kruispunt.desks.process.trying import can_be_tried
from tests import story
from tests.arrangements.test_rhythm import EACH_TUESDAY, TUESDAY
from tests.cast import enter

pytestmark = pytest.mark.django_db
CALLED_OFF = "/procesmanager/termijnen/sign.called_off/"


@pytest.fixture
def match(fatma, noor, wim, els):
    """Fatma and Noor see each other each Tuesday, and three times that was called off."""
    found = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, found.pk)
    rhythm.set_rhythm(els.actor, found.pk, rhythm=EACH_TUESDAY)
    for week in range(3):
        day = date.fromordinal(TUESDAY.toordinal() + 7 * week)
        rhythm.call_off(noor.actor, found.pk, day=day, side="")
    return found


def test_k15_a_weight_is_tried_on_the_matches_that_run(match, petra, els):
    assert not reads.watched(els.actor)[:5]  # one point is no call
    matches, volunteers = signs_with(petra.actor, "sign.called_off", 3)
    assert (matches.seen, matches.amber_now, matches.amber_then, matches.changed) == (1, 0, 1, 1)
    assert (volunteers.seen, volunteers.changed) == (1, 0)
    matches, _ = signs_with(petra.actor, "sign.called_off", 6)
    assert (matches.amber_then, matches.red_then) == (0, 1)


def test_k15_what_is_tried_is_what_counts_once_it_is_set(match, petra, els, merwedam):
    matches, _ = signs_with(petra.actor, "sign.called_off", 3)
    Term.objects.create(
        municipality=merwedam, name="sign.called_off", length=3, valid_from=date(2026, 1, 1)
    )
    assert len(reads.watched(els.actor)) == matches.amber_then + matches.red_then == 1
    again, _ = signs_with(petra.actor, "sign.called_off", 3)
    assert (again.amber_now, again.changed) == (1, 0)


def test_k15_also_when_a_sign_is_there_at_all_is_tried(match, petra, merwedam):
    Term.objects.create(
        municipality=merwedam, name="sign.called_off", length=3, valid_from=date(2026, 1, 1)
    )
    matches, _ = signs_with(petra.actor, "sign.called_off_times", 4)
    assert (matches.amber_now, matches.amber_then) == (1, 0)
    matches, _ = signs_with(petra.actor, "sign.amber", 4)
    assert (matches.amber_now, matches.amber_then) == (1, 0)


def test_k15_it_stands_on_the_page_without_a_name_and_nothing_is_written(match, petra):
    client = petra.browser()
    before = JournalLine.objects.count()
    page = client.get(CALLED_OFF, {"proef": 3}).content.decode()
    assert "Stel dat het <strong>3 punten</strong> was." in page
    assert "Koppelingen: 1" in page
    assert "Krijgt een andere kleur" in page
    assert "Fatma" not in page
    assert "Noor" not in page
    assert (JournalLine.objects.count(), Term.objects.exists()) == (before, False)


def test_k15_every_number_of_an_early_sign_can_be_tried(match, petra):
    names = [name for name in AMOUNTS if name.startswith("sign.")]
    assert all(can_be_tried(name) for name in names)
    for name in ("sign.silent_days", "sign.learning_days", "sign.wishes", "sign.too_much"):
        assert signs_with(petra.actor, name, 2)[0].seen == 1


def test_k15_zed_and_whoever_does_not_count_see_no_number(match, zed, fatma):
    for stranger in (zed.actor, fatma.actor):
        assert [one.seen for one in signs_with(stranger, "sign.called_off", 3)] == [0, 0]


def test_k15_three_matches_take_as_many_queries_as_one(
    match, petra, wim, els, joop, bilal, merwedam, django_assert_num_queries
):
    with django_assert_num_queries(3):
        signs_with(petra.actor, "sign.called_off", 3)
    for name, one in (("Nora", joop), ("Nina", bilal)):
        helper = enter(name, merwedam, "volunteer")
        actions.start_trial(els.actor, story.introduced(one, helper, wim=wim, els=els).pk)
    with django_assert_num_queries(3):
        matches, volunteers = signs_with(petra.actor, "sign.called_off", 3)
    assert (matches.seen, volunteers.seen) == (3, 3)

"""When the site starts everyone is laid out beside it: the first question finds them there."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kruispunt.base.actor import Actor
from kruispunt.config import laying_out
from kruispunt.matching import queries
from kruispunt.matching.queries import at_hand
from kruispunt.offers import queries as offers
from tests import story
from tests.cast import MONDAY, enter


def house(municipality) -> Actor:
    return Actor.system(municipality.pk, MONDAY)


def test_after_starting_everyone_is_at_hand_and_a_question_reads_nobody_again(
    merwedam, noor, els, wim
):
    given = story.available(noor, els)
    laying_out.everyone(breath=0)

    assert queries.is_laid_out(house(merwedam))
    with CaptureQueriesContext(connection) as asked, at_hand.at_hand(wim.actor) as index:
        assert str(given.pk) in index
    assert not [one for one in asked if "max_intensity" in one["sql"]]


def test_what_changed_since_is_taken_in(merwedam, noor, els, wim):
    story.available(noor, els)
    laying_out.everyone(breath=0)
    late = story.available(enter("Lies", merwedam, "volunteer"), els)

    with at_hand.at_hand(wim.actor) as index:
        assert str(late.pk) in index


def test_whoever_asked_first_keeps_what_she_laid_out(merwedam, noor, els, wim):
    story.available(noor, els)
    with at_hand.at_hand(wim.actor) as hers:
        pass
    laying_out.everyone(breath=0)
    with at_hand.at_hand(wim.actor) as index:
        assert index is hers


def test_pages_go_on_between_two_handfuls():
    breaths: list[int] = []
    rows = list(at_hand.now_and_then(range(1_000), lambda: breaths.append(1)))
    assert (len(rows), len(breaths)) == (1_000, 1_000 // at_hand.A_BREATH)


def test_cards_without_a_name_are_the_cards_with_one(merwedam, noor, els, wim):
    story.available(noor, els)
    story.available(enter("Lies", merwedam, "volunteer"), els, trainings=("basis", "dementie"))
    for actor in (wim.actor, house(merwedam)):
        assert list(offers.every_card(actor)) == [one.card for one in offers.laid_out(actor)]


def test_nobody_of_elsewhere_is_laid_out_for_us(merwedam, zed, noor, els, wim):
    theirs = story.available(enter("Yara", zed.person.municipality, "volunteer"), zed_els(zed))
    story.available(noor, els)
    laying_out.everyone(breath=0)
    with at_hand.at_hand(wim.actor) as index:
        assert (str(theirs.pk) in index, len(index)) == (False, 1)


def zed_els(zed):
    """Whoever coordinates in Zed's town."""
    return enter("Elsa", zed.person.municipality, "coordinator")

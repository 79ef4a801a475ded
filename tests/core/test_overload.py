"""When it becomes too much for a volunteer (A21)."""

from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.overload import Carrying, overload
from kruispunt.core.vocabulary import Intensity


def test_a21_load_mix_silence_and_missed_intervision_each_give_their_reason():
    carrying = Carrying(
        classes=(Intensity.VERY_INTENSIVE, Intensity.INTENSIVE),
        hours=4,
        hours_given=4,
        silent_days=50,
        days_without_learning=200,
    )
    assert [(sign.sentence, sign.points) for sign in overload(carrying).signs] == [
        ("Antwoordt al meer dan twee weken niet.", 2),
        ("Draagt een zeer intensieve en nog een zware koppeling.", 2),
        ("Een half jaar geen intervisie of training.", 1),
        ("Geeft alle uren die zij heeft.", 1),
    ]
    assert overload(carrying).colour == "red"


def test_sig_02_who_says_it_is_too_much_is_called_within_two_days():
    assert overload(Carrying(too_much=True)).colour == "red"
    assert overload(Carrying(feels=2)).colour == "amber"


def test_who_just_began_gives_no_sign():
    new = Carrying(classes=(Intensity.INTENSIVE,), hours=2, hours_given=4)
    assert overload(new).signs == ()


@given(
    some.lists(some.sampled_from(list(Intensity)), max_size=4),
    some.integers(0, 400),
    some.integers(0, 400),
)
def test_more_silence_never_makes_it_lighter(classes, days, more):
    before = Carrying(classes=tuple(classes), silent_days=days, days_without_learning=days)
    after = Carrying(
        classes=tuple(classes), silent_days=days + more, days_without_learning=days + more
    )
    assert overload(after).points >= overload(before).points

"""Instruments score as their makers say: the fixtures of the domain rules (INS, 5.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.instruments import SHELF, FollowUp, Score, follow_up, who_says_yes


def score(code: str, *answers: str | None) -> Score:
    assert len(answers) == SHELF[code].items
    return SHELF[code].score(answers)


def test_ediz_counts_more_or_less_as_yes():
    said = ("nee!", "nee", "min of meer", "ja", "ja!", "nee", "ja", "min of meer", "nee")
    assert score("ediz", *said).total == 5


@pytest.mark.parametrize(
    ("yes", "band"),
    [(0, "geen"), (1, "licht"), (3, "licht"), (4, "matig"), (8, "matig"), (9, "overbelast")],
)
def test_ediz_plus_has_four_bands(yes, band):
    assert score("ediz_plus", *["ja"] * yes, *["nee"] * (15 - yes)).band == band


def test_csi_seven_times_yes_is_overburdened():
    assert score("csi", *["ja"] * 7, *["nee"] * 6).band == "overbelast"
    assert score("csi", *["ja"] * 6, *["nee"] * 7).band == "niet overbelast"


def test_djg6_emotional_one_social_two_is_moderate():
    found = score("djg6", "ja", "nee", "min of meer", "nee", "ja", "nee")
    assert (found.total, found.band) == (3, "matig eenzaam")
    assert found.parts == (("emotioneel", 1), ("sociaal", 2))


def test_djg6_with_one_missing_has_a_total_and_not_that_subscale():
    found = score("djg6", "ja", None, "nee", "nee", "ja", "nee")
    assert (found.total, dict(found.parts)) == (2, {"emotioneel": 1, "sociaal": None})


def test_djg6_with_two_missing_is_invalid():
    assert score("djg6", "ja", None, None, "nee", "ja", "nee").total is None


@pytest.mark.parametrize(
    ("total", "band"), [(2, "niet"), (3, "matig"), (8, "matig"), (9, "ernstig"), (11, "zeer")]
)
def test_djg11_has_four_bands(total, band):
    lonely = {2, 3, 5, 6, 9, 10}
    worst = ["ja" if number in lonely else "nee" for number in range(1, 12)]
    best = ["nee" if number in lonely else "ja" for number in range(1, 12)]
    found = score("djg11", *worst[:total], *best[total:])
    assert found.total == total
    assert found.band.startswith(band)


def test_maca_seventeen_is_high_and_eighteen_very_high():
    seventeen = ["vaak"] * 8 + ["soms"] + ["nooit"] * 9
    assert (score("maca", *seventeen).total, score("maca", *seventeen).band) == (17, "hoog")
    assert score("maca", *["soms"] * 18).band == "zeer hoog"
    assert [part for _, part in score("maca", *["soms"] * 18).parts] == [3] * 6


def test_panoc_one_answer_asks_for_a_call_the_same_day():
    good = {1, 2, 3, 4, 7, 8, 15, 18, 19, 20}
    fine = ["vaak" if number in good else "nooit" for number in range(1, 21)]
    assert (score("panoc", *fine).band, score("panoc", *fine).same_day) == ("goed", False)
    fine[15] = "soms"
    found = score("panoc", *fine)
    assert found.same_day
    assert follow_up("panoc", found) == FollowUp.SAME_DAY


def test_zrm_has_no_total_and_an_older_form_is_refused():
    assert score("zrm", *["3"] * 13).total is None
    with pytest.raises(ValueError, match="older form"):
        SHELF["zrm"].score(["3"] * 11)


@pytest.mark.parametrize(
    ("code", "band", "asks"),
    [
        ("ediz_plus", "licht", "none"),
        ("ediz_plus", "matig", "talk"),
        ("maca", "hoog", "talk"),
        ("ediz_plus", "overbelast", "contact"),
        ("csi", "overbelast", "contact"),
        ("maca", "zeer hoog", "contact"),
        ("volhoudtijd", "1 tot 6 maanden", "contact"),
        ("volhoudtijd", "6 tot 12 maanden", "none"),
    ],
)
def test_ins_07_what_a_band_asks_of_us(code, band, asks):
    assert follow_up(code, Score(None, band)).value == asks


def test_prv_12_who_says_yes_for_a_child():
    assert [who_says_yes(age).value for age in (8, 13, 17)] == [
        "representative",
        "child_and_parent",
        "self",
    ]


def test_k21_ins_04_no_instrument_brings_its_questions():
    for instrument in SHELF.values():
        assert all(len(option.split()) <= 5 for option in instrument.options)
        assert not hasattr(instrument, "texts")
    assert [code for code, one in SHELF.items() if one.free] == ["volhoudtijd"]


@given(some.data())
def test_a_score_never_leaves_its_range(drawn):
    one = drawn.draw(some.sampled_from(list(SHELF.values())))
    answers = [drawn.draw(some.sampled_from(one.options)) for _ in range(one.items)]
    found = one.score(answers)
    most = 2 * one.items if one.code == "maca" else one.items
    assert found.total is None or 0 <= found.total <= most

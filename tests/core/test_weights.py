"""A weights file is checked on load, and says what is wrong in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kruispunt.core.cards import Question
from kruispunt.core.vocabulary import Intensity
from kruispunt.core.weights import Weights, WeightsRefused, from_toml, to_toml


def test_an_empty_file_is_the_standard():
    assert from_toml("") == Weights()


def test_what_is_printed_reads_back():
    text = to_toml(Weights()).replace("verwachting = 25", "verwachting = 20.5")
    mended = text.replace("wensen = 5", "wensen = 9.5")

    assert to_toml(from_toml(mended)) == mended


@pytest.mark.parametrize("rule", ['eerst = "langst_wachtend"', "buurtbonus = 12.5"])
def test_how_places_are_shared_out_reads_back_and_stands_only_where_it_is_asked(rule):
    text = to_toml(Weights()) + f"\n[verdeling]\n{rule}\n"

    assert to_toml(from_toml(text)) == text
    assert "verdeling" not in to_toml(Weights())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[gewichten]\ntijd = 14", "samen 99"),
        ("[gewichten]\nleeftijd = 5", "onbekend woord 'leeftijd'"),
        ("[gewichten]\ntijd = 'veel'", "[gewichten] tijd: verwacht een getal"),
        ("[gewichten]\ntijd = -15", "[gewichten] tijd"),
        ("[gewichten]\ntijd = 15.001", "2 decimalen"),
        ("[gewichten]\ntijd = nan", "[gewichten] tijd"),
        ("gewichten = 3", "[gewichten]: verwacht een tabel"),
        ("[prioriteit]\nlicht = 0", "[prioriteit]"),
        ("[prioriteit]\nwachtdagen = 0", "wachtdagen"),
        ("[kosten]\nkm = true", "[kosten] km"),
        ("wisselbonus = inf", "wisselbonus"),
        ("geldig_vanaf = 'gisteren'", "geldig_vanaf"),
        ("verdeling = 'eerlijk'", "[verdeling]: verwacht een tabel"),
        ("[verdeling]\neerst = 'snelst'", "[verdeling] eerst: verwacht 'meeste_waarde'"),
        ("[verdeling]\nbuurtbonus = -1", "[verdeling] buurtbonus"),
        ("[verdeling]\nbuurtbonus = 101", "hoogstens 100"),
        ("[verdeling]\nbuurt = 3", "onbekend woord 'buurt'"),
        ("[verdeling]\neerst = 'langst_wachtend'\nbuurtbonus = 5", "samen kan niet"),
        ("[[", "geen geldige TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(text, says):
    with pytest.raises(WeightsRefused) as refused:
        from_toml(text)

    assert says in str(refused.value)


@given(st.sampled_from(Intensity), st.integers(-9, 999), st.integers(0, 99))
def test_priority_is_above_zero_and_never_falls_with_waiting(intensity, days, more):
    def priority(waited):
        return Weights().priority(Question("q", ("TAAL",), intensity, 0, 0, days_waiting=waited))

    assert 0 < priority(days) <= priority(days + more) <= 1750


def test_the_example_file_is_the_standard():
    example = Path(__file__).parents[2] / "docs" / "examples" / "gewichten.toml"

    assert from_toml(example.read_text()) == Weights()

"""The rules that weigh a question: safety, class, who leads, order (TRI-01, 02, 03)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kruispunt.core.triage import (
    SEED_RULE,
    Answers,
    Danger,
    Indicator,
    NotForVolunteers,
    triage,
)
from kruispunt.core.vocabulary import Intensity

answered = some.builds(
    Answers,
    self_reliance=some.integers(1, 4),
    times=some.none() | some.integers(1, 60),
    indicators=some.dictionaries(some.sampled_from(list(Indicator)), some.integers(0, 2)),
    dangers=some.frozensets(some.sampled_from(list(Danger))),
    not_for_volunteers=some.frozensets(some.sampled_from(list(NotForVolunteers))),
)


@given(answered)
def test_a1_k21_tri02_any_of_the_four_makes_it_very_intensive_and_nothing_else_does(answers):
    core = any(answers.level(indicator) == 2 for indicator in SEED_RULE)

    assert (triage(answers).intensity is Intensity.VERY_INTENSIVE) == core


@given(answered)
def test_tri02_light_is_few_times_and_nothing_the_matter(answers):
    verdict = triage(answers)
    person = [i for i in list(Indicator)[:6] if answers.level(i)]
    few = answers.times is not None and answers.times <= 4

    assert (verdict.intensity is Intensity.LIGHT) == (few and not person)


@given(answered)
def test_tri02_the_lines_that_count_are_the_reason_for_the_class(answers):
    verdict = triage(answers)
    reasons = [line.sentence for line in verdict.deciding if line.rule == "TRI-02"]
    word = verdict.intensity.label.lower()

    assert any(f"dus {word}" in sentence for sentence in reasons)
    assert not any(
        f"dus {other.label.lower()}." in sentence
        for sentence in reasons
        for other in Intensity
        if other is not verdict.intensity
    )
    assert all(len(line.sentence) <= 300 for line in verdict.lines)


@given(answered)
def test_tri01_any_danger_brings_a_professional_first(answers):
    verdict = triage(answers)

    assert verdict.professional_first == bool(answers.dangers)
    assert verdict.formal_leads == bool(
        answers.dangers or answers.self_reliance == 4 or answers.not_for_volunteers
    )


@given(answered, some.sampled_from(list(Indicator)[6:]), some.integers(0, 2))
def test_tri03_duration_frequency_network_and_backup_never_change_the_class(answers, which, level):
    changed = Answers(
        self_reliance=answers.self_reliance,
        times=answers.times,
        indicators={**answers.indicators, which: level},
        dangers=answers.dangers,
        not_for_volunteers=answers.not_for_volunteers,
    )

    assert triage(changed).intensity is triage(answers).intensity


@given(answered)
def test_a1_k15_every_line_is_a_sentence_and_the_verdict_follows_from_the_lines(answers):
    verdict = triage(answers)

    assert all(line.sentence.endswith(".") for line in verdict.lines)
    assert 0 <= verdict.load <= 20
    assert verdict.professional_first == any(
        line.bites for line in verdict.lines if line.rule == "TRI-01"
    )


def test_company_without_loneliness_is_not_loneliness():
    assert triage(Answers(self_reliance=1)).intensity is Intensity.INTENSIVE


@pytest.mark.parametrize(
    "answers",
    [
        Answers(self_reliance=5),
        Answers(self_reliance=1, indicators={"humeur": 1}),
        Answers(self_reliance=1, indicators={"duur": 3}),
        Answers(self_reliance=1, dangers=frozenset({"regen"})),
        Answers(self_reliance=1, not_for_volunteers=frozenset({"vrolijk"})),
    ],
)
def test_an_answer_that_is_none_is_refused(answers):
    with pytest.raises(ValueError, match=r"."):
        triage(answers)

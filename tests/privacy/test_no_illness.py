"""A maatje reads what someone needs, and never which illness she has (PRV-06)."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client

from kruispunt.arrangements import actions
from kruispunt.base.fields import refuse_illness
from kruispunt.base.steps import keep
from kruispunt.core.vocabulary import Kind
from kruispunt.core.wording import (
    CONDITIONS,
    INSTEAD,
    NAMED,
    SHORT,
    coarse,
    illnesses,
    without_illness,
)
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.questions.models import Question
from tests import story

# Every column whose words a volunteer reads: on her pages, or in a letter to her.
READ_BY_VOLUNTEERS = {
    "arrangements.advice.answer",
    "arrangements.arrangement.goal",
    "arrangements.arrangement.good_to_know",
    "arrangements.match.absence",
    "arrangements.match.activity",
    "arrangements.match.boundaries",
    "arrangements.otherday.words",
    "matching.invitation.words",
    "offers.activityotherday.words",
}


def test_prv_06_every_column_that_a_volunteer_reads_refuses_an_illness():
    guarded = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if refuse_illness in field.validators
    }
    assert guarded == READ_BY_VOLUNTEERS


@pytest.mark.parametrize(("start", "instead"), INSTEAD)
def test_prv_06_each_illness_has_words_about_doing_instead(start, instead):
    [found] = illnesses(f"Fatma heeft {start}.")
    assert found.instead == instead
    assert not NAMED.search(instead)
    assert illnesses(without_illness(f"Zij heeft {start}, al lang.")) == ()


@pytest.mark.parametrize("short", SHORT)
def test_prv_06_short_names_count_in_capitals_only(short):
    assert illnesses(f"Bekend met {short}.")
    assert illnesses(f"Dit is {short.lower()}. Visser.") == ()


def test_prv_06_what_only_sounds_like_an_illness_is_fine():
    for fine in ("Samen naar het Alzheimer Café", "vergeet soms afspraken", "Wandelen met de hond"):
        assert illnesses(fine) == ()


def test_prv_06_the_sentence_to_share_is_refused_with_words_to_use_instead(fatma, wim):
    question = story.searched(fatma, wim)
    with pytest.raises(ValidationError) as said:
        actions.approve(wim.actor, question.pk, good_to_know="Fatma heeft dementie.")
    assert said.value.message_dict["good_to_know"] == [
        "Een maatje hoeft geen ziekte te weten. "
        'In plaats van "dementie" kan ook: vergeet soms afspraken.'
    ]
    kept = actions.approve(wim.actor, question.pk, good_to_know="Fatma vergeet soms afspraken.")
    assert kept.good_to_know == "Fatma vergeet soms afspraken."


def test_prv_06_an_invitation_names_no_illness_either(fatma, noor, wim, els):
    question, given = story.searched(fatma, wim), story.available(noor, els)
    with pytest.raises(ValidationError, match="geen ziekte"):
        matching.invite(
            els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, zij heeft MS"
        )


def test_prv_06_what_was_written_before_the_rule_stands_in_nobodys_way(fatma, wim):
    question = story.searched(fatma, wim)
    arrangement = actions.approve(wim.actor, question.pk, good_to_know="Vergeet soms afspraken.")
    old = "Fatma heeft dementie."
    type(arrangement).objects.filter(pk=arrangement.pk).update(good_to_know=old)
    arrangement.refresh_from_db()

    assert keep(arrangement).good_to_know == old

    arrangement.good_to_know = "Zij heeft dementie en parkinson."
    with pytest.raises(ValidationError):
        keep(arrangement)


# Words that a label may not say to a volunteer, of an illness and of how someone is.
TELLING = tuple(named for named, _ in CONDITIONS)


def names_what_someone_has(text: str) -> list[str]:
    found = [one.word for one in illnesses(text)]
    return found + [named for named in TELLING if named in text.lower()]


@pytest.mark.parametrize("kind", Kind)
def test_prv_06_no_kind_of_help_names_an_illness_once_it_is_said_coarsely(kind):
    assert names_what_someone_has(coarse(kind.label)) == []


def test_prv_06_some_kinds_do_name_one_so_the_guard_can_bite():
    assert {kind for kind in Kind if names_what_someone_has(kind.label)} == {
        Kind.MEMORY, Kind.BRAIN_INJURY, Kind.PSYCHOSOCIAL, Kind.LONELINESS,
        Kind.PHYSICAL_DISABILITY, Kind.ADDICTION_RECOVERY,
    }  # fmt: skip


def pages_of(noor, invitation, match=None) -> list[str]:
    """All that Noor reads around one question: her desk, the letter, the match, her work."""
    letter = f"/uitnodiging/{invitations.link(invitation)}/"
    pages = [Client().get(letter)] + [noor.browser().get(where) for where in ("/vrijwilliger/",)]
    if match is not None:
        pages.append(noor.browser().get(f"/vrijwilliger/koppeling/{match.pk}/"))
    assert {page.status_code for page in pages} == {200}
    return [page.content.decode() for page in pages]


def test_prv_06_no_page_of_a_volunteer_names_what_someone_has_before_or_after(
    fatma, noor, wim, els
):
    """Over all kinds: while she is asked, while she thinks it over, and when both said yes."""
    question, given = story.searched(fatma, wim), story.available(noor, els)
    [asked] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Samen op stap"
    )

    def told(match=None):
        found = []
        for kind in Kind:
            Question.objects.filter(pk=question.pk).update(kind=kind.value)
            for page in pages_of(noor, asked, match):
                # Her own letter page carries no menu; on her desk only what she was asked counts.
                body = page.partition("<main")[2]
                found += names_what_someone_has(body)
        return found

    before = told()
    Question.objects.filter(pk=question.pk).update(kind=Kind.WALKING.value)
    match = actions.accept_invitation(noor.actor, asked.pk)
    actions.agree_as_resident(fatma.actor, match.pk)
    assert before == told(match) == []

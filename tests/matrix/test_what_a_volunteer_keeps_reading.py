"""Whoever was asked or matched reads nothing of the resident any more once it is over (ROL-03).

Every address a volunteer may open, and the letters she was sent, are read for the words of the
resident: while it runs they are there, and from the moment it is over they are nowhere.
"""

import pytest
from django.db import transaction
from django.test import Client

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from kruispunt.matching import actions, queries
from kruispunt.matching.permits import READ
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from tests import story
from tests.matrix.test_addresses import OURS, address, numbers

pytestmark = pytest.mark.django_db
WORDS = "Samen naar de volkstuin, in de Lindelaan"


class Row:
    """The rows that stand around one invitation, for whoever makes an address of them."""

    def __init__(self, **rows):
        self.rows = {noun: [row] for noun, row in rows.items()}

    def row(self, noun):
        return self.rows[noun][0]


@pytest.fixture
def question(fatma, wim):
    return story.searched(fatma, wim)


@pytest.fixture
def invitation(question, noor, els):
    given = story.available(noor, els)
    [sent] = actions.invite(els.actor, question.pk, volunteering_ids=(given.pk,), words=WORDS)
    return sent


@pytest.fixture
def match(invitation, noor, fatma):
    agreed = arrangements.accept_invitation(noor.actor, invitation.pk)
    return arrangements.agree_as_resident(fatma.actor, agreed.pk)


def told(noor, invitation, match=None) -> set[str]:
    """On which pages Noor reads what she was asked, or the name or the street of who asks."""
    client, case = noor.browser(), Row(invitation=invitation, match=match)
    letter = f"/uitnodiging/{queries.link(invitation)}/"
    pages = {"the link in the letter": Client().get(letter)}
    for name in OURS:
        ours = set(numbers(name)) <= {"invitation_id", *(["match_id"] if match else [])}
        if ours and policy.may_come_in(name, frozenset({Role.VOLUNTEER})):
            with transaction.atomic():
                pages[name] = client.get(address(name, case), follow=True)
                transaction.set_rollback(True)
    words = ("volkstuin", "Fatma", "Lindelaan 3, 4201")
    return {
        name
        for name, page in pages.items()
        if page.status_code == 200
        and not page.streaming
        and any(word in page.content.decode() for word in words)
    }


def test_the_words_are_there_while_she_is_asked(invitation, noor):
    """The control: whoever finds nothing before proves nothing afterwards."""
    assert told(noor, invitation) >= {"the link in the letter", "volunteer:home"}


def test_rol_03_after_a_no_she_reads_only_that_she_said_no(invitation, noor, els):
    actions.decline(noor.actor, invitation.pk, no_reason="no_time")

    assert told(noor, invitation) == set()
    page = Client().get(f"/uitnodiging/{queries.link(invitation)}/")
    assert "U zei nee" in page.content.decode()
    assert READ.allows(els.actor, invitation)


def test_rol_03_while_the_match_runs_she_reads_what_she_said_yes_to(invitation, match, noor):
    assert "the link in the letter" in told(noor, invitation, match)


def test_rol_03_when_the_match_ends_and_the_question_goes_on_all_is_out_of_sight(
    invitation, match, question, noor, els
):
    arrangements.end(els.actor, match.pk, reason="no_click", ended_by="volunteer")

    question.refresh_from_db()
    assert question.ended_at is None  # somebody else is sought: the case itself runs on
    assert told(noor, invitation, match) == set()
    page = Client().get(f"/uitnodiging/{queries.link(invitation)}/")
    assert "Dit is voorbij" in page.content.decode()
    assert READ.allows(els.actor, invitation)


def test_rol_03_when_the_resident_says_no_all_is_out_of_sight(invitation, noor, fatma):
    match = arrangements.accept_invitation(noor.actor, invitation.pk)
    arrangements.decline(fatma.actor, match.pk, side="resident")

    assert told(noor, invitation, match) == set()


@pytest.mark.parametrize("other_way", ["refer", "withdraw"])
def test_rol_03_when_the_question_goes_another_way_all_is_out_of_sight(
    other_way, invitation, question, noor, wim
):
    getattr(questions, other_way)(wim.actor, question.pk)

    assert told(noor, invitation) == set()
    assert invitation.pk not in queries.mine(noor.actor).values_list("pk", flat=True)
    answer = Client().post(f"/uitnodiging/{queries.link(invitation)}/", {"answer": "yes"})
    assert answer.status_code == 409


def test_rol_03_a_withdrawn_question_shuts_her_match_as_well(match, invitation, noor):
    assert told(noor, invitation, match)
    Question.objects.update(ended_at=noor.actor.at)

    assert told(noor, invitation, match) == set()


@pytest.mark.parametrize("said", ["yes", "no"])
def test_rol_03_her_answer_pressed_again_later_is_answered_as_the_first_time(
    said, invitation, noor, els
):
    letter = f"/uitnodiging/{queries.link(invitation)}/"
    form = {"answer": said, "form_key": "de-eerste-keer"}
    assert Client().post(letter, form).status_code == 302
    [state] = queries.visible(els.actor).values_list("state", flat=True)
    if said == "yes":
        match = answers.matches(els.actor).get()
        arrangements.decline(els.actor, match.pk, side="resident")

    assert Client().post(letter, form).status_code == 302
    assert state == ("accepted" if said == "yes" else "declined")

"""From Fatma's own words to a match that runs and ends well."""

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states import MatchState
from kruispunt.base import journal
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.offers.states import VolunteerState
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.states import State
from tests import story


def test_the_walk_from_a_question_to_a_match_that_ends_well(fatma, noor, wim, els):
    question = story.searched(fatma, wim)
    given = story.available(noor, els)

    weighed = invitations.candidates(wim.actor, question.pk)
    assert [one.name for one in weighed.candidates] == ["Noor"]
    [invitation] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    match = actions.accept_invitation(noor.actor, invitation.pk)
    assert match.state == MatchState.VOLUNTEER_AGREED

    actions.approve(fatma.actor, question.pk, good_to_know="Loopt met een rollator.")
    match = actions.agree_as_resident(fatma.actor, match.pk)
    assert match.state == MatchState.INTRODUCTION
    assert asks.one(wim.actor, question.pk).state == State.ANSWERED

    actions.start_trial(els.later(days=5), match.pk)
    actions.sign(els.later(days=40), match.pk, agreement=story.AGREEMENT)
    match = actions.activate(els.later(days=47), match.pk)
    assert match.state == MatchState.ACTIVE

    actions.wind_down(els.later(days=200), match.pk)
    actions.look_back(fatma.later(days=210), match.pk, side="resident", words="Ik kom weer buiten.")
    actions.look_back(els.later(days=211), match.pk, side="volunteer", words="Het was gezellig.")
    match = actions.end(
        els.later(days=220), match.pk, reason="goal_reached", ended_by="both", planned=True
    )
    actions.close(els.later(days=221), question.pk, ending="Fatma loopt nu met de buurvrouw.")

    question = asks.one(fatma.actor, question.pk)
    assert (question.state, question.words) == (State.COMPLETED, "Ik kom de deur niet meer uit")
    given.refresh_from_db()
    assert given.state == VolunteerState.AVAILABLE
    assert [line.verb for line in journal.lines_of(match)] == [
        "match.propose",
        "match.agree_as_volunteer",
        "match.agree_as_resident",
        "match.start_trial",
        "match.sign",
        "match.activate",
        "match.wind_down",
        "match.look_back",
        "match.look_back",
        "match.end",
    ]


def test_a_match_that_ends_early_puts_the_question_back_on_the_desk(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)

    actions.end(els.later(days=9), match.pk, reason="too_heavy", ended_by="volunteer")

    question = asks.one(wim.actor, match.arrangement.question_id)
    assert question.state == State.TRIAGED
    questions.search(wim.later(days=9), question.pk)
    weighed = invitations.candidates(wim.later(days=9), question.pk)
    assert [(one.name, one.rules) for one in weighed.refused] == [("Noor", ("status",))]


def test_zed_never_sees_a_thing(fatma, noor, wim, els, zed):
    match = story.introduced(fatma, noor, wim=wim, els=els)

    assert not asks.visible(zed.actor).exists()
    assert not invitations.visible(zed.actor).exists()
    assert not queries.matches(zed.actor).exists()
    assert not queries.visible(zed.actor).exists()
    assert queries.matches(wim.actor).get() == match

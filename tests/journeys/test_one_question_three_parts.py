"""The walk of one question with three answers: heard at a door, put together, and all ended."""

from dataclasses import replace

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import Composition, Nearby
from kruispunt.base import journal
from kruispunt.base.models import Letter
from kruispunt.matching import queries as invitations
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from kruispunt.questions.queries import neighbourhood
from kruispunt.questions.states import State
from tests import story

NEEDS = (("WANDELEN", 1), ("EETCLUB", 1), ("ADMINISTRATIE", 1))


def club(wim):
    return story.eating_club(wim)


def heard_at_the_door(bilal, wim, fatma):
    """Bilal hears it on a visit, Wim picks it up, and it is Fatma's question."""
    heard = questions.Heard(
        place="Lindelaan",
        by_topic=(("contact", "Zij komt de deur niet meer uit"), ("street", "De bank is stuk")),
    )
    questions.bring_visit(bilal.actor, heard=heard)
    signal = neighbourhood.of_visits(wim.actor).get(topic="contact")
    questions.take_up(wim.actor, signal.pk)
    whom = questions.Whom(person_id=fatma.person.pk)
    question = questions.turn_into_question(wim.actor, signal.pk, whom=whom)
    questions.feed_back(wim.later(days=8), signal.pk, outcome="Wij hebben haar gesproken.")
    return question


def understood(question, wim):
    questions.contact(wim.actor, question.pk)
    found = replace(story.WALKING, own_network="Een dochter, ver weg")
    questions.clarify(wim.actor, question.pk, found=found)
    questions.triage(wim.actor, question.pk, answers=story.INTENSIVE)
    return questions.divide(wim.actor, question.pk, needs=NEEDS)


def test_one_question_three_parts_from_a_door_to_the_last_farewell(
    bilal, wim, fatma, noor, els, zed
):
    place, given = club(wim), story.available(noor, els)
    question = understood(heard_at_the_door(bilal, wim, fatma), wim)
    near = Nearby(who="mijn dochter", what="doet de post", meets=("ADMINISTRATIE",))
    own = actions.name_own_help(wim.actor, question.pk, nearby=near)

    proposed = [one.strand.id for one in queries.mix(wim.actor, question.pk).proposed]
    assert proposed == [f"own-{own.pk}", f"volunteer-{given.pk}", f"activity-{place.pk}"]
    chosen = Composition(
        own_help_ids=(own.pk,),
        activities=((place.pk, ("EETCLUB",)),),
        volunteering_ids=(given.pk,),
        words="Samen wandelen",
    )
    actions.compose(wim.actor, question.pk, chosen=chosen)
    [invitation] = invitations.of_question(wim.actor, question.pk)
    match = actions.accept_invitation(noor.actor, invitation.pk)
    assert asks.one(wim.actor, question.pk).state == State.COMBINING
    actions.agree_as_resident(fatma.actor, match.pk)
    assert asks.one(wim.actor, question.pk).state == State.ANSWERED

    mine = queries.parts_of(fatma.actor, fatma.person.pk)[question.pk]
    assert [part.who for part in mine] == ["mijn dochter", "Samen eten", "Noor"]
    assert not queries.parts(zed.actor, question.pk)

    end_everything(question, match, own=own, wim=wim, els=els)
    done = asks.one(wim.actor, question.pk)
    assert (done.state, done.ending) == (State.COMPLETED, "Zij redt het nu samen.")
    told = Letter.objects.filter(to_person_id=bilal.person.pk).values_list("subject", flat=True)
    assert sorted(told) == ["De vraag die u bracht", "Wat er met uw bericht gebeurde"]
    assert journal.first_broken(question.municipality_id) is None


def end_everything(question, match, *, own, wim, els):
    """The term is over, the club goes on by itself, and the daughter moves nearer."""
    actions.end(els.later(days=200), match.pk, reason="term_over", ended_by="both", planned=True)
    taking_part = next(
        part for part in queries.parts(wim.actor, question.pk) if part.sort == "enrolment"
    )
    actions.end_enrolment(wim.later(days=201), taking_part.id)
    actions.end_own_help(wim.later(days=202), own.pk, planned=True)
    assert asks.one(wim.actor, question.pk).due_on is not None
    actions.close(wim.later(days=203), question.pk, ending="Zij redt het nu samen.")

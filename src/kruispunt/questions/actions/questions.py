"""What happens to a question from its first words to its end."""

from datetime import date

from django.core.exceptions import ValidationError

from kruispunt.base import journal
from kruispunt.base.actor import Actor
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.steps import keep
from kruispunt.base.terms import due
from kruispunt.base.verbs import action
from kruispunt.core.vocabulary import LANGUAGES
from kruispunt.people import queries as persons
from kruispunt.questions import permits
from kruispunt.questions.actions import letters
from kruispunt.questions.actions.steps import move_question, take_question
from kruispunt.questions.models import Question
from kruispunt.questions.models.question import Intake
from kruispunt.questions.states import State


class ReopenedBefore(ImpossibleMove):
    """A question opens again once; after that a new question is clearer for everyone."""


@action
def open_question(  # noqa: PLR0913  (who asks, for whom, in which words, along which way)
    actor: Actor,
    *,
    asked_by_id: int,
    words: str,
    intake: str = Intake.DESK.value,
    brought_by_id: int | None = None,
    signal_id: int | None = None,
    gives: str = "",
    asked_in: str = "",
) -> Question:
    """Write down what someone asks, in their own words, and ask what they like to give (TAX-03)."""
    persons.known(actor, asked_by_id)
    if asked_in and asked_in not in LANGUAGES:
        raise ValidationError({"asked_in": "Deze taal kennen wij niet."})
    question = keep(
        Question(
            municipality_id=actor.municipality_id,
            asked_by_id=asked_by_id,
            brought_by_id=brought_by_id,
            signal_id=signal_id,
            intake=intake,
            words=words,
            gives=gives,
            asked_in=asked_in,
            opened_at=actor.at,
            state_since=actor.at,
            due_on=due(actor, "question.new"),
        ),
        giving=actor,
    )
    permits.OPEN.require(actor, question)
    journal.write(actor, "question.open", question, person_id=asked_by_id, intake=intake)
    return question


@action
def contact(actor: Actor, question_id: int) -> Question:
    """Speak with who asks; from now on this question is yours."""
    question = take_question(actor, question_id, permits.CONTACT)
    question.worker_id = actor.person_id
    return move_question(actor, question, "contact")


@action
def arrange(actor: Actor, question_id: int) -> Question:
    """An answer runs: everyone whose yes was needed has said it."""
    return move_question(actor, take_question(actor, question_id, permits.ARRANGE), "arrange")


@action
def count_helpers(actor: Actor, question_id: int, *, helped_by: tuple[int, ...]) -> None:
    """Note which volunteers help or think about it, so that a round asks for the rest only."""
    question = take_question(actor, question_id, permits.COUNT_HELPERS)
    question.helped_by = sorted(helped_by)
    keep(question)


@action
def resume(actor: Actor, question_id: int, *, why: str) -> Question:
    """The answer ended and the question did not: go on looking."""
    question = take_question(actor, question_id, permits.RESUME)
    return move_question(actor, question, "resume", why=why)


@action
def await_talk(actor: Actor, question_id: int) -> Question:
    """Look for nobody new until we talked about a match that ended early (MAT-07)."""
    question = take_question(actor, question_id, permits.RESUME)
    question.talk_due = True
    keep(question)
    journal.write(actor, "question.await_talk", question, person_id=question.asked_by_id)
    return question


@action
def talk_it_over(actor: Actor, question_id: int) -> Question:
    """We talked about the match that ended early; now we may look again (MAT-07)."""
    question = take_question(actor, question_id, permits.TALK_IT_OVER)
    question.talk_due = False
    keep(question)
    journal.write(actor, "question.talk_it_over", question, person_id=question.asked_by_id)
    return question


@action
def look_again(actor: Actor, question_id: int, *, until: date) -> Question:
    """We looked whether this help is still needed: it goes on until a next day (A5)."""
    question = take_question(actor, question_id, permits.LOOK_AGAIN)
    if until <= actor.today:
        raise ValidationError({"until": "Kies een dag die nog komt."})
    question.review_on = until
    if question.state == State.ANSWERED:
        # Somebody looked: what was asked when the last part ended is answered with it.
        question.due_on = None
    journal.write(
        actor, "question.look_again", question, person_id=question.asked_by_id, until=until
    )
    return keep(question)


@action
def ask_to_close(actor: Actor, question_id: int) -> Question:
    """Nothing of the answer runs any more: somebody looks whether this question is done."""
    question = take_question(actor, question_id, permits.COMPLETE)
    question.due_on = due(actor, "question.close")
    journal.write(actor, "question.ask_to_close", question, person_id=question.asked_by_id)
    return keep(question)


@action
def complete(actor: Actor, question_id: int, *, ending: str) -> Question:
    """The question is answered, and both voices were heard."""
    question = take_question(actor, question_id, permits.COMPLETE)
    question.ending = ending
    letters.tell_bringer(actor, question)
    return move_question(actor, question, "complete")


@action
def give_up(actor: Actor, question_id: int, *, why: str) -> Question:
    """There is no answer in time: this goes to the process manager and never simply ends."""
    question = take_question(actor, question_id, permits.GIVE_UP)
    return move_question(actor, question, "give_up", why=why)


@action
def withdraw(actor: Actor, question_id: int, *, ending: str = "") -> Question:
    """Who asked needs it no more. One can always stop, without saying why."""
    question = take_question(actor, question_id, permits.WITHDRAW)
    question.ending = ending
    letters.tell_bringer(actor, question)
    return move_question(actor, question, "withdraw")


@action
def reopen(actor: Actor, question_id: int, *, why: str) -> Question:
    """Take up a closed question again: once, with a reason."""
    question = take_question(actor, question_id, permits.REOPEN)
    if question.reopened_at is not None:
        raise ReopenedBefore("Deze vraag is al eens heropend. Maak een nieuwe vraag.")
    question.reopened_at, question.ended_at = actor.at, None
    return move_question(actor, question, "reopen", why=why)

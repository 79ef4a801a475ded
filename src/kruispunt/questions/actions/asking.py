"""Asking for the first time: who asks, in which words or in her own voice, in one go."""

from kruispunt.base.actor import Actor
from kruispunt.base.steps import named
from kruispunt.base.verbs import action
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars
from kruispunt.questions.actions.questions import open_question
from kruispunt.questions.actions.recordings import Spoken, send_recording
from kruispunt.questions.models import Question
from kruispunt.questions.models.question import Intake
from kruispunt.questions.models.recording import UNHEARD

UNNAMED = "Iemand"


@action
def ask(  # noqa: PLR0913  (who asks, in words or aloud, in which language, along which way)
    actor: Actor,
    *,
    who: Particulars,
    words: str = "",
    spoken: Spoken | None = None,
    intake: str = Intake.SITE.value,
    on_behalf: bool = False,
    gives: str = "",
    asked_in: str = "",
) -> Question:
    """Get to know someone and write down what they ask: no account, no form before the form.

    Typed words or a spoken message is enough. Who asks on behalf of another leaves their own name
    and number; the other stays unnamed until we have spoken with them.
    """
    speaker = people.register_person(actor, who=who)
    asker = speaker
    if on_behalf:
        unnamed = Particulars(
            given_name=UNNAMED, neighbourhood_id=who.neighbourhood_id, x=who.x, y=who.y
        )
        asker = people.register_person(actor, who=unnamed)
    question = open_question(
        actor,
        asked_by_id=asker.pk,
        words=words or (UNHEARD if spoken else ""),
        intake=intake,
        gives=gives,
        asked_in=asked_in,
        brought_by_id=speaker.pk if on_behalf else None,
    )
    return _with_what_was_said(actor, question, words, spoken)


@action
def ask_oneself(
    actor: Actor, *, words: str = "", spoken: Spoken | None = None, asked_in: str = ""
) -> Question:
    """Write down what someone asks whom we know already: she leaves no name or number again."""
    question = open_question(
        actor,
        asked_by_id=named(actor),
        words=words or (UNHEARD if spoken else ""),
        intake=Intake.SITE.value,
        asked_in=asked_in,
    )
    return _with_what_was_said(actor, question, words, spoken)


def _with_what_was_said(
    actor: Actor, question: Question, words: str, spoken: Spoken | None
) -> Question:
    if spoken:
        send_recording(actor, question, spoken=spoken, is_all_that_was_said=not words)
    return question

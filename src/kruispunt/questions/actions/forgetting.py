"""Questions and signals that have had their time go, with everything that hangs on them."""

from kruispunt.base import keeping
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import bury, erase
from kruispunt.base.locks import take
from kruispunt.base.verbs import action
from kruispunt.questions.models import Question, Signal

# A concern has a class of its own (RET-11): it lets the match go and stays.
APART = ("safety.concern", "questions.signal")


@action
def forget_question(actor: Actor, question_id: int, *, ret: str) -> None:
    """Throw a whole case away: the question, how it was weighed, the answer, how it went."""
    question = take(actor, Question, question_id, may=keeping.FORGET)
    bury(actor, question, ret)
    erase(Question.objects.filter(pk=question.pk), apart=APART)


@action
def forget_signal(actor: Actor, signal_id: int, *, ret: str) -> None:
    """Throw away what was heard long ago."""
    signal = take(actor, Signal, signal_id, may=keeping.FORGET)
    bury(actor, signal, ret)
    erase(Signal.objects.filter(pk=signal.pk))


@action
def forget_name(actor: Actor, signal_id: int, *, ret: str) -> None:
    """Nothing came of it: the signal stays, whom it was about goes (RET-13)."""
    signal = take(actor, Signal, signal_id, may=keeping.FORGET)
    if signal.named_id is not None:
        signal.named_id, signal.yes_on, signal.yes_how = None, None, ""
        signal.save()
        bury(actor, signal, ret)

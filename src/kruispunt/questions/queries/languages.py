"""In which language somebody wishes to be helped, or needs to (D14)."""

from kruispunt.base.actor import Actor
from kruispunt.questions import permits
from kruispunt.questions.models import Question


def languages_for(spoken: list[str], question: Question) -> frozenset[str]:
    """What the scales hold against what a volunteer speaks: a need alone, or a wish beside hers."""
    if question.language_needed:
        return frozenset({question.language_wish})
    wished = {question.language_wish} - {""}
    return frozenset(spoken or ("nl",)) | wished


def language_wished(actor: Actor, person_id: int | None) -> str:
    """In which language somebody likes to be helped, as she said with her last question (D14)."""
    rows = permits.READ.narrow(Question.objects.filter(asked_by_id=person_id or 0), actor)
    said = rows.exclude(language_wish="").order_by("-opened_at", "-pk")
    return said.values_list("language_wish", flat=True).first() or ""

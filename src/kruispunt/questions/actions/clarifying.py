"""Understanding a question: the need behind the words, and its class rule by rule (TRI)."""

from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError

from kruispunt.base.actor import Actor
from kruispunt.base.steps import keep, named
from kruispunt.base.verbs import action
from kruispunt.core import triage as rules
from kruispunt.core.vocabulary import LANGUAGES, Intensity
from kruispunt.people import queries as people
from kruispunt.questions import permits
from kruispunt.questions.actions.steps import move_question, take_question
from kruispunt.questions.actions.steps_wmo import open_wmo
from kruispunt.questions.models import Question, Triage, TriageLine
from kruispunt.questions.models.question import WmoNotice
from kruispunt.questions.queries.trying import rules_of

REVIEW_AFTER = timedelta(days=182)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """What is understood of a question: what it is about, when help suits, and what is wished."""

    need: str
    kind: str
    self_reliance: int
    more_kinds: tuple[str, ...] = ()
    own_network: str = ""
    gives: str = ""
    slots: tuple[str, ...] = ()
    hours: Decimal = Decimal(2)
    gender_wish: str = ""
    language_wish: str = ""
    language_needed: bool = False
    circumstances: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    role: str = ""
    frequency: str = ""
    term_months: int = 0
    helpers_needed: int = 1
    is_wmo_notice: str = WmoNotice.NO.value
    review_on: date | None = None


@action
def clarify(actor: Actor, question_id: int, *, found: Clarification) -> Question:
    """Write down the question behind the question; the first words stay as they were (TAX-02)."""
    question = take_question(actor, question_id, permits.CLARIFY)
    if found.is_wmo_notice == WmoNotice.YES and not people.is_mandated_desk(actor):
        raise ValidationError(
            {"is_wmo_notice": "Wij nemen geen melding aan. Help de inwoner melden bij de gemeente."}
        )
    if found.language_wish and found.language_wish not in LANGUAGES:
        raise ValidationError({"language_wish": "Deze taal kennen wij niet."})
    if found.language_needed and not found.language_wish:
        raise ValidationError({"language_wish": "Kies welke taal nodig is."})
    for field in fields(found):
        value = getattr(found, field.name)
        setattr(question, field.name, list(value) if isinstance(value, tuple) else value)
    if found.is_wmo_notice != WmoNotice.NO and question.wmo_noticed_on is None:
        question.wmo_noticed_on = actor.today
    question.review_on = found.review_on or actor.today + REVIEW_AFTER
    moved = move_question(actor, question, "clarify", kind=found.kind)
    if found.is_wmo_notice != WmoNotice.NO:
        open_wmo(actor, moved)
    return moved


@action
def triage(  # noqa: PLR0913  (the answers, the choice, its reason, and what it asks for)
    actor: Actor,
    question_id: int,
    *,
    answers: rules.Answers,
    chosen: str | None = None,
    reason: str = "",
    themes: tuple[str, ...] | None = None,
    needs_vog: bool | None = None,
) -> Question:
    """Weigh a question. The rules propose line by line; a named person confirms or deviates."""
    question = take_question(actor, question_id, permits.TRIAGE)
    verdict = rules.triage(answers, rules_of(actor))
    intensity = Intensity(chosen or verdict.intensity)
    if intensity != verdict.intensity and not reason.strip():
        raise ValidationError({"reason": "U wijkt af van het voorstel. Schrijf op waarom."})
    question.self_reliance = answers.self_reliance
    question.intensity = intensity.value
    question.themes = sorted(verdict.themes if themes is None else themes)
    if intensity is Intensity.VERY_INTENSIVE and not question.themes:
        raise ValidationError({"themes": "Kies waar deze vraag over gaat."})
    question.formal_leads, question.load = verdict.formal_leads, verdict.load
    question.professional_first = verdict.professional_first
    question.needs_vog = intensity is not Intensity.LIGHT if needs_vog is None else needs_vog
    question.triaged_at = question.triaged_at or actor.at
    _keep_lines(actor, question, verdict, answers=answers, reason=reason)
    return move_question(
        actor, question, "triage", proposed=verdict.intensity.value, chosen=intensity.value
    )


def _keep_lines(
    actor: Actor,
    question: Question,
    verdict: rules.Verdict,
    *,
    answers: rules.Answers,
    reason: str,
) -> None:
    said = asdict(answers) | {
        "dangers": sorted(answers.dangers),
        "not_for_volunteers": sorted(answers.not_for_volunteers),
    }
    weighed = keep(
        Triage(
            municipality_id=actor.municipality_id,
            question=question,
            proposed=verdict.intensity.value,
            chosen=question.intensity,
            reason=reason,
            answers=said,
            by_id=named(actor),
            at=actor.at,
        ),
        giving=actor,
    )
    TriageLine.objects.bulk_create(
        TriageLine(
            triage=weighed, number=number, rule=line.rule, sentence=line.sentence, bites=line.bites
        )
        for number, line in enumerate(verdict.lines, start=1)
    )

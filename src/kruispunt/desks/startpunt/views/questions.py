"""One question: its page, its next step, clarifying and weighing it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import queries as arrangements
from kruispunt.arrangements.queries import learning
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.core.triage import triage as weigh
from kruispunt.core.vocabulary import Slot
from kruispunt.desks.startpunt import story, teams
from kruispunt.desks.startpunt.forms.clarifying import (
    DecideForm,
    NoticeForm,
    TriageForm,
    as_clarified,
)
from kruispunt.desks.startpunt.forms.guidance import MinutesForm
from kruispunt.desks.startpunt.forms.recordings import WriteDownForm
from kruispunt.desks.startpunt.steps import MIXABLE, OTHER_WAYS, job_step, next_step, walk
from kruispunt.desks.startpunt.waiting_for_yes import yes_step
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.cards import LANGUAGES
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.matching import queries as matching
from kruispunt.matching.states import ANSWERABLE
from kruispunt.offers import queries as offers
from kruispunt.people import queries as people
from kruispunt.people.queries import ears, households
from kruispunt.questions import actions, queries
from kruispunt.questions.queries import EARLY, recordings, wmo
from kruispunt.questions.queries.trying import rules_of
from kruispunt.questions.queries.ways import instead_of_searching
from kruispunt.questions.states import State

SIMPLE: dict[str, Callable[..., object]] = {
    "contact": actions.contact,
    "search": actions.search,
    "combine": actions.combine,
    "notify": actions.notify,
    "hand_to_guide": actions.hand_to_guide,
    "develop": actions.develop,
    "withdraw": actions.withdraw,
    "talk_it_over": actions.talk_it_over,
}
AS_ROWS = ("need", "own_network", "gives", "kind", "slots", "hours", "frequency", "term_months")
MORE_ROWS = (
    "role",
    "gender_wish",
    "language_wish",
    "language_needed",
    "circumstances",
    "interests",
    "dislikes",
)
WMO_ROWS = ("is_wmo_notice", "review_on")


@require_GET
@as_actor
def question(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    verbs = queries.verbs(actor, found)
    parts = arrangements.parts(actor, question_id)
    asked = list(matching.of_question(actor, question_id))
    big = _of_odd_jobs(parts) or yes_step(actor, found, asked) or _big(actor, found, verbs, parts)
    context = {
        "question": found,
        "slots": [Slot(slot).label for slot in found.slots],
        "triage": queries.triages(actor, question_id).first(),
        "invitations": [
            (
                row,
                request.build_absolute_uri(reverse("public:invitation", args=[matching.link(row)])),
            )
            for row in asked
        ],
        "parts": parts,
        "may_mix": found.state in MIXABLE,
        "gives_already": bool(found.gives) and offers.is_volunteer(actor, found.asked_by_id),
        "wmo": wmo.walk_of(actor, question_id),
        **_around(actor, found),
        "may_refer": "refer" in verbs,
        "next": big,
        **teams.beside(actor, question_id, may="notify" in verbs),
        "other_ways": [
            {"label": OTHER_WAYS[verb], "address": reverse(f"startpunt:{verb}", args=[question_id])}
            for verb in verbs
            if verb in SIMPLE and verb in OTHER_WAYS and verb != (big or {}).get("verb")
        ],
        "may_get_stuck": queries.may_get_stuck(actor, question_id),
        "may_ask_odd_job": actor.is_a(Role.WORKER) and found.state in MIXABLE.union(EARLY),
        "has_gap": learning.has_gap(actor, question_id),
        "minutes_form": MinutesForm(auto_id="minutes_%s", initial={"kind": "intake"}),
        "minutes_address": reverse("startpunt:time_question", args=[question_id]),
        "may": dict.fromkeys(verbs, True),
        "walk": walk(found.state),
        "story": story.told(found, asked=asked),
        "today": actor.today,
    }
    return render(request, "startpunt/question.html", context)


def _big(
    actor: Actor,
    found: Any,  # noqa: ANN401  (a question)
    verbs: tuple[str, ...],
    parts: list[arrangements.Part],
) -> dict[str, object] | None:
    """The one next step of its state; a talk that is due comes before that."""
    talks = queries.may_talk_it_over(actor, found)
    talk_with = found.asked_by.given_name if talks else ""
    instead = instead_of_searching(found)
    step = next_step(found.pk, state=found.state, instead=instead, talk_with=talk_with)
    is_time = talks or (step is not None and _is_time(str(step["verb"]), verbs, parts))
    return step if is_time else None


def _spoken(actor: Actor, question_id: int) -> dict[str, Any]:
    """What was said aloud and is not written out yet."""
    found = recordings.of_question(actor, question_id)
    return {"recording": found, "write_form": WriteDownForm(auto_id="said_%s") if found else None}


def _around(actor: Actor, found: Any) -> dict[str, Any]:  # noqa: ANN401  (a question)
    """Who asks, her own voice, and the house she agreed to be seen with (D7)."""
    return {
        **_spoken(actor, found.pk),
        "answerable": ANSWERABLE,
        "asked_in": LANGUAGES.get(found.asked_in, found.asked_in),
        "language": LANGUAGES.get(found.language_wish, found.language_wish),
        "speakers": ears.who_speak(
            actor,
            found.language_wish or found.asked_in,
            near=found.asked_by.neighbourhood_id,
        ),
        "may_correct": actor.is_a(Role.WORKER),
        "house": households.household_of(actor, found.asked_by_id),
    }


def _of_odd_jobs(parts: list[arrangements.Part]) -> dict[str, object] | None:
    """The small job of which nobody has agreed yet who comes."""
    waits = (part for part in parts if part.sort == "odd_job" and not (part.over or part.runs))
    return next((job_step(part.id) for part in waits), None)


def _is_time(verb: str, verbs: tuple[str, ...], parts: list[arrangements.Part]) -> bool:
    """Closing is a step once nobody from outside is busy with it; own help may go on."""
    if verb == "close":
        return all(part.over for part in parts if part.sort in {"match", "referral", "odd_job"})
    return verb == "candidates" or verb in verbs


def step(act: Callable[..., object]) -> View[[int]]:
    """A verb that needs no words: one button, one action, back to the question."""

    @require_POST
    @as_actor
    def taken(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:  # noqa: ARG001
        act(actor, question_id)
        return redirect("startpunt:question", question_id)

    taken.asks_who = True  # type: ignore[attr-defined]
    return taken


@require_http_methods(["GET", "POST"])
@as_actor
def clarify(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    known = {name: getattr(found, name) for name in (*AS_ROWS, *MORE_ROWS, *WMO_ROWS)}
    mandated = people.is_mandated_desk(actor)
    form = NoticeForm(request.POST or None, initial=known, mandated=mandated)

    def write_down() -> None:
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in form.cleaned_data.items()
        }
        level = found.self_reliance or 1
        note = actions.Clarification(self_reliance=level, **said)
        actions.clarify(actor, question_id, found=note)

    if done(request, form, write_down):
        return redirect("startpunt:triage", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/clarify.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def triage(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """First the answers, then the proposal line by line with the answers still there to change."""
    found = dossiers.question(actor, question_id)
    form = TriageForm(request.POST or None, initial=_answered(actor, found))
    context: dict[str, Any] = {"question": found, "form": form}
    if request.method == "POST" and form.is_valid():
        verdict = weigh(form.answers(), rules_of(actor))
        posted = request.POST if "chosen" in request.POST else None
        proposed = verdict.intensity.value
        decision = DecideForm(posted, proposed=proposed, initial={"chosen": proposed})
        if posted is not None and done(
            request,
            decision,
            lambda: actions.triage(
                actor, question_id, answers=form.answers(), **decision.cleaned_data
            ),
        ):
            return redirect("startpunt:question", question_id)
        context |= {"verdict": verdict, "decision": decision}
        return render(request, "startpunt/triage.html", context, status=status(decision))
    return render(request, "startpunt/triage.html", context, status=status(form))


def _answered(actor: Actor, found: Any) -> dict[str, Any]:  # noqa: ANN401  (a question)
    """What clarifying wrote down and the last weighing answered, so that one does not ask twice."""
    last = queries.triages(actor, found.pk).first()
    known = as_clarified(found.frequency, found.term_months)
    if last is None:
        return known
    before = {**last.answers, **last.answers["indicators"]}
    # Clarified anew since it was weighed: then what was clarified is the newer of the two.
    return before | known if found.state == State.CLARIFIED else known | before
